import InstanceFiles
import Mentorship

extension Messages {
  /// What a pair's points are made of, and how the two named each other.
  func members(_ pair: ProposedPair) -> [(String, JSONValue)] {
    [
      (
        "parts",
        JSONValue(
          pair.parts.map {
            [
              "name": .string($0.criterion.rawValue), "points": JSONValue($0.points),
              "maximum": JSONValue($0.maximum), "reason": .string(text($0)),
            ] as JSONValue
          })
      ),
      ("menteeRank", pair.menteeAttitude.rank.map { JSONValue($0) } ?? nil),
      ("mentorRank", pair.mentorAttitude.rank.map { JSONValue($0) } ?? nil),
      ("pinned", pair.pinReason.map { .string($0) } ?? nil),
    ]
  }

  /// Why somebody has no partner: a code, the words, and what they rest on.
  func json(_ reason: UnmatchedReason, in form: FormCode) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("code", .string(reason.code)), ("text", .string(text(reason, in: form))),
    ]
    switch reason {
    case .excluded(let gates):
      members.append(("gates", JSONValue(gates.map { .string(text($0)) })))
    case .noEligibleMentor(let removals, let mentorCount):
      members.append(("mentors", JSONValue(mentorCount)))
      members.append(
        (
          "rules",
          JSONValue(
            removals.map {
              [
                "rule": .string(text($0.rule)), "removed": JSONValue($0.count),
                "alone": JSONValue($0.alone),
              ] as JSONValue
            })
        ))
    case .crowdedOut(let crowding):
      members.append(("price", JSONValue(crowding.price)))
      members.append(("displaced", json(crowding.displaced)))
      if let deficit = crowding.deficit { members.append(("deficit", json(deficit))) }
    case .bottleneck(.coverage(let lost, let rules)):
      members.append(("lost", JSONValue(lost)))
      members.append(("rules", json(rules)))
    case .bottleneck(.impossible(let rules)): members.append(("rules", json(rules)))
    case .undetermined: break
    }
    return JSONValue(members)
  }

  func json(_ deficit: Crowding.Deficit) -> JSONValue {
    [
      "mentees": json(deficit.mentees), "mentors": json(deficit.mentors),
      "places": JSONValue(deficit.places),
    ]
  }

  /// Objects, as the rules that remove mentors are.
  private func json(_ rules: [SeasonRule]) -> JSONValue {
    JSONValue(rules.map { ["rule": .string(text($0))] as JSONValue })
  }

  func json(_ seats: [Seat]) -> JSONValue {
    JSONValue(
      seats.map {
        ["person": .string($0.person.rawValue), "form": .string($0.form.rawValue)] as JSONValue
      })
  }
}
