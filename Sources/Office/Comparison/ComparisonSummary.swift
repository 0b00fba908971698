import Policies

/// A comparison in a few numbers: by policy and metric what all instances together show.
struct ComparisonSummary {
  let report: ComparisonReport

  /// The values of a metric over all instances where a policy has one.
  func sample(_ metric: Metric, _ policy: String) -> Sample? {
    Sample(report.rows(of: policy).compactMap { $0.values[metric] })
  }

  /// The answers to a question over all instances.
  func sample(_ question: PolicyProbe.Question, _ policy: String) -> Sample? {
    Sample(report.rows(of: policy).compactMap { $0.probes[question] })
  }

  /// Policies that were shown to be best, and those without any pairs.
  func statuses(of policy: String) -> [ComparisonReport.Status] {
    report.rows(of: policy).map(\.status)
  }

  var secondsByPolicy: [String: Double] {
    Dictionary(grouping: report.rows, by: \.policy).mapValues { $0.reduce(0) { $0 + $1.seconds } }
  }

  /// By goal: how far a policy is from the best, as a share of how far policies are apart.
  func regret(_ goal: Metric, _ policy: String) -> (share: Double, mean: Double)? {
    let own = report.rows(of: policy).compactMap { $0.regrets[goal] }
    guard let sample = Sample(own) else { return nil }
    let most =
      report.policies.compactMap { other in
        Sample(report.rows(of: other).compactMap { $0.regrets[goal] })?.mean
      }.max() ?? 0
    // What lotteries add up is off by less than this.
    return (most > 1e-9 ? sample.mean / most : 0, sample.mean)
  }

  /// People by place, on average over the instances: 1, 2, 3, 4, 5 and later.
  func profile(of policy: String) -> [Double] {
    let rows = report.rows(of: policy).filter(\.status.hasPairs)
    guard !rows.isEmpty else { return [] }
    var sums = [Double](repeating: 0, count: 6)
    for row in rows {
      for (place, count) in row.profiles.mentees.enumerated() { sums[min(place, 5)] += count }
    }
    return sums.map { $0 / Double(rows.count) }
  }
}
