import Mentorship

extension CheckText {
  /// Kinds of answers that are shown; the rest is counted.
  private static let mostReadings = 12

  /// Equal answers once, the least certain first: what a curator should look at.
  var readings: [String] {
    let season = report.season
    var order: [Wording] = []
    var groups: [Wording: [AnswerReading]] = [:]
    for reading in season.readings {
      let wording = Wording(reading)
      if groups[wording] == nil { order.append(wording) }
      groups[wording, default: []].append(reading)
    }
    let sorted = order.enumerated().sorted {
      ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset)
    }
    .compactMap { groups[$0.element] }
    guard !sorted.isEmpty else { return [] }
    var lines = [
      messages.say("Как поняты свободные ответы:", "How free answers were understood:")
    ]
    for group in sorted.prefix(Self.mostReadings) {
      let text = messages.text(group, threshold: season.vocabularies.threshold)
      lines += TextLayout.wrap(text, width: width, indent: 2, hanging: 4)
    }
    let rest = sorted.count - Self.mostReadings
    if rest > 0 {
      lines.append(
        "  "
          + messages.say(
            "… и ещё \(rest), понятых увереннее: --json", "… and \(rest) more, surer ones: --json"))
    }
    return lines
      + TextLayout.wrap(
        messages.say(
          "Исправить ответ: answers в season.yaml; научить словам всех: vocabularies.",
          "To correct an answer: answers in season.yaml; to teach words: vocabularies."),
        width: width, indent: 2)
  }
}

/// An answer whoever gave it, and how it was understood.
private struct Wording: Hashable {
  let field: Field
  let text: Term
  let terms: [Term]
  let confidence: Int

  init(_ reading: AnswerReading) {
    field = reading.field
    text = Term(reading.text)
    terms = reading.terms
    confidence = reading.confidence
  }
}
