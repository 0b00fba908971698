import Mentorship

/// Reads `together`, `apart` and `quotas` of the season file: names are still text.
struct SideRulesReader {
  private static let setKeys = ["people", "form", "reason"]
  private static let quotaKeys = ["name", "mentees", "mentors", "at-least", "at-most", "share"]
  private static let filterKeys = [
    "form", "organisation", "grade", "class", "people", "experience-at-least",
    "experience-at-most",
  ]
  private static let counts = 0...10_000
  private static let years = 0...100

  /// The codes of the season's forms.
  let forms: [String]

  func set(_ node: YAMLNode, _ findings: inout [Finding]) -> MenteeSetMention? {
    guard let map = YAMLMap(node, keys: Self.setKeys, &findings) else { return nil }
    let people = map.required("people", &findings).flatMap { names($0, atLeast: 2, &findings) }
    let reason = map.required("reason", &findings)?.string(&findings)
    var form: FormCode?
    if let node = map["form"] {
      form = FormsReader.code(node, among: forms, &findings)
      if form == nil { return nil }
    }
    guard let people, let reason else { return nil }
    return MenteeSetMention(people: people, form: form, reason: reason, place: node.place)
  }

  func quota(_ node: YAMLNode, _ findings: inout [Finding]) -> QuotaMention? {
    guard let map = YAMLMap(node, keys: Self.quotaKeys, &findings) else { return nil }
    let before = findings.count
    let name = map.required("name", &findings)?.string(&findings) ?? ""
    let atLeast = map["at-least"]?.wholeNumber(Self.counts, &findings)
    // More than nothing would be less than what is asked.
    let most = (atLeast ?? 0)...Self.counts.upperBound
    let atMost = map["at-most"]?.wholeNumber(most, &findings)
    let share = map["share"].flatMap { part($0, &findings) }
    let mentees = map["mentees"].map { filter($0, &findings) } ?? FilterMention()
    let mentors = map["mentors"].map { filter($0, &findings) } ?? FilterMention()
    if ["at-least", "at-most", "share"].allSatisfy({ map[$0] == nil }) {
      findings.append(Finding(.rule(.quotaAsksNothing(quota: name)), at: node.place))
    }
    // A quota that is read wrong would bind other people than was meant.
    guard findings.count == before else { return nil }
    return QuotaMention(
      name: name, mentees: mentees, mentors: mentors, atLeast: atLeast, atMost: atMost,
      share: share, place: node.place)
  }

  private func filter(_ node: YAMLNode, _ findings: inout [Finding]) -> FilterMention {
    var mention = FilterMention()
    guard let map = YAMLMap(node, keys: Self.filterKeys, &findings) else { return mention }
    func values<Value>(
      _ key: String, _ read: (YAMLNode, inout [Finding]) -> Value?
    ) -> [Value]? {
      guard let node = map[key] else { return nil }
      guard case .list = node.content else { return read(node, &findings).map { [$0] } }
      return node.list(&findings)?.compactMap { read($0, &findings) }
    }
    mention.filter.forms = values("form") { FormsReader.code($0, among: forms, &$1) }
    mention.filter.organisations = values("organisation") { $0.term(&$1) }
    mention.filter.grades = values("grade") { $0.wholeNumber(1...11, &$1) }
    mention.filter.classes = values("class", schoolClass)
    mention.people = values("people") { node, findings in
      node.string(&findings).map { Mention(name: $0, place: node.place) }
    }
    mention.filter.experienceAtLeast = map["experience-at-least"]?
      .wholeNumber(Self.years, &findings).map { Years($0) }
    mention.filter.experienceAtMost = map["experience-at-most"]?
      .wholeNumber(Self.years, &findings).map { Years($0) }
    return mention
  }

  private func schoolClass(_ node: YAMLNode, _ findings: inout [Finding]) -> Grade? {
    if case .scalar(let text) = node.content, let grade = Grade(parsing: text) { return grade }
    findings.append(node.invalid(.schoolClass))
    return nil
  }

  private func part(_ node: YAMLNode, _ findings: inout [Finding]) -> Part? {
    if case .scalar(let text) = node.content, let part = Part(parsing: text) { return part }
    findings.append(node.invalid(.part))
    return nil
  }

  private func names(
    _ node: YAMLNode, atLeast count: Int, _ findings: inout [Finding]
  ) -> [Mention]? {
    guard case .list(let nodes) = node.content, nodes.count >= count else {
      findings.append(node.invalid(.names(atLeast: count)))
      return nil
    }
    let names = nodes.compactMap { node in
      node.string(&findings).map { Mention(name: $0, place: node.place) }
    }
    return names.count == nodes.count ? names : nil
  }
}

/// A set of mentees before its names are people.
struct MenteeSetMention {
  let people: [Mention]
  let form: FormCode?
  let reason: String
  let place: Place
}

/// A quota before the names in its filters are people.
struct QuotaMention {
  let name: String
  let mentees: FilterMention
  let mentors: FilterMention
  let atLeast: Int?
  let atMost: Int?
  let share: Part?
  let place: Place
}

/// A filter, and the names that go into it; `nil` = it names nobody.
struct FilterMention {
  var filter = PeopleFilter()
  var people: [Mention]?
}
