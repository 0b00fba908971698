import Problems
import Solvers

/// Two goals over one problem, and how questions about them are answered.
struct TradeOffCase: Sendable {
  let first: Goal
  let second: Goal
  let data: GoalData
  /// With the goals last.
  let goals: GoalProblem
  /// Whether only assignments with the most pairs count.
  let covers: Bool
  /// `nil` where the rules or the goals are not a network's.
  let network: NetworkSums?
  let limits: SolverLimits
  let watch: SolverWatch
  private let networkProblem: AssignmentProblem?
  private let started = ContinuousClock.now

  /// Takes two different goals, each a number; the limits are for all questions together.
  ///
  /// Where the coverage of the problem comes first it does so here, unless a goal is the number of pairs.
  ///
  /// - Throws: ``ProblemError`` for numbers that are too large.
  init(
    _ problem: AssignmentProblem, _ pair: (first: Goal, second: Goal), _ data: GoalData,
    isNetwork: Bool, limits: SolverLimits, watch: SolverWatch
  ) throws(ProblemError) {
    (first, second) = pair
    self.data = data
    self.limits = limits
    let deadline = limits.time.map { ContinuousClock.now + $0 }
    self.watch = SolverWatch(isCancelled: {
      watch.isCancelled() || deadline.map { ContinuousClock.now >= $0 } ?? false
    })
    covers = problem.coverage == .first && first != .matched && second != .matched
    let chain = GoalChain((covers ? [.matched] : []) + [first, second])
    goals = try GoalProblem(problem, chain, data)
    let isFlow = AssignmentSolver().obstacle(in: goals.problem) == nil
    guard isNetwork, let flow = isFlow ? goals.problem : goals.problem.networkEquivalent else {
      (network, networkProblem) = (nil, nil)
      return
    }
    let coverage: Coverage =
      covers ? .first : problem.coverage == .first ? .ignore : problem.coverage
    network = try NetworkSums(
      GoalProblem(flow, chain, data), first, second, coverage: coverage, threads: limits.threads,
      watch: self.watch)
    networkProblem = network == nil ? nil : flow
  }

  /// What is left of the limits.
  var limitsLeft: SolverLimits { limits.left(since: started) }

  /// The best pairs for one goal after the other, after as many pairs as possible where that comes first.
  func best(for goals: [Goal]) throws(BackendError) -> TradeOffAnswer {
    let chain = GoalChain(covers ? [.matched] + goals : goals)
    let solver = GoalSolver(
      backend: networkProblem == nil ? .glpk : .hungarian, limits: limitsLeft,
      watch: SolverWatch(isCancelled: watch.isCancelled))
    let outcome = try solver.solve(networkProblem ?? self.goals.problem, chain, data).outcome
    switch outcome {
    case .optimal(let best, _)?: return .best(best.pairs)
    case .limitReached?: return .stopped
    case .infeasible?, nil: return .nothing
    }
  }

  /// What answers questions, once it is known how many pairs there can be.
  ///
  /// - Returns: `nil` where the rules contradict each other.
  func source(matched: Int) -> (any TradeOffSource)? {
    if let network { return network }
    return ProgramSums(
      goals, first, second, matched: covers ? matched : nil, limits: limitsLeft, watch: watch)
  }

  /// What pairs are worth; of no pairs none is bad.
  func candidate(_ pairs: [Pair]) -> TradeOffCandidate {
    let values = values(of: pairs)
    func worth(_ value: GoalValue) -> Int {
      guard let number = value.numbers.first else { return .max }
      return value.goal.isBetterSmaller ? -number : number
    }
    return TradeOffCandidate(
      pairs: pairs.sorted(), worth: .init(first: worth(values.first), second: worth(values.second)))
  }

  func values(of pairs: [Pair]) -> (first: GoalValue, second: GoalValue) {
    let values = GoalMeter(goals: goals).values(of: pairs)
    return (values[values.count - 2], values[values.count - 1])
  }

  /// Pairs with what they are worth to the problem.
  func assignment(_ pairs: [Pair]) -> Assignment {
    let objective = goals.problem.objective(of: pairs)
    return Assignment(
      pairs: pairs, objective: objective ?? Objective(matched: pairs.count, total: 0))
  }
}
