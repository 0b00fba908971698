import Mentorship
import Policies

/// Answers about a solved case as a curator reads them in a terminal.
///
/// ```swift
/// let solved = try SolvedCase.open("samples/school-7")
/// print(CaseText(solved, messages: Messages(.russian)).text(try solved.recruitment()))
/// ```
public struct CaseText {
  let solvedCase: SolvedCase
  let words: CaseWords
  private let width: Int

  var messages: Messages { words.messages }

  /// Makes the texts for the curator, at the curator's own terminal.
  public init(_ solvedCase: SolvedCase, messages: Messages, width: Int = 100) {
    self.solvedCase = solvedCase
    words = CaseWords(solvedCase, messages.reading(as: .curator))
    self.width = max(60, width)
  }

  /// A text in lines; none for no text.
  func wrapped(_ text: String, indent: Int = 0, hanging: Int = 2) -> [String] {
    text.isEmpty ? [] : TextLayout.wrap(text, width: width, indent: indent, hanging: hanging)
  }

  /// How many more there are than a list shows.
  func more(_ count: Int, indent: Int = 2) -> [String] {
    count > 0 ? wrapped(messages.say("и ещё \(count)", "and \(count) more"), indent: indent) : []
  }
}

extension [String] {
  /// Lines with an end each.
  var page: String { joined(separator: "\n") + "\n" }
}
