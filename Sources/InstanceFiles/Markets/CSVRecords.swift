/// The records of a separated text as RFC 4180 has them, every cell with its place.
///
/// The separator is guessed from the first line: tab, then `;`, then `,`. Blank lines are no records.
///
/// ```swift
/// try CSVRecords(Array("a,\"b, c\"\n1,2\n".utf8)).records[0].map(\.text)  // ["a", "b, c"]
/// ```
///
/// Source: Y. Shafranovich, RFC 4180, 2005.
struct CSVRecords {
  struct Cell {
    let text: String
    let offset: Int
  }

  private(set) var records: [[Cell]] = []
  private let bytes: [UInt8]
  private let separator: UInt8
  private static let quote = UInt8(ascii: "\"")

  /// - Throws: `syntax` where the text is not UTF-8, `market` where a quotation is not closed.
  /// - Complexity: O(byte count).
  init(_ bytes: [UInt8]) throws(InstanceFileError) {
    let lines = try TextLines(bytes)
    self.bytes = bytes
    separator = Self.separator(bytes[lines.ranges.first ?? 0..<0])
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      let record = try record(&position)
      if record.count > 1 || record.contains(where: { !$0.text.isEmpty }) { records.append(record) }
    }
  }

  /// What separates the cells of a first line.
  static func separator(_ line: some Collection<UInt8>) -> UInt8 {
    [UInt8(ascii: "\t"), UInt8(ascii: ";")].first(where: line.contains) ?? UInt8(ascii: ",")
  }

  /// The cells of the first line of a text, as far as they tell the format.
  static func header(_ bytes: UnsafeRawBufferPointer) -> [String] {
    let line = bytes.prefix(1024).prefix { $0 != 0x0A && $0 != 0x0D }
    let text = String(decoding: line, as: UTF8.self)
    let mark = Character(Unicode.Scalar(separator(Array(line))))
    return text.split(separator: mark, omittingEmptySubsequences: false)
      .map { $0.filter { $0 != "\"" && $0 != "\u{FEFF}" && $0 != " " }.lowercased() }
  }

  func place(_ cell: Cell) -> FilePlace { FilePlace(offset: cell.offset, in: bytes) }

  /// The place of the end.
  var end: FilePlace { FilePlace(offset: bytes.count, in: bytes) }

  private func record(_ position: inout Int) throws(InstanceFileError) -> [Cell] {
    var cells = [try cell(&position)]
    while position < bytes.count, bytes[position] == separator {
      position += 1
      cells.append(try cell(&position))
    }
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    return cells
  }

  private func cell(_ position: inout Int) throws(InstanceFileError) -> Cell {
    let start = position
    func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }
    guard position < bytes.count, bytes[position] == Self.quote else {
      position = bytes[position...].firstIndex(where: isEnd) ?? bytes.count
      return Cell(
        text: trimmed(String(decoding: bytes[start..<position], as: UTF8.self)), offset: start)
    }
    var text: [UInt8] = []
    position += 1
    while position < bytes.count {
      if bytes[position] == Self.quote {
        position += 1
        guard position < bytes.count, bytes[position] == Self.quote else {
          guard position == bytes.count || isEnd(bytes[position]) else {
            throw .syntax(FilePlace(offset: position, in: bytes), .unexpectedCharacter)
          }
          return Cell(text: String(decoding: text, as: UTF8.self), offset: start)
        }
      }
      text.append(bytes[position])
      position += 1
    }
    throw .market(FilePlace(offset: start, in: bytes), .unclosed("\""))
  }

  private func trimmed(_ text: String) -> String {
    let isBlank = { (letter: Character) in letter == " " }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

/// Named columns of the first record, and the cells below them.
struct CSVColumns {
  let records: CSVRecords
  private let places: [String: Int]

  /// - Throws: `unknownKey` for a column of another name, `duplicateKey` for one that stands twice.
  init(
    _ records: CSVRecords, known: [String], isKnown: (String) -> Bool = { _ in false }
  ) throws(InstanceFileError) {
    self.records = records
    var places: [String: Int] = [:]
    guard let header = records.records.first else { throw .empty }
    for (column, cell) in header.enumerated() {
      let name = cell.text.lowercased()
      guard known.contains(name) || isKnown(name) else {
        throw .unknownKey(
          records.place(cell), key: cell.text, suggestion: Spelling.nearest(to: name, in: known))
      }
      guard places.updateValue(column, forKey: name) == nil else {
        throw .duplicateKey(records.place(cell), key: cell.text)
      }
    }
    self.places = places
  }

  func has(_ column: String) -> Bool { places[column] != nil }

  /// - Throws: `market` where the header lacks a column.
  func require(_ columns: [String]) throws(InstanceFileError) {
    for column in columns where !has(column) {
      throw .market(FilePlace(line: 1, column: 1), .missingColumn(column))
    }
  }

  /// The cell of a record below a column; `nil` where it is empty or there is none.
  func cell(_ column: String, _ record: [CSVRecords.Cell]) -> CSVRecords.Cell? {
    guard let place = places[column], place < record.count, !record[place].text.isEmpty else {
      return nil
    }
    return record[place]
  }

  /// A whole number of at least 0; `nil` where the cell is empty.
  func count(
    _ column: String, _ record: [CSVRecords.Cell], atLeast least: Int = 0
  ) throws(InstanceFileError) -> Int? {
    guard let cell = cell(column, record) else { return nil }
    guard let count = Int(cell.text) else {
      throw .notANumber(records.place(cell), found: String(cell.text.prefix(40)))
    }
    if count < 0 { throw .negative(records.place(cell)) }
    guard count >= least, count <= MarketDraft.largestCount else {
      throw .ordinalOutOfRange(
        records.place(cell), number: count, count: MarketDraft.largestCount)
    }
    return count
  }

  /// - Throws: `wrongCount` for a record of more cells than the header has.
  func checkWidth(_ record: [CSVRecords.Cell]) throws(InstanceFileError) {
    let width = records.records.first?.count ?? 0
    if record.count > width, let extra = record[width...].first(where: { !$0.text.isEmpty }) {
      throw .wrongCount(records.place(extra), count: record.count, expected: width)
    }
  }
}
