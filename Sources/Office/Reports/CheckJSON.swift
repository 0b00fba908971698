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
    self.messages = messages
  }

  public var value: JSONValue {
    [
      "findings": messages.json(report.findings),
      "readiness": JSONValue(report.readiness.map(json)),
      "quotas": JSONValue(report.quotas.map(json)),
      "doubles": JSONValue(report.doubles.map(messages.json)),
      "names": JSONValue(report.names.map(messages.json)),
      "impossible": report.impossibility.map { .string(messages.text($0)) } ?? nil,
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
}
