import Problems
import Solvers

/// What one more place of each mentor of a solved problem brings.
///
/// ```swift
/// try PlaceGains(solved).all()[3].change  // (matched: 1, total: 640)
/// ```
///
/// Where the rules form a network, one search answers for all mentors; a mentor's rules that it cannot hold are
/// solved again for that mentor alone.
public struct PlaceGains {
  private let solved: SolvedProblem
  private let quotas: [Int: [Int]]
  private let deadline: ContinuousClock.Instant?

  private var problem: AssignmentProblem { solved.problem }

  /// - Parameters:
  ///   - solved: the problem with its optimum.
  ///   - quotas: by mentor: those that the place comes on top of, as the total of a person over several forms.
  ///   - deadline: what would need a solve of its own after it is left unknown.
  public init(
    _ solved: SolvedProblem, widening quotas: [Int: [Int]] = [:],
    deadline: ContinuousClock.Instant? = nil
  ) {
    self.solved = solved
    self.quotas = quotas
    self.deadline = deadline
  }

  /// By mentor: what the place changes; ``ChangePrice/impossible`` where it must be filled and nobody can.
  ///
  /// - Throws: ``BackendError``.
  /// - Complexity: a search through the network for every set of mentors with quotas of its own and two more for
  ///   each mentor with quotas to be widened; else a solve for each mentor.
  public func all() throws(BackendError) -> [ChangePrice] {
    let isNetwork = AssignmentSolver().obstacle(in: problem) == nil
    guard isNetwork, let network = solved.network else {
      return try all { mentor throws(BackendError) in try solve(mentor) }
    }
    let plain = network.exchangesForPlaces
    let growing = GrowingNetwork(network)
    return try all { mentor throws(BackendError) in
      guard staysNetwork(mentor) else { return try solve(mentor) }
      guard let widened = quotas[mentor] else {
        return plain[mentor].map { .exchange($0) } ?? .impossible
      }
      guard var wider = growing else { return try solve(mentor) }
      for quota in widened { wider.widen(quota: quota, by: 1) }
      wider.widen(mentor: mentor, by: 1)
      return .exchange(wider.exchange)
    }
  }

  private func all(
    _ gain: (Int) throws(BackendError) -> ChangePrice
  ) throws(BackendError) -> [ChangePrice] {
    var gains: [ChangePrice] = []
    for mentor in problem.mentors.indices { gains.append(try gain(mentor)) }
    return gains
  }

  /// Whether rules that say nothing yet would say something next to one place more.
  private func staysNetwork(_ mentor: Int) -> Bool {
    let limits = problem.mentors[mentor]
    let opens = limits.capacity == 0 && limits.minimum > 1 && problem.minimumRule == .ifOpen
    return problem.apart.isEmpty && problem.together.isEmpty && problem.hours.limits.isEmpty
      && !opens
  }

  private func solve(_ mentor: Int) throws(BackendError) -> ChangePrice {
    if let deadline, ContinuousClock.now >= deadline { return .unknown }
    let changed: AssignmentProblem
    do {
      changed = try problem.addingPlace(to: mentor, widening: quotas[mentor] ?? [])
    } catch {
      throw .problem(error)
    }
    return try solved.price(of: changed)
  }
}
