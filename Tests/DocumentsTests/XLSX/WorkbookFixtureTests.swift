import Foundation
import Mentorship
import Testing

@testable import Documents

/// Workbooks as real programmes write them; `Fixtures/make.py` says how.
@Suite struct WorkbookFixtureTests {
  @Test func openpyxl() throws {
    let file = try WorkbookReading(fixture: "openpyxl.xlsx")
    #expect(file.header == ["Отметка времени", "ФИО", "Дата рождения", "Балл", "Согласие"])
    #expect(
      file.rows == [
        ["01.09.2026 10:30", "Иванов Пётр", "12.03.2012", "4,1", "ИСТИНА"],
        ["01.09.2026 10:30", "Смирнова Ольга", "12.03.2012", "5", "ЛОЖЬ"],
        ["", "Петрова\nАнна", "", "0,3"],
      ])
    #expect(file.lines == [3, 4, 7])
    #expect(file.sheets == ["Ответы", "Справка"])
    #expect(
      file.findings.map(\.kind.code).sorted() == ["N0122", "N0124", "N0125", "N0128"])
    #expect(file.kinds.contains(.otherSheets(taken: "Ответы", others: ["Справка"])))
    #expect(file.kinds.contains(.hiddenRows([4])))
    #expect(file.kinds.contains(.rowsAboveHeader(header: 2)))
    // A formula that no programme has computed yet.
    #expect(
      file.findings.contains(
        Finding(
          .workbook(.formulasWithoutValue(count: 1)),
          at: Place(file: "a.xlsx", sheet: "Ответы", line: 7, column: 5))))
  }

  @Test func sheetsByNameAndNumber() throws {
    for name in ["2", "справка", " Справка "] {
      #expect(
        try WorkbookReading(fixture: "openpyxl.xlsx", sheet: name).header == ["Как заполнять"])
    }
    #expect(try WorkbookReading(fixture: "openpyxl.xlsx", sheet: "Служебный").header == ["секрет"])
    for name in ["3", "0", "нет"] {
      let file = try WorkbookReading(fixture: "openpyxl.xlsx", sheet: name)
      #expect(file.kinds == [.sheetMissing(name: name, sheets: ["Ответы", "Справка"])])
      #expect(file.header == nil)
    }
  }

  @Test func datesFrom1904() throws {
    let file = try WorkbookReading(fixture: "openpyxl-1904.xlsx")
    #expect(file.rows == [["Иванов Пётр", "12.03.2012"]])
    #expect(file.findings.isEmpty)
  }

  @Test func xlsxwriter() throws {
    for name in ["xlsxwriter.xlsx", "xlsxwriter-inline.xlsx"] {
      let file = try WorkbookReading(fixture: name)
      #expect(
        file.header == ["ФИО", "Предметы – физика", "Предметы – химия", "Опыт, лет"], "\(name)")
      #expect(
        file.rows == [
          ["Сидоров Олег", "да", "", "2,5"], ["Петрова Анна", "", "да", "5"],
          ["Кузнецов Иван", "да"], ["Кузнецов Иван", "нет", "", "02.01.2026"],
        ], "\(name)")
      #expect(file.findings.isEmpty, "\(name)")
    }
  }

  @Test func libreoffice() throws {
    let file = try WorkbookReading(fixture: "libreoffice.xlsx")
    #expect(file.header == ["ФИО", "Дата рождения", "Время", "Доля", "Класс"])
    #expect(
      file.rows == [
        ["Иванов Пётр", "12.03.2012", "09:30", "70%", "9 «Б»"],
        ["Смирнова Ольга", "01.09.2013", "18:05", "12,5%", "7"],
      ])
    #expect(file.findings.isEmpty)
  }

  @Test func otherFiles() throws {
    let kinds: [(String, OtherFile)] = [
      ("libreoffice.ods", .ods), ("libreoffice.xls", .xls),
    ]
    for (name, kind) in kinds {
      #expect(try WorkbookReading(fixture: name).kinds == [.otherFile(kind)])
    }
  }
}
