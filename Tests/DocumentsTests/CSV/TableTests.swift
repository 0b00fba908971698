import Mentorship
import Testing

@testable import Documents

private func read(_ text: String) -> (table: Table?, findings: [Finding]) {
  Table.read(Array(text.utf8), file: "a.csv")
}

private func place(_ line: Int, _ column: Int, _ cell: String? = nil) -> Place {
  Place(file: "a.csv", line: line, column: column, cell: cell)
}

@Suite struct TableTests {
  @Test func headerIsTheFirstRowWithText() {
    let (table, findings) = read("\n;;\nФИО;Класс\n\n;\nИванов;7\n")
    #expect(table?.header.map(\.text) == ["ФИО", "Класс"])
    #expect(table?.rows.map { $0.cells.map(\.text) } == [["Иванов", "7"]])
    #expect(table?.rows.map(\.line) == [6])
    #expect(findings.isEmpty)
  }

  @Test func headersAreComparedFolded() {
    let (table, _) = read("Дата\u{A0} рождения;Учёба – да\n1;2")
    #expect(table?.column(Term("дата рождения")) == 0)
    #expect(table?.column(Term("УЧЕБА - ДА")) == 1)
    #expect(table?.column(Term("класс")) == nil)
  }

  @Test func rowsMayBeShortOrEndInEmptyCells() {
    let (table, findings) = read("a;b;c\n1\n1;2;3;; \n")
    #expect(table?.rows.map(\.cells.count) == [1, 5])
    #expect(findings.isEmpty)
  }

  @Test func rowTooLong() {
    let findings = read("a;b\n1;2;;лишнее\n").findings
    #expect(findings == [Finding(.rowTooLong(cells: 4, expected: 2), at: place(2, 6))])
  }

  @Test func columnTwice() {
    let (table, findings) = read("Ё;Имя;е\n1;2;3")
    #expect(findings == [Finding(.columnTwice(header: "е"), at: place(1, 7, "е"))])
    #expect(table?.column(Term("е")) == 0)
  }

  @Test func unclosedQuote() {
    let (table, findings) = read("a;b\n1;\"2\n3;4\n")
    #expect(findings == [Finding(.unclosedQuote, at: place(2, 3))])
    #expect(table?.rows.count == 2)
  }

  @Test func separatorIsGuessed() {
    let samples: [(String, Character)] = [
      ("ФИО;Интересы\nИванов;чтение, спорт\n", ";"), ("a,b\n\"1;2;3\",4\n", ","),
      ("a\tb, c\n1\t2\n", "\t"), ("a|b\n1|2", "|"), ("Фамилия, имя;Класс\nИванов;7\nПетров;8", ";"),
      ("\"a\nb,c,d,e\";f\n1;2\n", ";"), ("a;b\n1;\"2\n3;4", ";"),
      ("ФИО\nИванов; Пётр\nПетров; Олег", "\t"),
    ]
    for (text, separator) in samples {
      #expect(SeparatorGuess.separator(of: Array(text.utf8)) == separator.asciiValue, "\(text)")
    }
  }

  @Test func separatorIsDeclared() {
    for start in ["sep=,\n", "SEP=,\r\n", "sep=,\r", "\"sep=,\"\n"] {
      let table = read(start + "a;b,c\n1;2,3").table
      #expect(table?.header.map(\.text) == ["a;b", "c"])
      #expect(table?.header.first?.line == 2)
    }
    let (table, _) = Table.read(Array("a;b,c".utf8), file: "a.csv", separator: UInt8(ascii: ","))
    #expect(table?.header.map(\.text) == ["a;b", "c"])
  }

  @Test func onlyBlankCellsAreNoTable() {
    let (table, findings) = read(";;\n;\n")
    #expect(table == nil)
    #expect(findings == [Finding(.fileEmpty, at: Place(file: "a.csv"))])
  }

  /// A file without line ends is one header of millions of columns, or one of millions of letters.
  @Test func headersHaveALimit() {
    let (wide, findings) = read(String(repeating: "a;", count: 3_000) + "b\n1;2\n")
    #expect(wide?.header.count == 2_000)
    #expect(
      findings.first == Finding(.rowTooLong(cells: 3_001, expected: 2_000), at: place(1, 4_001)))
    let long = read(String(repeating: "я", count: 5_000)).table
    #expect(long?.header.map(\.text.count) == [1_000])
  }
}
