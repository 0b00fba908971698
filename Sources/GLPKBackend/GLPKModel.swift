internal import CGLPK

/// A 0–1 program as the arrays that GLPK takes, and the one call that solves it.
///
/// The call builds, solves and frees everything on the thread it is made on, so models may be solved
/// on many threads at once: GLPK's environment belongs to the thread, and nothing outlives the call. It
/// is synchronous and must stay so. It checks nothing: ``ProgramSolver`` does before.
package struct GLPKModel: Sendable {
  package var objective: [Double]
  /// By row; ±infinity = unbounded.
  package var lower: [Double] = []
  package var upper: [Double] = []
  package var entryRows: [Int32] = []
  package var entryColumns: [Int32] = []
  package var coefficients: [Double] = []
  /// Relative to the objective: what a better answer must be better by.
  package var objectiveTolerance = 1e-7
  /// `nil` = no limit; what goes beyond it is a fault.
  package var memoryMegabytes: Int?

  package init(objective: [Double]) { self.objective = objective }

  package mutating func addRow(
    _ entries: some Sequence<(column: Int, coefficient: Double)>, lower: Double, upper: Double
  ) {
    let row = Int32(truncatingIfNeeded: self.lower.count)
    self.lower.append(lower)
    self.upper.append(upper)
    for entry in entries {
      entryRows.append(row)
      entryColumns.append(Int32(truncatingIfNeeded: entry.column))
      coefficients.append(entry.coefficient)
    }
  }

  /// How a call ended, in the words of ``GLPKModel``: no number of GLPK's escapes but in `failed`.
  package enum End: Equatable {
    case optimal([Double])
    case infeasible
    /// `bound` is infinite when nothing is known.
    case stopped([Double]?, bound: Double)
    case failed(code: Int)
    case fault(message: String)
  }

  /// Solves the program.
  ///
  /// - Parameters:
  ///   - milliseconds: the most time to take, as far as GLPK looks at its clock.
  ///   - shouldStop: asked some twenty times a second at most, and at every node of the tree.
  /// - Returns: how it ended.
  package func solve(milliseconds: Int32, shouldStop: () -> Bool) -> End {
    withoutActuallyEscaping(shouldStop) { shouldStop in
      let question = StopQuestion(ask: shouldStop)
      return withExtendedLifetime(question) { solve(milliseconds, question) }
    }
  }

  private func solve(_ milliseconds: Int32, _ question: StopQuestion) -> End {
    var call = nastavnik_glpk_call()
    call.column_count = Int32(truncatingIfNeeded: objective.count)
    call.row_count = Int32(truncatingIfNeeded: lower.count)
    call.entry_count = Int32(truncatingIfNeeded: coefficients.count)
    call.objective_tolerance = objectiveTolerance
    call.time_limit_milliseconds = milliseconds
    call.memory_limit_megabytes = Int32(clamping: memoryMegabytes ?? 0)
    call.context = Unmanaged.passUnretained(question).toOpaque()
    call.should_stop = { context in
      guard let context else { return 0 }
      return Unmanaged<StopQuestion>.fromOpaque(context).takeUnretainedValue().ask() ? 1 : 0
    }
    var values = [Double](repeating: 0, count: objective.count)
    let end = nastavnik_glpk_solve(
      &call, objective, lower, upper, entryRows, entryColumns, coefficients, &values)
    switch end {
    case NASTAVNIK_GLPK_OPTIMAL: return .optimal(values)
    case NASTAVNIK_GLPK_INFEASIBLE: return .infeasible
    case NASTAVNIK_GLPK_STOPPED:
      return .stopped(call.has_values != 0 ? values : nil, bound: call.bound)
    case NASTAVNIK_GLPK_FAULT: return .fault(message: Self.text(call.message))
    default: return .failed(code: Int(call.code))
    }
  }

  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
