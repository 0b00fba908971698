import CXlsxWriter
import Mentorship

/// The sole owner of one workbook of libxlsxwriter, until it is closed and its file written.
///
/// The library keeps no text that it is given, and frees sheets and formats with the workbook.
final class XLSXWorkbook {
  /// `nil` once it is closed.
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [Spreadsheet.Style: UnsafeMutablePointer<lxw_format>] = [:]

  /// 2020-01-01: equal contents are equal bytes, whenever they are written.
  private static let creationTime = 1_577_836_800

  init(path: String, title: String) throws(SpreadsheetError) {
    guard let handle = workbook_new(path) else { throw .library("no memory") }
    self.handle = handle
    var properties = lxw_doc_properties()
    properties.created = Self.creationTime
    let status = title.withMutableCString { title in
      properties.title = title
      return workbook_set_properties(handle, &properties)
    }
    try Self.check(status)
    for style in Spreadsheet.Style.allCases {
      guard let format = workbook_add_format(handle) else { throw .library("no memory") }
      style.apply(to: format)
      formats[style] = format
    }
  }

  deinit {
    if let handle { lxw_workbook_free(handle) }
  }

  /// Writes the file; nothing can be added afterwards, whatever came of it.
  func close() throws(SpreadsheetError) {
    guard let handle else { return }
    self.handle = nil
    try Self.check(workbook_close(handle))
  }

  func add(_ name: String) throws(SpreadsheetError) -> XLSXSheet {
    guard let sheet = workbook_add_worksheet(handle, name) else {
      throw .library("worksheet \(name)")
    }
    return XLSXSheet(handle: sheet, formats: formats)
  }

  /// Gives cells a name that formulas and lists can use.
  func define(_ name: String, as formula: String) throws(SpreadsheetError) {
    try Self.check(workbook_define_name(handle, name, formula))
  }

  static func check(_ status: lxw_error) throws(SpreadsheetError) {
    guard status != LXW_NO_ERROR else { return }
    throw .library(lxw_strerror(status).map { String(cString: $0) } ?? "error \(status.rawValue)")
  }
}

/// A sheet of an ``XLSXWorkbook``, valid as long as it.
struct XLSXSheet {
  let handle: UnsafeMutablePointer<lxw_worksheet>
  let formats: [Spreadsheet.Style: UnsafeMutablePointer<lxw_format>]

  func write(_ cell: Spreadsheet.Cell, row: Int, column: Int) throws(SpreadsheetError) {
    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
    switch cell {
    case .empty: return
    case .text(let text, let style):
      let status = worksheet_write_string(handle, row, column, text, formats[style])
      try XLSXWorkbook.check(status)
    case .number(let number, let style):
      let status = worksheet_write_number(handle, row, column, Double(number), formats[style])
      try XLSXWorkbook.check(status)
    case .date(let date):
      var moment = lxw_datetime(date)
      let status = worksheet_write_datetime(handle, row, column, &moment, formats[.date])
      try XLSXWorkbook.check(status)
    }
  }

  func set(_ column: Spreadsheet.Column, at index: Int) throws(SpreadsheetError) {
    let index = lxw_col_t(index)
    let format = formats[column.style]
    try XLSXWorkbook.check(worksheet_set_column(handle, index, index, column.width, format))
  }

  func write(_ comment: Spreadsheet.Comment) throws(SpreadsheetError) {
    let (row, column) = (lxw_row_t(comment.row), lxw_col_t(comment.column))
    var options = lxw_comment_options()
    // Wide enough to be read without being pulled open.
    options.x_scale = 2.2
    options.y_scale = 1.6
    let status = worksheet_write_comment_opt(handle, row, column, comment.text, &options)
    try XLSXWorkbook.check(status)
  }

  func freeze(rows: Int, columns: Int) {
    guard rows > 0 || columns > 0 else { return }
    worksheet_freeze_panes(handle, lxw_row_t(rows), lxw_col_t(columns))
  }

  /// Sideways, so many pages wide, with lines between the cells and the header on every page.
  func fitToPage(headerRows: Int, pages: Int) {
    worksheet_set_landscape(handle)
    worksheet_set_paper(handle, 9)
    worksheet_fit_to_pages(handle, UInt16(pages), 0)
    worksheet_gridlines(handle, UInt8(LXW_SHOW_ALL_GRIDLINES.rawValue))
    if headerRows > 0 { worksheet_repeat_rows(handle, 0, lxw_row_t(headerRows - 1)) }
  }

  /// Spreadsheet programmes differ in whether they find the height of a row themselves.
  func set(height: Double, ofRow row: Int) throws(SpreadsheetError) {
    try XLSXWorkbook.check(worksheet_set_row(handle, lxw_row_t(row), height, nil))
  }

  func hide() { worksheet_hide(handle) }

  /// What may be typed; `list` is the formula of the cells of a list.
  func add(_ validation: Spreadsheet.Validation, list: String?) throws(SpreadsheetError) {
    var rule = lxw_data_validation()
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    rule.error_type = UInt8(
      validation.isStrict
        ? LXW_VALIDATION_ERROR_TYPE_STOP.rawValue : LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    switch validation.rule {
    case .list:
      // A list of nothing would refuse everything.
      let kind = list == nil ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST_FORMULA
      rule.validate = UInt8(kind.rawValue)
    case .wholeNumber(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      rule.minimum_number = Double(range.lowerBound)
      rule.maximum_number = Double(range.upperBound)
    case .decimal(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      rule.minimum_number = Double(range.lowerBound)
      rule.maximum_number = Double(range.upperBound)
    case .date(let range):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      rule.minimum_datetime = lxw_datetime(range.lowerBound)
      rule.maximum_datetime = lxw_datetime(range.upperBound)
    case .any: rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
    let status = (list ?? "").withMutableCString { formula in
      validation.hint.withMutableCString { hint in
        validation.error.withMutableCString { error in
          if list != nil { rule.value_formula = formula }
          if !validation.hint.isEmpty { rule.input_message = hint }
          if !validation.error.isEmpty { rule.error_message = error }
          return worksheet_data_validation_range(
            handle, lxw_row_t(validation.rows.lowerBound), lxw_col_t(validation.column),
            lxw_row_t(validation.rows.upperBound), lxw_col_t(validation.column), &rule)
        }
      }
    }
    try XLSXWorkbook.check(status)
  }
}

extension lxw_datetime {
  init(_ date: CalendarDate) {
    self.init(
      year: Int32(date.year), month: Int32(date.month), day: Int32(date.day), hour: 0, min: 0,
      sec: 0)
  }
}

extension String {
  /// For C functions that take `char *` and only read it.
  fileprivate func withMutableCString<Result>(
    _ body: (UnsafeMutablePointer<CChar>) -> Result
  ) -> Result {
    withCString { body(UnsafeMutablePointer(mutating: $0)) }
  }
}

extension Spreadsheet.Style {
  fileprivate func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch self {
    case .body: break
    case .date: format_set_num_format(format, "dd.mm.yyyy")
    case .quiet: format_set_font_color(format, 0x595959)
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
    case .header:
      format_set_bold(format)
      format_set_bg_color(format, 0xDDEBF7)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
  }
}
