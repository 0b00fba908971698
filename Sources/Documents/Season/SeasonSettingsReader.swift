import Mentorship

/// Reads the season file, key by key.
///
/// One pass collects every finding; each reading function takes a node and the findings to add to.
enum SeasonSettingsReader {
  static let schema = "nastavnik.season/1"

  private static let keys = [
    "schema", "title", "organisation", "date", "coverage", "weights", "criteria", "preferences",
    "forms", "partners", "dependent", "pins", "bans", "together", "apart", "quotas", "last-year",
    "most-important", "consent", "files", "vocabularies", "answers", "same", "different",
  ]

  /// With `hasImports` files are listed elsewhere too, so that `files` may be missing.
  ///
  /// - Returns: `nil`, with a finding, when the root is no map.
  static func read(
    _ root: YAMLNode, hasImports: Bool = false, _ findings: inout [Finding]
  ) -> SeasonSettings? {
    guard let map = YAMLMap(root, keys: keys, &findings) else { return nil }
    var settings = SeasonSettings()
    _ = map.required("schema", &findings)?.choice([schema: true], &findings)
    settings.title = map.required("title", &findings)?.string(&findings) ?? ""
    settings.organisation = map["organisation"]?.term(&findings)
    settings.date = map.required("date", &findings)?.date(&findings)
    let goals: KeyValuePairs = ["first": CoverageGoal.first, "ignore": .ignore, "all": .all]
    settings.coverage = map["coverage"]?.choice(goals, &findings) ?? .first
    settings.preferenceScale = scale(map["preferences"], &findings)
    if let forms = map.required("forms", &findings) {
      let weights = WeightsReader.read(in: map, base: usualWeights(map), &findings)
      (settings.forms, settings.formPlaces) = FormsReader.read(
        forms, weights, known: FormCatalogue.standard, &findings)
    }
    settings.consentRules = consentRules(map["consent"], &findings)
    settings.emphasis =
      map["most-important"]?.wholeNumber(emphases, &findings) ?? Season.usualEmphasis
    settings.partners = items("partners", map, &findings).compactMap { partner($0, &findings) }
    settings.dependent = items("dependent", map, &findings).compactMap { names($0, &findings) }
    let codes = settings.forms.map(\.code.rawValue)
    settings.pins = items("pins", map, &findings).compactMap { pair($0, codes, &findings) }
    settings.bans = items("bans", map, &findings).compactMap { pair($0, codes, &findings) }
    let rules = SideRulesReader(forms: codes)
    settings.together = items("together", map, &findings).compactMap { rules.set($0, &findings) }
    settings.apart = items("apart", map, &findings).compactMap { rules.set($0, &findings) }
    settings.quotas = items("quotas", map, &findings).compactMap { rules.quota($0, &findings) }
    settings.lastYear = lastYear(map["last-year"], codes, &findings)
    settings.vocabularies = VocabularySettings(in: map, &findings)
    settings.same = items("same", map, &findings).compactMap { names($0, &findings) }
    settings.different = items("different", map, &findings).compactMap { names($0, &findings) }
    let files =
      hasImports && map["files"] == nil
      ? [] : map.required("files", &findings)?.list(&findings) ?? []
    settings.files = files.compactMap { FileEntryReader.read($0, forms: codes, &findings) }
    return settings
  }

  /// The items of a list that may be absent or empty.
  private static func items(
    _ key: String, _ map: YAMLMap, _ findings: inout [Finding]
  ) -> [YAMLNode] {
    guard let node = map[key] else { return [] }
    if case .list(let nodes) = node.content { return nodes }
    findings.append(node.invalid(.list(count: nil)))
    return []
  }

  /// Third parties count where they were asked, and last year's pairs where they are named.
  private static func usualWeights(_ map: YAMLMap) -> Weights {
    var weights = Weights.standard
    if case .list(let pairs)? = map["last-year"]?.value(of: "pairs")?.content, !pairs.isEmpty {
      weights.criteria[.lastYear] = Weights.usualLastYear
    }
    guard case .list(let entries) = map["files"]?.content else { return weights }
    let wereAsked = entries.contains { $0.value(of: "kind")?.text == "third-party" }
    if wereAsked { weights.thirdParty = Weights.usualThirdParty }
    return weights
  }

  private static func consentRules(
    _ node: YAMLNode?, _ findings: inout [Finding]
  ) -> ConsentRules {
    var rules = ConsentRules()
    guard let node, let map = YAMLMap(node, keys: ["representative-until"], &findings) else {
      return rules
    }
    rules.representativeUntil =
      map["representative-until"]?.wholeNumber(0...21, &findings) ?? rules.representativeUntil
    return rules
  }

