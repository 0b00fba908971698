import Mentorship

/// Reads `forms`: which standard forms the season has, and what it changes in them.
enum FormsReader {
  private static let keys = [
    "capacity", "default-capacity", "minimum", "minimum-is", "group", "rules", "weights",
    "criteria",
  ]
  private static let capacities = 0...10_000

  /// - Returns: The forms in the order of the file, with the place of each.
  static func read(
    _ node: YAMLNode, _ weights: Weights, _ findings: inout [Finding]
  ) -> (forms: [Form], places: [Place]) {
    let entries = node.entries(&findings)
    if case .map(let entries) = node.content, entries.isEmpty {
      findings.append(Finding(.keyMissing(key: node.path), at: node.place))
    }
    var forms: [Form] = []
    var places: [Place] = []
    let codes = Form.standard.map(\.code.rawValue)
    for entry in entries {
      guard let standard = Form.standard.first(where: { $0.code.rawValue == entry.key }) else {
        let kind = FindingKind.valueInvalid(
          key: node.path, text: entry.key,
          expected: .oneOf(codes, suggestion: suggestion(for: entry.key, among: codes)))
        findings.append(Finding(kind, at: entry.place))
        continue
      }
      var form = standard
      form.weights = weights
      change(&form, by: entry.value, &findings)
      forms.append(form)
      places.append(entry.place)
    }
    return (forms, places)
  }

  /// A form code that the season has.
  static func code(
    _ node: YAMLNode, among codes: [String], _ findings: inout [Finding]
  ) -> FormCode? {
    if codes.contains(node.text) { return FormCode(node.text) }
    // A season without forms has a finding already.
    if !codes.isEmpty {
      let suggestion = suggestion(for: node.text, among: codes)
      findings.append(node.invalid(.oneOf(codes, suggestion: suggestion)))
    }
    return nil
  }

  /// The code nearest to a word, or that of the form whose title is.
  private static func suggestion(for word: String, among codes: [String]) -> String? {
    if let code = Suggestion.nearest(to: word, among: codes) { return code }
    let forms = Form.standard.filter { codes.contains($0.code.rawValue) }
    let title = Suggestion.nearest(to: word, among: forms.map(\.title.russian))
    return forms.first { $0.title.russian == title }?.code.rawValue
  }

  private static func change(_ form: inout Form, by node: YAMLNode, _ findings: inout [Finding]) {
    guard !node.isNull, let map = YAMLMap(node, keys: keys, &findings) else { return }
    form.capacityLimit = map["capacity"]?.wholeNumber(capacities, &findings) ?? form.capacityLimit
    form.defaultCapacity =
      map["default-capacity"]?.wholeNumber(capacities, &findings) ?? form.defaultCapacity
    form.group = GroupRulesReader.read(in: map, capacity: form.capacityLimit, &findings)
    if let rules = map["rules"] {
      change(&form.rules, by: rules, &findings)
      if !form.rules.contains(.consent) {
        let place = rules.value(of: "consent")?.place ?? rules.place
        findings.append(Finding(.consentUnchecked(form: form.code), at: place))
      }
    }
    form.weights = WeightsReader.read(in: map, base: form.weights, &findings)
  }

  private static func change(
    _ rules: inout [EligibilityRule], by node: YAMLNode, _ findings: inout [Finding]
  ) {
    guard let map = YAMLMap(node, keys: EligibilityRule.keys, &findings) else { return }
    // In the order of the keys, not of the file: the same rules are the same form.
    for key in EligibilityRule.keys {
      guard let value = map[key] else { continue }
      let index = rules.firstIndex { $0.key == key }
      switch setting(of: key, value, isPresent: index != nil, &findings) {
      case .set(let rule):
        if let index { rules[index] = rule } else { rules.append(rule) }
      case .remove:
        rules.removeAll { $0.key == key }
      case nil:
        break
      }
    }
  }

  private enum Setting {
    case set(EligibilityRule)
    case remove
  }

  /// - Returns: `nil` for no change, or for a value that is wrong.
  private static func setting(
    of key: String, _ node: YAMLNode, isPresent: Bool, _ findings: inout [Finding]
  ) -> Setting? {
    guard let plain = EligibilityRule(key: key, parameter: 0) else { return nil }
    if node.onOff == false { return .remove }
    if plain.takesNumber {
      // `on` keeps the usual number where there is one.
      if node.onOff == true && isPresent { return nil }
      guard let number = node.wholeNumber(0...100, &findings) else { return nil }
      return EligibilityRule(key: key, parameter: number).map { .set($0) }
    }
    if node.onOff == true { return .set(plain) }
    findings.append(node.invalid(.onOff))
    return nil
  }
}

/// Reads `weights` and `criteria`, of the season or of one form.
enum WeightsReader {
  /// Products of three weights must stay far below `Int.max`.
  private static let range = 0...10_000

  static func read(
    in map: YAMLMap, base: Weights, _ findings: inout [Finding]
  ) -> Weights {
    var weights = base
    let halves = ["profile", "preferences"]
    if let node = map["weights"], let halves = YAMLMap(node, keys: halves, &findings) {
      weights.profile = halves["profile"]?.wholeNumber(range, &findings) ?? base.profile
      weights.preferences = halves["preferences"]?.wholeNumber(range, &findings) ?? base.preferences
    }
    let keys = Criterion.allCases.map(\.rawValue)
    if let node = map["criteria"], let criteria = YAMLMap(node, keys: keys, &findings) {
      for criterion in Criterion.allCases {
        guard let value = criteria[criterion.rawValue] else { continue }
        if let weight = value.wholeNumber(range, &findings) { weights.criteria[criterion] = weight }
      }
    }
    guard weights.maximums == nil else { return weights }
    guard let node = map["criteria"] ?? map["weights"] else { return base }
    let isHalves = weights.profile + weights.preferences == 0
    let blamed = (isHalves ? map["weights"] : nil) ?? node
    findings.append(Finding(.weightsSumToZero(key: blamed.path), at: blamed.place))
    return base
  }
}
