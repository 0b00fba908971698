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
    case .season(let encoding):
      return try one(of: try seats(text, side, in: encoding.season), form)
    }
  }

  /// Finds the two people of a pair; who is in several forms is meant in the one that both share.
  ///
  /// - Throws: ``OfficeError`` as ``person(_:of:form:)``.
  public func people(
    _ mentee: String, _ mentor: String, form: String? = nil
  ) throws(OfficeError) -> (mentee: CasePerson, mentor: CasePerson) {
    guard case .season(let encoding) = origin, form == nil else {
      return (
        try person(mentee, of: .mentees, form: form), try person(mentor, of: .mentors, form: form)
      )
    }
    let own = try seats(mentee, .mentees, in: encoding.season)
    let others = try seats(mentor, .mentors, in: encoding.season)
    let shared = Set(own.map(\.seat.form)).intersection(others.map(\.seat.form))
    guard shared.count <= 1 else { return (try one(of: own, form), try one(of: others, form)) }
    // Without a form in common they are no pair, in whichever form each of them is.
    func pick(_ seats: [Sitting]) throws(OfficeError) -> CasePerson {
      guard let first = seats.first(where: { shared.isEmpty || shared.contains($0.seat.form) })
      else { return try one(of: seats, form) }
      return first.person
    }
    return (try pick(own), try pick(others))
  }

  private typealias Sitting = (seat: Seat, person: CasePerson)

  /// All seats of a person.
  private func seats(
    _ text: String, _ side: Side, in season: ScoredSeason
  ) throws(OfficeError) -> [Sitting] {
    let people = people(of: side, in: season)
    switch Self.index(people).resolve(text) {
    case .unknown(let nearest):
      if case .person(let id) = Self.index(self.people(of: side.other, in: season)).resolve(text) {
        throw .otherSide(id.rawValue, side.other)
      }
      throw .unknownPerson(text, suggestions: nearest.map(\.rawValue))
    case .ambiguous(let candidates):
      throw .ambiguousPerson(text, candidates: candidates.map(\.rawValue))
    case .person(let id): return people.filter { $0.seat.person == id }
    }
  }

  /// Everybody of one side, the excluded too.
  private func people(
    of side: Side, in season: ScoredSeason
  ) -> [Sitting] {
    var people: [Sitting] =
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

  private static func index(_ people: [Sitting]) -> NameIndex {
    let ids = Set(people.map(\.seat.person)).sorted()
    return NameIndex(ids.map { (id: $0, name: PersonName($0.rawValue)) })
  }

  /// One of a person's seats.
  private func one(of seats: [Sitting], _ form: String?) throws(OfficeError) -> CasePerson {
    let found = seats.filter { form == nil || $0.seat.form.rawValue == form }
    guard let first = found.first else { throw unknown(form ?? "", seats) }
    guard found.count == 1 else {
      throw .severalForms(first.seat.person.rawValue, forms: found.map(\.seat.form.rawValue))
    }
    return first.person
  }

  /// A form of the season that the person is not in, or no form at all.
  private func unknown(_ form: String, _ seats: [Sitting]) -> OfficeError {
    guard case .season(let encoding) = origin, let name = seats.first?.seat.person.rawValue else {
      return .unknownForm(form, codes: [])
    }
    let codes = encoding.season.season.forms.map(\.code.rawValue)
    return codes.contains(form)
      ? .otherForm(name, form: form, forms: seats.map(\.seat.form.rawValue))
      : .unknownForm(form, codes: codes)
  }
}
