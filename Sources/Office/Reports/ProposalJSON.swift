public import InstanceFiles
public import Mentorship
import Policies
import Problems

/// The proposal as programs read it: the keys of `nastavnik propose --json`.
public struct ProposalJSON {
  private let report: MatchReport
  private let messages: Messages

  /// Makes the JSON for a reader: everybody, as files are passed on.
  public init(_ report: MatchReport, messages: Messages, reader: Visibility = .participants) {
    self.report = report
    self.messages = messages.naming(report.season.forms).reading(as: reader)
  }

  /// The whole report; without timings equal inputs give equal bytes.
  public func value(withTimings: Bool = true) -> JSONValue {
    var status = "optimal"
    var objective: JSONValue = nil
    var proposal = Proposal(pairs: [], unmatched: [], loads: [])
    var witness: JSONValue = nil
    switch report.outcome {
    case .proposed(let found, let isOptimal):
      status = isOptimal ? "optimal" : "feasible"
      proposal = found
      let total = found.pairs.reduce(0) { $0 + $1.points }
      objective = ["matched": JSONValue(found.pairs.count), "total": JSONValue(total)]
    case .impossible(let impossibility):
      status = "infeasible"
      witness = json(impossibility)
    case .limitReached:
      status = "unknown"
    }
    var members: [(String, JSONValue)] = [
      ("status", .string(status)),
      ("inputsHash", .string(report.inputsHash)),
      ("version", .string(Office.version)),
      ("policy", .string(report.aim.name)),
      ("backend", .string(report.backend?.rawValue ?? "mechanism")),
      ("proof", proof),
      ("objective", objective),
      ("byHand", byHand),
      ("pairs", JSONValue(proposal.pairs.map(json))),
      ("unmatched", JSONValue(proposal.unmatched.map(json))),
      ("mentors", JSONValue(proposal.loads.map(json))),
      ("quotas", JSONValue(proposal.quotas.map(json))),
      ("witness", witness),
      (
        "findings",
        messages.json(report.findings.filter { !$0.isConfidential || messages.reader == .curator })
      ),
      ("verified", true),
    ]
    if let consents = consents(of: proposal) { members.append(("consents", consents)) }
    if withTimings { members.append(("seconds", JSONValue(report.seconds))) }
    return JSONValue(members)
  }

  private var byHand: JSONValue {
    guard let made = report.byHand else { return nil }
    return [
      "matched": JSONValue(made.objective.matched), "total": JSONValue(made.objective.total),
      "keepsRules": .bool(made.keepsRules),
    ]
  }

  /// As in `nastavnik.solution/1`.
  private var proof: JSONValue {
    guard case .proposed(_, isOptimal: true) = report.outcome else { return nil }
    return .string(report.isCertified ? "duals" : "bound")
  }

  /// The papers that the order's appendix refers to; `nil` for a season without a register.
  private func consents(of proposal: Proposal) -> JSONValue? {
    let season = report.season
    guard season.people.values.contains(where: { !$0.register.isEmpty }) else { return nil }
    let people = Set(proposal.pairs.flatMap { [$0.mentee, $0.mentor] }).sorted()
    let papers = people.flatMap { id in
      ConsentRecord.Kind.allCases.compactMap { kind in
        season.people[id]?.consent(kind, on: season.date, season.consentRules).map { (id, $0) }
      }
    }
    return JSONValue(
      papers.map { id, paper in
        [
          "person": .string(id.rawValue), "kind": .string(paper.kind.rawValue),
          "number": paper.number.isEmpty ? nil : .string(paper.number),
          "date": paper.from.map { .string("\($0)") } ?? nil,
          "until": paper.until.map { .string("\($0)") } ?? nil,
        ] as JSONValue
      })
  }

  private func json(_ pair: ProposedPair) -> JSONValue {
    JSONValue(
      [
        ("form", .string(pair.form.rawValue)),
        ("mentee", .string(pair.mentee.rawValue)),
        ("mentor", .string(pair.mentor.rawValue)),
        ("points", JSONValue(pair.points)),
      ] + messages.members(pair) + (pair.doubt.map(doubtful) ?? []))
  }

  private func doubtful(_ doubt: Doubt) -> [(String, JSONValue)] {
    [
      ("doubtful", true), ("doubt", .string(messages.text(doubt))),
      (
        "survives",
        ["of": JSONValue(doubt.drawCount), "times": JSONValue(doubt.survivals)]
      ),
    ]
  }

  private func json(_ one: Unmatched) -> JSONValue {
    [
      "person": .string(one.person.rawValue),
      "form": .string(one.form.rawValue),
      "role": .string(one.role.rawValue),
      "reason": messages.json(one.reason, in: one.form),
    ]
  }

  private func json(_ load: MentorLoad) -> JSONValue {
    [
      "form": .string(load.form.rawValue), "mentor": .string(load.mentor.rawValue),
      "load": JSONValue(load.load), "capacity": JSONValue(load.capacity),
      "free": JSONValue(load.free),
    ]
  }

  private func json(_ impossibility: Impossibility) -> JSONValue {
    switch impossibility {
    case .shortage(let shortage):
      [
        "kind": "hall", "mentees": messages.json(shortage.mentees),
        "mentors": messages.json(shortage.mentors),
        "needed": JSONValue(shortage.needed), "places": JSONValue(shortage.places),
        "relaxation": json(shortage.changes), "text": .string(messages.text(impossibility)),
      ]
    case .conflict(let conflict):
      [
        "kind": "conflict", "pins": pins(conflict.rules), "limits": limits(conflict.rules),
        "rules": texts(conflict.rules), "minimal": .bool(conflict.isMinimal),
        "relaxation": json(conflict.changes),
        "text": .string(messages.text(impossibility)),
      ]
    case .nothingStable:
      ["kind": "nonexistent", "text": .string(messages.text(impossibility))]
    }
  }

  private func pins(_ rules: [SeasonRule]) -> JSONValue {
    JSONValue(
      rules.compactMap { rule -> JSONValue? in
        guard case .pin(let mentee, let mentor) = rule else { return nil }
        return [.string(mentee.rawValue), .string(mentor.rawValue)]
      })
  }

  /// The people whose places are too few or whose groups are too small.
  private func limits(_ rules: [SeasonRule]) -> JSONValue {
    names(
      rules.compactMap { rule in
        switch rule {
        case .places(let mentor, _), .minimum(let mentor, _): mentor.person
        case .oneMentor(let mentee): mentee.person
        case .total(let person, _): person
        case .pin, .quota, .apart, .together, .sameClass, .ageSpan, .experienced: nil
        }
      })
  }

  private func texts(_ rules: [SeasonRule]) -> JSONValue {
    JSONValue(rules.map { .string(messages.text($0)) })
  }

  private func json(_ changes: [RuleChange]) -> JSONValue {
    JSONValue(
      changes.map {
        [
          "rule": .string(messages.text($0.rule)), "by": JSONValue($0.by),
          "text": .string(messages.text($0)),
        ] as JSONValue
      })
  }

  private func json(_ quota: QuotaLoad) -> JSONValue {
    [
      "name": .string(quota.size.name), "matched": JSONValue(quota.load),
      "atLeast": JSONValue(quota.size.atLeast),
      "atMost": quota.size.atMost.map { JSONValue($0) } ?? nil,
      "mentees": JSONValue(quota.size.menteeCount),
      "mentors": quota.size.mentorCount.map { JSONValue($0) } ?? nil,
    ]
  }

  private func names(_ people: [PersonID]) -> JSONValue {
    JSONValue(people.map { .string($0.rawValue) })
  }
}
