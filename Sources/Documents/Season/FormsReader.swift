import Mentorship

/// Reads `forms`: which known forms the season has, what it changes in them, and forms of its own.
///
/// ```yaml
/// forms:
///   student-student: {capacity: 2, model: achiever-underachiever}
///   parent-student: {title: {ru: родитель – ученик, en: parent–student}, rules: {consent: on}}
/// ```
enum FormsReader {
  private static let keys = [
    "title", "capacity", "default-capacity", "minimum", "minimum-is", "group", "rules", "weights",
    "criteria", "model", "models", "adult-mentors",
  ]
  private static let capacities = 0...10_000

  /// Reads the forms; `known` are those that need no description.
  ///
  /// - Returns: The forms in the order of the file, with the place of each.
  static func read(
    _ node: YAMLNode, _ weights: Weights, known: [Form], _ findings: inout [Finding]
  ) -> (forms: [Form], places: [Place]) {
    let entries = node.entries(&findings)
    if case .map(let entries) = node.content, entries.isEmpty {
      findings.append(Finding(.keyMissing(key: node.path), at: node.place))
    }
    var forms: [Form] = []
    var places: [Place] = []
    for entry in entries {
      guard var form = known.first(where: { $0.code.rawValue == entry.key }) ?? ownForm(entry)
      else {
        let codes = known.map(\.code.rawValue)
        let kind = FindingKind.valueInvalid(
          key: node.path, text: entry.key,
          expected: .oneOf(codes, suggestion: suggestion(for: entry.key, among: known)))
        findings.append(Finding(kind, at: entry.place))
        continue
      }
      form.weights = weights
      change(&form, by: entry.value, &findings)
      forms.append(form)
      places.append(entry.place)
    }
    return (forms, places)
  }

  /// A form that nobody knows is one that says its title; anything else is a slip.
  private static func ownForm(_ entry: YAMLNode.Entry) -> Form? {
    guard entry.value.value(of: "title") != nil else { return nil }
    return Form(
      code: FormCode(entry.key), title: .init(russian: entry.key, english: entry.key), rules: [],
      capacityLimit: 1)
  }

  /// A form code that the season has.
  static func code(
    _ node: YAMLNode, among codes: [String], _ findings: inout [Finding]
  ) -> FormCode? {
    if codes.contains(node.text) { return FormCode(node.text) }
    // A season without forms has a finding already.
    if !codes.isEmpty {
      let suggestion = suggestion(
        for: node.text, among: FormCatalogue.standard.filter { codes.contains($0.code.rawValue) })
      findings.append(node.invalid(.oneOf(codes, suggestion: suggestion)))
    }
    return nil
  }

  /// The code nearest to a word, or that of the form whose title is.
  private static func suggestion(for word: String, among forms: [Form]) -> String? {
    if let code = Suggestion.nearest(to: word, among: forms.map(\.code.rawValue)) { return code }
    let title = Suggestion.nearest(to: word, among: forms.map(\.title.russian))
    return forms.first { $0.title.russian == title }?.code.rawValue
  }

  private static func change(_ form: inout Form, by node: YAMLNode, _ findings: inout [Finding]) {
    guard !node.isNull, let map = YAMLMap(node, keys: keys, &findings) else { return }
    form.title = map["title"].flatMap { title($0, &findings) } ?? form.title
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
    form.models = map["models"].map { models($0, &findings) } ?? form.models
    if let node = map["model"], let model = model(node, among: form.models, &findings) {
      form.weights = form.weights.following(model)
    }
    form.weights = WeightsReader.read(in: map, base: form.weights, &findings)
    if let node = map["adult-mentors"] {
      if let isOn = node.onOff {
        form.mentorsAreAdults = isOn
      } else {
        findings.append(node.invalid(.onOff))
      }
    }
  }

  private static func title(_ node: YAMLNode, _ findings: inout [Finding]) -> Form.Title? {
    if case .scalar(let text) = node.content { return .init(russian: text, english: text) }
    guard let map = YAMLMap(node, keys: ["ru", "en"], &findings),
      let russian = map.required("ru", &findings)?.string(&findings)
    else { return nil }
    return .init(russian: russian, english: map["en"]?.string(&findings) ?? russian)
  }

  private static func models(_ node: YAMLNode, _ findings: inout [Finding]) -> [RoleModel] {
    node.entries(&findings).compactMap { entry in
      guard let map = YAMLMap(entry.value, keys: ["title", "criteria"], &findings),
        let title = map.required("title", &findings).flatMap({ title($0, &findings) }),
        let criteria = map.required("criteria", &findings)
      else { return nil }
      let weights = WeightsReader.criteria(criteria, among: Criterion.answers, &findings)
      return RoleModel(code: entry.key, title: title, criteria: weights)
    }
  }

  private static func model(
    _ node: YAMLNode, among models: [RoleModel], _ findings: inout [Finding]
  ) -> RoleModel? {
    if let model = models.first(where: { $0.code == node.text }) { return model }
    let codes = models.map(\.code)
    let suggestion = Suggestion.nearest(to: node.text, among: codes)
    findings.append(node.invalid(.oneOf(codes, suggestion: suggestion)))
    return nil
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
    let order = EligibilityRule.keys
    rules.sort {
      (order.firstIndex(of: $0.key ?? "") ?? 0) < (order.firstIndex(of: $1.key ?? "") ?? 0)
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
    let keys = ["profile", "preferences", "third-party"]
    if let node = map["weights"], let parts = YAMLMap(node, keys: keys, &findings) {
      weights.profile = parts["profile"]?.wholeNumber(range, &findings) ?? base.profile
      weights.preferences = parts["preferences"]?.wholeNumber(range, &findings) ?? base.preferences
      weights.thirdParty = parts["third-party"]?.wholeNumber(range, &findings) ?? base.thirdParty
    }
    if let node = map["criteria"] {
      weights.criteria.merge(criteria(node, among: Criterion.allCases, &findings)) { $1 }
    }
    guard weights.maximums == nil else { return weights }
    guard let node = map["criteria"] ?? map["weights"] else { return base }
    let isParts = weights.profile + weights.preferences + weights.thirdParty == 0
    let blamed = (isParts ? map["weights"] : nil) ?? node
    findings.append(Finding(.weightsSumToZero(key: blamed.path), at: blamed.place))
    return base
  }

  /// The weights that a map names.
  static func criteria(
    _ node: YAMLNode, among criteria: [Criterion], _ findings: inout [Finding]
  ) -> [Criterion: Int] {
    guard let map = YAMLMap(node, keys: criteria.map(\.rawValue), &findings) else { return [:] }
    var weights: [Criterion: Int] = [:]
    for criterion in criteria {
      weights[criterion] = map[criterion.rawValue]?.wholeNumber(range, &findings)
    }
    return weights
  }
}
