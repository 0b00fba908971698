public import Foundation

/// Writes a workbook as an XLSX file.
///
/// Lists of all lengths stand on a hidden sheet, each under a name of its own: a list inside a validation ends
/// at 255 characters. Equal workbooks are equal bytes.
public enum SpreadsheetWriter {
  /// The bytes of the file.
  ///
  /// The hidden sheet gets its name only when there are lists.
  ///
  /// - Throws: ``SpreadsheetError``.
  /// - Returns: the same for equal workbooks.
  /// - Complexity: O(*n*) for *n* cells and list items.
  public static func bytes(
    of spreadsheet: Spreadsheet, listSheet: String = "Списки"
  ) throws(SpreadsheetError) -> Data {
    try check(spreadsheet, listSheet)
    // The library writes files only.
    let file = FileManager.default.temporaryDirectory.appending(
      path: "nastavnik-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try write(spreadsheet, to: file.path, listSheet)
    do {
      return try Data(contentsOf: file)
    } catch {
      throw .temporaryFile(reason: error.localizedDescription)
    }
  }

  /// The library would print what is wrong, and pass some of it.
  private static func check(
    _ spreadsheet: Spreadsheet, _ listSheet: String
  ) throws(SpreadsheetError) {
    var names: Set<String> = []
    for name in spreadsheet.sheets.map(\.name) + [listSheet] {
      let isGood =
        (1...31).contains(name.utf16.count) && !name.contains { "[]:*?/\\".contains($0) }
        && !name.hasPrefix("'") && !name.hasSuffix("'")
      guard isGood, names.insert(name.lowercased()).inserted else { throw .sheetName(name) }
    }
    for sheet in spreadsheet.sheets {
      var texts = sheet.comments.map(\.text)
      for case .text(let text, _) in sheet.rows.joined() { texts.append(text) }
      for validation in sheet.validations {
        if case .list(let items) = validation.rule { texts += items }
        guard validation.hint.utf16.count <= 255, validation.error.utf16.count <= 255 else {
          throw .textTooLong(limit: 255)
        }
      }
      guard texts.allSatisfy({ $0.utf16.count <= 32_767 }) else {
        throw .textTooLong(limit: 32_767)
      }
    }
  }

  private static func write(
    _ spreadsheet: Spreadsheet, to path: String, _ listSheet: String
  ) throws(SpreadsheetError) {
    let workbook = try XLSXWorkbook(path: path, title: spreadsheet.title)
    let lists = ListSheet(spreadsheet)
    for sheet in spreadsheet.sheets { try add(sheet, to: workbook, lists) }
    if !lists.isEmpty { try lists.add(to: workbook, name: listSheet) }
    try workbook.close()
  }

  /// In points.
  private static let lineHeight = 15.0
  /// Characters across a sideways page that can still be read.
  private static let pageWidth = 200.0

  /// How many lines the longest text of a row takes.
  private static func lineCount(
    _ cells: [Spreadsheet.Cell], _ columns: [Spreadsheet.Column]
  ) -> Int {
    zip(cells, columns).map { cell, column -> Int in
      guard case .text(let text, let style) = cell else { return 1 }
      // Bold letters are wider.
      let width = max(1, column.width * (style == .header || style == .title ? 0.8 : 0.95))
      return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
        $0 + max(1, Int((Double($1.count) / width).rounded(.up)))
      }
    }.max() ?? 1
  }

  private static func add(
    _ sheet: Spreadsheet.Sheet, to workbook: XLSXWorkbook, _ lists: ListSheet
  ) throws(SpreadsheetError) {
    let written = try workbook.add(sheet.name)
    for (index, column) in sheet.columns.enumerated() { try written.set(column, at: index) }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        try written.write(cell, row: row, column: column)
      }
      let lines = lineCount(cells, sheet.columns)
      if lines > 1 { try written.set(height: lineHeight * Double(lines), ofRow: row) }
    }
    written.freeze(rows: sheet.frozen.rows, columns: sheet.frozen.columns)
    let width = sheet.columns.reduce(0) { $0 + $1.width }
    written.fitToPage(
      headerRows: sheet.frozen.rows, pages: max(1, Int((width / pageWidth).rounded())))
    for comment in sheet.comments { try written.write(comment) }
    for validation in sheet.validations {
      try written.add(validation, list: lists.formula(of: validation.rule))
    }
  }
}

/// The lists of a workbook, each once, in columns of a hidden sheet.
private struct ListSheet {
  private var lists: [[String]] = []

  init(_ spreadsheet: Spreadsheet) {
    for rule in spreadsheet.sheets.flatMap(\.validations).map(\.rule) {
      if case .list(let items) = rule, !items.isEmpty, !lists.contains(items) {
        lists.append(items)
      }
    }
  }

  var isEmpty: Bool { lists.isEmpty }

  /// `nil` for what is no list, or an empty one.
  func formula(of rule: Spreadsheet.Rule) -> String? {
    guard case .list(let items) = rule else { return nil }
    return lists.firstIndex(of: items).map { "=\(Self.name($0))" }
  }

  private static func name(_ index: Int) -> String { "list_\(index + 1)" }

  func add(to workbook: XLSXWorkbook, name: String) throws(SpreadsheetError) {
    let sheet = try workbook.add(name)
    for (column, items) in lists.enumerated() {
      for (row, item) in items.enumerated() {
        try sheet.write(.text(item), row: row, column: column)
      }
      let letters = Self.letters(column)
      try workbook.define(
        Self.name(column), as: "='\(name)'!$\(letters)$1:$\(letters)$\(items.count)")
    }
    sheet.hide()
  }

  /// 0 → A, 25 → Z, 26 → AA.
  private static func letters(_ column: Int) -> String {
    var (number, letters) = (column + 1, "")
    while number > 0 {
      let letter = Unicode.Scalar(UInt8(65 + (number - 1) % 26))
      letters = String(letter) + letters
      number = (number - 1) / 26
    }
    return letters
  }
}
