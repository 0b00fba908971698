import Policies
import Problems
import Verification

/// One policy run on one market, its answer checked.
struct PolicyTrial {
  private(set) var status: ComparisonReport.Status = .error
  private(set) var proof: String?
  /// Why there is no answer; in English, as all of a comparison's data.
  private(set) var message: String?
  private(set) var isVerified = false
  /// One assignment, or the tickets of a lottery.
  private let seed: Int
  private var prices: DualPrices?
  private var draws: [(probability: Double, pairs: [Pair])] = []

  init(_ policy: any MatchingPolicy, _ market: Market, _ run: PolicyRun) {
    seed = run.seed
    do throws(PolicyError) {
      take(try policy.result(in: market, run))
    } catch {
      message = Messages(.english).text(error)
      return
    }
    check(market)
    if isVerified, let aim = policy as? Aim { check(market, aim) }
  }

  private mutating func take(_ result: PolicyResult) {
    switch result {
    case .pairs(let pairs, let proof):
      (status, draws) = (.optimal, [(1, pairs)])
      if case .duals(let prices) = proof { self.prices = prices }
      self.proof =
        switch proof {
        case .duals: "duals"
        case .bound: "bound"
        case .definition: "definition"
        }
    case .lottery(let lottery):
      (status, draws) = (.optimal, lottery.tickets.map { ($0.probability, $0.pairs) })
      proof = "definition"
    case .limitReached(let pairs):
      (status, draws) = (pairs == nil ? .unknown : .feasible, pairs.map { [(1, $0)] } ?? [])
    case .nonexistent: status = .nonexistent
    case .infeasible: status = .infeasible
    }
  }

  /// Lets no pairs pass that the independent checker rejects.
  private mutating func check(_ market: Market) {
    let problem = market.problem.covering(.ignore) ?? market.problem
    isVerified =
      !draws.isEmpty
      && draws.allSatisfy { draw in
        guard let objective = problem.objective(of: draw.pairs) else { return false }
        let claim = AssignmentOutcome.limitReached(
          Assignment(pairs: draw.pairs, objective: objective),
          bound: Objective(matched: .max, total: .max))
        return Verdict(checking: claim, of: problem).accepted
      }
    if !isVerified, !draws.isEmpty { reject("the independent checker rejects the pairs") }
  }

  /// Holds an answer against what its goals promise: prices, and that nobody would rather have each other.
  private mutating func check(_ market: Market, _ aim: Aim) {
    guard let pairs = draws.first?.pairs else { return }
    if case .policy(let policy) = aim,
      !PolicyAudit(market, seed: seed).accepts(pairs, of: policy)
    {
      return reject("the pairs are not what defines the policy")
    }
    let solve = AimedSolve(market.problem, aim: aim, data: market.data)
    if let prices, let objective = solve.problem.objective(of: pairs) {
      let claim = AssignmentOutcome.optimal(
        Assignment(pairs: pairs, objective: objective), .duals(prices))
      let verdict = Verdict(checking: claim, of: solve.problem)
      if !verdict.accepted { return reject("the independent checker rejects the prices") }
    }
    let objective = market.problem.objective(of: pairs) ?? Objective(matched: 0, total: 0)
    guard !solve.pairsAgainst(Assignment(pairs: pairs, objective: objective)).isEmpty else {
      return
    }
    reject("not stable")
  }

  private mutating func reject(_ reason: String) {
    (status, draws, proof, isVerified, message) = (.error, [], nil, false, reason)
  }

  /// What the answer is worth; of a lottery what it is worth on average.
  func measured(
    _ meter: MarketMeter, _ metrics: [Metric]
  ) -> (values: [Metric: Double], coverages: [Double?], profiles: ComparisonReport.Profiles) {
    var sums: [Metric: Double] = [:]
    var weights: [Metric: Double] = [:]
    var coverages: [Double?] = []
    var profiles = ComparisonReport.Profiles()
    for draw in draws {
      for (metric, value) in meter.values(of: draw.pairs, metrics) {
        sums[metric, default: 0] += draw.probability * value
        weights[metric, default: 0] += draw.probability
      }
      let own = meter.coverages(of: draw.pairs)
      if coverages.isEmpty { coverages = own.map { _ in nil } }
      for (index, coverage) in own.enumerated() {
        guard let share = coverage.coverage else { continue }
        coverages[index] = (coverages[index] ?? 0) + draw.probability * share
      }
      let counts = meter.profiles(of: draw.pairs)
      profiles.mentees.add(counts.ofMentees, draw.probability)
      profiles.mentors.add(counts.ofMentors, draw.probability)
    }
    var values: [Metric: Double] = [:]
    // A number that only some outcomes have is a mean over those.
    for (metric, sum) in sums { values[metric] = weights[metric].map { $0 > 0 ? sum / $0 : 0 } }
    return (values, coverages, profiles)
  }
}

extension [Double] {
  fileprivate mutating func add(_ counts: [Int], _ weight: Double) {
    while count < counts.count { append(0) }
    for (index, count) in counts.enumerated() { self[index] += weight * Double(count) }
  }
}
