import Mentorship

/// Findings and readiness as a curator reads them in a terminal.
public struct CheckText {
  let report: CheckReport
  let messages: Messages
  let width: Int

  public init(_ report: CheckReport, messages: Messages, width: Int = 100) {
    self.report = report
    self.messages = messages.naming(report.season.forms).reading(as: .curator)
    self.width = max(60, width)
  }

  /// All of it, ending in a newline.
  public var text: String {
    var lines = [
      messages.say(
        "Готовность к подбору: \(report.season.title)", "Readiness: \(report.season.title)"),
      "",
    ]
    let header = [
      messages.say("Форма", "Form"), messages.say("наставляемых", "mentees"),
      messages.say("наставников", "mentors"), messages.say("мест", "places"),
      messages.say("не участвуют", "excluded"),
      messages.say("без подходящего наставника", "no eligible mentor"),
    ]
    let rows = report.readiness.map { form in
      [
        messages.title(form.form), String(form.menteeCount), String(form.mentorCount),
        String(form.places),
        String(form.excludedCount), String(form.stranded.count),
      ]
    }
    lines += TextLayout.table([header] + rows, indent: 2, rightAligned: [1, 2, 3, 4, 5]) + [""]
    for form in report.readiness {
      for one in form.stranded {
        let reason = UnmatchedReason.noEligibleMentor(one.removals, mentorCount: form.mentorCount)
        lines += TextLayout.wrap(
          "\(one.person.rawValue) (\(messages.title(form.form))): \(messages.text(reason, in: form.form))",
          width: width,
          indent: 2, hanging: 4)
      }
    }
    if lines.last?.isEmpty == false { lines.append("") }
    lines += shortages + idleMentors + effects + groups + quotas
    if lines.last?.isEmpty == false { lines.append("") }
    lines += mutual + advice
    lines += doubles + names
    if let impossibility = report.impossibility {
      lines += TextLayout.wrap(messages.text(impossibility), width: width, indent: 2)
    }
    if !readings.isEmpty, lines.last?.isEmpty == false { lines.append("") }
    lines += readings
    if lines.last?.isEmpty == false { lines.append("") }
    return lines.joined(separator: "\n") + "\n"
      + messages.text(report.findings) + messages.tally(report.findings) + "\n"
  }

  /// How many mentors can open a group at all.
  private var groups: [String] {
    report.readiness.filter { $0.minimum > 0 || $0.neverOpenCount > 0 }.flatMap { form in
      TextLayout.wrap(
        "\(messages.title(form.form)): "
          + messages.say(
            "минимум группы \(form.minimum), мест на группу хватает у"
              + " \(form.mentorCount - form.neverOpenCount) из \(form.mentorCount)",
            "group minimum \(form.minimum), places for a group at"
              + " \(form.mentorCount - form.neverOpenCount) of \(form.mentorCount)"),
        width: width, indent: 2, hanging: 4)
    }
  }

  /// People who may be one; what is below a warning is only counted.
  private var doubles: [String] {
    guard !report.doubles.isEmpty else { return [] }
    let rows = report.doubles.prefix(20).flatMap { double in
      TextLayout.wrap(
        "\(double.score)  \(double.first.rawValue) – \(double.second.rawValue):"
          + " \(messages.text(double.reasons))",
        width: width, indent: 4, hanging: 4)
    }
    let more = report.doubles.count - 20
    return [
      messages.say(
        "  Возможно, один человек (решите в season.yaml: same или different):",
        "  Possibly one person (decide in season.yaml: same or different):")
    ] + rows + (more > 0 ? [messages.say("    и ещё \(more)", "    and \(more) more")] : []) + [""]
  }

  /// Names in answers that did not become people.
  private var names: [String] {
    guard !report.names.isEmpty else { return [] }
    let rows = report.names.flatMap { name in
      TextLayout.wrap(messages.text(name), width: width, indent: 4, hanging: 4)
    }
    let heading = messages.say(
      "  Имена в ответах, которые не узнаны:", "  Names in answers left open:")
    return [heading] + rows + [""]
  }

  private var quotas: [String] {
    report.quotas.flatMap { quota in
      var text =
        messages.say("квота ", "quota ") + messages.quote(quota.name)
        + messages.bounds(quota.atLeast, quota.atMost) + ": "
        + messages.mentees(quota.menteeCount)
      if let count = quota.mentorCount { text += ", " + messages.mentors(count) }
      return TextLayout.wrap(text, width: width, indent: 2, hanging: 4)
    }
  }
}
