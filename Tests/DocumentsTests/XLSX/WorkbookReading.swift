import Foundation
import FuzzSupport
import Mentorship

@testable import Documents

/// What a file reads as, in a form that is easily compared.
struct WorkbookReading {
  let header: [String]?
  let rows: [[String]]
  let lines: [Int]
  let findings: [Finding]
  let sheets: [String]

  init(_ bytes: [UInt8], sheet: String? = nil) {
    let file = TableFile.read(bytes, file: "a.xlsx", sheet: sheet)
    header = file.table?.header.map(\.text)
    rows = file.table?.rows.map { $0.cells.map(\.text) } ?? []
    lines = file.table?.rows.map(\.line) ?? []
    findings = file.findings
    sheets = file.sheets
  }

  /// A workbook of one sheet with those rows.
  init(
    rows: String, strings: String? = nil, styles: String? = nil, tail: String = ""
  ) {
    self.init(WorkbookFile(rows: rows, strings: strings, styles: styles, tail: tail).bytes)
  }

  /// A committed file.
  init(fixture name: String, sheet: String? = nil) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let url = folder.appending(path: "../Fixtures/\(name)")
    self.init([UInt8](try Data(contentsOf: url)), sheet: sheet)
  }

  /// The findings about workbooks, without their places.
  var kinds: [WorkbookFinding] {
    findings.compactMap { if case .workbook(let kind) = $0.kind { kind } else { nil } }
  }
}

/// A row of inline texts, each with its reference.
func inlineRow(_ number: Int, _ texts: [String], attributes: String = "") -> String {
  let cells = texts.enumerated().map { index, text in
    text.isEmpty
      ? ""
      : "<c r=\"\(Place.letters(ofColumn: index + 1))\(number)\" t=\"inlineStr\"><is><t>"
        + "\(WorkbookFile.escaped(text))</t></is></c>"
  }
  return "<row r=\"\(number)\" \(attributes)>\(cells.joined())</row>"
}
