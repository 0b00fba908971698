public import Mentorship

/// A workbook to be written: sheets of typed cells, with what a spreadsheet programme checks and shows.
///
/// ```swift
/// var sheet = Spreadsheet.Sheet(name: "Анкета", columns: [.init(width: 30)])
/// sheet.rows = [[.text("ФИО", .header)]]
/// sheet.validations = [.init(column: 0, rows: 1...500, rule: .list(["да", "нет"]))]
/// try SpreadsheetWriter.bytes(of: Spreadsheet(title: "Анкета", sheets: [sheet]))
/// ```
/// Rows and columns count from 0. It is what any report can be made of; it computes nothing.
public struct Spreadsheet: Equatable, Sendable {
  public var title: String
  public var sheets: [Sheet]

  public init(title: String, sheets: [Sheet]) {
    self.title = title
    self.sheets = sheets
  }

  public struct Sheet: Equatable, Sendable {
    /// At most 31 characters, none of `[]:*?/\`.
    public var name: String
    public var columns: [Column]
    public var rows: [[Cell]]
    /// Rows and columns that stay where they are when the rest is scrolled.
    public var frozen: (rows: Int, columns: Int)
    public var validations: [Validation]
    public var comments: [Comment]

    public init(
      name: String, columns: [Column] = [], rows: [[Cell]] = [],
      frozen: (rows: Int, columns: Int) = (0, 0), validations: [Validation] = [],
      comments: [Comment] = []
    ) {
      self.name = name
      self.columns = columns
      self.rows = rows
      self.frozen = frozen
      self.validations = validations
      self.comments = comments
    }

    public static func == (left: Sheet, right: Sheet) -> Bool {
      left.name == right.name && left.columns == right.columns && left.rows == right.rows
        && left.frozen == right.frozen && left.validations == right.validations
        && left.comments == right.comments
    }
  }

  public struct Column: Equatable, Sendable {
    /// In characters.
    public var width: Double
    /// Of the cells that are still empty.
    public var style: Style

    public init(width: Double, style: Style = .body) {
      self.width = width
      self.style = style
    }
  }

  public enum Cell: Equatable, Sendable {
    case empty
    /// Never run as a formula, whatever it begins with.
    case text(String, Style = .body)
    case number(Int, Style = .body)
    case date(CalendarDate)
  }

  /// How a cell looks; everything wraps.
  public enum Style: Hashable, Sendable, CaseIterable {
    case header, body, date
    /// For hints and examples.
    case quiet
    case title
  }

  /// What may be typed into the cells of a column.
  public struct Validation: Equatable, Sendable {
    public var column: Int
    public var rows: ClosedRange<Int>
    public var rule: Rule
    /// Shown with the cell: at most 255 characters.
    public var hint: String
    /// Shown when something else is typed: at most 255 characters.
    public var error: String
    /// Whether something else may stand after all.
    public var isStrict: Bool

    public init(
      column: Int, rows: ClosedRange<Int>, rule: Rule, hint: String = "", error: String = "",
      isStrict: Bool = true
    ) {
      self.column = column
      self.rows = rows
      self.rule = rule
      self.hint = hint
      self.error = error
      self.isStrict = isStrict
    }
  }

  public enum Rule: Equatable, Sendable {
    /// A drop-down list of any length.
    case list([String])
    case wholeNumber(ClosedRange<Int>)
    case decimal(ClosedRange<Int>)
    case date(ClosedRange<CalendarDate>)
    /// A hint without a rule.
    case any
  }

  public struct Comment: Equatable, Sendable {
    public var row: Int
    public var column: Int
    public var text: String

    public init(row: Int, column: Int, text: String) {
      self.row = row
      self.column = column
      self.text = text
    }
  }
}

/// Why a workbook could not be written.
public enum SpreadsheetError: Error, Equatable {
  /// A sheet's name that spreadsheet programmes refuse, or a second sheet of that name.
  case sheetName(String)
  /// A text longer than a cell or a hint can be.
  case textTooLong(limit: Int)
  /// What the library says, in English.
  case library(String)
  /// The temporary file that the library writes could not be made or read.
  case temporaryFile(reason: String)
}
