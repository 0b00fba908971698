import Mentorship

/// Who chose each other, and whom those who know the participants advise against.
extension CheckText {
  /// Choices without a first on both sides that are shown; the rest is counted.
  private static let mostChoices = 12

  var mutual: [String] {
    let choices = report.season.mutualChoices
    let shown = choices.prefix(choices.count(where: \.isFirst) + Self.mostChoices)
    var lines = list(messages.say("Выбрали друг друга:", "Chose each other:"), Array(shown)) {
      "\($0.mentee.rawValue) – \($0.mentor.rawValue): \(messages.text($0))"
    }
    let left = choices.count - shown.count
    if left > 0 {
      lines.insert(
        messages.say("  … и ещё \(left), все — в --json", "  … and \(left) more, all in --json"),
        at: lines.count)
    }
    return lines
  }

  var advice: [String] {
    list(
      messages.say(
        "Противопоказания (видны только куратору):", "Advised against (for the curator alone):"),
      report.season.contraindications, messages.text)
  }

  private func list<Item>(
    _ heading: String, _ items: [Item], _ text: (Item) -> String
  ) -> [String] {
    guard !items.isEmpty else { return [] }
    return [heading]
      + items.flatMap { TextLayout.wrap(text($0), width: width, indent: 2, hanging: 4) }
  }
}
