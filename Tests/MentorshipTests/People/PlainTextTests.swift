import TestSupport
import Testing

@testable import Mentorship

/// What is fast for plain text is what the careful way does, letter by letter.
@Suite("Plain text")
struct PlainTextTests {
  private static let plain = Array("абвеийЁёЙЯАAZaz09 ..--–—‑−«»“”„\"'(,№".unicodeScalars)
  private static let odd = Array("\u{301}\u{306}\u{308}éßİ\u{a0}\u{2003}\t\r\n’ђЇҐ😀".unicodeScalars)

  private static func draw(_ random: inout SplitMix64) -> String {
    let letters = random.happens(percent: 40) ? plain + odd : plain
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...14, using: &random) {
      if let letter = letters.randomElement(using: &random) { text.append(letter) }
    }
    return String(text)
  }

  @Test func foldsAsAnyTextIsFolded() {
    var (plainCount, foldedCount) = (0, 0)
    for seed in 0..<8_000 {
      var random = SplitMix64(seed: UInt64(seed))
      let text = Self.draw(&random)
      let folded = Term.foldAnything(text)
      #expect(Array(Term.fold(text).utf8) == Array(folded.utf8), "seed \(seed): \(text)")
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let term = Term(text)
      #expect(Array(term.text.utf8) == Array(words.utf8), "seed \(seed): \(text)")
      #expect(Array(term.key.utf8) == Array(Term.foldAnything(words).utf8), "seed \(seed): \(text)")
      let plain = PlainText(text)
      plainCount += plain == nil ? 0 : 1
      foldedCount += plain?.isFolded == true ? 1 : 0
    }
    #expect(plainCount > 2_000 && plainCount < 6_000 && foldedCount > 200)
  }

  @Test func namesHaveTheSameWords() {
    for seed in 0..<8_000 {
      var random = SplitMix64(seed: UInt64(seed))
      let folded = Term(Self.draw(&random)).key
      #expect(
        PersonName.words(of: folded) == PersonName.anyWords(of: folded), "seed \(seed): \(folded)")
    }
    let long = Array(repeating: "а", count: 40).joined(separator: " ")
    #expect(PersonName.words(of: long) == PersonName.anyWords(of: long))
  }

  @Test func namesKeepTheirInitialsAndKey() {
    for text in ["Иванов П. С.", "ё. Ж Петров", "Smith J. (2)", "Участник 7", "И.И. Иванов-Ли"] {
      let name = PersonName(text)
      #expect(name.markedWords == PersonName.words(of: Term(name.full).key), "\(text)")
      #expect(name.key == PersonName.key(name.full), "\(text)")
    }
  }

  @Test func usualNamesAreNotOdd() {
    let letters = Array("АаБбЁё-Zz ".unicodeScalars)
    var count = 0
    for seed in 0..<5_000 {
      var random = SplitMix64(seed: UInt64(seed))
      var text = String.UnicodeScalarView()
      for _ in 0..<8 { if let next = letters.randomElement(using: &random) { text.append(next) } }
      let name = Term(String(text)).text
      guard NameCase.isUsual(name) else { continue }
      count += 1
      #expect(!NameCase.isOdd(name), "\(name)")
    }
    #expect(count > 200)
  }

  @Test func equalTermsAndIdsHashAlike() {
    for (one, other) in [
      ("Андреи\u{306}", "Андрей"), ("Семе\u{308}н", "Семен"), ("e\u{301}te\u{301}", "été"),
      ("  Учёба ", "учеба"),
    ] {
      #expect(Term(one) == Term(other) && Term(one).hashValue == Term(other).hashValue, "\(one)")
    }
    let decomposed = PersonID("Андреи\u{306} Е\u{308}лкин")
    #expect(decomposed == PersonID("Андрей Ёлкин"))
    #expect(decomposed.hashValue == PersonID("Андрей Ёлкин").hashValue)
  }
}
