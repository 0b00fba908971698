import Mentorship

/// What `season.yaml` says about vocabularies and about single answers.
///
/// ```yaml
/// vocabularies:
///   requests: запросы.yaml         # a file in the folder, merged over the shipped vocabulary
///   subjects: {матлогика: [логика высказываний]}   # or the terms themselves
///   interests: off                 # answers stay as written
///   confidence: 60                 # less sure than that: the answer stays as written
/// answers:
///   - {field: requests, text: помочь с алгеброй, means: математика}
///   - {field: requests, text: английский и ОГЭ, means: [английский язык, Подготовка к ОГЭ]}
///   - {field: interests, text: варкрафт, means: ~}        # keep as written
/// ```
struct VocabularySettings {
  enum Source {
    case shipped
    case off
    case file(Mention)
    case terms([YAMLNode.Entry])
  }

  /// An answer whose meaning the curator says.
  struct Correction {
    let field: Field
    let text: Term
    /// `nil` = as written.
    let means: [Mention]?
    let place: Place
  }

  var sources: [Field: Source] = [:]
  var threshold = Vocabularies.standardThreshold
  var corrections: [Correction] = []

  init() {}

  /// Reads the two keys of a season file.
  init(in map: YAMLMap, _ findings: inout [Finding]) {
    let names = Vocabularies.fields.map(\.rawValue)
    if let node = map["vocabularies"],
      let vocabularies = YAMLMap(node, keys: names + ["confidence"], &findings)
    {
      for field in Vocabularies.fields {
        sources[field] = vocabularies[field.rawValue].flatMap { Self.source($0, &findings) }
      }
      threshold = vocabularies["confidence"]?.percent(&findings) ?? threshold
    }
    guard let node = map["answers"] else { return }
    for node in node.list(&findings) ?? [] {
      guard let correction = Self.correction(node, names, &findings) else { continue }
      let isKnown = corrections.contains {
        $0.field == correction.field && $0.text == correction.text
      }
      if isKnown {
        let finding = VocabularyFinding.correctionTwice(text: correction.text.text)
        findings.append(Finding(.vocabulary(finding), at: node.place))
      } else {
        corrections.append(correction)
      }
    }
  }

  private static func source(_ node: YAMLNode, _ findings: inout [Finding]) -> Source? {
    if case .map(let entries) = node.content { return .terms(entries) }
    if let isOn = node.onOff { return isOn ? .shipped : .off }
    guard let path = node.string(&findings) else { return nil }
    guard SeasonFiles.staysInside(path) else {
      findings.append(node.invalid(.pathInFolder))
      return nil
    }
    return .file(Mention(name: path, place: node.place))
  }

  private static func correction(
    _ node: YAMLNode, _ names: [String], _ findings: inout [Finding]
  ) -> Correction? {
    guard let map = YAMLMap(node, keys: ["field", "text", "means"], &findings) else { return nil }
    let text = map.required("text", &findings)?.term(&findings)
    let field = map.required("field", &findings).flatMap { node -> Field? in
      if names.contains(node.text) { return Field(rawValue: node.text) }
      let suggestion = Suggestion.nearest(to: node.text, among: names)
      findings.append(node.invalid(.oneOf(names, suggestion: suggestion)))
      return nil
    }
    // `~` keeps the answer as written; no key at all is forgotten.
    guard let means = node.value(of: "means") else {
      findings.append(map.missing("means"))
      return nil
    }
    guard let text, let field else { return nil }
    if means.isNull { return Correction(field: field, text: text, means: nil, place: node.place) }
    var nodes = [means]
    if case .list = means.content { nodes = means.list(&findings) ?? [] }
    let terms = nodes.compactMap { node in
      node.string(&findings).map { Mention(name: $0, place: node.place) }
    }
    return terms.isEmpty
      ? nil : Correction(field: field, text: text, means: terms, place: node.place)
  }
}

extension VocabularySettings {
  /// The vocabularies of the season; `read` gives a YAML file of the folder, or `nil` with findings.
  func vocabularies(
    _ findings: inout [Finding], read: (Mention, inout [Finding]) -> YAMLNode?
  ) -> Vocabularies {
    var vocabularies = Vocabularies.shipped
    vocabularies.threshold = threshold
    for field in Vocabularies.fields {
      let base = vocabularies.byField[field] ?? Vocabulary()
      let reader = VocabularyReader(field: field)
      switch sources[field] ?? .shipped {
      case .shipped: break
      case .off: vocabularies.byField[field] = nil
      case .terms(let entries):
        vocabularies.byField[field] = reader.merge(entries, over: base, &findings)
      case .file(let file):
        guard let root = read(file, &findings) else { continue }
        vocabularies.byField[field] = reader.read(root, over: base, &findings)
      }
    }
    return vocabularies
  }
}
