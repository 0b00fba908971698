import Mentorship

/// Reads `minimum`, `minimum-is` and `group` of a form.
enum GroupRulesReader {
  private static let keys = [
    "same-class-at-most", "age-span-at-most", "experienced-at-least", "experienced",
  ]

  /// Reads the rules of a form where a mentor has at most `capacity` mentees; a larger minimum makes no
  /// sense.
  static func read(
    in map: YAMLMap, capacity: Int, _ findings: inout [Finding]
  ) -> GroupRules {
    var rules = GroupRules()
    rules.minimum = map["minimum"]?.wholeNumber(0...capacity, &findings) ?? 0
    let minimums: KeyValuePairs = ["if-open": GroupRules.MinimumRule.ifOpen, "always": .always]
    rules.minimumIs = map["minimum-is"]?.choice(minimums, &findings) ?? .ifOpen
    guard let node = map["group"], let group = YAMLMap(node, keys: keys, &findings) else {
      return rules
    }
    rules.sameClassAtMost = group["same-class-at-most"]?.wholeNumber(1...10_000, &findings)
    rules.ageSpanAtMost = group["age-span-at-most"]?.wholeNumber(0...100, &findings)
    rules.experienced = experienced(group, &findings)
    return rules
  }

  /// Who counts as experienced has no usual answer, so it must be said.
  private static func experienced(
    _ group: YAMLMap, _ findings: inout [Finding]
  ) -> GroupRules.Experienced? {
    guard group["experienced-at-least"] != nil || group["experienced"] != nil else { return nil }
    let atLeast = group.required("experienced-at-least", &findings)?
      .wholeNumber(1...10_000, &findings)
    guard let node = group.required("experienced", &findings),
      let who = YAMLMap(node, keys: ["experience", "grade"], &findings)
    else { return nil }
    let years = who["experience"]?.wholeNumber(0...100, &findings)
    let grade = who["grade"]?.wholeNumber(1...11, &findings)
    if who["experience"] == nil, who["grade"] == nil { findings.append(who.missing("experience")) }
    return atLeast.map { .init(atLeast: $0, years: years.map { Years($0) }, grade: grade) }
  }
}
