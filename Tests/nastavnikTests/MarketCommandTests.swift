import Foundation
import Testing

@Suite("nastavnik generate and convert")
struct MarketCommandTests {
  @Test("a generated market can be solved, is the same again, and many are a stream")
  func generate() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appending(path: "market.json")
    let arguments = [
      "generate", "mallows", "--mentees", "9", "--mentors", "4", "--capacity", "1..3", "--seed",
      "5",
    ]
    let printed = try CommandLineTool.run(arguments)
    #expect(printed.code == 0 && printed.errors.isEmpty)
    let written = try CommandLineTool.run(arguments + ["--out", file.path])
    #expect(written.code == 0 && written.output.isEmpty)
    #expect(try String(contentsOf: file, encoding: .utf8) == printed.output)
    #expect(try CommandLineTool.run("solve", file.path).code == 0)
    let many = try CommandLineTool.run("generate", "school", "--count", "3", "--mentees", "0")
    #expect(many.output.split(separator: "\n").count == 3)
    let solved = try CommandLineTool.run("solve", "--stream", input: many.output)
    #expect(solved.code == 0 && solved.output.contains("school-0x10-seed1-2"))
  }

  @Test("numbers that no market has are refused with what they may be")
  func mistakes() throws {
    for (arguments, words) in [
      (["--ties", "2"], "--ties must be from 0 to 1"),
      (["--mentees=-1"], "--mentees must be from 0"),
      (["--capacity", "3..1"], "--capacity"), (["--count", "0"], "--count must be from 1"),
    ] {
      let result = try CommandLineTool.run(["generate", "uniform"] + arguments)
      #expect(result.code == 64 && result.errors.contains(words), "\(arguments): \(result.errors)")
      #expect(result.output.isEmpty)
    }
    #expect(try CommandLineTool.run("generate", "unifrom").errors.contains("plackett-luce"))
  }

  @Test("an instance goes to another format and back; what is lost is said")
  func convert() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let market = try CommandLineTool.run("generate", "geometric", "--ties", "0.3")
    let first = try folder.write("first.json", market.output)
    let table = folder.url.appending(path: "pairs.csv").path
    let there = try CommandLineTool.run("convert", first.path, table)
    #expect(there.code == 0 && there.errors.contains("does not hold: the instance's id\n"))
    let back = try CommandLineTool.run("convert", table, "-")
    #expect(back.code == 0 && back.errors.isEmpty)
    #expect(back.output == market.output.replacing(/\n *"id": "geometric[^\n]*/, with: ""))
    let report = try CommandLineTool.run(
      "convert", first.path, folder.url.appending(path: "x.soi").path, "--json")
    #expect(
      report.output.contains("\"losses\": [\"id\", \"menteeNames\", \"points\", \"mentorLists\"]"))
    #expect(try CommandLineTool.run("convert", first.path, "x.xyz").code == 64)
    let bad = try folder.write("bad.csv", "side,id,choice1\nmentees,a,b\nmentors,c,a\n")
    let refused = try CommandLineTool.run("convert", bad.path, "-", "--to", "json")
    #expect(refused.code == 65 && refused.output.isEmpty)
    #expect(refused.errors.contains("bad.csv: 2:11: there is nobody called \"b\""))
    #expect(try CommandLineTool.run("convert", "none.csv", "-", "--to", "json").code == 66)
  }

  @Test("a season goes out without names, differently each time unless a seed is given")
  func season() throws {
    func run(_ arguments: String...) throws -> String {
      let result = try CommandLineTool.run(
        ["convert", "samples/school-7", "-", "--to", "csv-pairs"] + arguments)
      #expect(result.code == 0)
      return result.output
    }
    let (one, two) = (try run("--seed", "3"), try run("--seed", "3"))
    #expect(one == two)
    #expect(try run("--seed", "4") != one)
    #expect(try run() != run())
    // No letter of a name, which are Russian.
    #expect(!one.unicodeScalars.contains { ("а"..."я").contains($0) || ("А"..."Я").contains($0) })
    #expect(try run("--no-anonymous").contains("Носков Фёдор Вячеславович"))
  }
}
