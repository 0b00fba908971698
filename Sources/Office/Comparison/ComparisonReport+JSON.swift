public import InstanceFiles
import Policies

extension ComparisonReport {
  public static let schema = "nastavnik.comparison/1"

  /// The keys of `nastavnik compare --json`.
  ///
  /// - Parameter withTimings: whether seconds are there: without them equal inputs give equal bytes.
  /// - Returns: an object that ``init(json:)`` reads back.
  public func json(withTimings: Bool = true) -> JSONValue {
    [
      "schema": .string(Self.schema), "version": .string(version), "seed": JSONValue(seed),
      "policies": JSONValue(policies.map { JSONValue.string($0) }),
      "metrics": JSONValue(metrics.map { JSONValue.string($0.rawValue) }),
      "probe": JSONValue(probeSize),
      "instances": JSONValue(entries.map(\.json)),
      "rows": JSONValue(rows.map { $0.json(in: self, withTimings: withTimings) }),
    ]
  }

  /// Reads a comparison back; `nil` for what is none, or of another version of the schema.
  public init?(json: JSONValue) {
    guard json["schema"]?.string == Self.schema, let version = json["version"]?.string,
      let seed = json["seed"]?.integer, let policies = json["policies"]?.elements,
      let metrics = json["metrics"]?.elements, let entries = json["instances"]?.elements,
      let rows = json["rows"]?.elements
    else { return nil }
    let read = entries.map { Entry(json: $0) }
    let known = read.compactMap(\.self)
    let found = rows.map { Row(json: $0) }
    guard known.count == read.count, !found.contains(nil) else { return nil }
    self.init(
      version: version, seed: seed, policies: policies.compactMap(\.string),
      metrics: metrics.compactMap { $0.string.flatMap { Metric(rawValue: $0) } },
      probeSize: json["probe"]?.integer ?? 0, entries: known,
      rows: found.compactMap(\.self))
  }
}

extension ComparisonReport.Entry {
  fileprivate var json: JSONValue {
    [
      "file": .string(file), "hash": .string(hash), "mentees": JSONValue(menteeCount),
      "mentors": JSONValue(mentorCount), "pairs": JSONValue(pairCount),
      "preferences": .string(preferences.rawValue),
      "groups": JSONValue(groups.map { JSONValue.string($0) }),
    ]
  }

  fileprivate init?(json: JSONValue) {
    guard let file = json["file"]?.string, let hash = json["hash"]?.string,
      let mentees = json["mentees"]?.integer, let mentors = json["mentors"]?.integer,
      let pairs = json["pairs"]?.integer,
      let preferences = json["preferences"]?.string.flatMap({ Market.Preferences(rawValue: $0) }),
      let groups = json["groups"]?.elements
    else { return nil }
    self.init(
      file: file, hash: hash, menteeCount: mentees, mentorCount: mentors, pairCount: pairs,
      preferences: preferences, groups: groups.compactMap(\.string))
  }
}

extension ComparisonReport.Row {
  fileprivate static let regret = "regret-"

  fileprivate func json(in report: ComparisonReport, withTimings: Bool) -> JSONValue {
    var metrics = report.metrics.compactMap { metric in
      values[metric].map { (metric.rawValue, JSONValue($0)) }
    }
    metrics += Metric.goals.compactMap { goal in
      regrets[goal].map { (Self.regret + goal.rawValue, JSONValue($0)) }
    }
    metrics += PolicyProbe.Question.allCases.compactMap { question in
      probes[question].map { (question.rawValue, JSONValue($0)) }
    }
    var members: [(String, JSONValue)] = [
      ("instance", JSONValue(instance)), ("policy", .string(policy)),
      ("status", .string(status.rawValue)), ("verified", .bool(isVerified)),
      ("proof", proof.map { .string($0) } ?? .null), ("metrics", JSONValue(metrics)),
      ("coverages", JSONValue(coverages.map { $0.map { JSONValue($0) } ?? .null })),
      (
        "profiles",
        [
          "mentees": JSONValue(profiles.mentees.map { JSONValue($0) }),
          "mentors": JSONValue(profiles.mentors.map { JSONValue($0) }),
        ]
      ),
    ]
    if withTimings { members.append(("seconds", JSONValue(seconds))) }
    if let message { members.append(("message", .string(message))) }
    return JSONValue(members)
  }

  fileprivate init?(json: JSONValue) {
    guard let instance = json["instance"]?.integer, let policy = json["policy"]?.string,
      let status = json["status"]?.string.flatMap({ ComparisonReport.Status(rawValue: $0) }),
      let isVerified = json["verified"]?.boolean, case .object(let metrics)? = json["metrics"]
    else { return nil }
    var values: [Metric: Double] = [:]
    var regrets: [Metric: Double] = [:]
    var probes: [PolicyProbe.Question: Double] = [:]
    for key in metrics.keys {
      guard let number = metrics[key]?.double else { continue }
      if let metric = Metric(rawValue: key) {
        values[metric] = number
      } else if let question = PolicyProbe.Question(rawValue: key) {
        probes[question] = number
      } else if key.hasPrefix(Self.regret),
        let goal = Metric(rawValue: String(key.dropFirst(Self.regret.count)))
      {
        regrets[goal] = number
      }
    }
    self.init(
      instance: instance, policy: policy, status: status, isVerified: isVerified,
      proof: json["proof"]?.string, values: values, regrets: regrets, probes: probes,
      coverages: json["coverages"]?.elements?.map(\.double) ?? [],
      profiles: .init(
        mentees: json["profiles"]?["mentees"]?.elements?.compactMap(\.double) ?? [],
        mentors: json["profiles"]?["mentors"]?.elements?.compactMap(\.double) ?? []),
      seconds: json["seconds"]?.double ?? 0, message: json["message"]?.string)
  }
}
