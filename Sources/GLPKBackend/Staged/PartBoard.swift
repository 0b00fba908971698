import Solvers
import Synchronization

/// Where the parts of one program stand, written by several threads.
final class PartBoard: Sendable {
  struct Summary {
    /// By part, in its own columns.
    let bests: [[Bool]?]
    let bound: Int
    let isOptimal: Bool
    let isInfeasible: Bool
  }

  private struct Part {
    let divisor: Int
    var best: Int?
    var bound: Int
    var values: [Bool]?
    var isOptimal = false
  }

  private struct State {
    var parts: [Part]
    var next = 0
    var isInfeasible = false
    var error: GLPKError?
  }

  private let state: Mutex<State>
  private let constant: Int
  private let reach: Int
  private let report: (@Sendable (ProgramProgress) -> Void)?

  /// - Parameters:
  ///   - parts: what is solved.
  ///   - constant: what the columns outside of the parts add to the objective.
  ///   - reach: what the objective of the whole can reach in magnitude.
  ///   - report: told of news.
  init(
    _ parts: [CompactProgram], constant: Int, reach: Int,
    report: (@Sendable (ProgramProgress) -> Void)?
  ) {
    self.constant = constant
    self.reach = reach
    self.report = report
    let start = parts.map { part in
      // Many columns that exclude each other add up to more than there are numbers.
      let limit = reach / part.divisor
      let bound = part.objective.reduce(0) { min(limit, $0 + min(limit, max(0, $1))) }
      return Part(divisor: part.divisor, bound: bound)
    }
    state = Mutex(State(parts: start))
  }

  func start() {
    state.withLock { state in
      report?(ProgramProgress(phase: .presolve, best: nil, bound: bound(state)))
    }
  }

  func nextPart() -> Int? {
    state.withLock { state in
      guard state.next < state.parts.count else { return nil }
      state.next += 1
      return state.next - 1
    }
  }

  /// Takes news about a part, in units of its divided objective.
  func note(_ index: Int, phase: SearchProgress.Phase, best: Int?, bound: Int?) {
    state.withLock { state in
      if let best { state.parts[index].best = max(best, state.parts[index].best ?? best) }
      if let bound { state.parts[index].bound = min(bound, state.parts[index].bound) }
      guard let report else { return }
      report(ProgramProgress(phase: phase, best: self.best(state), bound: self.bound(state)))
    }
  }

  func finish(_ index: Int, _ values: [Bool]?, isOptimal: Bool) {
    state.withLock { state in
      state.parts[index].values = values
      state.parts[index].isOptimal = isOptimal
    }
  }

  func markInfeasible() { state.withLock { $0.isInfeasible = true } }

  func fail(_ error: GLPKError) { state.withLock { $0.error = $0.error ?? error } }

  var isInfeasible: Bool { state.withLock { $0.isInfeasible } }
  var error: GLPKError? { state.withLock { $0.error } }

  func summary() -> Summary {
    state.withLock { state in
      Summary(
        bests: state.parts.map(\.values), bound: bound(state),
        isOptimal: state.parts.allSatisfy(\.isOptimal), isInfeasible: state.isInfeasible)
    }
  }

  /// By part, in units of its divided objective.
  func bounds() -> [Int] { state.withLock { $0.parts.map(\.bound) } }

  private func best(_ state: State) -> Int? {
    state.parts.reduce(Optional(constant)) { sum, part in
      guard let sum, let best = part.best else { return nil }
      return sum + best * part.divisor
    }
  }

  private func bound(_ state: State) -> Int {
    var sum = constant
    for part in state.parts {
      let (next, overflow) = sum.addingReportingOverflow(part.bound * part.divisor)
      if overflow { return reach }
      sum = next
    }
    return min(sum, reach)
  }
}
