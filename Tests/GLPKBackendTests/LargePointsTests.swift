import GLPKBackend
import Problems
import Solvers
import TestSupport
import Testing

@Suite("GLPK on points beyond its arithmetic")
struct LargePointsTests {
  @Test("agrees with the network solver to the last unit")
  func agreesToTheLastUnit() throws {
    for seed in 0..<240 as Range<UInt64> {
      var draw = LargePointsDraw(seed: seed)
      let problem = try draw.problem()
      switch (try GLPKAssignmentSolver().solve(problem), try NetworkSolver().solve(problem)) {
      case (.optimal(let assignment, .duals(let prices)), .optimal(let expected, _)):
        #expect(assignment.objective == expected.objective, "seed \(seed)")
        #expect(problem.proves(prices, assignment), "seed \(seed)")
      case (.infeasible, .infeasible):
        Issue.record("seed \(seed): meant to be feasible")
      case (let outcome, let network):
        Issue.record("seed \(seed): \(outcome), network \(network)")
      }
    }
  }

  @Test("an infeasible problem with the largest points has a witness")
  func explainsInfeasible() throws {
    let table = try PairTable(
      complete: Array(repeating: 1 << 58, count: 40), menteeCount: 1, mentorCount: 40)
    let problem = try AssignmentProblem(
      table: table, mentors: Array(repeating: .init(capacity: 1), count: 40),
      coverage: .everyMentor)
    guard case .infeasible(let witness) = try GLPKAssignmentSolver().solve(problem) else {
      Issue.record("solved")
      return
    }
    #expect(problem.isShownInfeasible(by: witness))
  }
}

/// Points as a grid of powers of two makes them from real numbers, in the shapes that ask for most.
private struct LargePointsDraw {
  private enum Kind: CaseIterable {
    /// Uniform over 46 bits.
    case spread
    /// Thirds, fifths and sevenths: many sums that differ by units of the grid.
    case fractions
    /// Apart by less than any tolerance.
    case nearTies
    /// A few enormous ones beside small ones, so that scaling hides the small ones.
    case mixed
  }

  private var generator: SplitMix64
  private let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    generator = SplitMix64(seed: seed)
  }

  mutating func problem() throws -> AssignmentProblem {
    let coverages: [Coverage] = [.first, .ignore, .everyMentee, .everyMentor]
    let coverage = coverages[Int(seed / 4 % 4)]
    guard seed / 16 % 2 == 0 else { return try rectangular(coverage) }
    let table = try table(menteeCount: 30, mentorCount: 30)
    return try AssignmentProblem(
      table: table, mentors: Array(repeating: .init(capacity: 1), count: 30), coverage: coverage)
  }

  /// Capacities sum to what there is to give, minimums always hold.
  private mutating func rectangular(_ coverage: Coverage) throws -> AssignmentProblem {
    let mentorCount = Int.random(in: 5...12, using: &generator)
    let mentors = (0..<mentorCount).map { _ in
      let minimum = Int.random(in: 0...2, using: &generator)
      return MentorLimits(
        capacity: minimum + Int.random(in: 1...3, using: &generator), minimum: minimum)
    }
    let seats = mentors.reduce(0) { $0 + $1.capacity }
    let minimums = mentors.reduce(0) { $0 + $1.minimum }
    let menteeCount =
      coverage == .everyMentor
      ? seats + 5 : Int.random(in: max(1, minimums)...seats, using: &generator)
    return try AssignmentProblem(
      table: table(menteeCount: menteeCount, mentorCount: mentorCount), mentors: mentors,
      minimumRule: .always, coverage: coverage)
  }

  private mutating func table(menteeCount: Int, mentorCount: Int) throws -> PairTable {
    let kind = Kind.allCases[Int(seed % 4)]
    return try PairTable(
      complete: (0..<menteeCount * mentorCount).map { _ in points(kind) },
      menteeCount: menteeCount, mentorCount: mentorCount)
  }

  private mutating func points(_ kind: Kind) -> Int {
    let top = 1 << 45
    switch kind {
    case .spread: return Int.random(in: -top...top, using: &generator)
    case .fractions:
      let numerator = Int.random(in: 0...7, using: &generator)
      return top / 8 * numerator / ([3, 5, 7].randomElement(using: &generator) ?? 3)
    case .nearTies:
      let half = generator.happens(percent: 50) ? top / 2 : 0
      return half + Int.random(in: 0...5, using: &generator)
    case .mixed:
      return generator.happens(percent: 5)
        ? Int.random(in: top / 2...top, using: &generator)
        : Int.random(in: 0...50, using: &generator)
    }
  }
}
