import Mentorship
import Problems

extension Messages {
  /// The words of a finding about vocabularies and corrected answers.
  func words(_ finding: VocabularyFinding) -> FindingWords {
    switch language {
    case .russian: russian(finding)
    case .english: english(finding)
    }
  }

  private func words(_ message: String, _ hint: String) -> FindingWords {
    FindingWords(message: message, hint: hint)
  }

  private func russian(_ finding: VocabularyFinding) -> FindingWords {
    switch finding {
    case .termUnknown(let text, let field, let suggestion):
      words(
        "в словаре (\(self.text(field))) нет слова \(quote(text))",
        suggestion.map { "может быть, \(quote($0))?" }
          ?? "возьмите слово из словаря или добавьте его в vocabularies")
    case .wordingTwice(let text, let first, let second):
      words(
        "\(quote(text)) означает и \(quote(first)), и \(quote(second))",
        "оставьте это выражение в одном месте")
    case .correctionTwice(let text):
      words("ответ \(quote(text)) исправлен дважды", "оставьте одно исправление")
    case .roleModelUnknown(let text, let models):
      words(
        "ролевой модели \(quote(text)) в этой форме нет, веса обычные",
        models.isEmpty
          ? "очистите ячейку или опишите модель в season.yaml (models)"
          : "впишите одну из: \(either(models.map { quote($0.russian) }))")
    case .correctionUnused(let text, let field):
      words(
        "никто не ответил \(quote(text)) (\(self.text(field)))",
        "скопируйте ответ как в анкете или уберите исправление")
    }
  }

  private func english(_ finding: VocabularyFinding) -> FindingWords {
    switch finding {
    case .termUnknown(let text, let field, let suggestion):
      words(
        "the vocabulary (\(self.text(field))) has no term \(quote(text))",
        suggestion.map { "did you mean \(quote($0))?" }
          ?? "take a term of the vocabulary, or add this one under vocabularies")
    case .wordingTwice(let text, let first, let second):
      words(
        "\(quote(text)) stands both for \(quote(first)) and for \(quote(second))",
        "keep the wording in one place")
    case .correctionTwice(let text):
      words("the answer \(quote(text)) is corrected twice", "keep one correction")
    case .roleModelUnknown(let text, let models):
      words(
        "the form has no role model \(quote(text)); the usual weights count",
        models.isEmpty
          ? "clear the cell, or describe the model in season.yaml (models)"
          : "write one of: \(either(models.map { quote($0.english) }))")
    case .correctionUnused(let text, let field):
      words(
        "nobody answered \(quote(text)) (\(self.text(field)))",
        "copy the answer as it stands in the questionnaire, or remove the correction")
    }
  }
}

extension Messages {
  /// How a free answer was understood: `физра → физическая культура · 84 %`.
  ///
  /// Of several people who wrote the same, how many they are.
  func text(_ readings: [AnswerReading], threshold: Int) -> String {
    guard let reading = readings.first else { return "" }
    let who =
      readings.count == 1
      ? reading.person.rawValue
      : count(readings.count, ("человек", "человека", "человек"), ("person", "people"))
    let meaning =
      if !reading.terms.isEmpty {
        reading.terms.map(\.text).joined(separator: "; ")
      } else if reading.confidence >= threshold {
        say("ничего не указано", "nothing said")
      } else {
        say("не понято, учтено как написано", "not understood, counts as written")
      }
    // Answers can be essays.
    let said =
      reading.text.count <= 120 ? reading.text : reading.text.prefix(119).trimmingEnd + "…"
    return "\(reading.confidence)\u{a0}% \(who), \(text(reading.field)):"
      + " \(quote(said)) → \(meaning)"
  }
}

extension Substring {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
