import Mentorship

/// A header and the rows under it, every cell with its place in the file.
///
/// ```swift
/// let (table, findings) = Table.read(Array("ФИО;Класс\nИванов Пётр;7".utf8), file: "a.csv")
/// table?.rows[0].cells[1]  // "7" at line 2, column 13
/// table?.column(Term("класс"))  // 1
/// ```
/// Rows without any text are left out; a row may be shorter than the header, and longer only by empty
/// cells. Of two columns with one header the first counts.
struct Table: Equatable {
  struct Cell: Equatable {
    let text: String
    /// 1-based.
    let line: Int
    /// 1-based: the first character of the cell in its line, or the column of a sheet.
    let column: Int

    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    /// As a header: its beginning, as a file without separators is one long cell.
    var asHeader: Cell {
      text.utf8.count <= 4_000
        ? self : Cell(text: String(text.unicodeScalars.prefix(1_000)), line: line, column: column)
    }
  }

  struct Row: Equatable {
    let cells: Cells

    /// The line in which the row starts.
    var line: Int { cells.line }
  }

  let file: String
  /// Of a workbook with several visible sheets.
  let sheet: String?
  let header: [Cell]
  let rows: [Row]
  private let columns: [Term: Int]

  /// Finds the columns by their headers; of two with one header the second is a finding.
  init(
    file: String, sheet: String? = nil, header: [Cell], rows: [Row], _ findings: inout [Finding]
  ) {
    var columns: [Term: Int] = [:]
    for (index, cell) in header.enumerated() where !cell.isBlank {
      let term = Term(cell.text)
      if columns[term] == nil {
        columns[term] = index
      } else {
        let place = Place(
          file: file, sheet: sheet, line: cell.line, column: cell.column, cell: term.text)
        findings.append(Finding(.columnTwice(header: term.text), at: place))
      }
    }
    (self.file, self.sheet, self.header, self.rows) = (file, sheet, header, rows)
    self.columns = columns
  }

  /// The column with a header, whatever the case, the blanks and dashes in it.
  func column(_ header: Term) -> Int? { columns[header] }

  /// A place in this table.
  func place(line: Int?, column: Int? = nil, cell: String? = nil) -> Place {
    Place(file: file, sheet: sheet, line: line, column: column, cell: cell)
  }

  /// More columns than any form has; a file without line ends has millions.
  static let columnLimit = 2_000
}
