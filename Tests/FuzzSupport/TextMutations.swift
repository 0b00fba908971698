import TestSupport

/// A season file whose lines and nodes go astray.
enum YAMLMutations {
  static func file(_ sample: String, _ random: inout SplitMix64) -> [UInt8] {
    var lines = sample.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...4, using: &random) where lines.count > 1 {
      let index = Int.random(in: lines.indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: lines.remove(at: index)
      case 1: lines.insert(lines[index], at: index)
      case 2: lines.swapAt(index, Int.random(in: lines.indices, using: &random))
      case 3: lines[index] = String(repeating: " ", count: index % 7) + lines[index]
      case 4: lines[index] = String(lines[index].drop { $0 == " " })
      case 5: lines.insert(bomb(&random), at: index)
      default: lines[index] = replaced(lines[index], &random)
      }
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    return random.happens(percent: 30) ? ByteMutations.apply(bytes, &random) : bytes
  }

  /// Another value behind the colon.
  private static func replaced(_ line: String, _ random: inout SplitMix64) -> String {
    let node = nodes.randomElement(using: &random) ?? ""
    guard let colon = line.firstIndex(of: ":") else { return line + node }
    let value = random.happens(percent: 50) ? node : OddTexts.random(&random)
    return line[...colon] + " " + value
  }

  private static func bomb(_ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: "deep: " + String(repeating: "[", count: Int.random(in: 1...5_000, using: &random))
    case 1:
      "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]"
    default: "? [complex, key]\n: value"
    }
  }

  private static let nodes = [
    "&a", "*a", "!!binary aGk=", "!!int x", "|", ">-", "[", "]", "{", "{a: b", "[a, [b]]",
    "{a: {b: c}}",
    "~", "null", "\"a", "'a", "- a", "<<: *a", "---", "...", "%YAML 1.1", "@a", "`a", "\"\\x00\"",
    "\"\\uD800\"", "1e999", "-1", "0", "99999999999999999999", "[1, 2, 3, 4, 5]", "2001-01-01",
    "on",
  ]
}

/// An instance file whose numbers, keys and brackets go astray.
enum JSONMutations {
  static func file(_ sample: String, _ random: inout SplitMix64) -> [UInt8] {
    var tokens = tokens(of: sample)
    for _ in 0..<Int.random(in: 1...3, using: &random) where tokens.count > 1 {
      let index = Int.random(in: tokens.indices, using: &random)
      let end = min(tokens.count, index + Int.random(in: 1...8, using: &random))
      switch Int.random(in: 0..<12, using: &random) {
      case 0: tokens.removeSubrange(index..<end)
      case 1: tokens.insert(contentsOf: tokens[index..<end], at: index)
      case 2: tokens.swapAt(index, Int.random(in: tokens.indices, using: &random))
      case 3 where random.happens(percent: 20):
        let depth = Int.random(in: 1...20_000, using: &random)
        tokens.insert(String(repeating: "[", count: depth), at: index)
      default:
        // Where a value stands: a file whose brackets are wrong says little about its numbers.
        let words = tokens.indices.filter { isValue(tokens[$0]) }
        guard let word = words.randomElement(using: &random) else { continue }
        tokens[word] = values.randomElement(using: &random) ?? ""
      }
    }
    let bytes = Array(tokens.joined().utf8)
    return random.happens(percent: 30) ? ByteMutations.apply(bytes, &random) : bytes
  }

  private static func isValue(_ token: String) -> Bool {
    token.first.map { $0.isNumber || $0 == "-" || $0 == "\"" } ?? false
  }

  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var isWord = false
    for character in text {
      let continues = character.isLetter || character.isNumber || "\"-._".contains(character)
      if continues, isWord {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
      isWord = continues
    }
    return tokens
  }

  private static let values = [
    "null", "true", "-1", "0", "1e999", "1e-400", "0.1234567890123", "9223372036854775807",
    "-9223372036854775808", "99999999999999999999", "1000000000", "1e9", "-0", "01", "1.", "NaN",
    "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"a", "[]", "{}", "[[]]", "{\"a\":1}", ",", ":",
    "\"points\"",
    "\"pairs\"", "\"mentors\"", "\"capacity\"", "\"rankings\"",
  ]
}

/// A matrix file whose header and cells go astray.
enum NumpyMutations {
  static func file(_ random: inout SplitMix64) -> [UInt8] {
    let types: [(String, Int)] = [
      ("<i8", 8), ("<f8", 8), ("|u1", 1), ("<i4", 4), (">i4", 4), ("<f4", 4), ("|b1", 1),
      ("<u2", 2),
      ("<c16", 16), ("|O", 8), ("<U4", 16), ("<f2", 2),
    ]
    let (type, width) = types.randomElement(using: &random) ?? ("<i8", 8)
    let (rows, columns) = (
      Int.random(in: 0...6, using: &random), Int.random(in: 0...6, using: &random)
    )
    var shape = "(\(rows), \(columns))"
    if random.happens(percent: 20) { shape = shapes.randomElement(using: &random) ?? shape }
    let order = random.happens(percent: 50) ? "True" : "False"
    var header = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }"
    if random.happens(percent: 15) {
      header = String(
        decoding: ByteMutations.apply(Array(header.utf8), &random), as: UTF8.self)
    }
    while (header.utf8.count + 11) % 64 != 0 { header += " " }
    header += "\n"
    let length = header.utf8.count
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes += [UInt8(length & 0xFF), UInt8(truncatingIfNeeded: length >> 8)] + Array(header.utf8)
    bytes += (0..<(rows * columns * width)).map { index in
      random.happens(percent: 70) && index % width > 0
        ? 0 : UInt8.random(in: 0...255, using: &random)
    }
    return random.happens(percent: 40) ? ByteMutations.apply(bytes, &random) : bytes
  }

  private static let shapes = [
    "()", "(3,)", "(-1, 2)", "(2, 2, 2)", "(4294967296, 4294967296)", "(9223372036854775807, 1)",
    "(1000000000, 0)", "(0, 99999999999)", "(100000, 100000)", "(1L, 2L)", "[1, 2]", "(1.0, 2)",
    "(",
    "(99999999999999999999, 1)", "(1000000, 1000000)",
  ]
}
