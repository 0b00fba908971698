import Problems
import Solvers
import TestSupport
import Testing
import Verification

/// How many random problems the oracle judges.
private let seeds: Range<UInt64> = 0..<5000

@Suite("Prices of changes, against brute force")
struct OptimalNetworkTests {
  /// A random network that has an optimum.
  private func solved(_ seed: UInt64, sizes: ClosedRange<Int>? = 1...5) throws -> OptimalNetwork? {
    let problem = try AssignmentProblem.random(seed: seed, rules: .network, sizes: sizes)
    guard case .optimal(let best, .duals(let prices)) = try AssignmentSolver().solve(problem) else {
      return nil
    }
    let network = OptimalNetwork(problem, best: best, prices: prices)
    #expect(network != nil, "seed \(seed)")
    return network
  }

  /// The exchange leads to an assignment of the problem, of the value that brute force finds.
  private func expect(
    _ exchange: Exchange?, of network: OptimalNetwork, in problem: AssignmentProblem, _ note: String
  ) {
    let best = bruteForce(problem)
    guard let exchange else {
      #expect(best == nil, "\(note)")
      return
    }
    let assignment = exchange.applied(to: network.best)
    #expect(best.map(problem.value) == problem.value(assignment.objective), "\(note)")
    let claim = AssignmentOutcome.limitReached(
      assignment, bound: Objective(matched: .max, total: .max))
    #expect(Verdict(checking: claim, of: problem).accepted, "\(note)")
  }

  @Test("locking and forbidding any pair")
  func prices() throws {
    for seed in seeds {
      guard let network = try solved(seed) else { continue }
      let problem = network.problem
      for entry in 0..<problem.table.pairCount {
        let pair = problem.table.pair(of: entry)
        let note = "seed \(seed), \(pair)"
        let locking = network.exchange(locking: pair)
        let locked = try problem.replacing(fixed: Set(problem.fixed + [pair]).sorted())
        expect(locking, of: network, in: locked, note)
        #expect(
          locking?.added.contains(pair) ?? true || network.best.pairs.contains(pair), "\(note)")
        if let price = locking?.change, let bound = network.bound(locking: pair) {
          #expect(
            problem.value(network.best.objective + price)
              <= problem.value(network.best.objective + bound), "\(note)")
        }
        guard !problem.fixed.contains(pair) else {
          #expect(network.exchange(forbidding: pair) == nil)
          continue
        }
        let without = try problem.replacing(table: problem.table.removing([pair]))
        expect(network.exchange(forbidding: pair), of: network, in: without, note)
        for proof in [network.proof(locking: pair), network.proof(forbidding: pair)] {
          guard let proof else { continue }
          let verdict = Verdict(checking: proof.outcome, of: proof.problem)
          #expect(verdict.proof == .checked, "\(note): \(verdict.problems)")
        }
      }
      #expect(network.exchange(locking: Pair(mentee: 9, mentor: 0)) == nil)
    }
  }

  @Test("of equally good changes the smallest")
  func fewestPairs() throws {
    for seed in seeds {
      guard let network = try solved(seed, sizes: 1...4) else { continue }
      let (problem, old) = (network.problem, Set(network.best.pairs))
      let all = allAssignments(problem).map(Set.init)
      for entry in 0..<problem.table.pairCount {
        let pair = problem.table.pair(of: entry)
        guard let exchange = network.exchange(locking: pair) else { continue }
        let value = problem.value(network.best.objective + exchange.change)
        let sizes = all.filter { pairs in
          pairs.contains(pair) && problem.objective(of: Array(pairs)).map(problem.value) == value
        }.map { $0.symmetricDifference(old).count }
        #expect(
          exchange.added.count + exchange.removed.count == sizes.min(), "seed \(seed), \(pair)")
      }
    }
  }

  @Test("all candidates of a person at once")
  func candidates() throws {
    for seed in seeds {
      guard let network = try solved(seed) else { continue }
      func check(_ pair: Pair, _ price: ObjectiveChange?) {
        let exchange = network.exchange(locking: pair)
        #expect((exchange == nil) == (price == nil), "seed \(seed), \(pair)")
        guard let exchange, let price else { return }
        let (one, other) = (
          network.best.objective + exchange.change, network.best.objective + price
        )
        #expect(network.problem.value(one) == network.problem.value(other), "seed \(seed), \(pair)")
      }
      for mentee in 0..<network.problem.menteeCount {
        for candidate in network.prices(ofMentorsFor: mentee) {
          check(Pair(mentee: mentee, mentor: candidate.person), candidate.price)
        }
      }
      for mentor in 0..<network.problem.mentorCount {
        for candidate in network.prices(ofMenteesFor: mentor) {
          check(Pair(mentee: candidate.person, mentor: mentor), candidate.price)
        }
      }
    }
  }

  @Test("every, some or no optimum")
  func classes() throws {
    for seed in seeds {
      guard let network = try solved(seed, sizes: 1...4) else { continue }
      let (problem, best) = (network.problem, network.problem.value(network.best.objective))
      let optima = allAssignments(problem).filter { pairs in
        problem.objective(of: pairs).map { problem.value($0) == best } ?? false
      }.map(Set.init)
      let every = optima.dropFirst().reduce(optima[0]) { $0.intersection($1) }
      let some = optima.reduce(Set()) { $0.union($1) }.subtracting(every)
      #expect(network.classes.every == every.sorted(), "seed \(seed)")
      #expect(network.classes.some == some.sorted(), "seed \(seed)")
    }
  }

  @Test("one place more")
  func places() throws {
    for seed in seeds {
      guard let network = try solved(seed) else { continue }
      let problem = network.problem
      for (mentor, exchange) in network.exchangesForPlaces.enumerated() {
        var limits = problem.mentors
        limits[mentor] = MentorLimits(
          capacity: limits[mentor].capacity + 1, minimum: limits[mentor].minimum)
        expect(
          exchange, of: network, in: try problem.replacing(mentors: limits),
          "seed \(seed), mentor \(mentor)")
      }
    }
  }
}
