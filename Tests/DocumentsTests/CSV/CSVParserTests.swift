import Testing

@testable import Documents

private func cells(_ text: String, _ separator: Character = ";") -> [[Table.Cell]] {
  var parser = CSVParser(Array(text.utf8), separator: separator.asciiValue ?? 0)
  var records: [Range<Int>] = []
  while let record = parser.nextRecord() { records.append(record) }
  let store = parser.finish()
  return records.map { $0.map { store.cell($0) } }
}

private func records(_ text: String, _ separator: Character = ";") -> [[String]] {
  cells(text, separator).map { $0.map(\.text) }
}

private func unclosed(_ text: String) -> [String] {
  var parser = CSVParser(Array(text.utf8), separator: UInt8(ascii: ";"))
  while parser.nextRecord() != nil {}
  return parser.unclosedQuotes.map { "\($0.line):\($0.column)" }
}

@Suite struct CSVParserTests {
  @Test func separators() {
    for separator: Character in [";", ",", "\t", "|"] {
      #expect(records("a\(separator)b\n1\(separator)\n", separator) == [["a", "b"], ["1", ""]])
    }
  }

  @Test func lineEnds() {
    for end in ["\n", "\r\n", "\r"] {
      #expect(records("a;b\(end)1;2\(end)") == [["a", "b"], ["1", "2"]])
      #expect(records("a;b\(end)\(end)1;2") == [["a", "b"], [""], ["1", "2"]])
      #expect(records("\"a\(end)b\";c") == [["a\nb", "c"]])
    }
  }

  @Test func quotes() {
    #expect(records("\"a;b\";c") == [["a;b", "c"]])
    #expect(records("\"\";x") == [["", "x"]])
    #expect(records("\"say \"\"hi\"\"\";x") == [["say \"hi\"", "x"]])
    #expect(records("\"\"\"\"") == [["\""]])
    #expect(records("\"a\"  ;b") == [["a", "b"]])
    #expect(records("a \"b\" c;d") == [["a \"b\" c", "d"]])
  }

  @Test func strayQuotesAreCharacters() {
    #expect(
      records("\"ООО \"Ромашка\", Тула\";x\ny;z") == [["ООО \"Ромашка\", Тула", "x"], ["y", "z"]])
    #expect(records("\"ООО \"Ромашка\"\";x\ny;z") == [["ООО \"Ромашка\"", "x"], ["y", "z"]])
    #expect(unclosed("\"ООО \"Ромашка\"\";x\ny;z").isEmpty)
  }

  @Test func unclosedQuoteDoesNotSwallowTheFile() {
    #expect(records("a;\"b\nc;d") == [["a", "\"b"], ["c", "d"]])
    #expect(unclosed("a;\"b\nc;d") == ["1:3"])
    // The next quotation stays whole.
    let text = "a;\"b\nc;\"d;e\"\nf;g"
    #expect(records(text) == [["a", "\"b"], ["c", "d;e"], ["f", "g"]])
    #expect(unclosed(text) == ["1:3"])
    #expect(unclosed("я;\"b\nc;\"d") == ["1:3", "2:3"])
  }

  @Test func placesCountCharacters() {
    let places = cells("ФИО;\"ё\nж\";в\r\nы;э").map { $0.map { "\($0.line):\($0.column)" } }
    #expect(places == [["1:1", "1:5", "2:4"], ["3:1", "3:3"]])
  }

  /// Quotation marks that never close, in every cell: the reading stays linear.
  @Test func hostileQuotesTakeNoTime() {
    for pattern in [";\"\"x", ";\"\"x\n", "\"\n", ";\"x\"y\n", "\";\""] {
      let text = String(repeating: pattern, count: 200_000)
      #expect(!records(text).isEmpty)
    }
  }

  /// What a writer quotes by the book, the parser reads back.
  @Test func wellFormedTextRoundTrips() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("aя\";,\n \t|")
    for seed in 0..<500 {
      let table = (0..<4).map { _ in
        (0..<3).map { _ in
          String(
            (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
              alphabet.randomElement(using: &random)
            })
        }
      }
      let text = table.map { row in
        row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ";")
      }.joined(separator: "\r\n")
      #expect(records(text) == table, "seed \(seed)")
    }
  }
}

/// The generator SplitMix64 of Steele, Lea and Flood, 2014: the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
