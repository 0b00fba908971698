import Mentorship

extension CheckText {
  /// The least certain first: what a curator should look at.
  var readings: [String] {
    // The rest is counted.
    let limit = 20
    let season = report.season
    let sorted = season.readings.enumerated()
      .sorted { ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset) }
      .map(\.element)
    guard !sorted.isEmpty else { return [] }
    var lines = [
      messages.say("Как поняты свободные ответы", "How free answers were understood")
    ]
    for reading in sorted.prefix(limit) {
      let text = messages.text(reading, threshold: season.vocabularies.threshold)
      lines += TextLayout.wrap(text, width: width, indent: 2, hanging: 4)
    }
    let rest = sorted.count - limit
    if rest > 0 {
      lines.append(
        "  "
          + messages.say(
            "и ещё \(rest), понятых увереннее: --json", "and \(rest) more, surer ones: --json"))
    }
    return lines
      + TextLayout.wrap(
        messages.say(
          "Исправить ответ: answers в season.yaml; научить словам всех: vocabularies.",
          "To correct an answer: answers in season.yaml; to teach words: vocabularies."),
        width: width, indent: 2)
  }
}
