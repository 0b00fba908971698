import Mentorship

/// The texts of a table's cells in one run of bytes.
///
/// A string of its own for each of a million cells would cost more time than the reading.
final class CellStore: Sendable {
  /// Where a cell's text lies, and where the cell stands in its file.
  struct Mark: Sendable {
    var start: UInt32
    var end: UInt32
    /// 1-based.
    var line: UInt32
    /// 1-based.
    var column: UInt32

    /// A cell without text.
    static func blank(line: UInt32, column: UInt32) -> Mark {
      Mark(start: 0, end: 0, line: line, column: column)
    }
  }

  /// Valid UTF-8.
  let text: [UInt8]
  let marks: [Mark]

  init(text: [UInt8], marks: [Mark]) {
    self.text = text
    self.marks = marks
  }

  func cell(_ index: Int) -> Table.Cell {
    let mark = marks[index]
    return Table.Cell(
      text: String(decoding: text[Int(mark.start)..<Int(mark.end)], as: UTF8.self),
      line: Int(mark.line), column: Int(mark.column))
  }

  /// Whether two cells have the same text.
  func areEqual(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (marks[one], marks[other])
    guard left.end - left.start == right.end - right.start else { return false }
    for offset in 0..<Int(left.end - left.start)
    where text[Int(left.start) + offset] != text[Int(right.start) + offset] {
      return false
    }
    return true
  }

  /// A hash of a cell's text.
  func hash(_ index: Int) -> UInt64 {
    var hash = FNVHash()
    for index in Int(marks[index].start)..<Int(marks[index].end) { hash.combine(text[index]) }
    return hash.value
  }

  /// Whether there is nothing but white space in a part of a text.
  static func isBlank(_ mark: Mark, in text: [UInt8]) -> Bool {
    for index in Int(mark.start)..<Int(mark.end) {
      let byte = text[index]
      if byte == 0x20 || (0x09...0x0D).contains(byte) { continue }
      if byte < 0x80 { return false }
      let rest = String(decoding: text[index..<Int(mark.end)], as: UTF8.self)
      return rest.allSatisfy(\.isWhitespace)
    }
    return true
  }
}

extension Table {
  /// The cells of one row.
  struct Cells: RandomAccessCollection, Equatable {
    let store: CellStore
    private let range: Range<Int>

    init(_ store: CellStore, _ range: Range<Int>) {
      self.store = store
      self.range = range
    }

    var startIndex: Int { 0 }
    var endIndex: Int { range.count }

    /// - Complexity: O(*n*) for *n* bytes of the cell: its text is made here.
    subscript(index: Int) -> Cell { store.cell(range.lowerBound + index) }

    /// The line and the column of a cell in its file.
    func place(of index: Int) -> (line: Int, column: Int) {
      let mark = store.marks[range.lowerBound + index]
      return (Int(mark.line), Int(mark.column))
    }

    /// Where a cell is in the store.
    func position(of index: Int) -> Int { range.lowerBound + index }

    /// The line of the first cell.
    var line: Int { range.isEmpty ? 1 : Int(store.marks[range.lowerBound].line) }

    static func == (left: Cells, right: Cells) -> Bool { left.elementsEqual(right) }
  }
}
