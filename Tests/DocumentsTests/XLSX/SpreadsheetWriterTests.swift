import Foundation
import Mentorship
import Testing

@testable import Documents

@Suite struct SpreadsheetWriterTests {
  private func sheet(_ name: String, items: Int = 0, text: String = "ФИО") -> Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet(name: name, columns: [.init(width: 20)])
    sheet.rows = [[.text(text, .header)], [.number(5), .empty, .text("=1+1")]]
    let list = (0..<items).map { "ответ номер \($0)" }
    sheet.validations = [.init(column: 0, rows: 1...9, rule: .list(list), hint: "подсказка")]
    sheet.comments = [.init(row: 0, column: 0, text: "пояснение")]
    sheet.frozen = (1, 1)
    return sheet
  }

  private func bytes(_ sheets: [Spreadsheet.Sheet]) throws -> Data {
    try SpreadsheetWriter.bytes(of: Spreadsheet(title: "Проба", sheets: sheets))
  }

  @Test("lists of any length, many lists; equal workbooks are equal bytes")
  func lists() throws {
    for items in [0, 1, 5, 1000] {
      let data = try bytes([sheet("Лист", items: items)])
      #expect(data.starts(with: [0x50, 0x4B, 3, 4]), "\(items)")
      #expect(try data == bytes([sheet("Лист", items: items)]))
    }
    let many = (1...40).map { sheet("Лист \($0)", items: $0) }
    #expect(try bytes(many).count > 10_000)
  }

  @Test("what no workbook can hold is an error, and leaves nothing behind")
  func errors() throws {
    #expect(throws: SpreadsheetError.self) { try bytes([sheet("а/б")]) }
    #expect(throws: SpreadsheetError.self) { try bytes([sheet("а"), sheet("А")]) }
    #expect(throws: SpreadsheetError.self) {
      try bytes([sheet("а", text: String(repeating: "я", count: 40_000))])
    }
    // Nothing stands in the way of the next one.
    _ = try bytes([sheet("а")])
  }
}
