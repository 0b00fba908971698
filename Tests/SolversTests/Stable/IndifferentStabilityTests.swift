import Problems
import Solvers
import TestSupport
import Testing

@Suite("Strongly and super-stable assignments, against all assignments")
struct IndifferentStabilityTests {
  @Test(
    "one is found exactly when there is one, the best for mentees", arguments: Stability.allCases)
  func existence(_ stability: Stability) throws {
    var (existing, missing) = (0, 0)
    for seed in 0..<5000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: seed % 3 == 0 ? 0...4 : 2...4)
      let stable = market.allAssignments().filter { isStable($0, market, stability) }
      for limit in [0, 20_000] {
        switch IndifferentStability(market, stability, searchLimit: limit).answer() {
        case .found(let pairs):
          #expect(stable.contains(pairs), "seed \(seed)")
          guard stability != .weak else { continue }
          for other in stable {
            #expect(
              (0..<market.menteeCount).allSatisfy {
                !market.standing(of: $0, in: other)
                  .lexicographicallyPrecedes(market.standing(of: $0, in: pairs))
              }, "seed \(seed)")
          }
        case .none(.search): #expect(stable.isEmpty && limit > 0, "seed \(seed)")
        case .none(.trace(_, let candidate, let blocking)):
          #expect(stable.isEmpty && limit == 0, "seed \(seed)")
          #expect(market.allows([blocking]) && !candidate.contains(blocking), "seed \(seed)")
        case .undecided: Issue.record("seed \(seed)")
        }
      }
      (existing, missing) = stable.isEmpty ? (existing, missing + 1) : (existing + 1, missing)
    }
    #expect(existing > 1000 && (stability == .weak ? missing == 0 : missing > 300), "\(missing)")
  }

  @Test("several mentors a mentee: found by search exactly when there is one")
  func several() throws {
    for seed in 0..<2000 as Range<UInt64> {
      let market = try RankedMarket.random(seed: seed, sizes: 0...3, demand: 2)
      for stability in [Stability.strong, .superStable] {
        let stable = market.allAssignments().filter { isStable($0, market, stability) }
        switch IndifferentStability(market, stability).answer() {
        case .found(let pairs): #expect(stable.contains(pairs), "seed \(seed)")
        case .none: #expect(stable.isEmpty, "seed \(seed)")
        case .undecided: Issue.record("seed \(seed)")
        }
      }
    }
  }

  @Test("several mentors a mentee and no search: undecided, not wrong")
  func undecided() throws {
    let table = PairTable(menteeCount: 2, mentorCount: 2) { _ in 0 }
    let problem = try AssignmentProblem(
      table: table, demands: [2, 1], mentors: Array(repeating: .init(capacity: 1), count: 2),
      coverage: .first)
    let market = RankedMarket(problem, nil)
    let answer = IndifferentStability(market, .superStable, searchLimit: 1).answer()
    #expect(answer == .undecided)
  }
}
