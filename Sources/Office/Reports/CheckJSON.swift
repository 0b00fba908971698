public import InstanceFiles
public import Mentorship

/// Findings alone, for a season that cannot be formed: the same keys, no readiness.
public struct FindingsJSON {
  public let value: JSONValue

  public init(_ findings: [Finding], messages: Messages) {
    value = ["findings": messages.json(findings), "readiness": []]
  }
}

/// Findings and readiness as programs read them: the keys of `nastavnik check --json`.
public struct CheckJSON {
  private let report: CheckReport
  private let messages: Messages

  public init(_ report: CheckReport, messages: Messages) {
    self.report = report
    self.messages = messages.naming(report.season.forms).reading(as: .curator)
  }

  public var value: JSONValue {
    [
      "findings": messages.json(report.findings),
      "readiness": JSONValue(report.readiness.map(json)),
      "quotas": JSONValue(report.quotas.map(json)),
      "doubles": JSONValue(report.doubles.map(messages.json)),
      "names": JSONValue(report.names.map(messages.json)),
      "readings": JSONValue(report.season.readings.map(json)),
      "mutual": JSONValue(report.season.mutualChoices.map(json)),
      "contraindications": JSONValue(report.season.contraindications.map(json)),
      "impossible": report.impossibility.map { .string(messages.text($0)) } ?? nil,
    ]
  }

  private func json(_ reading: AnswerReading) -> JSONValue {
    [
      "person": .string(reading.person.rawValue), "field": .string(reading.field.rawValue),
      "file": .string(reading.place.file),
      "sheet": reading.place.sheet.map { .string($0) } ?? nil,
      "line": reading.place.line.map { JSONValue($0) } ?? nil,
      "column": reading.place.column.map { JSONValue($0) } ?? nil,
      "text": .string(reading.text),
      "terms": JSONValue(reading.terms.map { .string($0.text) }),
      "confidence": JSONValue(reading.confidence),
    ]
  }

  private func json(_ choice: MutualChoice) -> JSONValue {
    [
      "mentee": .string(choice.mentee.rawValue), "mentor": .string(choice.mentor.rawValue),
      "places": JSONValue(choice.places.map { $0.map { JSONValue($0) } ?? nil }),
    ]
  }

  private func json(_ statement: ThirdPartyStatement) -> JSONValue {
    [
      "person": .string(statement.about.rawValue), "source": .string(statement.source.rawValue),
      "author": .string(statement.author),
      "notWith": JSONValue(statement.notWith.map { .string($0.rawValue) }),
      "notTraits": JSONValue(statement.notTraits.map { .string($0.text) }),
      "reason": .string(statement.reason),
      "visibility": .string(statement.visibility.rawValue),
    ]
  }

  private func json(_ quota: SideRules.QuotaSize) -> JSONValue {
    [
      "name": .string(quota.name), "mentees": JSONValue(quota.menteeCount),
      "mentors": quota.mentorCount.map { JSONValue($0) } ?? nil,
      "atLeast": JSONValue(quota.atLeast),
      "atMost": quota.atMost.map { JSONValue($0) } ?? nil,
    ]
  }

  private func json(_ form: FormReadiness) -> JSONValue {
    [
      "form": .string(form.form.rawValue),
      "mentees": JSONValue(form.menteeCount),
      "mentors": JSONValue(form.mentorCount),
      "places": JSONValue(form.places),
      "minimum": JSONValue(form.minimum),
      "neverOpen": JSONValue(form.neverOpenCount),
      "excluded": JSONValue(form.excludedCount),
      "groups": JSONValue(form.groups.map(json)),
      "effects": JSONValue(form.effects.map(json)),
      "noEligibleMentee": JSONValue(
        form.idle.map { one in
          [
            "person": .string(one.person.rawValue), "text": .string(messages.causes(one.removals)),
          ] as JSONValue
        }),
      "noEligibleMentor": JSONValue(
        form.stranded.map { one in
          [
            "person": .string(one.person.rawValue),
            "text": .string(
              messages.text(
                .noEligibleMentor(one.removals, mentorCount: form.mentorCount), in: form.form)),
          ] as JSONValue
        }),
    ]
  }

  private func json(_ group: FormReadiness.Group) -> JSONValue {
    let (kind, name) =
      switch group.kind {
      case .organisation(let school): ("organisation", JSONValue.string(school.text))
      case .grade(let grade): ("grade", JSONValue(grade))
      case .subject(let subject): ("subject", .string(subject.text))
      }
    return [
      "kind": .string(kind), "name": name, "mentees": JSONValue(group.menteeCount),
      "mentors": JSONValue(group.mentorCount), "places": JSONValue(group.places),
    ]
  }

  private func json(_ effect: RuleEffect) -> JSONValue {
    let text = ("text", JSONValue.string(messages.text(effect)))
    switch effect.cause {
    case .rule(let rule):
      return JSONValue([
        ("rule", .string(rule.name)), ("pairs", JSONValue(effect.pairCount)),
        ("mentees", JSONValue(effect.relievedCount)), ("matched", JSONValue(effect.matchedGain)),
        text,
      ])
    case .gate(let gate, let role):
      return JSONValue([
        ("gate", .string(gate.rawValue)), ("role", .string(role.rawValue)),
        ("people", JSONValue(effect.peopleCount)), text,
      ])
    }
  }
}
