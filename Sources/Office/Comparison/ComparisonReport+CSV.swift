import Policies

extension ComparisonReport {
  /// One line for every policy on every instance, as R and Python read it.
  ///
  /// Columns: file, hash, preferences, seed, version, policy, status, verified, proof, seconds, the metrics, the
  /// regrets. Empty = no value.
  public var csv: String {
    let questions = probeSize > 0 ? PolicyProbe.Question.allCases : []
    let regrets = Metric.goals.map { "regret-\($0.rawValue)" }
    let head =
      [
        "file", "hash", "preferences", "seed", "version", "policy", "status", "verified", "proof",
        "seconds",
      ] + metrics.map(\.rawValue) + regrets
      + questions.map(\.rawValue)
    let lines = rows.map { row in
      let entry = entries[row.instance]
      let facts = [
        entry.file, entry.hash, entry.preferences.rawValue, "\(seed)", version, row.policy,
        row.status.rawValue, "\(row.isVerified)", row.proof ?? "", "\(row.seconds)",
      ]
      let numbers =
        metrics.map { row.values[$0] } + Metric.goals.map { row.regrets[$0] }
        + questions.map { row.probes[$0] }
      return facts + numbers.map { $0.map { $0.plain } ?? "" }
    }
    return ([head] + lines).map { $0.map(\.cell).joined(separator: ",") }
      .joined(separator: "\n") + "\n"
  }
}

extension Double {
  /// Whole numbers without a point.
  var plain: String { Int(exactly: self).map(String.init) ?? "\(self)" }
}

extension String {
  /// As a cell of a table with commas.
  fileprivate var cell: String {
    contains { ",\"\n\r".contains($0) }
      ? "\"" + replacing("\"", with: "\"\"") + "\"" : self
  }
}
