import Problems
import Solvers
import Synchronization
import TestSupport
import Testing
import Verification

@Suite("Watching and stopping a search")
struct WatchTests {
  private final class Log: Sendable {
    let calls = Atomic<Int>(0)
    let reports = Mutex<[MatchingProgress]>([])

    func note(_ progress: SolverProgress) {
      guard case .matching(let progress) = progress else { return }
      reports.withLock { $0.append(progress) }
    }
  }

  /// Whether the first value is at least the second in the order of the problem.
  private func isBound(
    _ bound: Objective, _ value: Objective, _ problem: AssignmentProblem
  ) -> Bool {
    problem.coverage == .first
      ? (bound.matched, bound.total) >= (value.matched, value.total) : bound.total >= value.total
  }

  /// Stops a search at one question after the other, from then on or only then, until there are no more
  /// questions.
  private func stopEverywhere(
    _ problem: AssignmentProblem, _ solver: AssignmentSolver, every step: Int = 1, _ note: String
  ) throws {
    let whole = try solver.solve(problem)
    let best = problem.referenceValue()
    for isOnce in [false, true] {
      for index in stride(from: 0, to: .max, by: step) {
        let log = Log()
        let watch = SolverWatch(isCancelled: {
          let call = log.calls.add(1, ordering: .relaxed).oldValue
          return isOnce ? call == index : call >= index
        })
        let outcome = try solver.solve(problem, watching: watch)
        guard case .limitReached(let assignment, let bound) = outcome else {
          #expect(outcome == whole, "\(note), \(index)")
          guard log.calls.load(ordering: .relaxed) > index else { break }
          continue
        }
        let verdict = Verdict(checking: outcome, of: problem)
        #expect(verdict.accepted, "\(note), \(index): \(verdict.problems)")
        if let best {
          #expect(isBound(bound, best, problem), "\(note), \(index): \(bound) and \(best)")
        }
        if let assignment {
          #expect(problem.accepts(assignment), "\(note), \(index)")
        }
      }
    }
  }

  @Test("stopped at any moment, what there is obeys every rule, and the bound is one")
  func stopped() throws {
    for seed in 0..<800 as Range<UInt64> {
      let problem = try AssignmentProblem.randomMatrix(
        seed: seed &+ 7 << 40, largest: seed % 20 == 0 ? 30 : 9)
      try stopEverywhere(
        problem, AssignmentSolver(threads: seed % 3 == 0 ? 3 : 1), "seed \(seed)")
    }
  }

  @Test("stopped during a long auction or among many ties")
  func stoppedAuction() throws {
    let size = 150
    for coverage in [Coverage.first, .everyMentee, .everyMentor, .ignore] {
      for isTied in [false, true] {
        let cells = (0..<size * size).map { index in
          let (row, column) = index.quotientAndRemainder(dividingBy: size)
          return isTied ? (row * column) % 3 : -(row + 1) * (column + 1)
        }
        let problem = try AssignmentProblem(
          table: PairTable(complete: cells, menteeCount: size, mentorCount: size),
          mentors: Array(repeating: .init(capacity: 1), count: size), coverage: coverage)
        for strategy in AssignmentStrategy.allCases {
          try stopEverywhere(
            problem, AssignmentSolver(strategy: strategy), every: 37, "\(coverage), \(strategy)")
        }
      }
    }
  }

  @Test("no bound on the way is below the optimum, and paths never lose a pair")
  func reports() throws {
    var reported = 0
    for seed in 0..<2000 as Range<UInt64> {
      let problem = try AssignmentProblem.randomMatrix(
        seed: seed &+ 9 << 40, largest: seed % 20 == 0 ? 40 : 8)
      let log = Log()
      let watch = SolverWatch(
        report: log.note, interval: .zero)
      let solver = AssignmentSolver()
      let outcome = try solver.solve(problem, watching: watch)
      #expect(try outcome == solver.solve(problem), "seed \(seed)")
      let best = problem.referenceValue()
      var last: MatchingProgress?
      for progress in log.reports.withLock({ $0 }) {
        #expect(0...progress.needed ~= progress.matched, "seed \(seed)")
        if let best, let bound = progress.bound {
          #expect(bound >= best.total, "seed \(seed), \(progress.phase)")
        }
        if progress.phase == .paths, last?.phase == .paths {
          #expect(progress.matched >= last?.matched ?? 0, "seed \(seed)")
        }
        last = progress
        reported += 1
      }
    }
    #expect(reported > 2000)
  }

  @Test("where all must be matched at a cost, the bound on the way is a cost too")
  func boundOfCosts() throws {
    var generator = SplitMix64(seed: 5)
    let cells = (0..<60 * 60).map { _ in -Int.random(in: 100...900, using: &generator) }
    let problem = try AssignmentProblem(
      table: PairTable(complete: cells, menteeCount: 60, mentorCount: 60),
      mentors: Array(repeating: .init(capacity: 1), count: 60), coverage: .everyMentee)
    let log = Log()
    _ = try AssignmentSolver(strategy: .paths).solve(
      problem,
      watching: SolverWatch(
        report: log.note, interval: .zero))
    let bounds = log.reports.withLock { $0.compactMap(\.bound) }
    #expect(!bounds.isEmpty && bounds.allSatisfy { $0 <= 60 * -100 })
  }

  @Test("a sum of prices beyond 64 bits stops nothing")
  func hugePrices() throws {
    let size = 64
    // Every row would rather have the column of the next one: prices fall from one to the next.
    let large = 1 << 53
    let table = PairTable(menteeCount: size, mentorCount: size) { pair in
      pair.mentee == pair.mentor ? -large : pair.mentor == pair.mentee + 1 ? 0 : nil
    }
    let problem = try AssignmentProblem(
      table: table, mentors: Array(repeating: .init(capacity: 1), count: size),
      coverage: .everyMentee)
    let log = Log()
    let outcome = try AssignmentSolver().solve(
      problem,
      watching: SolverWatch(
        report: log.note, interval: .zero))
    #expect(Verdict(checking: outcome, of: problem).accepted)
    #expect(log.reports.withLock { $0.allSatisfy { $0.bound ?? .max >= -size * large } })
  }
}
