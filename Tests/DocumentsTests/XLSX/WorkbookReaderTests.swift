import Foundation
import FuzzSupport
import Mentorship
import Testing

@testable import Documents

@Suite struct WorkbookReaderTests {
  private let header = inlineRow(1, ["ФИО", "Класс"])

  /// What a builder writes in one of many ways is read back.
  @Test func tablesRoundTrip() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let table = RandomSheet(&random)
      let file = WorkbookReading(rows: table.rows, strings: table.strings)
      #expect(file.header == table.header, "seed \(seed)")
      #expect(file.rows == table.cells, "seed \(seed)")
      #expect(file.lines == table.lines, "seed \(seed)")
      #expect(file.findings.isEmpty, "seed \(seed)")
    }
  }

  @Test func cellsWithoutReferencesStandOneAfterAnother() {
    let file = WorkbookReading(
      rows: """
        <row><c t="inlineStr"><is><t>a</t></is></c><c t="str"><v>b</v></c></row>
        <row><c><v>1</v></c><c r="B9"><v>2</v></c></row><row r="7"><c><v>3</v></c></row>
        """)
    #expect(file.header == ["a", "b"])
    #expect(file.rows == [["1", "2"], ["3"]])
    #expect(file.lines == [2, 7])
  }

  @Test func cellsInAnyOrder() {
    let file = WorkbookReading(
      rows: inlineRow(5, ["x"]) + inlineRow(1, ["a", "b"])
        + #"<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c><c r="B3"><v>3</v></c></row>"#)
    #expect(file.header == ["a", "b"])
    #expect(file.rows == [["1", "3"], ["x"]])
  }

  @Test func prefixesAndStrictNamespace() {
    var book = WorkbookFile(rows: "")
    let sheet = """
      <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1">\
      <x:c r="A1" t="inlineStr"><x:is><x:r><x:t>Ф</x:t></x:r><x:r><x:t>ИО</x:t></x:r><x:rPh><x:t>?</x:t>\
      </x:rPh></x:is></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>Дата</x:t></x:is></x:c></x:row><x:row>\
      <x:c t="b"><x:v>1</x:v></x:c><x:c t="d"><x:v>2026-10-15T00:00:00</x:v></x:c>\
      </x:row></x:sheetData></x:worksheet>
      """
    book.others = [("xl/worksheets/sheet1.xml", Array(sheet.utf8))]
    let file = WorkbookReading(book.bytes)
    #expect(file.header == ["ФИО", "Дата"])
    #expect(file.rows == [["ИСТИНА", "15.10.2026"]])
  }

  @Test func partsInUTF16() {
    var book = WorkbookFile(rows: "")
    let text =
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet><sheetData>\(header)"
      + inlineRow(2, ["Иванов", "7"]) + "</sheetData></worksheet>"
    for isBig in [true, false] {
      let bytes = text.utf16.flatMap {
        isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
      }
      book.others = [("xl/worksheets/sheet1.xml", bytes)]
      #expect(WorkbookReading(book.bytes).rows == [["Иванов", "7"]])
    }
  }

  @Test func partsUnderOtherNames() {
    let rows = header + inlineRow(2, ["Иванов", "7"])
    for target in [
      "/xl/worksheets/sheet1.xml", "worksheets\\sheet1.xml", "./x/../worksheets/SHEET1.xml",
    ] {
      var book = WorkbookFile(rows: rows)
      book.others = [
        (
          "xl/_rels/workbook.xml.rels",
          Array(
            """
            <Relationships><Relationship Id="rId1" Target="\(target)" \
            Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"/></Relationships>
            """.utf8)
        )
      ]
      #expect(WorkbookReading(book.bytes).rows == [["Иванов", "7"]], "\(target)")
    }
  }

  @Test func sharedStrings() {
    let strings = """
      <si><t>ФИО</t></si><si><r><rPr><b/></rPr><t>Ива</t></r><r><t xml:space="preserve">нов </t></r>\
      <rPh sb="0" eb="1"><t>?</t></rPh></si><si><t>a_x000D_\nb_x0041_</t></si><si/>
      """
    let rows = (0..<4).map { "<row><c t=\"s\"><v>\($0)</v></c></row>" }.joined()
    let file = WorkbookReading(rows: rows, strings: strings)
    #expect(file.header == ["ФИО"])
    #expect(file.rows == [["Иванов "], ["a\nbA"]])
    let without = WorkbookReading(rows: rows)
    #expect(without.kinds == [.unreadable(.partMissing("xl/sharedStrings.xml"))])
    #expect(without.findings.first?.place.line == 1)
    let beyond = WorkbookReading(rows: rows, strings: "<si><t>a</t></si>")
    #expect(beyond.kinds == [.unreadable(.partDamaged("xl/sharedStrings.xml"))])
    #expect(beyond.findings.first?.place.line == 2)
  }

  @Test func errorsAndFormulas() {
    let file = WorkbookReading(
      rows: header
        + #"<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"#
        + #"<row r="3"><c r="A3"><f>A2*2</f><v>2</v></c><c r="B3"><f>A2</f></c></row>"#
        + #"<row r="4"><c r="A4" t="e"><v>#N/A</v></c><c r="B4" t="str"><f>""</f><v></v></c></row>"#
    )
    #expect(file.rows == [["1"], ["2"]])
    #expect(
      file.kinds
        == [.formulaErrors(text: "#ДЕЛ/0!", count: 2), .formulasWithoutValue(count: 1)])
    #expect(file.findings.map(\.place.line) == [2, 3])
  }

  @Test func severalSheets() {
    func book(_ states: [String], _ rows: [String]) -> WorkbookReading {
      var book = WorkbookFile()
      book.sheets = zip(states, rows).enumerated().map { index, sheet in
        .init(name: "Л\(index + 1)", rows: sheet.1, state: sheet.0)
      }
      return WorkbookReading(book.bytes)
    }
    let table = header + inlineRow(2, ["Иванов", "7"])
    // An empty sheet and one of plain words before the table; a hidden one never counts.
    let file = book(
      ["visible", "hidden", "visible", "visible"],
      ["", table, inlineRow(1, ["Инструкция"]), table])
    #expect(file.rows == [["Иванов", "7"]])
    #expect(file.kinds == [.otherSheets(taken: "Л4", others: ["Л3"])])
    #expect(file.findings.first?.place.sheet == "Л4")
    let hidden = book(["visible", "veryHidden"], ["", table])
    #expect(hidden.kinds == [.onlyHiddenSheets(["Л2"])])
    #expect(book(["visible"], [""]).findings == [Finding(.fileEmpty, at: Place(file: "a.xlsx"))])
    let words = book(["visible", "visible"], ["", inlineRow(1, ["Инструкция"])])
    #expect(words.header == ["Инструкция"])
  }

  @Test func damagedParts() {
    let bytes = WorkbookFile(rows: header + inlineRow(2, ["Иванов", "7"]) + "<row><c></row>").bytes
    let broken = WorkbookReading(bytes)
    #expect(broken.kinds == [.unreadable(.partDamaged("xl/worksheets/sheet1.xml"))])
    #expect(broken.findings.first?.place.line == 3)
    var book = WorkbookFile(rows: header)
    book.others = [("xl/workbook.xml", [])]
    #expect(WorkbookReading(book.bytes).kinds == [.unreadable(.partDamaged("xl/workbook.xml"))])
    let whole = WorkbookFile(rows: header).bytes
    #expect(WorkbookReading(Array(whole.dropLast(30))).kinds == [.unreadable(.directory)])
    let noBook = ZipFile(parts: [("_rels/.rels", Array("<a/>".utf8))]).bytes
    #expect(WorkbookReading(noBook).kinds == [.unreadable(.partMissing("xl/workbook.xml"))])
  }
}

