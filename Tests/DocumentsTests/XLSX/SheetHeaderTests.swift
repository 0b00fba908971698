import FuzzSupport
import Mentorship
import Testing

@testable import Documents

@Suite struct SheetHeaderTests {
  private let people = [["Иванов", "7", "да"], ["Петров", "8", "нет"]]

  private func read(_ rows: [[String]], merges: [String] = []) -> WorkbookReading {
    let cells = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return WorkbookReading(
      rows: rows.enumerated().map { inlineRow($0.offset + 1, $0.element) }.joined(),
      tail: "<mergeCells>\(cells)</mergeCells>")
  }

  @Test func titlesAboveAreNoHeader() {
    let header = ["ФИО", "Класс", "Согласие"]
    for titles in [[["Анкета"]], [["Школа", "№ 7"].dropLast() + [""], [""], ["сентябрь"]]] {
      for merges in [[], ["A1:C1"]] {
        let file = read(titles + [header] + people, merges: merges)
        #expect(file.header == header)
        #expect(file.rows == people)
        #expect(file.kinds == [.rowsAboveHeader(header: titles.count + 1)])
      }
    }
  }

  @Test func oneColumnAndOneRow() {
    #expect(read([["ФИО"], ["Иванов"]]).header == ["ФИО"])
    #expect(read([["ФИО", "Класс"]]).header == ["ФИО", "Класс"])
    #expect(read([["ФИО", "Класс"]]).rows.isEmpty)
    // A first row of data with more cells than the header has is still data.
    let wide = read([["ФИО", "Класс", "Да"], ["Иванов", "7", "да", "лишнее", "ещё"]])
    #expect(wide.header == ["ФИО", "Класс", "Да"])
    #expect(wide.kinds == [.columnsWithoutHeader(columns: ["D", "E"], count: 2)])
  }

  @Test func twoRows() {
    let file = read(
      [
        ["ФИО", "Выбор", "", "Класс"], ["", "первый", "второй"],
        ["Иванов", "Сидоров", "Петров", "7"],
      ],
      merges: ["A1:A2", "B1:C1", "D1:D2"])
    #expect(file.header == ["ФИО", "Выбор – первый", "Выбор – второй", "Класс"])
    #expect(file.rows == [["Иванов", "Сидоров", "Петров", "7"]])
    #expect(file.findings.isEmpty)
    // Groups alone above: few cells, yet no title.
    let groups = read(
      [
        ["О себе", "", "Выбор", ""], ["ФИО", "Класс", "первый", "второй"],
        ["Иванов", "7", "а", "б"],
      ],
      merges: ["A1:B1", "C1:D1"])
    #expect(
      groups.header == ["О себе – ФИО", "О себе – Класс", "Выбор – первый", "Выбор – второй"])
    #expect(groups.findings.isEmpty)
  }

  @Test func mergedHeaderOverData() {
    // Three columns under one header: the row below is data, as it has text under the other header.
    let file = read(
      [["ФИО", "", "", "Класс"], ["Иванов", "Пётр", "Ильич", "7"]], merges: ["A1:C1"])
    #expect(file.header == ["ФИО", "", "", "Класс"])
    #expect(file.rows == [["Иванов", "", "", "7"]])
    #expect(file.kinds == [.columnsWithoutHeader(columns: ["B", "C"], count: 2)])
    #expect(file.findings.first?.place == Place(file: "a.xlsx", line: 2, column: 2))
  }

  @Test func mergedCellsSpreadDownwards() {
    let file = read(
      [["Класс", "ФИО"], ["7А", "Иванов"], ["", "Петров"], ["", "Сидоров"], ["", "Кузнецов"]],
      merges: ["A2:A4", "A1:A1", "x", "B9:A1"])
    #expect(
      file.rows == [["7А", "Иванов"], ["7А", "Петров"], ["7А", "Сидоров"], ["", "Кузнецов"]])
  }
}
