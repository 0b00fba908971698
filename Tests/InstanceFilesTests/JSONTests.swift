import InstanceFiles
import Testing

@Suite struct JSONTests {
  /// Wraps a value so that it is read by the one public door for JSON: the echo id of an instance.
  static func echo(_ text: String) throws -> JSONValue? {
    try instance("\"id\": \(text), \"mentees\": 0, \"mentors\": 0, \"points\": []").id
  }

  @Test("writes compact and pretty text with keys in order")
  func writes() {
    let value: JSONValue = [
      "b": [1, -2, nil], "a": ["t": true, "s": "q\"\\\n\u{1}я"], "e": [], "o": [:],
    ]
    #expect(
      value.text() == #"{"b":[1,-2,null],"a":{"t":true,"s":"q\"\\\n\u0001я"},"e":[],"o":{}}"#)
    let long: JSONValue = [
      "rows": JSONValue((0..<3).map { _ in JSONValue((0..<20).map { JSONValue($0) }) })
    ]
    #expect(
      long.text(.pretty).split(separator: "\n").map(\.count).max() == 75,
      "\(long.text(.pretty))")
    #expect(long.text(.pretty).hasPrefix("{\n  \"rows\": [\n    [0, 1, 2"))
    #expect((["a": [0, 0]] as JSONValue).text(.pretty) == #"{"a": [0, 0]}"#)
  }

  @Test("numbers keep their exact value and their shortest form")
  func numbers() {
    for (significand, digits, text) in [
      (125, 2, "1.25"), (-5, 3, "-0.005"), (100, 2, "1"), (0, 5, "0"), (30, 1, "3"),
      (9_007_199_254_740_993, 0, "9007199254740993"), (Int.min, 0, "-9223372036854775808"),
    ] {
      #expect(JSONNumber(significand: significand, fractionDigits: digits).text == text)
    }
    for double in [
      0.1, 1.0 / 3, 1e300, Double.leastNonzeroMagnitude, -2.5, 0x1p-40, 123_456_789.123, 1e21,
    ] {
      #expect(JSONNumber(double)?.double == double)
      #expect(JSONNumber(double).flatMap { Double($0.text) } == double)
    }
    #expect(JSONNumber(Double.nan) == nil)
    #expect(JSONNumber(1e2) == JSONNumber(integer: 100))
    #expect(JSONValue(Double.infinity) == .null)
  }

  @Test("texts with escapes, surrogates and every language come through")
  func strings() throws {
    #expect(try Self.echo(#""a\u0416\ud83d\ude00\/\n""#) == .string("aЖ😀/\n"))
    #expect(try Self.echo("\"наставник\"") == .string("наставник"))
    #expect(
      try Self.echo("12345678901234567") == .number(JSONNumber(integer: 12_345_678_901_234_567)))
  }

  @Test("every fault of syntax is named with line and column")
  func faults() {
    for (text, line, column, fault) in [
      ("{", 1, 2, .unexpectedEnd), ("{\"a\": 1,\n  2}", 2, 3, .keyExpected),
      ("{\"я\" 1}", 1, 6, .colonExpected), ("{\"a\": [1 2]}", 1, 10, .missingComma),
      ("{\"a\": 01}", 1, 7, .badNumber), ("{\"a\": -}", 1, 7, .badNumber),
      ("{\"a\": 1.}", 1, 7, .badNumber), ("{\"a\": NaN}", 1, 7, .notFinite),
      ("{\"a\": [-Infinity]}", 1, 8, .notFinite), ("{\"a\": two}", 1, 7, .unknownWord("two")),
      ("{\"a\": ?}", 1, 7, .unexpectedCharacter), ("{} x", 1, 4, .trailingText),
      ("{\"a\": \"\\x\"}", 1, 8, .badEscape), ("{\"a\": \"\\ud800\"}", 1, 8, .badEscape),
      ("{\"a\": \"\t\"}", 1, 8, .controlCharacter), ("[1,]", 1, 4, .unexpectedCharacter),
      (String(repeating: "[", count: 1000), 1, 129, .tooDeep),
    ] as [(String, Int, Int, SyntaxFault)] {
      #expect(
        failure(Array(text.utf8)) == .syntax(FilePlace(line: line, column: column), fault),
        "\(text)")
    }
    #expect(
      failure(Array("{\"a\": \"".utf8) + [0xFF, 0x22, 0x7D])
        == .syntax(FilePlace(line: 1, column: 7), .notUTF8))
    #expect(
      failure(Array("{\"a\": 1, \"a\": 2}".utf8))
        == .duplicateKey(FilePlace(line: 1, column: 10), key: "a"))
    #expect(failure(Array("{\"a\": 1e999}".utf8)) == .tooLarge(FilePlace(line: 1, column: 7)))
    #expect(failure([]) == .empty)
    #expect(failure([0xEF, 0xBB, 0xBF, 0x20]) == .empty)
  }
}

/// An instance of the schema with these members.
func instance(_ members: String) throws(InstanceFileError) -> Instance {
  try InstanceReader().read(Array("{\"schema\": \"nastavnik.instance/1\", \(members)}".utf8))
}

/// The error of reading bytes as an instance, `nil` when they are one.
func failure(_ bytes: [UInt8]) -> InstanceFileError? {
  do {
    _ = try InstanceReader().read(bytes)
    return nil
  } catch { return error }
}