/// A table of random texts and numbers, written cell by cell in random ways.
private struct RandomSheet {
  var header: [String] = []
  var cells: [[String]] = []
  var lines: [Int] = []
  var rows = ""
  var strings = ""
  private var stringCount = 0

  init(_ random: inout SeededGenerator) {
    let width = Int.random(in: 1...30, using: &random)
    header = (0..<width).map { "Столбец \($0)" }
    rows = row(1, header, &random)
    var line = 1
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      line += Int.random(in: 1...3, using: &random)
      var row = (0..<width).map { _ in Self.text(&random) }
      while row.last == "" { row.removeLast() }
      rows += self.row(line, row, &random)
      guard !row.isEmpty else { continue }
      cells.append(row)
      lines.append(line)
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: ""
    case 1: String(Int.random(in: -5_000...5_000_000_000, using: &random))
    default:
      String(
        (0...Int.random(in: 0...8, using: &random)).map { _ in
          "aЯё7<&>\"';\n_x0041 €😀".randomElement(using: &random) ?? "a"
        }) + "."
    }
  }

  private mutating func row(
    _ line: Int, _ texts: [String], _ random: inout SeededGenerator
  ) -> String {
    var cells = ""
    for (index, text) in texts.enumerated() where !text.isEmpty {
      let reference = "r=\"\(Place.letters(ofColumn: index + 1))\(line)\""
      // What looks like an escape is itself escaped.
      let escaped = WorkbookFile.escaped(text.replacing("_x", with: "_x005F_x"))
      switch Int.random(in: 0..<3, using: &random) {
      case _ where Int(text) != nil: cells += "<c \(reference)><v>\(text)</v></c>"
      case 0:
        strings += "<si><t xml:space=\"preserve\">\(escaped)</t></si>"
        cells += "<c \(reference) t=\"s\"><v>\(stringCount)</v></c>"
        stringCount += 1
      case 1: cells += "<c \(reference) t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
      default: cells += "<c \(reference) t=\"str\"><f>A1&amp;B1</f><v>\(escaped)</v></c>"
      }
    }
    return "<row r=\"\(line)\">\(cells)</row>"
  }
}
