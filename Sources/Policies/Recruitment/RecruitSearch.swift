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

  /// What trials have to do with each other.
  public struct Likeness {
    let group: (Int) -> Int
    let isPart: (Int, Int) -> Bool

    /// - Parameters:
    ///   - group: the best of each group are looked for.
    ///   - isPart: whether the first asks for nothing that the second does not ask for.
    public init(group: @escaping (Int) -> Int, isPart: @escaping (Int, Int) -> Bool) {
      self.group = group
      self.isPart = isPart
    }
  }

  /// The longest search where every trial is a solve.
  private static let usualTime = Duration.seconds(5)

  /// The index of the mentor who is tried.
  private let newcomer: Int
  private let isFirst: Bool
  private let likeness: Likeness?
  private var engine: any TrialEngine

  /// - Parameters:
  ///   - solved: the problem without any of them.
  ///   - count: how many trials there are.
  ///   - areApart: whether no trial changes the points of another's pairs; else each is a solve.
  ///   - likeness: `nil` = no two are like each other.
  ///   - deadline: of trials that are solves; `nil` = a few seconds from now.
  ///   - problem: the problem with some of them behind its mentors, in that order; the same one may come twice.
  public init(
    _ solved: SolvedProblem, count: Int, areApart: Bool = true, likeness: Likeness? = nil,
    until deadline: ContinuousClock.Instant? = nil,
    problem: @escaping ([Int]) throws(ProblemError) -> AssignmentProblem
  ) {
    newcomer = solved.problem.mentorCount
    self.likeness = likeness
    isFirst = solved.problem.coverage == .first
    engine =
      (areApart ? NetworkTrials(solved, count: count, problem: problem) : nil)
      ?? SolvedTrials(
        solved, count: count, until: deadline ?? ContinuousClock.now + Self.usualTime,
        problem: problem)
  }

  /// Whether the time was up before all was known.
  public var isStopped: Bool { engine.isStopped }

  /// Those that gain most, best first.
  ///
  /// Who asks for more than another one and gains no more is left out, and so is who takes the same people for less.
  ///
  /// - Parameter few: how many of each group.
  /// - Returns: the gains, exact.
  /// - Throws: ``BackendError``.
  /// - Complexity: of a network a search for each place of those whose bound is not below what was found.
  public func best(_ few: Int) throws(BackendError) -> [Gain] {
    var found: [Int: [Gain]] = [:]
    for (trial, bound) in order() {
      if let bound, !isLess(.none, bound) { continue }
      let group = group(trial)
      let kept = best(few, of: found[group] ?? [])
      if let bound, kept.count == few, let worst = kept.last, isHopeless(bound, worst) { continue }
      guard let exchange = try engine.exchange(trial), isLess(.none, exchange.change) else {
        continue
      }
      found[group, default: []].append(Gain(trial, exchange, newcomer))
    }
    return found.values.flatMap { best(few, of: $0) }.sorted(by: isBetter)
  }

  /// Whether a bound is too low to change what was kept; who gains as much may ask for less.
  private func isHopeless(_ bound: ObjectiveChange, _ worst: Gain) -> Bool {
    isLess(bound, worst.change) || likeness == nil && !isLess(worst.change, bound)
  }

  private func group(_ trial: Int) -> Int { likeness?.group(trial) ?? 0 }

  /// Adds the best again and again, each time the one that is best next to those before.
  ///
  /// - Parameter most: no more steps than these.
  /// - Returns: the steps, and whether there is nothing more to gain.
  /// - Throws: ``BackendError``.
  /// - Complexity: for each step as ``best(_:)``.
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
  private func order() -> [(trial: Int, bound: ObjectiveChange?)] {
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

  private func best(_ few: Int, of gains: [Gain]) -> [Gain] {
    var kept: [Gain] = []
    for one in gains.sorted(by: isBetter) where kept.count < few {
      let isSpare = gains.contains { other in
        other.trial != one.trial && !isLess(other.change, one.change)
          && likeness.map { $0.isPart(other.trial, one.trial) } ?? false
      }
      let isKnown = likeness != nil && kept.contains { $0.mentees == one.mentees }
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
