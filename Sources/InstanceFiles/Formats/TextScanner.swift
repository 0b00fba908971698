/// Walks over the words of a text, each with its place.
struct TextScanner {
  let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The next word between blanks, `nil` at the end.
  mutating func next() -> Range<Int>? {
    while position < bytes.count, JSONParser.isSpace(bytes[position]) { position += 1 }
    let start = position
    while position < bytes.count, !JSONParser.isSpace(bytes[position]) { position += 1 }
    return start < position ? start..<position : nil
  }

  func place(_ offset: Int) -> FilePlace { FilePlace(offset: offset, in: bytes) }

  /// - Throws: `notANumber`, `notFinite` or `tooLarge` with the place of the word.
  func number(_ word: Range<Int>) throws(InstanceFileError) -> JSONNumber {
    try Self.number(bytes, word)
  }

  /// A number as people and programs write it: JSON's, and `+1`, `.5`, `1.`, `007`.
  static func number(
    _ bytes: [UInt8], _ word: Range<Int>, decimalComma: Bool = false
  ) throws(InstanceFileError) -> JSONNumber {
    // Most are integers of a few digits.
    if word.count < 18, bytes[word].allSatisfy({ 48...57 ~= $0 }) {
      return JSONNumber(integer: bytes[word].reduce(0) { $0 * 10 + Int($1 - 48) })
    }
    var text = bytes[word].map { decimalComma && $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    let isNegative = text.first == UInt8(ascii: "-")
    if isNegative || text.first == UInt8(ascii: "+") { text.removeFirst() }
    let zeros = text.prefix { $0 == 48 }.count
    text.removeFirst(zeros)
    text.insert(contentsOf: isNegative ? [UInt8(ascii: "-")] : [], at: 0)
    let isFraction = text.dropFirst(isNegative ? 1 : 0).first.map { !(48...57 ~= $0) } ?? true
    if isFraction, zeros > 0 || text.contains(UInt8(ascii: ".")) {
      text.insert(48, at: isNegative ? 1 : 0)
    }
    if let point = text.firstIndex(of: UInt8(ascii: ".")), zeros > 0 || text.count > 1,
      point + 1 == text.count || !(48...57 ~= text[point + 1])
    {
      text.insert(48, at: point + 1)
    }
    var scanner = NumberScanner(text)
    let outcome = scanner.scan()
    let place = FilePlace(offset: word.lowerBound, in: bytes)
    switch outcome {
    case .number(let number) where scanner.position == text.count: return number
    case .infinite: throw .tooLarge(place)
    default:
      let found = String(decoding: bytes[word], as: UTF8.self)
      let letters = found.lowercased().drop { $0 == "+" || $0 == "-" }
      if ["nan", "inf", "infinity"].contains(letters) { throw .notFinite(place) }
      throw .notANumber(place, found: String(found.prefix(40)))
    }
  }

  /// - Throws: also `negative` and `fractional`.
  func count(_ word: Range<Int>) throws(InstanceFileError) -> Int {
    let number = try number(word)
    if number.double < 0 { throw .negative(place(word.lowerBound)) }
    if number.isHugeInteger { return .max }
    guard let count = number.integer else { throw .fractional(place(word.lowerBound)) }
    return count
  }
}

/// A text of one count a line.
struct CountLines {
  private var scanner: TextScanner

  init(_ bytes: [UInt8]) { scanner = TextScanner(bytes) }

  func counts() throws(InstanceFileError) -> [Int] {
    var scanner = scanner
    var counts: [Int] = []
    while let word = scanner.next() { counts.append(try scanner.count(word)) }
    return counts
  }
}
