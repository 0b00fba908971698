import Foundation
import FuzzSupport
import InstanceFiles
import Mentorship
import Problems
import Testing

@testable import Office

@Suite struct WorkbookWordsTests {
  private let languages: [Language] = [.russian, .english]

  @Test func placesAreWrittenAsSpreadsheetsDo() {
    let places: [(Place, String, String)] = [
      (
        Place(file: "а.xlsx", sheet: "Ответы", line: 7, column: 2), "а.xlsx, лист «Ответы», B7",
        "а.xlsx, sheet “Ответы”, B7"
      ),
      (
        Place(file: "а.xlsx", sheet: "О", line: 7), "а.xlsx, лист «О», строка 7",
        "а.xlsx, sheet “О”, row 7"
      ),
      (Place(file: "а.XLSX", line: 7, column: 28), "а.XLSX, AB7", "а.XLSX, AB7"),
      (Place(file: "а.xlsx"), "а.xlsx", "а.xlsx"),
      (Place(file: "а.csv", line: 7, column: 2), "а.csv:7:2", "а.csv:7:2"),
      (Place(file: "season.yaml", line: 7), "season.yaml:7", "season.yaml:7"),
    ]
    for (place, russian, english) in places {
      #expect(Messages(.russian).text(place) == russian)
      #expect(Messages(.english).text(place) == english)
    }
  }

  @Test func everyFindingHasWords() {
    var findings: [WorkbookFinding] = OtherFile.allCases.map { .otherFile($0) }
    let limits: [WorkbookLimit] = [.parts, .part, .ratio, .rows, .cells, .text]
    findings += [
      .unreadable(.directory), .unreadable(.partMissing("a")), .unreadable(.partDamaged("a")),
      .unreadable(.doctype("a")), .unreadable(.tooDeep("a")), .unreadable(.encrypted),
    ]
    findings += limits.map { .unreadable(.tooLarge($0)) }
    findings += [
      .sheetMissing(name: "а", sheets: ["б", "в"]), .sheetMissing(name: "а", sheets: []),
      .otherSheets(taken: "а", others: ["б"]), .onlyHiddenSheets(["а"]),
      .sheetsUnread(["а", "б"]), .hiddenColumns(["B", "C"]),
      .hiddenRows([1, 2, 3, 9]), .rowsAboveHeader(header: 3),
      .columnsWithoutHeader(columns: ["B"], count: 2), .formulaErrors(text: "#Н/Д", count: 1),
      .formulasWithoutValue(count: 1),
    ]
    for language in languages {
      for finding in findings {
        let words = Messages(language).words(.workbook(finding))
        #expect(!words.message.isEmpty && !words.hint.isEmpty, "\(finding)")
        #expect(![".", "!"].contains(words.message.suffix(1)), "\(finding)")
        #expect(![".", "!"].contains(words.hint.suffix(1)), "\(finding)")
      }
    }
    let hidden = Messages(.russian).words(.workbook(.hiddenRows([1, 2, 3, 9])))
    #expect(hidden.message == "скрытые строки прочитаны вместе с остальными: 1–3 и 9")
  }

  /// From two sheets of one workbook to findings with their sheets.
  @Test func aSeasonOfTwoSheets() throws {
    func row(_ number: Int, _ texts: [String]) -> String {
      let cells = texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
      return "<row r=\"\(number)\">\(cells.joined())</row>"
    }
    var book = WorkbookFile()
    let header = row(1, ["ФИО", "Класс"])
    book.sheets = [
      .init(
        name: "Кто", rows: header + row(2, ["Иванов Пётр", "?"]) + row(4, ["Иванов Пётр", "7"])),
      .init(name: "Кому", rows: header + row(2, ["Сидоров Олег", "10"])),
    ]
    let folder = FileManager.default.temporaryDirectory.appending(path: "nastavnik-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(book.bytes).write(to: folder.appending(path: "а.xlsx"))
    try Data(
      """
      schema: nastavnik.season/1
      title: О
      date: 15.10.2026
      forms: {student-student: }
      files:
        - {path: а.xlsx, sheet: Кто, kind: mentees, form: student-student, columns: {name: ФИО, grade: Класс}}
        - {path: а.xlsx, sheet: 2, kind: mentors, form: student-student, columns: {name: ФИО, grade: Класс}}
      """.utf8
    ).write(to: folder.appending(path: "season.yaml"))
    let reading = try Office.read(folder.path)
    #expect(reading.season?.questionnaires.count == 2)
    let findings = reading.findings.filter {
      $0.place.file == "а.xlsx" && $0.kind.severity != .note
    }
    #expect(
      findings.contains(
        Finding(
          .unreadable(field: .grade, text: "?"),
          at: Place(file: "а.xlsx", sheet: "Кто", line: 2, column: 2, cell: "Класс"))))
    #expect(
      findings.contains(
        Finding(
          .personTwice(name: "Иванов Пётр", otherLine: 2),
          at: Place(file: "а.xlsx", sheet: "Кто", line: 4, column: 1, cell: "ФИО"))))
    let json = FindingsJSON(findings, messages: Messages(.russian)).value["findings"]
    guard case .array(let items)? = json else { return #expect(Bool(false), "no findings") }
    #expect(items.first?["sheet"] == "Кто")
  }
}
