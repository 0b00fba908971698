import Foundation
import InstanceFiles
import Mentorship
import Office
import Policies
import Problems
import Testing

@Suite("The sample schools")
struct SampleTests {
  private static let samples = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")
  private static let folder = samples.appending(path: "school-7")

  private func matched(_ backend: Backend) throws -> MatchReport {
    let reading = try Office.read(Self.folder.path)
    let season = try #require(reading.season)
    return try MatchSeason(backend: backend).report(season, findings: reading.findings)
  }

  /// `nastavnik propose samples/school-7 --lang ru --out samples/school-7/expected` writes them anew.
  @Test(
    "the proposal is the expected one, to the letter",
    arguments: ["school-7", "groups", "municipality"])
  func expected(sample: String) throws {
    let folder = Self.samples.appending(path: sample)
    let reading = try Office.read(folder.path)
    let season = try #require(reading.season)
    let report = try MatchSeason().report(season, findings: reading.findings)
    for file in ProposalFiles(report, messages: Messages(.russian)).all {
      let expected = try Data(contentsOf: folder.appending(path: "expected/\(file.name)"))
      #expect(Data(file.text.utf8) == expected, "\(file.name)")
    }
  }

  /// `nastavnik check samples/municipality --lang ru > samples/municipality/expected/check.txt` writes it anew.
  @Test("a municipality's files are understood as expected, to the letter")
  func check() throws {
    let folder = Self.samples.appending(path: "municipality")
    let reading = try Office.read(folder.path)
    let season = try #require(reading.season)
    let report = CheckSeason().report(season, findings: reading.findings, doubles: reading.doubles)
    let expected = try String(
      contentsOf: folder.appending(path: "expected/check.txt"), encoding: .utf8)
    #expect(CheckText(report, messages: Messages(.russian)).text == expected)
  }

  @Test("both backends agree on the whole season")
  func backends() throws {
    let report = try matched(.both)
    guard case .proposed(let proposal, isOptimal: true) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(proposal.pairs.count == 57)
  }

  @Test("the findings are those put there on purpose")
  func findings() throws {
    let kinds = try matched(.auto).findings.map(\.kind)
    #expect(
      kinds == [
        .unknownPerson(name: "Носокв Федор", suggestions: ["Носков Фёдор Вячеславович"]),
        .ruleUnchecked(rule: .minimumAge(10), name: "Белоусова Милана Игоревна"),
      ])
  }

  @Test("a total over two forms binds: without it one more pair goes to the same mentor")
  func total() throws {
    let reading = try Office.read(Self.folder.path)
    var season = try #require(reading.season)
    let mentor = PersonID("Булгаков Николай Владимирович")
    func load(_ season: Season) throws -> (pairs: Int, total: Int) {
      let report = try MatchSeason().report(season, findings: [])
      guard case .proposed(let proposal, _) = report.outcome else { return (0, 0) }
      return (
        proposal.pairs.count { $0.mentor == mentor }, proposal.pairs.reduce(0) { $0 + $1.points }
      )
    }
    let bound = try load(season)
    for index in season.questionnaires.indices
    where season.questionnaires[index].person == mentor {
      season.questionnaires[index].totalCapacity = nil
    }
    let free = try load(season)
    #expect(bound.pairs == 2)
    #expect(free.pairs == 3)
    #expect(free.total > bound.total)
  }

  @Test("everyone must be matched: impossible here, and the answer says who and why")
  func everyone() throws {
    let reading = try Office.read(Self.folder.path)
    var season = try #require(reading.season)
    season.coverage = .all
    let report = try MatchSeason().report(season, findings: [])
    guard case .impossible(.shortage(let shortage)) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(shortage.needed > shortage.places)
    #expect(shortage.mentees.count == shortage.needed)
    #expect(shortage.mentors.isEmpty || shortage.places > 0)
    let text = ProposalText(report, messages: Messages(.russian)).text
    #expect(text.contains("невозможно"))
  }
}
