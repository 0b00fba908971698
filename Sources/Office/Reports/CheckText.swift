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

  /// All of it, ending in a newline: first what needs a hand, then readiness, then what was understood by itself.
  public var text: String {
    let title = messages.say(
      "Готовность к подбору: \(report.season.title)", "Readiness: \(report.season.title)")
    let blocks = [
      [title, messages.tally(report.findings)], toMend, table, stranded, shortages, idleMentors,
      effects, groups, quotas, mutual, advice, notes, columns, readings,
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var table: [String] {
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
    return [messages.say("Кто есть:", "Who there is:")]
      + TextLayout.table([header] + rows, indent: 2, rightAligned: [1, 2, 3, 4, 5])
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
