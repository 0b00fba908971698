/// Something wrong, or worth a look, in people's input.
///
/// Findings are collected, never thrown: one pass over the input returns all of them. Their words, in
/// every language, are made where they are shown.
public struct Finding: Equatable, Sendable {
  public let kind: FindingKind
  public let place: Place
  /// Whether its words may repeat what is for the curator alone: a veto, or the remark of a third party.
  public let isConfidential: Bool

  public init(_ kind: FindingKind, at place: Place, isConfidential: Bool = false) {
    self.kind = kind
    self.place = place
    self.isConfidential = isConfidential
  }

  /// The same, for the curator alone.
  public var confidential: Finding { Finding(kind, at: place, isConfidential: true) }
}

/// A place in an input file.
public struct Place: Hashable, Comparable, Sendable {
  /// Relative to the season's folder.
  public let file: String
  /// Of a spreadsheet with several; `nil` = the file has none, or only one.
  public let sheet: String?
  /// 1-based, in a sheet its row; `nil` = the file as a whole.
  public let line: Int?
  /// 1-based: the character in the line (YAML), the first character of the cell (CSV), or the sheet's column.
  public let column: Int?
  /// The header above the cell, for tables.
  public let cell: String?

  public init(
    file: String, sheet: String? = nil, line: Int? = nil, column: Int? = nil, cell: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.cell = cell
  }

  public static func < (left: Place, right: Place) -> Bool {
    (left.file, left.sheet ?? "", left.line ?? 0, left.column ?? 0)
      < (right.file, right.sheet ?? "", right.line ?? 0, right.column ?? 0)
  }
}

extension Place {
  /// The file, and the sheet of a workbook with several: `анкеты.xlsx (Ответы)`.
  ///
  /// - Returns: `nil` for the same one as of another place.
  public func source(unlike other: Place) -> String? {
    guard file != other.file || sheet != other.sheet else { return nil }
    return sheet.map { "\(file) (\($0))" } ?? file
  }

  /// The letters of a sheet's column: `A` for 1, `AA` for 27.
  public static func letters(ofColumn column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

/// How bad a finding is.
public enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Good to know.
  case note
  /// Something is left aside until it is mended; the rest goes on.
  case warning
  /// No proposal before it is mended.
  case error

  public static func < (left: Severity, right: Severity) -> Bool {
    order(left) < order(right)
  }

  private static func order(_ severity: Severity) -> Int { allCases.firstIndex(of: severity) ?? 0 }
}
