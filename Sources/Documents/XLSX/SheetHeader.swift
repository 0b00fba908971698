/// The header of a sheet: not always its first row.
///
/// 1. The header is the first of the first twenty rows with text that has text in more than half as
///    many columns as the fullest of them; a merged cell that is not alone has it in all its columns.
///    So a title above, merged or not, is no header.
/// 2. Two rows, one right under the other, are one header when a cell of the upper one is merged over
///    several columns with two or more texts under such cells, and nothing stands under its other
///    cells. The names are joined then: `Предметы` over `физика` is the column `Предметы – физика`.
struct SheetHeader {
  /// The rows of the header among those with text: one, or two.
  let rows: ClosedRange<Int>
  let cells: [Table.Cell]

  private static let lookedAt = 20
  /// More merged cells than twenty rows of a real sheet have.
  private static let mergeLimit = 5_000

  init(_ sheet: SheetRows, merges all: [SheetReader.Merge]) {
    let last = sheet.number(of: min(Self.lookedAt, sheet.rows.count - 1))
    let merges = Array(all.lazy.filter { $0.rows.lowerBound <= last }.prefix(Self.mergeLimit))
    let counts = sheet.rows.indices.prefix(Self.lookedAt).map { Self.width(sheet, $0, merges) }
    let fullest = counts.max() ?? 0
    let found = counts.firstIndex { $0 * 2 > fullest } ?? 0
    var rows = found...found
    for pair in [found - 1, found] where rows.count == 1 && pair >= 0 {
      if Self.isTwoRows(sheet, pair, merges) { rows = pair...(pair + 1) }
    }
    self.rows = rows
    let width = rows.map { sheet.lastColumn(of: $0) }.max() ?? 0
    let groups = Self.groups(in: sheet.number(of: rows.lowerBound), merges)
    cells = (1...max(1, width)).map { column in
      Self.cell(sheet, rows, column: column, groups)
    }
  }

  /// In how many columns a row has text.
  private static func width(_ sheet: SheetRows, _ row: Int, _ merges: [SheetReader.Merge]) -> Int {
    let count = sheet.rows[row].count
    guard count > 1 else { return count }
    let groups = groups(in: sheet.number(of: row), merges)
    return count
      + groups.filter { sheet.mark(row, $0.lowerBound) != nil }.reduce(0) { $0 + $1.count - 1 }
  }

  /// The merged cells that lie in one row, over two columns or more.
  private static func groups(in row: Int, _ merges: [SheetReader.Merge]) -> [ClosedRange<Int>] {
    merges.filter { $0.rows == row...row && $0.columns.count > 1 }.map(\.columns)
  }

  private static func isTwoRows(
    _ sheet: SheetRows, _ upper: Int, _ merges: [SheetReader.Merge]
  ) -> Bool {
    guard upper + 1 < sheet.rows.count, sheet.rows[upper].count > 1,
      sheet.number(of: upper + 1) == sheet.number(of: upper) + 1
    else { return false }
    let groups = groups(in: sheet.number(of: upper), merges)
    let above = Set(sheet.marks[sheet.rows[upper]].map(\.column))
    var count = 0
    for mark in sheet.marks[sheet.rows[upper + 1]] {
      if groups.contains(where: { $0.contains(Int(mark.column)) }) {
        count += 1
      } else if above.contains(mark.column) {
        return false
      }
    }
    return count > 1
  }

  private static func cell(
    _ sheet: SheetRows, _ rows: ClosedRange<Int>, column: Int, _ groups: [ClosedRange<Int>]
  ) -> Table.Cell {
    let lower = sheet.mark(rows.upperBound, column)
    guard rows.count > 1 else { return table(lower, sheet, column, rows.upperBound) }
    let group = groups.first { $0.contains(column) }
    let upper = sheet.mark(rows.lowerBound, group?.lowerBound ?? column)
    guard let upper, let lower else {
      // A group's name alone stands over its first column only.
      let alone = lower ?? (group.map { $0.lowerBound == column } ?? true ? upper : nil)
      return table(alone, sheet, column, rows.upperBound)
    }
    let (first, second) = (sheet.string(upper), sheet.string(lower))
    return Table.Cell(
      text: first == second ? second : "\(first) – \(second)", line: Int(lower.line),
      column: column
    ).asHeader
  }

  private static func table(
    _ mark: CellStore.Mark?, _ sheet: SheetRows, _ column: Int, _ row: Int
  ) -> Table.Cell {
    Table.Cell(
      text: mark.map { sheet.string($0) } ?? "",
      line: mark.map { Int($0.line) } ?? sheet.number(of: row), column: column
    ).asHeader
  }
}
