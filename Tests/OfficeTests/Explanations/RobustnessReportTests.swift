import Foundation
import InstanceFiles
import Mentorship
import Office
import Policies
import Problems
import Testing

@Suite("Robust pairs of a season, in words and keys")
struct RobustnessReportTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples/school-7")

  @Test("doubtful pairs come first, and the proposal marks the same ones")
  func season() throws {
    let season = try #require(try Office.read(Self.folder.path).season)
    let solved = try SolvedCase(season)
    let robustness = try solved.robustness()
    let doubtful = robustness.pairs.filter(\.isDoubtful)
    #expect(robustness.drawCount == 100 && robustness.pairs.count == 57)
    #expect(doubtful.count == 3 && robustness.pairs[2].isDoubtful)
    guard case .proposed(let proposal, _) = try MatchSeason().report(season).outcome else {
      Issue.record("no proposal")
      return
    }
    let marked = proposal.pairs.filter { $0.doubt != nil }.map(\.mentee)
    let scored = ScoredSeason(season)
    #expect(
      Set(marked) == Set(doubtful.map { scored.mentees[$0.pair.mentee].person }))

    let json = CaseJSON(solved, messages: Messages(.russian)).value(robustness)
    let data = Data(json.text(.pretty).utf8)
    let keys = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let pairs = try #require(keys["pairs"] as? [[String: Any]])
    #expect(pairs.prefix(4).map { $0["doubtful"] as? Bool } == [true, true, true, false])
    #expect((pairs[0]["survives"] as? [String: Int])?["of"] == 100)
    let text = CaseText(solved, messages: Messages(.russian), width: 1000).text(robustness)
    #expect(text.contains("Пар на волоске: 3 из 57."))
    #expect(text.contains("есть столь же хорошее решение без этой пары"))
  }

  @Test("no draws, and what cannot be tried")
  func none() throws {
    let season = try #require(try Office.read(Self.folder.path).season)
    let solved = try SolvedCase(season)
    let robustness = try solved.robustness(draws: 0)
    #expect(robustness.drawCount == 0 && !robustness.isStopped && robustness.rivals.isEmpty)
    #expect(robustness.pairs.allSatisfy { $0.isDoubtful == $0.isReplaceable })
    #expect(
      CaseText(solved, messages: Messages(.english)).text(robustness)
        .contains("could not be tried"))
  }
}
