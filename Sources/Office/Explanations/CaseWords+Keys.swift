import InstanceFiles
import Mentorship
import Policies
import Problems
import Solvers

/// How the people and the numbers of a case are written for programs.
extension CaseWords {
  /// The id of a season's person, the index of an instance's.
  func json(mentee: Int) -> JSONValue {
    switch solvedCase.origin {
    case .season(let encoding): .string(encoding.season.seat(ofMentee: mentee).person.rawValue)
    case .instance: JSONValue(mentee)
    }
  }

  func json(mentor: Int) -> JSONValue {
    switch solvedCase.origin {
    case .season(let encoding): .string(encoding.season.seat(ofMentor: mentor).person.rawValue)
    case .instance: JSONValue(mentor)
    }
  }

  /// The form and the two people of a season's pair, as a proposal has them; two indices in instances.
  func json(_ pair: Pair) -> JSONValue {
    switch solvedCase.origin {
    case .season:
      JSONValue(
        form(of: pair) + [
          ("mentee", json(mentee: pair.mentee)), ("mentor", json(mentor: pair.mentor)),
        ])
    case .instance: people(of: pair)
    }
  }

  func json(_ pairs: [Pair]) -> JSONValue { JSONValue(pairs.map { json($0) }) }

  /// The two people alone.
  func people(of pair: Pair) -> JSONValue {
    [json(mentee: pair.mentee), json(mentor: pair.mentor)]
  }

  func json(_ person: CasePerson, _ side: Side) -> JSONValue {
    switch person {
    case .seat(let index): side == .mentees ? json(mentee: index) : json(mentor: index)
    case .excluded(let seat, _): .string(seat.person.rawValue)
    }
  }

  /// `form`, which tells the seats of one person apart; nothing in instances.
  func form(of pair: Pair) -> [(String, JSONValue)] { form(mentee: pair.mentee) }

  func form(mentee: Int) -> [(String, JSONValue)] {
    form { $0.seat(ofMentee: mentee) }
  }

  func form(mentor: Int) -> [(String, JSONValue)] {
    form { $0.seat(ofMentor: mentor) }
  }

  func form(of person: CasePerson, _ side: Side) -> [(String, JSONValue)] {
    switch person {
    case .seat(let index): side == .mentees ? form(mentee: index) : form(mentor: index)
    case .excluded(let seat, _): form { _ in seat }
    }
  }

  private func form(_ seat: (ScoredSeason) -> Seat) -> [(String, JSONValue)] {
    guard case .season(let encoding) = solvedCase.origin else { return [] }
    return [("form", .string(seat(encoding.season).form.rawValue))]
  }

  /// Negative where the whole is worse.
  func json(_ change: ObjectiveChange?) -> JSONValue {
    guard let change else { return nil }
    return ["matched": JSONValue(change.matched), "total": number(change.total)]
  }

  func json(_ value: Objective) -> JSONValue {
    switch solvedCase.origin {
    case .season: ["matched": JSONValue(value.matched), "total": JSONValue(value.total)]
    case .instance(let instance):
      ["matched": JSONValue(value.matched), "total": .number(instance.number(total: value.total))]
    }
  }

  /// A difference of points, in the unit of the file and never in its sense: less is worse.
  func number(_ points: Int) -> JSONValue {
    switch solvedCase.origin {
    case .season: JSONValue(points)
    case .instance(let instance):
      .number(instance.number(total: instance.sense == .minimize ? -points : points))
    }
  }

  /// The points of a pair as the file gives them.
  func json(points: Int) -> JSONValue {
    switch solvedCase.origin {
    case .season: JSONValue(points)
    case .instance(let instance): .number(instance.number(total: points))
    }
  }

  func json(_ moves: [Move]) -> JSONValue {
    JSONValue(
      moves.map { move in
        JSONValue(
          form(mentee: move.mentee) + [
            ("mentee", json(mentee: move.mentee)),
            ("from", move.from.map { json(mentor: $0) } ?? nil),
            ("to", move.to.map { json(mentor: $0) } ?? nil),
          ])
      })
  }
}
