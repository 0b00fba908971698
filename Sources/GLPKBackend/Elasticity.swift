import Problems
import Solvers

/// Which bounds of an encoding may give way, so that there is an answer.
///
/// Source: J. W. Chinneck, *Feasibility and Infeasibility in Optimization*, 2008, §6.1 (elastic
/// programs).
enum Elasticity {
  /// None: the problem as it is.
  case none
  /// What people need at least: demands, minimums. Shows who needs more than there is.
  case needs
  /// What a conflict is made of and can be let go of: quotas, minimums, hours.
  case rules
  /// What can be negotiated: quotas, minimums, places, hours.
  case limits

  /// Whether no place can be added.
  var hasFixedPlaces: Bool { self == .none || self == .rules }
}

/// A column that moves the bound of a rule by some units.
struct Slack {
  let rule: Rule
  let column: Int
  /// Up or down.
  let by: Int
}

extension AssignmentEncoding {
  /// Whether the lower (`atLeast`) or the upper bound of a rule may give way.
  func isElastic(_ rule: Rule, atLeast: Bool) -> Bool {
    switch (elasticity, rule) {
    case (.none, _): false
    case (.needs, .demand), (.needs, .capacity), (.needs, .minimum), (.limits, .minimum),
      (.rules, .minimum):
      atLeast
    case (.limits, .quota), (.rules, .quota): true
    // A mentor who must be filled gets fewer places, where no minimum asks for them.
    case (.limits, .capacity(let mentor)) where free.problem.coverage == .everyMentor:
      atLeast && free.problem.mentors[mentor].minimum == 0
    case (.limits, .capacity): !atLeast
    case (.limits, .hours), (.rules, .hours): !atLeast
    case (.needs, _), (.rules, _), (.limits, _): false
    }
  }

  /// The least load of a mentor who may also stay empty; 0 = no such rule.
  ///
  /// Who has no places cannot open, unless places can be added.
  func openMinimum(of mentor: Int) -> Int {
    let (problem, limits) = (free.problem, free.problem.mentors[mentor])
    let couldOpen =
      elasticity == .limits && limits.capacity == 0 && limits.minimum > 1
      && problem.minimumRule == .ifOpen && problem.coverage != .everyMentor
    return couldOpen ? limits.minimum : free.openMinimums[mentor]
  }

  /// The program that moves bounds by as few units as possible, whatever the pairs are worth.
  var elasticProgram: BinaryProgram {
    var objective = [Int](repeating: 0, count: columnCount)
    for slack in slacks { objective[slack.column] = -abs(slack.by) }
    return BinaryProgram(objective: objective, rows: rows)
  }
}
