/// The rows of a sheet that have text, from the top down, and the cells of each from left to right.
struct SheetRows {
  /// Sorted; of two cells in one place the later one.
  let marks: [CellStore.Mark]
  /// Each as a part of the marks.
  let rows: [Range<Int>]
  let text: [UInt8]

  /// - Complexity: O(*n*) for *n* cells in order, O(*n* log *n*) for others.
  init(_ reader: SheetReader) {
    text = reader.text
    let isSorted = zip(reader.marks, reader.marks.dropFirst()).allSatisfy { Self.isBefore($0, $1) }
    marks = isSorted ? reader.marks : Self.sorted(reader.marks)
    var rows: [Range<Int>] = []
    var start = 0
    for index in marks.indices
    where index + 1 == marks.count || marks[index + 1].line != marks[index].line {
      rows.append(start..<(index + 1))
      start = index + 1
    }
    self.rows = rows
  }

  /// Those with text, from left to right.
  ///
  /// - Complexity: O(*n*) for *n* cells.
  var columns: [Int] { Set(marks.lazy.map(\.column)).sorted().map(Int.init) }

  func number(of row: Int) -> Int { Int(marks[rows[row].lowerBound].line) }

  func lastColumn(of row: Int) -> Int { Int(marks[rows[row].upperBound - 1].column) }

  /// The cell of a row in a column, `nil` for one without text.
  func mark(_ row: Int, _ column: Int) -> CellStore.Mark? {
    marks[rows[row]].first { $0.column == UInt32(column) }
  }

  func string(_ mark: CellStore.Mark) -> String {
    String(decoding: text[Int(mark.start)..<Int(mark.end)], as: UTF8.self)
  }

  private static func isBefore(_ left: CellStore.Mark, _ right: CellStore.Mark) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  private static func sorted(_ marks: [CellStore.Mark]) -> [CellStore.Mark] {
    var result: [CellStore.Mark] = []
    for (_, mark) in marks.enumerated().sorted(by: { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }) {
      if let last = result.last, !isBefore(last, mark) { result.removeLast() }
      result.append(mark)
    }
    return result
  }
}
