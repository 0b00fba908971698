public import Foundation

/// Writes a workbook as an XLSX file.
///
/// Lists of all lengths stand on a hidden sheet, each under a name of its own: a list inside a validation ends
/// at 255 characters. Equal workbooks are equal bytes.
public enum SpreadsheetWriter {
  /// The bytes of the file.
  ///
  /// - Parameter listSheet: The name of the hidden sheet; made only when there are lists.
  /// - Complexity: O(*n*) for *n* cells and list items.
  public static func bytes(
    of spreadsheet: Spreadsheet, listSheet: String = "Списки"
  ) throws(SpreadsheetError) -> Data {
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

  private static func write(
    _ spreadsheet: Spreadsheet, to path: String, _ listSheet: String
  ) throws(SpreadsheetError) {
    let workbook = try XLSXWorkbook(path: path, title: spreadsheet.title)
    let lists = ListSheet(spreadsheet)
    for sheet in spreadsheet.sheets { try add(sheet, to: workbook, lists) }
    if !lists.isEmpty { try lists.add(to: workbook, name: listSheet) }
    try workbook.close()
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
    }
    written.freeze(rows: sheet.frozen.rows, columns: sheet.frozen.columns)
    written.fitToPage(headerRows: sheet.frozen.rows)
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
