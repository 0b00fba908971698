/// The reader of a matrix of numbers in CSV: rows = mentees, an empty cell = not eligible.
///
/// The separator is guessed from the first line with any: tab, then `;`, then `,`. Beside the first
/// two a decimal comma is understood. Quotes around a number are tolerated.
struct MatrixCSV {
  private let bytes: [UInt8]
  private let separator: UInt8

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let tab = UInt8(ascii: "\t")
    let semicolon = UInt8(ascii: ";")
    let comma = UInt8(ascii: ",")
    let lines = bytes.split(separator: 0x0A, maxSplits: 20)
    let telling = lines.first { line in
      line.contains(tab) || line.contains(semicolon) || line.contains(comma)
    }
    separator =
      [tab, semicolon].first { telling?.contains($0) ?? false } ?? comma
  }

  /// - Throws: ``InstanceFileError`` with line, column and cell.
  /// - Complexity: O(byte count).
  func matrix() throws(InstanceFileError) -> BareMatrix {
    var numbers = CompactNumbers()
    var offsets: [Int] = []
    var rowCount = 0
    var columnCount: Int?
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      let line = trimmed(position..<end, keepsTabs: true)
      let next = min(end + 1, bytes.count)
      // A blank line at the end is no row; anywhere else it is one of a single column.
      if line.isEmpty, columnCount ?? 2 > 1 || next == bytes.count {
        position = end + 1
        continue
      }
      let cellCount = try readRow(line, into: &numbers, &offsets)
      guard cellCount == columnCount ?? cellCount else {
        throw .wrongCount(
          FilePlace(offset: position, in: bytes), count: cellCount, expected: columnCount ?? 0)
      }
      columnCount = cellCount
      rowCount += 1
      position = end + 1
    }
    guard let columnCount else { throw .empty }
    let (bytes, places) = (bytes, offsets)
    return BareMatrix(
      rowCount: rowCount, columnCount: columnCount, numbers: .exact(numbers),
      place: {
        FilePlace(
          offset: places[$0], in: bytes,
          path: FilePlace.cell(row: $0 / columnCount, column: $0 % columnCount).path)
      })
  }

  /// - Returns: the number of cells.
  private func readRow(
    _ line: Range<Int>, into numbers: inout CompactNumbers, _ offsets: inout [Int]
  ) throws(InstanceFileError) -> Int {
    let count = numbers.count
    var start = line.lowerBound
    for index in line.lowerBound...line.upperBound
    where index == line.upperBound || bytes[index] == separator {
      let word = trimmed(start..<index, keepsTabs: false)
      offsets.append(word.lowerBound)
      numbers.append(
        word.isEmpty
          ? nil
          : try TextScanner.number(
            bytes, word, decimalComma: separator != UInt8(ascii: ",")))
      start = index + 1
    }
    return numbers.count - count
  }

  /// The range without blanks, carriage returns and one pair of quotes around it.
  private func trimmed(_ range: Range<Int>, keepsTabs: Bool) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    func isBlank(_ byte: UInt8) -> Bool {
      JSONParser.isSpace(byte) && !(keepsTabs && byte == UInt8(ascii: "\t"))
    }
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    while lower < upper, isBlank(bytes[upper - 1]) { upper -= 1 }
    if !keepsTabs, upper - lower >= 2, bytes[lower] == 0x22, bytes[upper - 1] == 0x22 {
      return lower + 1..<upper - 1
    }
    return lower..<upper
  }
}
