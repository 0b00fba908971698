import InstanceFiles
public import Mentorship
import Policies
public import Problems

/// Somebody who was asked about.
public enum CasePerson: Equatable, Sendable {
  /// By index of the problem.
  case seat(Int)
  /// Left out before any matching.
  case excluded(Seat, [Gate])
}

extension SolvedCase {
  /// Finds a person of one side by a name, an id or an index.
  ///
  /// - Parameters:
  ///   - text: as the curator would write it: initials and missing words are no matter.
  ///   - side: which list the person is in.
  ///   - form: the code of one, for people in several forms of a season.
  /// - Returns: a seat, or somebody who was left out.
  /// - Throws: ``OfficeError/unknownPerson(_:suggestions:)``, ``OfficeError/ambiguousPerson(_:candidates:)``.
  public func person(
    _ text: String, of side: Side, form: String? = nil
  ) throws(OfficeError) -> CasePerson {
    switch origin {
    case .instance(let instance):
      let isMentee = side == .mentees
      guard let index = isMentee ? instance.mentee(named: text) : instance.mentor(named: text)
      else {
        let ids = (isMentee ? instance.menteeIDs : instance.mentorIDs) ?? []
        let nearest = ids.min { editDistance($0, text) < editDistance($1, text) }
        throw .unknownPerson(
          text, suggestions: nearest.flatMap { editDistance($0, text) <= 2 ? [$0] : nil } ?? [])
      }
      return .seat(index)
    case .season(let encoding): return try person(text, side, form, in: encoding.season)
    }
  }

  private func person(
    _ text: String, _ side: Side, _ form: String?, in season: ScoredSeason
  ) throws(OfficeError) -> CasePerson {
    let people = people(of: side, in: season)
    switch Self.index(people).resolve(text) {
    case .unknown(let nearest):
      if case .person(let id) = Self.index(self.people(of: side.other, in: season)).resolve(text) {
        throw .otherSide(id.rawValue, side.other)
      }
      throw .unknownPerson(text, suggestions: nearest.map(\.rawValue))
    case .ambiguous(let candidates):
      throw .ambiguousPerson(text, candidates: candidates.map(\.rawValue))
    case .person(let id): return try person(id, form, people.filter { $0.seat.person == id })
    }
  }

  /// Everybody of one side, the excluded too.
  private func people(
    of side: Side, in season: ScoredSeason
  ) -> [(seat: Seat, person: CasePerson)] {
    var people: [(seat: Seat, person: CasePerson)] =
      side == .mentees
      ? season.mentees.indices.map { (season.seat(ofMentee: $0), .seat($0)) }
      : season.mentors.indices.map { (season.seat(ofMentor: $0), .seat($0)) }
    let role: Role = side == .mentees ? .mentee : .mentor
    for one in season.exclusions where one.questionnaire.role == role {
      let seat = Seat(one.questionnaire.person, in: one.questionnaire.form)
      people.append((seat, .excluded(seat, one.gates)))
    }
    return people
  }

  private static func index(_ people: [(seat: Seat, person: CasePerson)]) -> NameIndex {
    let ids = Set(people.map(\.seat.person)).sorted()
    return NameIndex(ids.map { (id: $0, name: PersonName($0.rawValue)) })
  }

  /// One of a person's seats.
  private func person(
    _ id: PersonID, _ form: String?, _ seats: [(seat: Seat, person: CasePerson)]
  ) throws(OfficeError) -> CasePerson {
    let found = seats.filter { form == nil || $0.seat.form.rawValue == form }
    guard let first = found.first else {
      throw .unknownForm(form ?? "", codes: seats.map(\.seat.form.rawValue))
    }
    guard found.count == 1 else {
      throw .severalForms(id.rawValue, forms: found.map(\.seat.form.rawValue))
    }
    return first.person
  }
}
