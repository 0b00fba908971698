import Mentorship

/// A file with a table in it, whatever programme wrote it.
///
/// ```swift
/// let file = TableFile.read(bytes, file: "анкеты.xlsx", sheet: "Ответы")
/// file.table?.rows[0].cells[1].text  // "Иванов Пётр"
/// file.sheets  // ["Ответы", "Справка"]
/// ```
/// The bytes decide what it is, never the extension: forms are exported as text that is called `.xls`.
struct TableFile {
  /// `nil`, with an error among the findings, when no table could be read.
  let table: Table?
  let findings: [Finding]
  /// The visible sheets of a workbook in their order; a text has none.
  let sheets: [String]

  /// Reads bytes of CSV text or of an XLSX workbook.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: What places call it.
  ///   - encoding: Of a text; `nil` = as its bytes tell.
  ///   - separator: Of a text; `nil` = as it says or looks.
  ///   - sheet: Of a workbook: its name, or its number among the visible ones, from 1; `nil` = the
  ///     first visible sheet that holds a table.
  ///   - recognises: Whether a table is one that is looked for: such a sheet goes before others; `nil` = any is.
  /// - Returns: the table where there is one, and all that is wrong or worth a look.
  /// - Complexity: O(*n*) for *n* bytes, unpacked.
  static func read(
    _ bytes: [UInt8], file: String, encoding: TextEncoding? = nil, separator: UInt8? = nil,
    sheet: String? = nil, recognises: ((Table) -> Bool)? = nil
  ) -> TableFile {
    let whole = Place(file: file)
    guard bytes.count <= TextDecoding.limitMegabytes << 20 else {
      let kind = FindingKind.fileTooLarge(limitMegabytes: TextDecoding.limitMegabytes)
      return TableFile(table: nil, findings: [Finding(kind, at: whole)], sheets: [])
    }
    switch FileSignature(of: bytes) {
    case .zip:
      return WorkbookReader.read(bytes, file: file, sheet: sheet, recognises: recognises)
    case .other(let kind):
      let finding = Finding(.workbook(.otherFile(kind)), at: whole)
      return TableFile(table: nil, findings: [finding], sheets: [])
    case .text:
      let decoding = TextDecoding(bytes, file: file, declared: encoding)
      guard let text = decoding.text else {
        return TableFile(table: nil, findings: decoding.findings, sheets: [])
      }
      let (table, findings) = Table.read(text, file: file, separator: separator)
      return TableFile(table: table, findings: decoding.findings + findings, sheets: [])
    }
  }
}
