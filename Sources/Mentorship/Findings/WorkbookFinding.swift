/// What can be wrong with workbooks, and with files that are no table at all.
public enum WorkbookFinding: Equatable, Sendable {
  /// Neither text nor a workbook.
  case otherFile(OtherFile)
  case unreadable(WorkbookProblem)
  /// The sheet that the season file names, and those that there are.
  case sheetMissing(name: String, sheets: [String])
  /// No sheet was named, several have text.
  case otherSheets(taken: String, others: [String])
  /// Sheets that look like the one that was read, with rows of their own, and were not read.
  case sheetsUnread([String])
  /// Only hidden sheets have text.
  case onlyHiddenSheets([String])
  /// Rows that the programme hides; they are read all the same.
  case hiddenRows([Int])
  /// Columns with text, like `K`, that the programme hides; they are read all the same.
  case hiddenColumns([String])
  /// Rows above the header, as a title.
  case rowsAboveHeader(header: Int)
  /// Cells with text in columns, like `K`, without a header; they are not read.
  case columnsWithoutHeader(columns: [String], count: Int)
  /// Formulas whose value is an error like `#N/A`; their cells count as empty.
  case formulaErrors(text: String, count: Int)
  /// Formulas that no programme has computed yet; their cells count as empty.
  case formulasWithoutValue(count: Int)

  var severity: Severity {
    switch self {
    case .otherFile, .unreadable, .sheetMissing, .onlyHiddenSheets: .error
    case .sheetsUnread, .columnsWithoutHeader, .formulaErrors, .formulasWithoutValue: .warning
    case .otherSheets, .hiddenRows, .hiddenColumns, .rowsAboveHeader: .note
    }
  }

  var code: String {
    switch self {
    case .otherFile: "N0105"
    case .unreadable: "N0120"
    case .sheetMissing: "N0121"
    case .otherSheets: "N0122"
    case .onlyHiddenSheets: "N0123"
    case .hiddenRows: "N0124"
    case .rowsAboveHeader: "N0125"
    case .columnsWithoutHeader: "N0126"
    case .formulaErrors: "N0127"
    case .formulasWithoutValue: "N0128"
    case .sheetsUnread: "N0129"
    case .hiddenColumns: "N0130"
    }
  }
}

/// A kind of file that holds no table for us, told by its first bytes.
public enum OtherFile: Equatable, Sendable, CaseIterable {
  /// A workbook where only text can be.
  case xlsx
  /// Excel before 2007.
  case xls
  /// An Office file with a password.
  case encrypted
  /// A workbook in Excel's binary form.
  case xlsb
  case ods
  case numbers
  /// Of a word processor: `.docx`, `.doc`, `.rtf`, `.odt`.
  case document
  case pdf
  /// A web page, often called `.xls`.
  case html
  /// Excel's XML of 2003, often called `.xls`.
  case xmlSpreadsheet
  case picture
  /// A zip file without a workbook in it.
  case archive
}

/// Why a workbook cannot be read; parts are files inside it.
public enum WorkbookProblem: Equatable, Sendable {
  /// The list of its parts is damaged, or its end is missing.
  case directory
  case partMissing(String)
  /// Its bytes or its XML.
  case partDamaged(String)
  /// A document type, with which entities come.
  case doctype(String)
  /// Nested beyond what a workbook can need.
  case tooDeep(String)
  case encrypted
  case tooLarge(WorkbookLimit)
}

/// What keeps a small file from filling the memory.
public enum WorkbookLimit: Equatable, Sendable {
  case parts
  /// One part of over 50 MB.
  case part
  /// A part that grows over 200 times.
  case ratio
  case rows
  case cells
  /// More text than a file of text may have.
  case text
}
