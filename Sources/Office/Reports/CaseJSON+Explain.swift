public import InstanceFiles
import Mentorship
import Policies
import Problems
import Solvers

extension CaseJSON {
  /// Of a pair; prices are differences to the best value, never positive.
  public func value(_ explanation: PairExplanation) -> JSONValue {
    var members = words.form(of: explanation.pair)
    members += [
      ("pair", words.people(of: explanation.pair)),
      ("status", .string(explanation.status.code)),
      ("points", explanation.points.map { words.json(points: $0) } ?? nil),
      ("price", words.json(explanation.locking.change)),
      ("bound", words.json(explanation.bound)),
      ("changes", moves(explanation.locking)),
      ("forbid", words.json(explanation.forbidding.change)),
      ("changesWithout", moves(explanation.forbidding)),
      ("standing", explanation.standing.map { .string($0.rawValue) } ?? nil),
      (
        "range",
        [
          "least": explanation.range.least.map { words.json(points: $0) } ?? nil,
          "most": explanation.range.most.map { words.json(points: $0) } ?? nil,
        ]
      ),
    ]
    members.append(
      (
        "instead",
        [
          "mentee": explanation.instead.ofMentee.map { json($0, isMentee: true) } ?? nil,
          "mentor": explanation.instead.ofMentor.map { json($0, isMentee: false) } ?? nil,
        ]
      ))
    if case .ineligible(let rules) = explanation.status {
      members.append(("rules", JSONValue(rules.map { .string(words.messages.text($0)) })))
    }
    if let obstacle = explanation.obstacle {
      members.append(("obstacle", JSONValue(words.rules(obstacle).map { .string($0) })))
    }
    if let pair = explanation.proposed { members += words.messages.members(pair) }
    return JSONValue(members)
  }

  /// Of a person.
  public func value(_ explanation: PersonExplanation) -> JSONValue {
    let isMentee = explanation.side == .mentees
    let partners = explanation.partners.map {
      isMentee ? words.json(mentor: $0) : words.json(mentee: $0)
    }
    var members = words.form(of: explanation.person, explanation.side)
    members +=
      isMentee
      ? [
        ("mentee", words.json(explanation.person, explanation.side)),
        ("mentor", partners.first ?? nil),
        ("mentors", JSONValue(partners)),
      ]
      : [
        ("mentor", words.json(explanation.person, explanation.side)),
        ("mentees", JSONValue(partners)),
      ]
    members.append(("reason", reason(explanation)))
    if !explanation.relaxations.isEmpty {
      members.append(("relaxations", JSONValue(explanation.relaxations.map(json))))
    }
    members.append(
      (
        "candidates",
        JSONValue(
          explanation.candidates.map { json($0, isMentee: isMentee) })
      ))
    return JSONValue(members)
  }

  /// A candidate of a mentee, or of a mentor.
  private func json(_ candidate: PersonExplanation.Candidate, isMentee: Bool) -> JSONValue {
    JSONValue(
      words.form(of: candidate.pair) + [
        isMentee
          ? ("mentor", words.json(mentor: candidate.pair.mentor))
          : ("mentee", words.json(mentee: candidate.pair.mentee)),
        ("points", words.json(points: candidate.points)),
        ("price", words.json(candidate.price)),
      ])
  }

  private func moves(_ price: ChangePrice) -> JSONValue {
    guard case .exchange(let exchange) = price else { return nil }
    return words.json(words.moves(of: exchange))
  }

  private func json(_ choice: Relaxations.Choice) -> JSONValue {
    [
      "rules": JSONValue(choice.rules.map { .string(words.messages.text($0)) }),
      "mentors": JSONValue(choice.mentors.map { words.json(mentor: $0) }),
    ]
  }

  private func reason(_ explanation: PersonExplanation) -> JSONValue {
    if case .unmatched(let reason, let form) = explanation.reason {
      return words.messages.json(reason, in: form)
    }
    var members: [(String, JSONValue)] = [
      ("code", .string(explanation.reason.code)), ("text", .string(words.text(explanation))),
    ]
    switch explanation.reason {
    case .left(.crowdedOut(let crowd)):
      members.append(("price", words.number(crowd.price)))
      members.append(
        ("displaced", JSONValue(crowd.displaced.map { words.json(mentee: $0) })))
      if let deficit = crowd.deficit {
        members.append(
          (
            "deficit",
            [
              "mentees": JSONValue(deficit.mentees.map { words.json(mentee: $0) }),
              "mentors": JSONValue(deficit.mentors.map { words.json(mentor: $0) }),
              "places": JSONValue(deficit.places),
            ]
          ))
      }
    case .left(.costsPairs(let lost, let rules)):
      members.append(("lost", JSONValue(lost)))
      members.append(("rules", JSONValue(words.text(rules).map { .string($0) })))
    case .left(.impossible(let rules)):
      members.append(("rules", JSONValue(words.text(rules).map { .string($0) })))
    default: break
    }
    return JSONValue(members)
  }
}

extension PersonExplanation.Reason {
  var code: String {
    switch self {
    case .matched: "matched"
    case .noRoom: "excluded"
    case .idle: "idle"
    case .left(.noEligibleMentor): "no-eligible-mentor"
    case .left(.crowdedOut): "crowded-out"
    case .left(.costsPairs), .left(.impossible): "bottleneck"
    case .left(.undetermined): "undetermined"
    case .unmatched(let reason, _): reason.code
    }
  }
}
