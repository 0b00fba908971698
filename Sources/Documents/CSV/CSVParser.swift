/// Splits separated text into records of cells, each with its place.
///
/// ```swift
/// var parser = CSVParser(Array("ФИО;Класс\n\"Иванов; Пётр\";7".utf8), separator: UInt8(ascii: ";"))
/// parser.nextRecord()  // 0..<2: "ФИО", "Класс"
/// parser.nextRecord()  // 2..<4: "Иванов; Пётр", "7"
/// parser.finish().cell(2).text  // "Иванов; Пётр"
/// ```
/// Lenient RFC 4180 (Y. Shafranovich, 2005): cells may be quoted, quotation marks doubled, line ends
/// CRLF, LF or CR, also inside quotes. A stray quotation mark is a character. A quotation that nobody
/// closes does not swallow the file: its mark becomes a character too, and is remembered.
struct CSVParser {
  /// The places of quotation marks without a partner.
  private(set) var unclosedQuotes: [(line: Int, column: Int)] = []

  /// The text, and behind it those cells that do not stand in it letter by letter.
  private var bytes: [UInt8]
  private var marks: [CellStore.Mark] = []
  /// Where the text ends.
  private let end: Int
  private let separator: UInt8
  private var position = 0
  private var line = 1
  private var column = 1
  /// Bytes that may still be read in vain; keeps hostile files linear.
  private var vainBudget: Int

  private static let quote = UInt8(ascii: "\"")

  /// Starts before the first record of a text in UTF-8 without byte order mark.
  init(_ text: [UInt8], separator: UInt8) {
    bytes = text
    end = text.count
    self.separator = separator
    vainBudget = text.count + (1 << 20)
  }

  /// All cells read so far.
  consuming func finish() -> CellStore { CellStore(text: bytes, marks: marks) }

  /// Whether a cell that was read has no text.
  func isBlank(_ cell: Int) -> Bool { CellStore.isBlank(marks[cell], in: bytes) }

  /// The cells of the next record, `nil` at the end.
  ///
  /// - Complexity: O(bytes of the record), amortised.
  mutating func nextRecord() -> Range<Int>? {
    guard position < end else { return nil }
    let first = marks.count
    while true {
      readCell()
      guard position < end else { return first..<marks.count }
      guard bytes[position] == separator else {
        skipLineEnd()
        return first..<marks.count
      }
      position += 1
      column += 1
    }
  }

  private mutating func readCell() {
    let (line, column) = (line, column)
    if position < end, bytes[position] == Self.quote, vainBudget > 0 {
      let search = closingQuote(from: position)
      if let close = search.end {
        let text = quotedText(until: close)
        mark(text, line, column)
        return
      }
      vainBudget -= search.length
      unclosedQuotes.append((line, column))
    }
    let start = position
    var characters = 0
    while position < end {
      let byte = bytes[position]
      if byte == separator || isLineEnd(byte) { break }
      if byte & 0xC0 != 0x80 { characters += 1 }
      position += 1
    }
    self.column += characters
    mark(start..<position, line, column)
  }

  private mutating func mark(_ text: Range<Int>, _ line: Int, _ column: Int) {
    marks.append(
      CellStore.Mark(
        start: UInt32(text.lowerBound), end: UInt32(text.upperBound), line: UInt32(line),
        column: UInt32(column)))
  }

  /// Where the quotation ends that opens at an offset, and how far the search went.
  private func closingQuote(from open: Int) -> (end: Int?, length: Int) {
    var index = open + 1
    var hasLineEnd = false
    var hasStray = false
    while index < end {
      if bytes[index] == Self.quote {
        if index + 1 < end, bytes[index + 1] == Self.quote {
          // `"ООО "Ромашка""`: after a stray mark, a double one at the end is mark and end.
          if hasStray, endsCell(after: index + 1) { return (index + 1, index - open) }
          index += 2
          continue
        }
        if endsCell(after: index) { return (index, index - open) }
        // Lines below, a mark in the middle of a word is rather the start of another quotation.
        if hasLineEnd { return (nil, index - open) }
        hasStray = true
      } else if isLineEnd(bytes[index]) {
        hasLineEnd = true
      }
      index += 1
    }
    return (nil, index - open)
  }

  private func endsCell(after index: Int) -> Bool {
    var next = index + 1
    while next < end, bytes[next] == 0x20 { next += 1 }
    return next == end || bytes[next] == separator || isLineEnd(bytes[next])
  }

  /// Reads a quotation and stands after it, and after blanks behind it.
  private mutating func quotedText(until close: Int) -> Range<Int> {
    position += 1
    column += 1
    let start = position
    // Behind the text only if it is not in it as it should be read.
    var copy: Int?
    while position < close {
      let byte = bytes[position]
      if isLineEnd(byte) {
        if byte == 0x0D, copy == nil { copy = startCopy(from: start) }
        skipLineEnd()
        if copy != nil { bytes.append(0x0A) }
        continue
      }
      if copy != nil { bytes.append(byte) }
      if byte & 0xC0 != 0x80 { column += 1 }
      position += 1
      if byte == Self.quote, position < close, bytes[position] == Self.quote {
        if copy == nil { copy = startCopy(from: start) }
        position += 1
        column += 1
      }
    }
    position = close + 1
    column += 1
    while position < end, bytes[position] == 0x20, separator != 0x20 {
      position += 1
      column += 1
    }
    return copy.map { $0..<bytes.count } ?? start..<close
  }

  /// Copies what of a quotation is read already behind the text.
  private mutating func startCopy(from start: Int) -> Int {
    let copy = bytes.count
    for index in start..<position { bytes.append(bytes[index]) }
    return copy
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func skipLineEnd() {
    let isPair =
      bytes[position] == 0x0D && position + 1 < end && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
    column = 1
  }
}
