import FuzzSupport
import Mentorship
import Testing

@testable import Documents

/// Which sheet of a workbook is read, and what is said of the others.
@Suite struct SheetChoiceTests {
  private static let header = ["ФИО", "Класс", "С чем нужна помощь"]
  private static let sheets: [String: [[String]]] = [
    "filled": [header, ["Иванов Пётр", "7Б", "физика"]],
    "empty": [header],
    "manual": [["Столбец", "Как заполнять", "Пример"], ["ФИО", "полностью", "Иванов Пётр"]],
    "words": [["Инструкция"]],
    "nothing": [],
  ]

  private func read(_ names: [String], isLooked: Bool = true) -> TableFile {
    var book = WorkbookFile()
    book.sheets = names.enumerated().map { index, name in
      let rows = (Self.sheets[name] ?? []).enumerated().map { inlineRow($0.offset + 1, $0.element) }
      return .init(name: "\(index + 1) \(name)", rows: rows.joined())
    }
    let entry = FileEntry(
      path: "a.xlsx", place: Place(file: "a.xlsx"), key: "path", kind: .questionnaires(.mentee),
      form: nil)
    let recognises = ColumnPlan.recognises(entry, book: MappingBook(), forms: [])
    return TableFile.read(
      book.bytes, file: "a.xlsx", recognises: isLooked ? recognises : nil)
  }

  private func kinds(_ file: TableFile) -> [WorkbookFinding] {
    file.findings.compactMap { if case .workbook(let kind) = $0.kind { kind } else { nil } }
  }

  @Test("a filled sheet goes before an empty one, that before other tables, these before words")
  func order() {
    let likeness = ["filled", "empty", "manual", "words"]
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let names = (0..<Int.random(in: 2...5, using: &random)).map { _ in
        (likeness + ["nothing"]).randomElement(using: &random) ?? ""
      }
      let file = read(names)
      let kind = likeness.first(where: names.contains)
      guard let kind, let index = names.firstIndex(of: kind) else {
        #expect(file.table == nil, "seed \(seed)")
        continue
      }
      #expect(file.table?.sheet == "\(index + 1) \(kind)", "seed \(seed): \(names)")
      let others = names.enumerated().filter { $0.offset != index && $0.element != "nothing" }
        .map { (name: "\($0.offset + 1) \($0.element)", isLike: $0.element == "filled") }
      let like = others.filter(\.isLike).map(\.name)
      let unlike = others.filter { !$0.isLike }.map(\.name)
      var expected: [WorkbookFinding] = []
      if !unlike.isEmpty {
        expected.append(.otherSheets(taken: "\(index + 1) \(kind)", others: unlike))
      }
      if !like.isEmpty { expected.append(.sheetsUnread(like)) }
      #expect(kinds(file) == expected, "seed \(seed): \(names)")
    }
  }

  @Test("where nothing is looked for, the first table is taken")
  func anyTable() {
    #expect(read(["words", "manual", "filled"], isLooked: false).table?.sheet == "2 manual")
    #expect(read(["words", "empty", "manual"], isLooked: false).table?.sheet == "3 manual")
  }

  @Test("a damaged sheet hides what is behind it only while nothing is found")
  func damaged() {
    var book = WorkbookFile()
    let rows = (Self.sheets["manual"] ?? []).enumerated().map {
      inlineRow($0.offset + 1, $0.element)
    }
    book.sheets = [
      .init(name: "a", rows: rows.joined()), .init(name: "b", rows: "<row><c></row>"),
    ]
    let found = TableFile.read(book.bytes, file: "a.xlsx", recognises: { _ in false })
    #expect(found.table?.sheet == "a" && kinds(found).allSatisfy { $0.isNote })
    book.sheets.reverse()
    let hidden = TableFile.read(book.bytes, file: "a.xlsx", recognises: { _ in false })
    #expect(hidden.table == nil)
  }

  @Test("hidden columns with text are told, as hidden rows are")
  func hiddenColumns() {
    var book = WorkbookFile()
    book.sheets = [
      .init(
        name: "a", rows: inlineRow(1, Self.header) + inlineRow(2, ["Иванов Пётр", "7Б", "физика"]),
        head: """
          <cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/>
          <col min="9" max="16384" hidden="true"/></cols>
          """)
    ]
    let file = TableFile.read(book.bytes, file: "a.xlsx")
    #expect(kinds(file) == [.hiddenColumns(["B", "C"])])
    #expect(file.findings.first?.place == Place(file: "a.xlsx", line: 1, column: 2))
    #expect(file.table?.rows.first?.cells.map(\.text) == ["Иванов Пётр", "7Б", "физика"])
  }
}

extension WorkbookFinding {
  fileprivate var isNote: Bool { if case .otherSheets = self { true } else { false } }
}
