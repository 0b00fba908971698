import Problems

/// Questions about a solved problem that a solver answers from where it stands.
///
/// The one place of this runner that is not written yet: it waits for the solver's own way to ask.
/// Until then every question is answered with "not supported", and the driver says so in the table.
enum WhatIf {
  enum Question: String, CaseIterable {
    /// A pair that was not chosen has to be.
    case lock
    /// A pair that was chosen must not be.
    case forbid
    /// One mentee answers the questionnaire anew: a whole row changes.
    case row
  }

  /// Asks `count` questions of a kind about different mentees, each from the same optimum.
  ///
  /// The answers are checked against a solution from scratch, outside the times.
  ///
  /// - Returns: processor seconds by question; `nil` while the solver cannot be asked.
  static func seconds(
    of question: Question, count: Int, about instance: BenchmarkInstance
  ) throws -> [Double]? {
    nil
  }
}
