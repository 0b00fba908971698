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
    for phase in [SolverProgress.Phase.lists, .auction, .paths] {
      let progress = SolverProgress(phase: phase, matched: 4210, needed: 12_000, bound: -7)
      let lines = [russian, english].map { $0.text(progress, total: { "\(-$0) ₽" }) }
      #expect(lines[0].hasSuffix("пар 4210 из 12\u{a0}000; лучше 7 ₽ не бывает"))
      #expect(lines[1].hasSuffix("4210 of 12,000 pairs; nothing beats 7 ₽"))
    }
    let vague = SolverProgress(phase: .lists, matched: 0, needed: 3, bound: nil)
    #expect(english.text(vague) == "looking through the points: 0 of 3 pairs")
    #expect(russian.text(nil) == "ищу лучшие пары…")
  }

  @Test("threads and a watcher change no byte of the answer")
  func threads() throws {
    let text = """
      {"schema": "nastavnik.instance/1", "mentees": 3, "mentors": 3,
       "points": [[3, 5, 1], [4, null, 2], [2, 2, 9]]}
      """
    let instance = try InstanceReader().read(Array(text.utf8))
    let one = try SolveInstance().solution(of: instance, reading: nil)
    let two = try SolveInstance(threads: 2).solution(of: instance, reading: nil, report: { _ in })
    #expect(one == two)
    #expect(VerifySolution(threads: 3).judgement(of: two, for: instance) == .accepted(.checked))
  }
}
