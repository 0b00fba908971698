/// The name of an organisation as far as it tells one from another.
///
/// ```swift
/// OrganisationName(Term("МБОУ «СОШ № 7»")).isOther(than: OrganisationName(Term("Школа №7")))  // false
/// OrganisationName(Term("Лицей")).isOther(than: OrganisationName(Term("Лицей «Исток»")))  // false
/// OrganisationName(Term("Школа № 3")).isOther(than: OrganisationName(Term("Школа № 7")))  // true
/// ```
/// Only for telling namesakes apart, where a doubt must not make two people of one: rules compare names to the letter.
public struct OrganisationName: Sendable {
  private let words: Set<String>

  /// - Complexity: O(*n*) for *n* characters.
  public init(_ name: Term) {
    var words: [String] = []
    var last: Character = " "
    for character in name.key {
      let goesOn = character.isLetter && last.isLetter || character.isNumber && last.isNumber
      if goesOn {
        words[words.count - 1].append(character)
      } else if character.isLetter || character.isNumber {
        words.append(String(character))
      }
      last = character
    }
    self.words = Set(words.compactMap { Self.formal.contains($0) ? nil : Self.same[$0] ?? $0 })
  }

  /// Whether the two cannot be one: each has a word that the other lacks.
  public func isOther(than other: OrganisationName) -> Bool {
    !words.isSubset(of: other.words) && !other.words.isSubset(of: words)
  }

  private static let same = [
    "сош": "школа", "оош": "школа", "нош": "школа", "ош": "школа", "шк": "школа",
    "школы": "школа", "гимназии": "гимназия", "лицея": "лицей",
  ]

  /// Legal forms, and what stands in the full name alone.
  private static let formal: Set<String> = [
    "мбоу", "маоу", "мкоу", "моу", "мбу", "мау", "мку", "гбоу", "гаоу", "гкоу", "гоу", "кгбоу",
    "огбоу", "гбпоу", "гбуз", "чоу", "ано", "ноу", "ооо", "ао", "пао", "оао", "зао", "ип", "фгуп",
    "муниципальное", "государственное", "бюджетное", "автономное", "казенное", "частное",
    "образовательное", "общеобразовательное", "общеобразовательная", "учреждение", "средняя",
    "основная", "начальная", "имени", "им", "г", "город", "города", "с", "село", "села", "n", "no",
    "номер",
  ]
}
