public import Problems
public import Solvers

/// Which of some mentors who could be found bring most, next to a solved problem.
///
/// ```swift
/// var search = RecruitSearch(solved, count: 3) { trials in try problem(with: trials) }
/// try search.best(2)       // the two that gain most, with whom they would take
/// try search.steps(10)     // the best, then the best next to it, and so on until none gains
/// ```
///
/// Every gain is the difference to an optimum of the problem with that mentor. In a network they are shortest
/// paths from one solve; else each is a solve, and the search ends at its deadline.
public struct RecruitSearch {
  /// What one mentor more would change.
  public struct Gain: Equatable, Sendable {
    public let trial: Int
    public let change: ObjectiveChange
    /// Whom the mentor would take, ascending.
    public let mentees: [Int]
    /// What changes for everybody else: who comes to whom, the new mentor left out.
    public let others: Exchange
  }

  /// One mentor more on top of those before.
  public struct Step: Equatable, Sendable {
    public let trial: Int
    /// Whom this one would take.
    public let mentees: [Int]
    /// What all mentors so far change together.
    public let change: ObjectiveChange
  }

  /// The longest search where every trial is a solve.
  private static let usualTime = Duration.seconds(5)

  /// The index of the mentor who is tried.
  private let newcomer: Int
  private let isFirst: Bool
  private var engine: any TrialEngine

  /// - Parameters:
  ///   - solved: the problem without any of them.
  ///   - count: how many trials there are.
  ///   - areApart: whether no trial changes the points of another's pairs; else each is a solve.
  ///   - deadline: of trials that are solves; `nil` = a few seconds from now.
  ///   - problem: the problem with some of them behind its mentors, in that order; the same one may come twice.
  public init(
    _ solved: SolvedProblem, count: Int, areApart: Bool = true,
    until deadline: ContinuousClock.Instant? = nil,
    problem: @escaping ([Int]) throws(ProblemError) -> AssignmentProblem
  ) {
    newcomer = solved.problem.mentorCount
    isFirst = solved.problem.coverage == .first
    engine =
      (areApart ? NetworkTrials(solved, count: count, problem: problem) : nil)
      ?? SolvedTrials(
        solved, count: count, until: deadline ?? ContinuousClock.now + Self.usualTime,
        problem: problem)
  }

  /// Whether the time was up before all was known.
  public var isStopped: Bool { engine.isStopped }

  /// Those that gain most, best first; of equal ones, and of those that take the same people, the earlier trial.
  ///
  /// - Parameters:
  ///   - few: how many of each group.
  ///   - group: of a trial.
  ///   - isPart: whether the first asks for nothing that the second does not ask for: where it also gains no
  ///     less, the second is left out.
  ///   - isVariant: whether of two that take the same people one is enough.
  /// - Throws: ``BackendError``.
  /// - Complexity: of a network a search for each place of those whose bound is not below what was found.
  public func best(
    _ few: Int, group: (Int) -> Int = { _ in 0 }, isPart: (Int, Int) -> Bool = { _, _ in false },
    isVariant: (Int, Int) -> Bool = { _, _ in false }
  ) throws(BackendError) -> [Gain] {
    var found: [Int: [Gain]] = [:]
    for (trial, bound) in order(group) {
      let group = group(trial)
      let kept = best(of: found[group] ?? [], few, isPart, isVariant)
      if let bound, kept.count == few, let worst = kept.last, isLess(bound, worst.change) {
        continue
      }
      guard let exchange = try engine.exchange(trial), isLess(.none, exchange.change) else {
        continue
      }
      found[group, default: []].append(Gain(trial, exchange, newcomer))
    }
    return found.values.flatMap { best(of: $0, few, isPart, isVariant) }.sorted(by: isBetter)
  }

  /// Adds the best again and again, each time the one that is best next to those before.
  ///
  /// - Parameter most: no more steps than these.
  /// - Returns: the steps, and whether there is nothing more to gain.
  /// - Throws: ``BackendError``.
  /// - Complexity: for each step as ``best(_:group:isPart:isVariant:)``.
  public mutating func steps(
    _ most: Int
  ) throws(BackendError) -> (steps: [Step], isComplete: Bool) {
    var (steps, sum): ([Step], ObjectiveChange) = ([], .none)
    while steps.count < most {
      guard let next = try best(1).first else { return (steps, !isStopped) }
      if isStopped { break }
      sum = sum + next.change
      steps.append(Step(trial: next.trial, mentees: next.mentees, change: sum))
      try engine.take(next.trial)
    }
    return (steps, false)
  }

  /// The trials, those with most to hope for first; where nothing is known, the first of each group, then the second.
  private func order(_ group: (Int) -> Int) -> [(trial: Int, bound: ObjectiveChange?)] {
    var counts: [Int: Int] = [:]
    let trials = engine.bounds().enumerated().map { trial, bound in
      counts[group(trial), default: 0] += 1
      return (trial: trial, bound: bound, place: counts[group(trial)] ?? 0)
    }
    return trials.sorted { one, other in
      if let left = one.bound, let right = other.bound, isLess(left, right) || isLess(right, left) {
        return isLess(right, left)
      }
      return one.bound == nil
        ? (one.place, one.trial) < (other.place, other.trial) : one.trial < other.trial
    }
    .map { ($0.trial, $0.bound) }
  }

  private func best(
    of gains: [Gain], _ few: Int, _ isPart: (Int, Int) -> Bool,
    _ isVariant: (Int, Int) -> Bool
  ) -> [Gain] {
    var kept: [Gain] = []
    for one in gains.sorted(by: isBetter) where kept.count < few {
      let isSpare = gains.contains {
        $0.trial != one.trial && isPart($0.trial, one.trial) && !isLess($0.change, one.change)
      }
      let isKnown = kept.contains { isVariant(one.trial, $0.trial) && $0.mentees == one.mentees }
      if !isSpare, !isKnown { kept.append(one) }
    }
    return kept
  }

  private func isBetter(_ one: Gain, _ other: Gain) -> Bool {
    isLess(other.change, one.change)
      || !isLess(one.change, other.change) && one.trial < other.trial
  }

  private func isLess(_ one: ObjectiveChange, _ other: ObjectiveChange) -> Bool {
    isFirst
      ? (one.matched, one.total) < (other.matched, other.total) : one.total < other.total
  }
}

extension RecruitSearch.Gain {
  /// Takes an exchange apart in which the new mentor stands behind all others.
  fileprivate init(_ trial: Int, _ exchange: Exchange, _ newcomer: Int) {
    self.trial = trial
    change = exchange.change
    mentees = exchange.added.filter { $0.mentor == newcomer }.map(\.mentee)
    others = Exchange(
      added: exchange.added.filter { $0.mentor != newcomer }, removed: exchange.removed,
      change: exchange.change)
  }
}
