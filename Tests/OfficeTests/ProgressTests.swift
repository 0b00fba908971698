import InstanceFiles
import Office
import Problems
import Solvers
import Testing
import Verification

@Suite("Progress of a search")
struct ProgressTests {
  @Test("one line in both languages, with totals as people gave them")
  func words() {
    let (russian, english) = (Messages(.russian), Messages(.english))
    for phase in [MatchingProgress.Phase.lists, .auction, .paths] {
      let progress = SolverProgress.matching(
        .init(phase: phase, matched: 4210, needed: 12_000, bound: -7))
      let lines = [russian, english].map { $0.text(progress, total: { "\(-$0) ₽" }) }
      #expect(lines[0].hasSuffix("пар 4210 из 12\u{a0}000; лучше 7 ₽ не бывает"))
      #expect(lines[1].hasSuffix("4210 of 12,000 pairs; nothing beats 7 ₽"))
    }
    let vague = SolverProgress.matching(.init(phase: .lists, matched: 0, needed: 3, bound: nil))
    #expect(english.text(vague) == "looking through the points: 0 of 3 pairs")
    #expect(russian.text(nil) == "ищу лучшие пары…")
  }

  @Test("a search says what it found and what is possible at most, in pairs or points")
  func searchWords() {
    let (russian, english) = (Messages(.russian), Messages(.english))
    func lines(_ measure: SearchProgress.Measure, best: Int?) -> [String] {
      let progress = SearchProgress(phase: .tree, measure: measure, best: best, bound: 22)
      return [russian, english].map { $0.text(.search(progress), total: { "\($0) ₽" }) }
    }
    #expect(
      lines(.pairs, best: 21) == [
        "доказываю оптимум; пар найдено 21; лучше 22 не бывает",
        "proving the optimum; pairs found 21; nothing beats 22",
      ])
    #expect(
      lines(.points, best: nil) == [
        "доказываю оптимум; лучше 22 ₽ не бывает", "proving the optimum; nothing beats 22 ₽",
      ])
    #expect(lines(.other, best: 1) == ["доказываю оптимум", "proving the optimum"])
  }

  @Test("threads and a watcher change no byte of the answer")
  func threads() throws {
    let text = """
      {"schema": "nastavnik.instance/1", "mentees": 3, "mentors": 3,
       "points": [[3, 5, 1], [4, null, 2], [2, 2, 9]]}
      """
    let instance = try InstanceReader().read(Array(text.utf8))
    let one = try SolveInstance().solution(of: instance, reading: nil)
    let two = try SolveInstance(limits: .init(threads: 2)).solution(
      of: instance, reading: nil, report: { _ in })
    #expect(one == two)
    #expect(VerifySolution(threads: 3).judgement(of: two, for: instance) == .accepted(.checked))
  }
}
