import Mentorship

/// Reads a table from an XLSX workbook.
///
/// Without a sheet named, the first visible one that holds a table is taken: a header and a row under
/// it, in two columns or more. Where none does, it is the first with any text.
struct WorkbookReader {
  private let file: String
  private var findings: [Finding] = []
  private var sheets: [WorkbookParts.Sheet] = []

  private init(file: String) { self.file = file }

  /// - Complexity: O(*n*) for *n* bytes, unpacked.
  static func read(_ bytes: [UInt8], file: String, sheet: String?) -> TableFile {
    var reader = WorkbookReader(file: file)
    var table: Table?
    do throws(WorkbookError) {
      let archive = try ZipArchive(bytes)
      if let other = FileSignature.otherFile(parts: archive.names) {
        reader.add(.otherFile(other))
      } else {
        table = try reader.table(archive, sheet)
      }
    } catch {
      reader.add(error)
    }
    let names = reader.visible.map(\.name)
    return TableFile(table: table, findings: reader.findings, sheets: names)
  }

  private var visible: [WorkbookParts.Sheet] { sheets.filter { !$0.isHidden && $0.part != nil } }

  private mutating func add(_ finding: WorkbookFinding, sheet: String? = nil, row: Int? = nil) {
    findings.append(Finding(.workbook(finding), at: Place(file: file, sheet: sheet, line: row)))
  }

  private mutating func add(_ error: WorkbookError, sheet: String? = nil) {
    if error.problem == .encrypted { return add(.otherFile(.encrypted)) }
    add(.unreadable(error.problem), sheet: sheet, row: error.row)
  }

  private mutating func table(
    _ archive: borrowing ZipArchive, _ wanted: String?
  ) throws(WorkbookError) -> Table? {
    let parts = try WorkbookParts(archive)
    sheets = parts.sheets
    let values = try Self.values(archive, parts)
    if let wanted {
      guard let sheet = sheet(called: wanted) else {
        add(.sheetMissing(name: wanted, sheets: visible.map(\.name)))
        return nil
      }
      return read(sheet, archive, values).map { keep($0) } ?? nil
    }
    return firstTable(archive, values)
  }

  private static func values(
    _ archive: borrowing ZipArchive, _ parts: WorkbookParts
  ) throws(WorkbookError) -> CellValues {
    let strings = SharedStrings()
    if let part = parts.sharedStrings { try archive.parse(part, strings) }
    let styles = CellStyles()
    if let part = parts.styles { try archive.parse(part, styles) }
    return CellValues(
      strings: strings, hasStrings: parts.sharedStrings != nil, formats: styles.formats,
      startsIn1904: parts.startsIn1904)
  }

  /// By name, also of a hidden one; else by number among the visible ones.
  private func sheet(called wanted: String) -> WorkbookParts.Sheet? {
    let term = Term(wanted)
    if let named = sheets.first(where: { Term($0.name) == term && $0.part != nil }) { return named }
    guard let number = Int(term.text), visible.indices.contains(number - 1) else { return nil }
    return visible[number - 1]
  }

  private mutating func firstTable(_ archive: borrowing ZipArchive, _ values: CellValues) -> Table?
  {
    var first: (sheet: WorkbookParts.Sheet, table: SheetTable)?
    for sheet in visible {
      // What is wrong with one sheet may well hide the table that is meant.
      guard let read = read(sheet, archive, values) else { return nil }
      guard let table = read.table else {
        if read.isEmpty { continue }
        return keep(read)
      }
      let isTable = table.header.count > 1 && !table.rows.isEmpty
      if isTable || first == nil { first = (sheet, read) }
      if isTable { break }
    }
    guard let first else {
      reportNoText(archive, values)
      return nil
    }
    let others = visible.filter {
      $0 != first.sheet && hasText($0, archive, values)
    }
    if !others.isEmpty {
      add(
        .otherSheets(taken: first.sheet.name, others: others.map(\.name)), sheet: first.sheet.name)
    }
    return keep(first.table)
  }

  private mutating func reportNoText(_ archive: borrowing ZipArchive, _ values: CellValues) {
    let hidden = sheets.filter { $0.isHidden && hasText($0, archive, values) }
    if hidden.isEmpty {
      findings.append(Finding(.fileEmpty, at: Place(file: file)))
    } else {
      add(.onlyHiddenSheets(hidden.map(\.name)))
    }
  }

  private mutating func keep(_ read: SheetTable) -> Table? {
    findings += read.findings
    return read.table
  }

  /// `nil`, with a finding, for a sheet that is damaged or too large.
  private mutating func read(
    _ sheet: WorkbookParts.Sheet, _ archive: borrowing ZipArchive, _ values: CellValues
  ) -> SheetTable? {
    let reader = SheetReader(values)
    let name = visible.count > 1 || sheet.isHidden ? sheet.name : nil
    do throws(WorkbookError) {
      try archive.parse(sheet.part ?? "", reader)
    } catch {
      add(WorkbookError(error.problem, row: reader.row > 0 ? reader.row : nil), sheet: name)
      return nil
    }
    return SheetTable(reader, file: file, sheet: name)
  }

  private func hasText(
    _ sheet: WorkbookParts.Sheet, _ archive: borrowing ZipArchive, _ values: CellValues
  ) -> Bool {
    guard let part = sheet.part else { return false }
    let reader = SheetReader(values, isProbe: true)
    try? archive.parse(part, reader)
    return reader.verdict == .enough
  }
}
