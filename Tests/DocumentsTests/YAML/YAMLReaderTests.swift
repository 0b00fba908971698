import Mentorship
import Testing

@testable import Documents

private func problems(_ text: String) -> [Finding] {
  YAMLReader.read(text, file: "season.yaml").findings
}

private func place(_ line: Int, _ column: Int) -> Place {
  Place(file: "season.yaml", line: line, column: column)
}

private func syntax(_ problem: SyntaxProblem, _ line: Int, _ column: Int) -> [Finding] {
  [Finding(.yamlSyntax(problem), at: place(line, column))]
}

@Suite struct YAMLReaderTests {
  @Test func scalarsStayText() throws {
    let text = "date: 15.10.2026\nчислo: 012\nда: on\n1-й: 1e3\nq: '~'\nn: ~\n"
    let root = try #require(YAMLReader.read(text, file: "season.yaml").root)
    var findings: [Finding] = []
    let entries = root.entries(&findings)
    #expect(entries.map(\.key) == ["date", "числo", "да", "1-й", "q", "n"])
    #expect(entries.map(\.value.text) == ["15.10.2026", "012", "on", "1e3", "~", ""])
    #expect(entries.map(\.value.isNull) == [false, false, false, false, false, true])
  }

  @Test func everyValueHasPathAndPlace() throws {
    let root = try #require(
      YAMLReader.read("ключ:\n  - {a: 1, b: [x, y]}\n", file: "season.yaml").root)
    var findings: [Finding] = []
    let list = try #require(root.entries(&findings).first?.value.list(&findings))
    let inner = list[0].entries(&findings)
    #expect(inner[1].value.path == "ключ[0].b")
    #expect(inner[1].place == place(2, 12))
    let item = try #require(inner[1].value.list(&findings)?.last)
    #expect(item.path == "ключ[0].b[1]")
    #expect(item.place == place(2, 19))
    #expect(findings.isEmpty)
  }

  @Test func syntaxProblems() {
    #expect(problems("a: \"b\nc: 1\n") == syntax(.unclosedQuote, 1, 4))
    #expect(problems("a: [1, 2\nb: 3\n") == syntax(.unclosedBracket, 1, 4))
    #expect(problems("a: b: c\n") == syntax(.colonInValue, 1, 5))
    #expect(problems("a: 1\n  b: 2\n") == syntax(.colonInValue, 2, 4))
    #expect(problems("a:\n  - 1\n b: 2\n") == syntax(.indentation, 3, 2))
    #expect(problems("a: 1\nb: @x\n") == syntax(.unexpectedCharacter, 2, 4))
    #expect(problems("a: 1\nb: \u{1}\n") == syntax(.controlCharacter, 2, 4))
    #expect(problems("a: *b\n") == syntax(.unknownAlias, 1, 4))
    #expect(problems("a: 1\n---\nb: 2\n") == syntax(.severalDocuments, 2, 1))
    #expect(problems("a:\n\t- 1\n") == syntax(.tabIndent, 2, 1))
    #expect(problems("a:\n  - b: 1\n\tc: 2\n") == syntax(.tabIndent, 3, 1))
  }

  /// The line before is to blame, not the one where the parser stops.
  @Test func missingColons() {
    #expect(problems("a: 1\nb 2\nc: 3\n") == syntax(.missingColon, 2, 1))
    #expect(problems("a: 1\nb:2\nc: 3\n") == syntax(.missingColon, 2, 1))
  }

  @Test func noBreakSpaces() {
    #expect(problems("a:\n  - b: 1\n\u{a0} \u{a0} c: 2\n") == syntax(.noBreakSpace, 3, 1))
    #expect(problems("a:\n  - b: 1\n\u{a0} \u{a0} c: 2\n    d: 3\n") == syntax(.noBreakSpace, 3, 1))
    #expect(problems("a: 1\nb:\u{a0}2\nc: 3\n") == syntax(.noBreakSpace, 2, 3))
  }

  @Test func keyTwice() {
    #expect(problems("a: 1\nb: 2\na: 3\n") == [Finding(.keyTwice(key: "a"), at: place(3, 1))])
    #expect(problems("a: 1\n\"a\": 3\n") == [Finding(.keyTwice(key: "a"), at: place(2, 1))])
    #expect(
      problems("x:\n  - a: 1\n    ab: 2\n    a : 3\n")
        == [Finding(.keyTwice(key: "a"), at: place(4, 5))])
    #expect(problems("{a: 1, a: 2}") == [Finding(.keyTwice(key: "a"), at: place(1, 2))])
  }

  @Test func hostileFilesEnd() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(problems(deep).map(\.kind) == [.yamlSyntax(.tooComplex)])
    let bomb =
      "a0: &a0 [x]\n"
      + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(problems(bomb) == [Finding(.yamlSyntax(.tooComplex), at: Place(file: "season.yaml"))])
    let small =
      "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
      + (1...9).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    #expect(problems(small).map(\.kind) == [.yamlSyntax(.tooComplex)])
  }

  @Test func aliasesWork() throws {
    let root = try #require(YAMLReader.read("a: &x {k: 1}\nb: *x\n", file: "season.yaml").root)
    var findings: [Finding] = []
    #expect(root.entries(&findings)[1].value.entries(&findings)[0].value.text == "1")
  }

  @Test func nothingIsNoRoot() {
    for text in ["# only a comment\n", "---\n...\n"] {
      let (root, findings) = YAMLReader.read(text, file: "season.yaml")
      #expect(root?.isNull ?? true)
      #expect(findings.isEmpty)
    }
  }
}
