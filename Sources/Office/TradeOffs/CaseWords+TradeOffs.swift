import InstanceFiles
import Policies
import Problems
import Solvers

extension CaseWords {
  var isSeason: Bool {
    if case .season = solvedCase.origin { true } else { false }
  }

  func heading(_ goal: Goal) -> String { messages.heading(goal, isSeason: isSeason) }

  /// The value of a goal in the numbers of the file; `null` where there is none, as of the worst of no pairs.
  func json(_ value: GoalValue) -> JSONValue {
    guard let number = value.numbers.first else { return nil }
    return value.goal.countsPoints ? json(points: number) : JSONValue(number)
  }

  func text(_ value: GoalValue) -> String {
    guard let number = value.numbers.first else { return "—" }
    return value.goal.countsPoints ? text(points: number) : messages.number(number)
  }

  /// Whether less is better in the numbers of the file.
  func isBetterSmaller(_ goal: Goal) -> Bool {
    if case .instance(let instance) = solvedCase.origin, goal.countsPoints {
      return instance.sense == .minimize
    }
    return goal.isBetterSmaller
  }

  /// What happens to each mentee on the way from approved pairs to others.
  func moves(from approved: Set<Pair>, to assignment: Assignment) -> [Move] {
    let pairs = Set(assignment.pairs)
    return moves(
      of: Exchange(
        added: Array(pairs.subtracting(approved)), removed: Array(approved.subtracting(pairs)),
        change: .none))
  }
}
