import Dispatch
public import Policies
import Problems
import Solvers
import Synchronization
import Verification

/// The use case of a researcher, and of a curator who wonders what every policy would make of the season.
///
/// ```swift
/// let report = ComparePolicies([Aim.policy(.coverageFirst), Aim.policy(.minRankSum)]).report(on: markets)
/// report.rows.map { ($0.policy, $0.values[.total]) }
/// ```
///
/// Every answer is checked before it is measured. Instances are shared out over threads; rows do not depend on how
/// many there are, but for their seconds.
public struct ComparePolicies: Sendable {
  /// How far a comparison is.
  public struct Progress: Sendable {
    public let done: Int
    public let count: Int
  }

  private let policies: [any MatchingPolicy]
  private let metrics: [Metric]
  private let run: PolicyRun
  private let probeSize: Int
  private let threads: Int

  /// - Parameters:
  ///   - policies: no two of one name.
  ///   - metrics: what is measured.
  ///   - run: how each policy is run; its limits hold for one policy on one instance.
  ///   - probeSize: how many people of a side are asked what else they could say; 0 = none.
  ///   - threads: how many instances are looked at side by side.
  public init(
    _ policies: [any MatchingPolicy], metrics: [Metric] = Metric.allCases,
    run: PolicyRun = PolicyRun(), probeSize: Int = 0, threads: Int = 1
  ) {
    self.policies = policies
    self.metrics = metrics
    self.run = run
    self.probeSize = probeSize
    self.threads = threads
  }

  /// Runs every policy on every market.
  ///
  /// - Parameters:
  ///   - markets: in the order of the report.
  ///   - known: an earlier report; its rows stand where instance, policy, seed and version are the same.
  ///   - finished: told after each instance, with the report so far.
  /// - Returns: a row for every policy on every market, fewer where the watch said to stop.
  public func report(
    on markets: [ComparedMarket], known: ComparisonReport? = nil,
    finished: (@Sendable (ComparisonReport, Progress) -> Void)? = nil
  ) -> ComparisonReport {
    let empty = ComparisonReport(
      version: Office.version, seed: run.seed, policies: policies.map(\.name), metrics: metrics,
      probeSize: probeSize,
      entries: markets.map(\.entry), rows: [])
    let rows = Mutex([[ComparisonReport.Row]?](repeating: nil, count: markets.count))
    let known = known.flatMap { empty.canTake(rowsOf: $0) ? $0 : nil }
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, markets.count))) { worker in
      for index in stride(from: worker, to: markets.count, by: max(1, threads)) {
        if run.watch.isCancelled() { return }
        let own = self.rows(of: markets[index], index, known)
        let soFar = rows.withLock { rows in
          rows[index] = own
          return rows
        }
        var report = empty
        report.rows = soFar.flatMap { $0 ?? [] }
        finished?(report, Progress(done: soFar.count { $0 != nil }, count: markets.count))
      }
    }
    var report = empty
    report.rows = rows.withLock { $0.flatMap { $0 ?? [] } }
    return report
  }

  private func rows(
    of market: ComparedMarket, _ index: Int, _ known: ComparisonReport?
  ) -> [ComparisonReport.Row] {
    let meter = MarketMeter(market.market)
    let taken = known?.rows(ofInstanceHashed: market.hash, market.market.preferences) ?? [:]
    let rows = policies.map { policy in
      taken[policy.name].map { $0.moved(to: index) } ?? row(of: policy, market, index, meter)
    }
    return withRegrets(rows)
  }

  private func row(
    of policy: any MatchingPolicy, _ market: ComparedMarket, _ index: Int, _ meter: MarketMeter
  ) -> ComparisonReport.Row {
    var watch = Stopwatch()
    let trial = PolicyTrial(policy, market.market, run)
    let seconds = watch.lap().cpu
    let measured = trial.measured(meter, metrics)
    return ComparisonReport.Row(
      instance: index, policy: policy.name, status: trial.status, isVerified: trial.isVerified,
      proof: trial.proof, values: measured.values, regrets: [:],
      probes: probes(of: policy, market, trial), coverages: measured.coverages,
      profiles: measured.profiles, seconds: seconds, message: trial.message)
  }

  private func probes(
    of policy: any MatchingPolicy, _ market: ComparedMarket, _ trial: PolicyTrial
  ) -> [PolicyProbe.Question: Double] {
    guard probeSize > 0, trial.status == .optimal else { return [:] }
    return PolicyProbe(policy, market.market, run, sampleSize: probeSize).values()
  }

  /// Adds how far every policy is from the best of all in what others strive for.
  private func withRegrets(_ rows: [ComparisonReport.Row]) -> [ComparisonReport.Row] {
    var best: [Metric: Double] = [:]
    for goal in Metric.goals {
      let values = rows.compactMap { $0.values[goal] }
      best[goal] = goal.isBetterSmaller ? values.min() : values.max()
    }
    return rows.map { row in
      var regrets: [Metric: Double] = [:]
      for (goal, best) in best { regrets[goal] = row.values[goal].map { abs($0 - best) } }
      return row.with(regrets: regrets)
    }
  }
}

extension ComparisonReport {
  /// Whether rows of another report were made the same way.
  func canTake(rowsOf other: ComparisonReport) -> Bool {
    other.version == version && other.seed == seed && other.probeSize == probeSize
      && Set(other.metrics).isSuperset(of: metrics)
  }

  /// By policy.
  func rows(
    ofInstanceHashed hash: String, _ preferences: Market.Preferences
  ) -> [String: Row] {
    guard
      let index = entries.firstIndex(where: { $0.hash == hash && $0.preferences == preferences })
    else { return [:] }
    return Dictionary(
      rows.filter { $0.instance == index && $0.status != .error }.map { ($0.policy, $0) },
      uniquingKeysWith: { one, _ in one })
  }
}

extension ComparisonReport.Row {
  func moved(to instance: Int) -> Self {
    Self(
      instance: instance, policy: policy, status: status, isVerified: isVerified, proof: proof,
      values: values, regrets: regrets, probes: probes, coverages: coverages, profiles: profiles,
      seconds: seconds, message: message)
  }

  func with(regrets: [Metric: Double]) -> Self {
    Self(
      instance: instance, policy: policy, status: status, isVerified: isVerified, proof: proof,
      values: values, regrets: regrets, probes: probes, coverages: coverages, profiles: profiles,
      seconds: seconds, message: message)
  }
}
