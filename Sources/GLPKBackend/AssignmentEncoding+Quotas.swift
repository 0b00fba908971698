import Problems
import Solvers

/// Quotas, those under a condition with a column that says whether it is met.
///
/// With *o* for "met": the triggers are at most |triggers| · o, the count at least lower · o and at most
/// upper + (most − upper)(1 − o). Where nobody may come once it is met, each trigger is ≤ o and each of
/// the others ≤ 1 − o: so tight that fractions of people cannot hide behind a large coefficient.
extension AssignmentEncoding {
  mutating func addQuotas() {
    for (index, bounds) in free.quotas.enumerated() {
      guard let bounds else { continue }
      let quota = free.problem.quotas[index]
      if free.conditions[index] == nil {
        addRow(terms(of: quota), lower: bounds.lower, upper: bounds.upper, of: .quota(index))
      } else {
        let columns = quota.mentors.map { $0.flatMap { arcs.ofMentor[$0] }.sorted() }
        let triggers = terms(columns ?? Array(0..<arcs.count)) { quota.isMet(by: $0) ? 1 : 0 }
        addConditional(terms(of: quota), bounds, triggers: triggers.map(\.column), of: index)
      }
    }
  }

  /// Looks only at the arcs of one side, there may be thousands of quotas.
  private func terms(of quota: Quota) -> [Term] {
    let items = quota.mentees.map { Set($0.map(arcs.item)).sorted() }
    let own = items.map { $0.reduce(0) { $0 + arcs.ofItem[$1].count } } ?? .max
    let others = quota.mentors.map { $0.reduce(0) { $0 + arcs.ofMentor[$1].count } } ?? .max
    let columns =
      if let mentors = quota.mentors, others < own {
        mentors.flatMap { arcs.ofMentor[$0] }.sorted()
      } else {
        items?.flatMap { Array(arcs.ofItem[$0]) } ?? Array(0..<arcs.count)
      }
    let (mentees, mentors) = (quota.mentees.map(Set.init), quota.mentors.map(Set.init))
    return terms(columns.filter { mentors?.contains(arcs.mentors[$0]) ?? true }) { pair in
      mentees?.contains(pair.mentee) ?? true ? 1 : 0
    }
  }

  private mutating func addConditional(
    _ terms: [Term], _ bounds: FreeProblem.Bounds, triggers: [Int], of index: Int
  ) {
    let rule = Rule.quota(index)
    let most = terms.reduce(0) { $0 + $1.coefficient }
    let (asks, limits) = (bounds.lower > 0, bounds.upper < most)
    guard asks || limits, !triggers.isEmpty else { return }
    let isUpperElastic = isElastic(rule, atLeast: false)
    let excludes = bounds.upper == 0 && !isUpperElastic
    let isMet = conditionColumn(triggers, of: index, eachAlone: excludes)
    if asks {
      let isLowerElastic = isElastic(rule, atLeast: true)
      let slack = isLowerElastic ? addSlack(rule, upTo: bounds.lower, sign: -1) : []
      append(terms + slack + [(isMet, -bounds.lower)], lower: 0, upper: nil)
    }
    guard limits else { return }
    if excludes {
      for term in terms { append([(term.column, 1), (isMet, 1)], lower: nil, upper: 1) }
    } else {
      let slack = isUpperElastic ? addSlack(rule, upTo: most - bounds.upper, sign: 1) : []
      append(terms + slack + [(isMet, most - bounds.upper)], lower: nil, upper: most)
    }
  }

  /// A column that is 1 as soon as a trigger is: "open" where the condition is that the mentor is.
  private mutating func conditionColumn(
    _ triggers: [Int], of index: Int, eachAlone: Bool
  ) -> Int {
    let mentors = free.problem.quotas[index].mentors ?? []
    if mentors.count == 1, let isOpen = openColumns[mentors[0]],
      triggers.count == arcs.ofMentor[mentors[0]].count
    {
      return isOpen
    }
    let isMet = addColumn()
    if eachAlone {
      for trigger in triggers { append([(trigger, 1), (isMet, -1)], lower: nil, upper: 0) }
    } else {
      // Groups are smaller than all who might join them; only advice may add places.
      let places = mentors.reduce(0) { $0 + max(0, free.mentors[$1].upper) }
      let isSmall = elasticity.hasFixedPlaces && !mentors.isEmpty
      let most = isSmall ? min(places, triggers.count) : triggers.count
      append(triggers.map { ($0, 1) } + [(isMet, -most)], lower: nil, upper: 0)
    }
    return isMet
  }
}
