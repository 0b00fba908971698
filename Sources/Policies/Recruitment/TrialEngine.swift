import Problems
import Solvers

/// Mentors who could be found, tried one at a time next to those there are.
protocol TrialEngine {
  /// By trial: what it gains at most; `nil` where nothing is known.
  func bounds() -> [ObjectiveChange?]
  /// What a trial changes, next to what was taken so far; its mentor stands behind all others.
  ///
  /// - Returns: `nil` where nothing satisfies the rules, or the search was stopped.
  func exchange(_ trial: Int) throws(BackendError) -> Exchange?
  /// Takes a trial for good; it can be taken again.
  mutating func take(_ trial: Int) throws(BackendError)
  /// Whether the time was up before all was known.
  var isStopped: Bool { get }
}

/// A problem with some trials behind its mentors, in the order given; the same trial may stand there twice.
typealias TrialProblem = ([Int]) throws(ProblemError) -> AssignmentProblem

/// Trials in a network: all stand there without places, and whoever is tried gets some.
struct NetworkTrials: TrialEngine {
  private let problem: TrialProblem
  private let trialCount: Int
  /// Whether a mentee can have two mentors of the same kind: then they are no places of one.
  private let hasSeveral: Bool
  private var taken: [Int] = []
  private var growing: GrowingNetwork
  private var firstTrial: Int
  private var capacities: [Int]

  let isStopped = false

  /// - Returns: `nil` where the rules, those of the trials included, form no network.
  init?(_ solved: SolvedProblem, count: Int, problem: @escaping TrialProblem) {
    self.problem = problem
    trialCount = count
    hasSeveral = solved.problem.demands.contains { $0 > 1 }
    guard
      let start = Self.start(
        problem, taken: [], count, after: solved.problem.mentorCount, best: solved.best)
    else { return nil }
    (growing, firstTrial, capacities) = start
  }

  private static func start(
    _ problem: TrialProblem, taken: [Int], _ count: Int, after mentorCount: Int,
    best: Assignment?
  ) -> (growing: GrowingNetwork, firstTrial: Int, capacities: [Int])? {
    let first = mentorCount + taken.count
    guard let open = try? problem(taken + Array(0..<count)), open.mentorCount == first + count,
      isPlain(open, trials: first..<first + count),
      let closed = try? open.closing(first..<first + count),
      case .optimal(let own, .duals(let prices))? = try? AssignmentSolver().solve(closed),
      // All optima have the same prices.
      let network = OptimalNetwork(closed, best: best ?? own, prices: prices),
      let growing = GrowingNetwork(network)
    else { return nil }
    return (growing, first, open.mentors[first...].map(\.capacity))
  }

  /// Whether a network holds the rules with all of the trials, and with none.
  private static func isPlain(_ open: AssignmentProblem, trials: Range<Int>) -> Bool {
    AssignmentSolver().obstacle(in: open) == nil
      && open.mentors[trials].allSatisfy { $0.minimum == 0 || open.minimumRule == .ifOpen }
      && open.quotas.allSatisfy { quota in
        quota.atLeast <= 0 || quota.mentors.map { !$0.allSatisfy(trials.contains) } ?? true
      }
  }

  func bounds() -> [ObjectiveChange?] {
    let first = growing.gains(ofPlacesFor: firstTrial..<firstTrial + trialCount)
    // No place gains more than the one before it.
    return zip(first, capacities).map { gain, places in
      ObjectiveChange(matched: gain.matched * places, total: gain.total * places)
    }
  }

  func exchange(_ trial: Int) -> Exchange? {
    var wider = growing
    wider.widen(mentor: firstTrial + trial, by: capacities[trial])
    return wider.exchange(since: growing)
      .showing(firstTrial + trial, first: firstTrial - taken.count)
  }

  mutating func take(_ trial: Int) throws(BackendError) {
    guard hasSeveral else {
      return growing.widen(mentor: firstTrial + trial, by: capacities[trial])
    }
    let mentorCount = firstTrial - taken.count
    taken.append(trial)
    guard
      let next = Self.start(problem, taken: taken, trialCount, after: mentorCount, best: nil)
    else { throw .failed("a mentor more makes the rules no network") }
    (growing, firstTrial, capacities) = next
  }
}

/// Trials whatever the rules are: each is a solve.
struct SolvedTrials: TrialEngine {
  private let solved: SolvedProblem
  private let trialCount: Int
  private let problem: TrialProblem
  private let watch: TrialWatch
  private var taken: [Int] = []
  private var change = ObjectiveChange.none

  init(
    _ solved: SolvedProblem, count: Int, until deadline: ContinuousClock.Instant,
    problem: @escaping TrialProblem
  ) {
    self.solved = solved
    trialCount = count
    self.problem = problem
    watch = TrialWatch(deadline, solved.router.watch)
  }

  var isStopped: Bool { watch.isStopped }

  func bounds() -> [ObjectiveChange?] { Array(repeating: nil, count: trialCount) }

  func exchange(_ trial: Int) throws(BackendError) -> Exchange? {
    guard case .exchange(let exchange)? = try price(trial) else { return nil }
    let first = solved.problem.mentorCount
    return Exchange(
      added: exchange.added, removed: exchange.removed, change: exchange.change - change
    )
    .showing(first + taken.count, first: first)
  }

  private func price(_ trial: Int) throws(BackendError) -> ChangePrice? {
    if watch.isOver { return nil }
    let changed: AssignmentProblem
    do { changed = try problem(taken + [trial]) } catch { throw .problem(error) }
    let price = try solved.price(of: changed)
    if price == .unknown { watch.stop() }
    return price
  }

  mutating func take(_ trial: Int) throws(BackendError) {
    guard case .exchange(let exchange)? = try price(trial) else { return }
    taken.append(trial)
    change = exchange.change
  }
}

extension Exchange {
  /// With a mentor who is tried as the first behind all others, and what was tried before behind that one.
  fileprivate func showing(_ newcomer: Int, first: Int) -> Exchange {
    func shown(_ pair: Pair) -> Pair {
      if pair.mentor < first { return pair }
      return Pair(
        mentee: pair.mentee, mentor: pair.mentor == newcomer ? first : pair.mentor + 1)
    }
    return Exchange(added: added.map(shown), removed: removed.map(shown), change: change)
  }
}

/// Remembers whether something was left out.
private final class TrialWatch {
  private let deadline: ContinuousClock.Instant
  private let watch: SolverWatch
  private(set) var isStopped = false

  init(_ deadline: ContinuousClock.Instant, _ watch: SolverWatch) {
    self.deadline = deadline
    self.watch = watch
  }

  var isOver: Bool {
    if ContinuousClock.now >= deadline || watch.isCancelled() { isStopped = true }
    return isStopped
  }

  func stop() { isStopped = true }
}
