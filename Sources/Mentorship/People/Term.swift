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

  public init(_ text: some StringProtocol) { self.init(written: String(text)) }

  /// - Complexity: O(*n*) for *n* bytes.
  private init(written: String) {
    let plain = PlainText(written)
    text =
      plain?.hasSingleBlanks == true
      ? written : written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    key = plain?.isFolded == true ? text : Self.fold(text)
  }

  public static func == (left: Term, right: Term) -> Bool { left.key == right.key }

  public func hash(into hasher: inout Hasher) { hasher.combine(folded: key) }

  public var isEmpty: Bool { key.isEmpty }

  /// Lower case, ё as е, every dash a hyphen, every quotation mark a plain one.
  ///
  /// Works on bytes where it can, else on code points: names are folded by the thousand, and characters are far
  /// slower. A letter that arrives as base and accent (files from a Mac do) becomes the one letter.
  public static func fold(_ text: some StringProtocol) -> String {
    let text = String(text)
    guard let plain = PlainText(text) else { return foldAnything(text) }
    return plain.isFolded ? text : PlainText.fold(text)
  }

  /// The same for any text, letter by letter.
  static func foldAnything(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "A"..."Z", "А"..."Я": folded.append(lower(scalar))
      case "a"..."z", "а"..."я", "0"..."9", " ": folded.append(scalar)
      case "ё", "Ё": folded.append("е")
      case "–", "—", "−", "‑": folded.append("-")
      case "«", "»", "“", "”", "„": folded.append("\"")
      case diaeresis where folded.last == "е": break
      case breve where folded.last == "и": folded.replaceLast(with: "й")
      default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(folded)
  }

  private static let diaeresis: Unicode.Scalar = "\u{308}"
  private static let breve: Unicode.Scalar = "\u{306}"

  /// Both alphabets stand 32 code points from capital to small.
  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value + 32) ?? scalar
  }
}

extension String.UnicodeScalarView {
  fileprivate mutating func replaceLast(with scalar: Unicode.Scalar) {
    removeLast()
    append(scalar)
  }
}

extension Term: CustomStringConvertible {
  public var description: String { text }
}
