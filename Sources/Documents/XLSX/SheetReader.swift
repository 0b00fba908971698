import Mentorship

/// Reads the cells of one sheet that have text: a part like `xl/worksheets/sheet1.xml`.
///
/// References (`r="B7"`) may be missing: then a cell stands behind the one before, and a row under it.
final class SheetReader: XMLListener {
  /// A rectangle of cells that shows only its first one.
  struct Merge: Equatable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  /// More than 20,000 people with 200 answers each.
  static let cellLimit = 5_000_000
  static let rowLimit = 1_048_576

  private(set) var verdict = XMLVerdict.more
  /// The shared texts, and behind them those of this sheet alone.
  private(set) var text: [UInt8]
  /// The cells with text, as they come.
  private(set) var marks: [CellStore.Mark] = []
  private(set) var merges: [Merge] = []
  /// Those with text.
  private(set) var hiddenRows: [Int] = []
  /// Columns that are hidden, with text or without.
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// What formulas could not say, by the first place of each kind.
  private(set) var faults = FormulaFaults()
  /// The first cell beyond the columns that are read.
  private(set) var beyond: (row: Int, column: Int)?

  private let values: CellValues
  private let probe: Probe
  private var isInCells = false
  private var isRowHidden = false
  private(set) var row = 0
  private var column = 0
  private var textBytes = 0
  private var cell = CellDraft()

  /// How much of a sheet it is enough to know.
  enum Probe {
    case wholeSheet
    /// As many as a header can stand in, and some under it.
    case firstRows
    /// Whether there is text.
    case anyText
  }

  private static let probedRows = 50

  init(_ values: CellValues, probe: Probe = .wholeSheet) {
    self.values = values
    self.probe = probe
    text = values.strings.text
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c" where isInCells: startCell(attributes)
    case "v" where isInCells, "t" where isInCells: cell.startText(isValue: "v" ~= name)
    case "f" where isInCells: cell.hasFormula = true
    case "rPh" where isInCells: cell.isPhonetic = true
    case "row" where isInCells: startRow(attributes)
    case "sheetData": isInCells = true
    case "col" where !isInCells: addHidden(attributes)
    case "mergeCell": addMerge(attributes["ref"])
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "v", "t": cell.isInText = false
    case "rPh": cell.isPhonetic = false
    case "c" where isInCells: endCell()
    case "sheetData": isInCells = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if cell.isInText { cell.value.append(contentsOf: bytes) }
  }

  private func startRow(_ attributes: XMLAttributes) {
    var number = row + 1
    isRowHidden = false
    column = 0
    attributes.forEach { name, value in
      switch name {
      case "r": number = Int(String(cString: value)) ?? number
      case "hidden": isRowHidden = value.pointee == 0x31 || value.pointee == 0x74
      default: break
      }
    }
    guard (1...Self.rowLimit).contains(number) else { return verdict = .failed(.tooLarge(.rows)) }
    if probe == .firstRows, number > Self.probedRows, !marks.isEmpty { return verdict = .enough }
    row = number
  }

  private func startCell(_ attributes: XMLAttributes) {
    cell.clear()
    column += 1
    attributes.forEach { name, value in
      switch name {
      case "r": column = CellReference.column(value) ?? column
      case "t": cell.kind = CellDraft.Kind(value)
      case "s": cell.style = Int(String(cString: value)) ?? 0
      default: break
      }
    }
  }

  private func endCell() {
    cell.isInText = false
    // Without a row there is no place.
    row = max(row, 1)
    switch values.range(of: &cell, in: &text) {
    case .text(let range): add(range)
    case .nothing: break
    case .error(let shown): faults.addError(shown, row, column)
    case .uncomputed: faults.addUncomputed(row, column)
    case .failed(let problem): verdict = .failed(problem)
    }
  }

  private func add(_ range: Range<UInt32>) {
    let mark = CellStore.Mark(
      start: range.lowerBound, end: range.upperBound, line: UInt32(row), column: UInt32(column))
    guard !CellStore.isBlank(mark, in: text) else { return }
    if probe == .anyText { return verdict = .enough }
    guard column <= Table.columnLimit else {
      beyond = beyond ?? (row, column)
      return
    }
    textBytes += range.count
    guard textBytes <= TextDecoding.limitMegabytes << 20 else {
      return verdict = .failed(.tooLarge(.text))
    }
    guard marks.count < Self.cellLimit else { return verdict = .failed(.tooLarge(.cells)) }
    marks.append(mark)
    if isRowHidden, hiddenRows.last != row { hiddenRows.append(row) }
  }

  private func addHidden(_ attributes: XMLAttributes) {
    guard attributes.isOn("hidden"), let first = Int(attributes["min"] ?? ""),
      let last = Int(attributes["max"] ?? ""), first <= last,
      hiddenColumns.count < Table.columnLimit
    else { return }
    hiddenColumns.append(first...last)
  }

  private func addMerge(_ reference: String?) {
    guard let ends = reference?.split(separator: ":"), ends.count == 2,
      let first = CellReference(ends[0]), let last = CellReference(ends[1]),
      first.row <= last.row, first.column <= last.column
    else { return }
    merges.append(Merge(rows: first.row...last.row, columns: first.column...last.column))
  }
}

/// What formulas left without a value, each with its first place.
struct FormulaFaults {
  private(set) var error: (text: String, row: Int, column: Int)?
  private(set) var errorCount = 0
  private(set) var uncomputed: (row: Int, column: Int)?
  private(set) var uncomputedCount = 0

  fileprivate mutating func addError(_ text: String, _ row: Int, _ column: Int) {
    error = error ?? (text, row, column)
    errorCount += 1
  }

  fileprivate mutating func addUncomputed(_ row: Int, _ column: Int) {
    uncomputed = uncomputed ?? (row, column)
    uncomputedCount += 1
  }
}
