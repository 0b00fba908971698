import Mentorship

/// Reads a table from an XLSX workbook.
///
/// Without a sheet named, the first visible one is taken whose header is one that is looked for, filled in if
/// there is such; else the first that holds a table: a header and a row under it, in two columns or more. Where
/// none does, it is the first with any text.
struct WorkbookReader {
  private let file: String
  private var findings: [Finding] = []
  private var sheets: [WorkbookParts.Sheet] = []

  /// Whether a table is one that is looked for; `nil` = any is.
  private let recognises: ((Table) -> Bool)?

  private init(file: String, recognises: ((Table) -> Bool)?) {
    (self.file, self.recognises) = (file, recognises)
  }

  /// - Complexity: O(*n*) for *n* bytes, unpacked.
  static func read(
    _ bytes: [UInt8], file: String, sheet: String?, recognises: ((Table) -> Bool)? = nil
  ) -> TableFile {
    var reader = WorkbookReader(file: file, recognises: recognises)
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

  /// How much a sheet looks like the one that is meant.
  private enum Likeness: Int, Comparable {
    case text, table, header, filledIn

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  private func likeness(_ table: Table) -> Likeness {
    guard table.header.count > 1 else { return .text }
    let isTable = !table.rows.isEmpty
    guard let recognises else { return isTable ? .filledIn : .text }
    guard recognises(table) else { return isTable ? .table : .text }
    return isTable ? .filledIn : .header
  }

  private mutating func firstTable(_ archive: borrowing ZipArchive, _ values: CellValues) -> Table?
  {
    var best: (sheet: WorkbookParts.Sheet, table: SheetTable, likeness: Likeness)?
    for sheet in visible {
      let before = findings.count
      guard let read = read(sheet, archive, values) else {
        // What is wrong with one sheet may well hide the table that is meant, but not one that was found.
        guard let best, best.likeness > .text else { return nil }
        findings.removeSubrange(before...)
        continue
      }
      guard let table = read.table else {
        if read.isEmpty || best.map({ $0.likeness > .text }) == true { continue }
        return keep(read)
      }
      let likeness = likeness(table)
      if best.map({ $0.likeness < likeness }) ?? true { best = (sheet, read, likeness) }
      if likeness == .filledIn { break }
    }
    guard let best else {
      reportNoText(archive, values)
      return nil
    }
    report(visible.filter { $0 != best.sheet }, besides: best.sheet, archive, values)
    return keep(best.table)
  }

  /// The sheets that are not read: those like the one that is, and those with other text.
  private mutating func report(
    _ others: [WorkbookParts.Sheet], besides taken: WorkbookParts.Sheet,
    _ archive: borrowing ZipArchive, _ values: CellValues
  ) {
    var (like, unlike): ([String], [String]) = ([], [])
    for sheet in others {
      let reader = SheetReader(values, probe: recognises == nil ? .anyText : .firstRows)
      try? archive.parse(sheet.part ?? "", reader)
      guard !reader.marks.isEmpty || reader.verdict == .enough else { continue }
      let table = recognises == nil ? nil : SheetTable(reader, file: file, sheet: nil).table
      if let table, likeness(table) == .filledIn {
        like.append(sheet.name)
      } else {
        unlike.append(sheet.name)
      }
    }
    if !unlike.isEmpty {
      add(.otherSheets(taken: taken.name, others: unlike), sheet: taken.name)
    }
    if !like.isEmpty { add(.sheetsUnread(like), sheet: taken.name) }
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
    let reader = SheetReader(values, probe: .anyText)
    try? archive.parse(part, reader)
    return reader.verdict == .enough
  }
}
