package import Problems

/// The search for a minimal set of rules that cannot hold together.
///
/// Minimums, quotas, hours, `apart`, `together` and fixed pairs are the rules that may be dropped;
/// capacities, demands and coverage are the background that always holds. The result is minimal: without any one of its rules,
/// and without all rules that are not in it, the problem is feasible.
///
/// Source: U. Junker, "QuickXplain: preferred explanations and relaxations for over-constrained
/// problems", AAAI 2004, pp. 167–172.
package struct ConflictFilter {
  let problem: AssignmentProblem
  /// The rules that may be dropped, and that say something.
  package let rules: [Rule]

  package init(_ problem: AssignmentProblem) {
    self.problem = problem
    let minimums = problem.mentors.indices.filter { mentor in
      problem.minimumRule == .always
        ? problem.mentors[mentor].minimum > 0
        : problem.mentors[mentor].minimum > 1
    }
    let quotas = problem.quotas.indices.filter { !problem.quotas[$0].isVacuous }
    rules =
      minimums.map { .minimum(mentor: $0) } + quotas.map { .quota($0) }
      + problem.hours.limits.keys.sorted().filter(problem.isBinding(hoursOf:))
      .map { .hours(mentor: $0) }
      + problem.apart.indices.filter(problem.isBinding(apart:)).map { .apart($0) }
      + problem.together.indices.filter(problem.isBinding(together:)).map { .together($0) }
      + problem.fixed.indices.map { .fixed($0) }
  }

  /// The problem with these rules of it and no others.
  ///
  /// - Returns: never `nil` in practice: a part of a problem is one.
  /// - Complexity: O(pairCount + quota sizes).
  package func problem(keeping rules: Set<Rule>) -> AssignmentProblem? {
    func kept<Element>(_ elements: [Element], _ rule: (Int) -> Rule) -> [Element] {
      elements.enumerated().filter { rules.contains(rule($0.offset)) }.map(\.element)
    }
    let hours = problem.hours
    return try? problem.replacing(
      mentors: problem.mentors.enumerated().map { index, limits in
        rules.contains(.minimum(mentor: index))
          ? limits : MentorLimits(capacity: limits.capacity)
      },
      quotas: kept(problem.quotas, Rule.quota), fixed: kept(problem.fixed, Rule.fixed),
      apart: kept(problem.apart, Rule.apart), together: kept(problem.together, Rule.together),
      hours: MentorHours(
        limits: hours.limits.filter { rules.contains(.hours(mentor: $0.key)) },
        mentees: hours.mentees, pairs: hours.pairs))
  }

  /// Finds the conflict; the problem must be infeasible, and feasible without all the rules.
  ///
  /// - Parameters:
  ///   - known: rules of the conflict that are known before.
  ///   - candidates: where the others are; `nil` = all rules may be.
  ///   - isInfeasible: says whether a part of the problem is infeasible.
  /// - Returns: the rules of the conflict, in the order of ``rules``.
  /// - Throws: what `isInfeasible` throws.
  /// - Complexity: O(*k* log(*n*/*k*) + *k*) questions for *n* rules and a conflict of *k*.
  package func minimalConflict<Trouble: Error>(
    with known: [Rule] = [], among candidates: [Rule]? = nil,
    isInfeasible: (AssignmentProblem) throws(Trouble) -> Bool
  ) throws(Trouble) -> [Rule] {
    let found = try conflict(
      background: known, among: (candidates ?? rules)[...], hasGrown: !known.isEmpty,
      isInfeasible: isInfeasible)
    return rules.filter(Set(known + found).contains)
  }

  /// Finds what of the candidates a minimal conflict needs beside the background.
  ///
  /// `hasGrown` says whether the background has new rules, so that it may be enough by now.
  private func conflict<Trouble: Error>(
    background: [Rule], among candidates: ArraySlice<Rule>, hasGrown: Bool,
    isInfeasible: (AssignmentProblem) throws(Trouble) -> Bool
  ) throws(Trouble) -> [Rule] {
    if hasGrown, let part = problem(keeping: Set(background)), try isInfeasible(part) { return [] }
    guard candidates.count > 1 else { return Array(candidates) }
    let middle = candidates.startIndex + candidates.count / 2
    let (head, tail) = (candidates[..<middle], candidates[middle...])
    let fromTail = try conflict(
      background: background + head, among: tail, hasGrown: true, isInfeasible: isInfeasible)
    let fromHead = try conflict(
      background: background + fromTail, among: head, hasGrown: !fromTail.isEmpty,
      isInfeasible: isInfeasible)
    return fromHead + fromTail
  }
}
