import FuzzSupport
import Mentorship
import Testing

@testable import Documents

/// What keeps a small file from costing much.
@Suite struct WorkbookLimitTests {
  private func problem(_ part: String, _ content: String) -> [WorkbookFinding] {
    var book = WorkbookFile(
      rows: inlineRow(1, ["a", "b"]) + inlineRow(2, ["c", "d"]), strings: "")
    book.others = [(part, Array(content.utf8))]
    return WorkbookReading(book.bytes).kinds
  }

  @Test func documentTypesAreRefused() {
    let sheet = "xl/worksheets/sheet1.xml"
    for part in [sheet, "xl/workbook.xml", "xl/sharedStrings.xml", "_rels/.rels"] {
      for type in [
        "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!DOCTYPE a SYSTEM 'file:///x'>",
      ] {
        #expect(problem(part, type + "<a/>") == [.unreadable(.doctype(part))], "\(part)")
      }
      #expect(problem(part, "<a>&b;</a>") == [.unreadable(.partDamaged(part))], "\(part)")
      let deep = String(repeating: "<a>", count: 201)
      #expect(problem(part, deep) == [.unreadable(.tooDeep(part))], "\(part)")
    }
  }

  /// 3 MB of blanks in 3 KB, which a sheet of a real file never is.
  @Test func packedBlanksAreRefused() throws {
    #expect(try WorkbookReading(fixture: "bomb.xlsx").kinds == [.unreadable(.tooLarge(.ratio))])
  }

  @Test func manyRowsCellsAndTexts() {
    #expect(
      WorkbookReading(rows: "<row r=\"1048577\"><c><v>1</v></c></row>").kinds
        == [.unreadable(.tooLarge(.rows))])
    let last = WorkbookReading(
      rows: inlineRow(1, ["a"]) + "<row r=\"1048576\"><c><v>1</v></c></row>")
    #expect(last.lines == [1_048_576])
    // Rows that are empty but for their last cell.
    let wide = inlineRow(1, (0..<2_000).map { "c\($0)" })
    func rows(_ count: Int) -> WorkbookReading {
      let rows = (2...count).map { "<row r=\"\($0)\"><c r=\"BXX\($0)\"><v>1</v></c></row>" }
      return WorkbookReading(rows: wide + rows.joined())
    }
    #expect(rows(200).rows.last?.count == 2_000)
    #expect(rows(2_600).kinds == [.unreadable(.tooLarge(.cells))])
    let long = String(repeating: "a", count: 1 << 20)
    let shared = (1...60).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }.joined()
    #expect(
      WorkbookReading(rows: shared, strings: "<si><t>\(long)</t></si>").kinds
        == [.unreadable(.tooLarge(.text))])
  }

  @Test func columnsBeyondTheLimit() {
    let file = WorkbookReading(
      rows: inlineRow(1, ["a", "b"])
        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"XFD2\"><v>2</v></c></row>")
    #expect(file.rows == [["1"]])
    #expect(
      file.findings == [
        Finding(
          .rowTooLong(cells: 16_384, expected: 2_000),
          at: Place(file: "a.xlsx", line: 2, column: 16_384))
      ])
  }

  @Test func otherFilesByContent() {
    let container: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    func wide(_ name: String) -> [UInt8] {
      name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    func zip(_ names: String...) -> [UInt8] { ZipFile(parts: names.map { ($0, [0x41]) }).bytes }
    let files: [([UInt8], OtherFile)] = [
      (container + wide("Workbook"), .xls), (container + wide("EncryptedPackage"), .encrypted),
      (container + wide("WordDocument"), .document), (Array("%PDF-1.7".utf8), .pdf),
      (Array("\u{FEFF}\n<html><table>".utf8), .html), (wide("<!DOCTYPE html><table>"), .html),
      (Array("<?xml version='1.0'?><html xmlns='x'>".utf8), .html),
      (
        Array(
          "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>"
            .utf8
        ), .xmlSpreadsheet
      ),
      (Array("{\\rtf1".utf8), .document), ([0x89, 0x50, 0x4E, 0x47], .picture),
      (zip("[Content_Types].xml", "word/document.xml"), .document),
      (zip("[Content_Types].xml", "xl/workbook.bin"), .xlsb),
      (zip("mimetype", "content.xml"), .ods), (zip("Index/Document.iwa"), .numbers),
      (zip("анкеты.csv"), .archive), (zip(), .archive),
    ]
    for (bytes, kind) in files {
      let reading = WorkbookReading(bytes)
      #expect(reading.kinds == [.otherFile(kind)], "\(kind)")
      #expect(reading.header == nil)
    }
  }
}
