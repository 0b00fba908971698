/// Splits separated text into records of cells, each with its place.
///
/// ```swift
/// var parser = CSVParser(Array("ФИО;Класс\n\"Иванов; Пётр\";7".utf8), separator: UInt8(ascii: ";"))
/// parser.nextRecord()?.map(\.text)  // ["ФИО", "Класс"]
/// parser.nextRecord()?.map(\.text)  // ["Иванов; Пётр", "7"]
/// ```
/// Lenient RFC 4180 (Y. Shafranovich, 2005): cells may be quoted, quotation marks doubled, line ends
/// CRLF, LF or CR, also inside quotes. A stray quotation mark is a character. A quotation that nobody
/// closes does not swallow the file: its mark becomes a character too, and is remembered.
struct CSVParser {
  /// The places of quotation marks without a partner.
  private(set) var unclosedQuotes: [(line: Int, column: Int)] = []

  private let bytes: [UInt8]
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
    self.separator = separator
    vainBudget = text.count + (1 << 20)
  }

  /// The cells of the next record, `nil` at the end.
  ///
  /// - Complexity: O(bytes of the record), amortised.
  mutating func nextRecord() -> [Table.Cell]? {
    guard position < bytes.count else { return nil }
    var cells: [Table.Cell] = []
    while true {
      cells.append(nextCell())
      guard position < bytes.count else { return cells }
      guard bytes[position] == separator else {
        skipLineEnd()
        return cells
      }
      position += 1
      column += 1
    }
  }

  private mutating func nextCell() -> Table.Cell {
    let (line, column) = (line, column)
    if position < bytes.count, bytes[position] == Self.quote, vainBudget > 0 {
      let search = closingQuote(from: position)
      if let end = search.end {
        return Table.Cell(text: quotedText(until: end), line: line, column: column)
      }
      vainBudget -= search.length
      unclosedQuotes.append((line, column))
    }
    let start = position
    while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) {
      if bytes[position] & 0xC0 != 0x80 { self.column += 1 }
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Table.Cell(text: text, line: line, column: column)
  }

  /// Where the quotation ends that opens at an offset, and how far the search went.
  private func closingQuote(from open: Int) -> (end: Int?, length: Int) {
    var index = open + 1
    var hasLineEnd = false
    var hasStray = false
    while index < bytes.count {
      if bytes[index] == Self.quote {
        if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
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
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return next == bytes.count || bytes[next] == separator || isLineEnd(bytes[next])
  }

  /// Reads a quotation and stands after it, and after blanks behind it.
  private mutating func quotedText(until end: Int) -> String {
    var text: [UInt8] = []
    position += 1
    column += 1
    while position < end {
      let byte = bytes[position]
      if isLineEnd(byte) {
        skipLineEnd()
        text.append(0x0A)
        continue
      }
      text.append(byte)
      if byte & 0xC0 != 0x80 { column += 1 }
      position += 1
      if byte == Self.quote, position < end, bytes[position] == Self.quote {
        position += 1
        column += 1
      }
    }
    position = end + 1
    column += 1
    while position < bytes.count, bytes[position] == 0x20, separator != 0x20 {
      position += 1
      column += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private mutating func skipLineEnd() {
    let isPair =
      bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
    column = 1
  }
}
