import Policies
import Problems
import Solvers
import TestSupport
import Testing

@Suite("Prices of changes whatever the rules are, against brute force")
struct SolvedProblemTests {
  private static let rules: [RandomRules] = [.network, .all, .side]

  private func solved(_ seed: UInt64) throws -> SolvedProblem? {
    let problem = try AssignmentProblem.random(
      seed: seed, rules: Self.rules[Int(seed % 3)], sizes: 1...4)
    let router = BackendRouter(backend: .auto)
    guard case .optimal(let best, let proof) = try router.solve(problem).outcome else { return nil }
    return SolvedProblem(problem, best, proof, router: router)
  }

  private func expect(
    _ price: ChangePrice, of solved: SolvedProblem, in changed: AssignmentProblem, _ note: String
  ) {
    let problem = solved.problem
    switch (price, bruteForce(changed)) {
    case (.impossible, nil): break
    case (.exchange(let exchange), let best?):
      let assignment = exchange.applied(to: solved.best)
      #expect(problem.value(best) == problem.value(assignment.objective), "\(note)")
      #expect(problem.objective(of: assignment.pairs) == assignment.objective, "\(note)")
      #expect(allAssignments(changed).contains { Set($0) == Set(assignment.pairs) }, "\(note)")
    default: Issue.record("\(note): \(price)")
    }
  }

  @Test("locking and forbidding, and all candidates of a mentee")
  func prices() throws {
    var (networks, programs) = (0, 0)
    for seed in 0..<1500 as Range<UInt64> {
      guard let solved = try solved(seed) else { continue }
      if solved.network == nil { programs += 1 } else { networks += 1 }
      let problem = solved.problem
      for mentee in 0..<problem.menteeCount {
        for (mentor, price) in try solved.prices(ofMentorsFor: mentee) {
          let pair = Pair(mentee: mentee, mentor: mentor)
          let note = "seed \(seed), \(pair)"
          let locking = try solved.price(locking: pair)
          #expect(
            locking.change.map { problem.value(solved.best.objective + $0) }
              == price.map { problem.value(solved.best.objective + $0) }, "\(note)")
          let fixed = Set(problem.fixed + [pair]).sorted()
          expect(locking, of: solved, in: try problem.replacing(fixed: fixed), note)
          if let bound = solved.bound(locking: pair), let price {
            #expect(
              problem.value(solved.best.objective + price)
                <= problem.value(solved.best.objective + bound), "\(note)")
          }
          guard !problem.fixed.contains(pair) else { continue }
          let without = try problem.replacing(table: problem.table.removing([pair]))
          expect(try solved.price(forbidding: pair), of: solved, in: without, note)
        }
      }
    }
    #expect(networks > 100 && programs > 100, "\(networks) \(programs)")
  }

  @Test("every, some or no optimum")
  func classes() throws {
    for seed in 0..<300 as Range<UInt64> {
      guard let solved = try solved(seed), let classes = try solved.classes() else { continue }
      let (problem, best) = (solved.problem, solved.problem.value(solved.best.objective))
      let optima = allAssignments(problem).filter { pairs in
        problem.objective(of: pairs).map { problem.value($0) == best } ?? false
      }.map(Set.init)
      let every = optima.dropFirst().reduce(optima[0]) { $0.intersection($1) }
      #expect(classes.every == every.sorted(), "seed \(seed)")
      let some = optima.reduce(Set()) { $0.union($1) }.subtracting(every)
      #expect(classes.some == some.sorted(), "seed \(seed)")
    }
  }
}
