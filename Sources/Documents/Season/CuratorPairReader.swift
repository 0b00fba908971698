import Mentorship

/// Turns the names of pins, bans, dependent people and other rules into people.
///
/// A name that means nobody there, or two, is an error: a decision of the curator must not be lost.
struct CuratorPairReader {
  var findings: [Finding] = []
  private let people: [PersonID: Person]
  private let questionnaires: [Questionnaire]
  private var resolvers: [Scope: NameResolver] = [:]
  /// Every name that was looked for.
  var mentions: Set<String> { Set(resolvers.values.flatMap { Array($0.mentions) }) }

  /// Among whom a name is looked for; `nil` = any.
  struct Scope: Hashable {
    let role: Role?
    let form: FormCode?
  }

  private let same: SameNames

  /// `same` are further names of people.
  init(
    people: [PersonID: Person], questionnaires: [Questionnaire], same: SameNames = SameNames()
  ) {
    self.same = same
    self.people = people
    self.questionnaires = questionnaires
  }

  mutating func pairs(_ mentions: [PairMention]) -> [CuratorPair] {
    mentions.compactMap { mention in
      let mentee = person(mention.mentee, Scope(role: .mentee, form: mention.form))
      let mentor = person(mention.mentor, Scope(role: .mentor, form: mention.form))
      guard let mentee, let mentor else { return nil }
      return CuratorPair(
        form: mention.form, mentee: mentee, mentor: mentor, reason: mention.reason,
        place: mention.place)
    }
  }

  /// Last year's pairs; who does not take part any more is no slip.
  mutating func lastYear(_ mention: LastYearMention) -> LastYear {
    var lastYear = LastYear()
    lastYear.wish = mention.wish
    lastYear.pairs = pairs(stillHere(mention.pairs))
    lastYear.failed = pairs(stillHere(mention.failed))
    return lastYear
  }

  private mutating func stillHere(_ mentions: [PairMention]) -> [PairMention] {
    mentions.filter { mention in
      let mentee = resolve(mention.mentee.name, Scope(role: .mentee, form: mention.form))
      let mentor = resolve(mention.mentor.name, Scope(role: .mentor, form: mention.form))
      if case .unknown = mentee { return false }
      if case .unknown = mentor { return false }
      return true
    }
  }

  mutating func dependent(_ groups: [[Mention]]) -> Set<UnorderedPair> {
    var pairs: Set<UnorderedPair> = []
    for group in groups {
      let members = group.compactMap { person($0, Scope(role: nil, form: nil)) }
      let different = Array(Set(members))
      for (index, one) in different.enumerated() {
        for other in different[(index + 1)...] { pairs.insert(UnorderedPair(one, other)) }
      }
      if let place = group.first?.place, different.count < members.count {
        let text = group.map(\.name).joined(separator: ", ")
        let kind = FindingKind.valueInvalid(
          key: "dependent", text: text, expected: .names(atLeast: 2))
        findings.append(Finding(kind, at: place))
      }
    }
    return pairs
  }

  /// Reports pairs that are pinned twice; a pin against a ban is found with the rules that pins break.
  mutating func compare(pins: [CuratorPair]) {
    for (index, pin) in pins.enumerated() where pins[..<index].contains(where: { meet($0, pin) }) {
      let kind = FindingKind.pinTwice(mentee: pin.mentee.rawValue, mentor: pin.mentor.rawValue)
      findings.append(Finding(kind, at: pin.place))
    }
  }

  /// The same pair in a form that both mean.
  private func meet(_ one: CuratorPair, _ other: CuratorPair) -> Bool {
    one.mentee == other.mentee && one.mentor == other.mentor
      && (one.form == other.form || one.form == nil || other.form == nil)
  }

  mutating func person(_ mention: Mention, _ scope: Scope) -> PersonID? {
    let resolution = resolve(mention.name, scope)
    let kind: FindingKind
    switch resolution {
    case .person(let person): return person
    case .ambiguous(let people):
      kind = .pinAmbiguous(name: mention.name, candidates: people.map(\.rawValue))
    case .unknown(let suggestions):
      kind = .notApplied(
        name: mention.name, role: scope.role, form: scope.form,
        suggestions: suggestions.map(\.rawValue), elsewhere: elsewhere(mention.name, scope))
    }
    findings.append(Finding(kind, at: mention.place))
    return nil
  }

  /// Where a name is that is not in its scope.
  private mutating func elsewhere(_ name: String, _ scope: Scope) -> Elsewhere? {
    guard let role = scope.role else { return nil }
    if scope.form != nil, isSomebody(name, Scope(role: role, form: nil)) { return .otherForm }
    return isSomebody(name, Scope(role: role.other, form: nil)) ? .onlyAs(role.other) : nil
  }

  private mutating func isSomebody(_ name: String, _ scope: Scope) -> Bool {
    if case .person = resolve(name, scope) { true } else { false }
  }

  private mutating func resolve(_ name: String, _ scope: Scope) -> NameIndex.Resolution {
    var resolver = resolvers[scope] ?? makeResolver(scope)
    let resolution = resolver.resolve(name)
    resolvers[scope] = resolver
    return resolution
  }

  private func makeResolver(_ scope: Scope) -> NameResolver {
    guard let role = scope.role else { return NameResolver(people.values, same: same) }
    let ids = questionnaires.lazy
      .filter { $0.role == role && (scope.form == nil || $0.form == scope.form) }.map(\.person)
    return NameResolver(Set(ids).compactMap { people[$0] }, same: same)
  }
}
