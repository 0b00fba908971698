/// A word of a questionnaire: equal whatever the case, the blanks and ё or е.
///
/// ```swift
/// Term(" Учёба ") == Term("учеба")  // true; `text` keeps "Учёба"
/// ```
public struct Term: Hashable, Sendable {
  /// The text as written, without blanks around it.
  public let text: String
  /// What is compared.
  public let key: String

  public init(_ text: some StringProtocol) {
    let words = text.split(whereSeparator: \.isWhitespace)
    self.text = words.joined(separator: " ")
    key = Self.fold(self.text)
  }

  public static func == (left: Term, right: Term) -> Bool { left.key == right.key }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  public var isEmpty: Bool { key.isEmpty }

  /// Lower case, ё as е, every dash a hyphen, every quotation mark a plain one.
  public static func fold(_ text: some StringProtocol) -> String {
    var folded = ""
    for character in text.lowercased() {
      switch character {
      case "ё": folded.append("е")
      case "–", "—", "−", "‑": folded.append("-")
      case "«", "»", "“", "”", "„": folded.append("\"")
      default: folded.append(character)
      }
    }
    return folded
  }
}

extension Term: CustomStringConvertible {
  public var description: String { text }
}