  private static func scale(_ node: YAMLNode?, _ findings: inout [Finding]) -> PreferenceScale {
    var scale = PreferenceScale()
    let keys = ["places", "listed", "marks", "not-named", "not-met", "veto", "normalise"]
    guard let node, let map = YAMLMap(node, keys: keys, &findings) else { return scale }
    func percents(_ key: String, count: Int?) -> [Int]? {
      guard let nodes = map[key]?.list(count: count, &findings) else { return nil }
      let numbers = nodes.compactMap { $0.percent(&findings) }
      return numbers.count == nodes.count ? numbers : nil
    }
    scale.places = percents("places", count: nil) ?? scale.places
    scale.marks = percents("marks", count: 5) ?? scale.marks
    scale.listed = map["listed"]?.percent(&findings) ?? scale.listed
    scale.notNamed = map["not-named"]?.percent(&findings) ?? scale.notNamed
    scale.notMet = map["not-met"]?.percent(&findings) ?? scale.notMet
    if let node = map["normalise"] {
      if node.onOff == nil { findings.append(node.invalid(.onOff)) }
      scale.normalises = node.onOff ?? false
    }
    scale.vetoIsHard = map["veto"]?.choice(["hard": true, "soft": false], &findings) ?? true
    return scale
  }

  private static func partner(_ node: YAMLNode, _ findings: inout [Finding]) -> Partner? {
    let keys = ["organisation", "agreement", "from", "until"]
    guard let map = YAMLMap(node, keys: keys, &findings) else { return nil }
    let organisation = map.required("organisation", &findings)?.term(&findings)
    var agreement = map["agreement"]?.string(&findings)
    let from = map["from"]?.date(&findings)
    let until = map["until"]?.date(&findings)
    // A date that cannot be read must not make an agreement endless.
    if (map["from"] != nil && from == nil) || (map["until"] != nil && until == nil) {
      agreement = nil
    }
    if let from, let until, until < from, let node = map["until"] {
      findings.append(node.invalid(.dateNotBefore(from)))
    }
    return organisation.map {
      Partner(organisation: $0, agreement: agreement, from: from, until: until)
    }
  }

  /// The names of people who depend on each other.
  private static func names(_ node: YAMLNode, _ findings: inout [Finding]) -> [Mention]? {
    guard case .list(let nodes) = node.content, nodes.count >= 2 else {
      findings.append(node.invalid(.names(atLeast: 2)))
      return nil
    }
    return nodes.compactMap { node in
      node.string(&findings).map { Mention(name: $0, place: node.place) }
    }
  }

  /// Beyond this a criterion would leave nothing to the others.
  private static let emphases = 1...10

  private static func lastYear(
    _ node: YAMLNode?, _ forms: [String], _ findings: inout [Finding]
  ) -> LastYearMention {
    var mention = LastYearMention()
    guard let node, let map = YAMLMap(node, keys: ["wish", "pairs", "failed"], &findings) else {
      return mention
    }
    let wishes: KeyValuePairs = ["again": LastYear.Wish.again, "another": .another]
    mention.wish = map["wish"]?.choice(wishes, &findings) ?? .again
    mention.pairs = items("pairs", map, &findings).compactMap {
      pair($0, forms, needsReason: false, &findings)
    }
    mention.failed = items("failed", map, &findings).compactMap { pair($0, forms, &findings) }
    return mention
  }

  private static func pair(
    _ node: YAMLNode, _ forms: [String], needsReason: Bool = true, _ findings: inout [Finding]
  ) -> PairMention? {
    let keys = ["form", "mentee", "mentor", "reason"]
    guard let map = YAMLMap(node, keys: keys, &findings) else { return nil }
    func mention(_ key: String) -> Mention? {
      guard let node = map.required(key, &findings) else { return nil }
      return node.string(&findings).map { Mention(name: $0, place: node.place) }
    }
    let mentee = mention("mentee")
    let mentor = mention("mentor")
    let reason =
      needsReason || map["reason"] != nil
      ? map.required("reason", &findings)?.string(&findings) : ""
    var form: FormCode?
    if let node = map["form"] {
      form = FormsReader.code(node, among: forms, &findings)
      if form == nil { return nil }
    }
    guard let mentee, let mentor, let reason else { return nil }
    return PairMention(
      form: form, mentee: mentee, mentor: mentor, reason: reason, place: node.place)
  }
}
