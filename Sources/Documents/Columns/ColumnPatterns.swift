import Mentorship

/// How columns are headed, by what they mean: read from the resource `columns.yaml`.
struct ColumnPatterns {
  /// What a column can be.
  enum Target: Hashable {
    case field(Field)
    case surname, firstName, patronymic
    /// A column that forms and lists add by themselves.
    case service
  }

  /// How well a header fits, and how much of it a pattern had to say.
  typealias Strength = (strength: Int, extent: HeaderPattern.Extent)

  /// Whom a list of patterns holds for.
  private enum Audience: String, CaseIterable {
    case any, mentors, mentees, answers, consents
    case thirdParty = "third-party"
    case answersOfMentors = "answers-of-mentors"
    case answersOfMentees = "answers-of-mentees"
  }

  private struct Entry {
    var patterns: [Audience: [HeaderPattern]] = [:]
    var excluded: [Audience: [WordPattern]] = [:]
  }

  let stops: [WordPattern]
  /// Words in a row that say for whom a question is, and not what it means.
  let phrases: [[WordPattern]]
  /// Words of a header over others with which these speak of somebody else.
  private var others: [Audience: [WordPattern]] = [:]
  private var entries: [Target: Entry] = [:]
  /// What is wrong with the file; a test holds it empty.
  let findings: [Finding]

  static let standard = ColumnPatterns(PackageResources.columns_yaml, file: "columns.yaml")

  init(_ bytes: [UInt8], file: String) {
    var findings: [Finding] = []
    let (root, problems) = YAMLReader.read(String(decoding: bytes, as: UTF8.self), file: file)
    findings += problems
    let keys = ["schema", "stop", "phrases", "others", "service", "fields"]
    guard let root, let map = YAMLMap(root, keys: keys, &findings) else {
      (stops, phrases, self.findings) = ([], [], findings)
      return
    }
    _ = map.required("schema", &findings)?.choice(["nastavnik.columns/1": true], &findings)
    stops = Self.texts(map["stop"], &findings).map { WordPattern($0) }
    phrases = Self.texts(map["phrases"], &findings).map { phrase in
      phrase.split(separator: " ").map { WordPattern($0) }
    }
    let names = Audience.allCases.map(\.rawValue)
    if let node = map["others"], let others = YAMLMap(node, keys: names, &findings) {
      for audience in Audience.allCases {
        self.others[audience] = Self.texts(others[audience.rawValue], &findings)
          .map { WordPattern($0) }
      }
    }
    var entries: [Target: Entry] = [:]
    let service = Self.texts(map["service"], &findings).map { HeaderPattern($0) }
    entries[.service] = Entry(patterns: [.any: service])
    for entry in map["fields"]?.entries(&findings) ?? [] {
      guard let target = Self.target(entry.key) else {
        findings.append(Finding(.keyUnknown(key: entry.key, suggestion: nil), at: entry.place))
        continue
      }
      entries[target] = Self.entry(entry.value, &findings)
    }
    self.entries = entries
    self.findings = findings
  }

  func words(of header: String) -> HeaderWords {
    HeaderWords(header, stops: stops, phrases: phrases)
  }

  /// How well a header fits each thing that it can mean, in a file of that kind.
  ///
  /// Of a header in two rows `header` may be the lower one; what the `whole` says against a meaning counts then.
  ///
  /// - Complexity: O(*p* · *w*) for *p* patterns and *w* words.
  func strengths(
    of header: HeaderWords, in kind: FileEntry.Kind, under whole: HeaderWords? = nil
  ) -> [Target: Strength] {
    let audiences = Self.audiences(kind)
    if let whole, says(whole, oneOf: others, audiences) { return [:] }
    var strengths: [Target: Strength] = [:]
    for (target, entry) in entries where !says(whole ?? header, oneOf: entry.excluded, audiences) {
      for pattern in audiences.flatMap({ entry.patterns[$0] ?? [] }) {
        guard let strength = pattern.strength(of: header) else { continue }
        let known = strengths[target]
        // A pattern that is sure of itself makes the whole sure.
        let extent =
          pattern.extent == .most ? known?.extent ?? .most : known.map(\.extent) ?? pattern.extent
        strengths[target] = (
          max(strength, known?.strength ?? 0),
          extent == .most && pattern.extent != .most ? pattern.extent : extent
        )
      }
    }
    return strengths
  }

  private func says(
    _ header: HeaderWords, oneOf words: [Audience: [WordPattern]], _ audiences: [Audience]
  ) -> Bool {
    audiences.contains { audience in
      (words[audience] ?? []).contains { header.all.contains(where: $0.matches) }
    }
  }

  private static func audiences(_ kind: FileEntry.Kind) -> [Audience] {
    switch kind {
    case .questionnaires(.mentor): [.any, .mentors]
    case .questionnaires(.mentee): [.any, .mentees]
    case .answers(.mentor): [.any, .answers, .answersOfMentors]
    case .answers(.mentee): [.any, .answers, .answersOfMentees]
    case .consents: [.any, .consents]
    case .thirdParty: [.any, .thirdParty]
    }
  }

  private static func target(_ key: String) -> Target? {
    switch key {
    case "surname": .surname
    case "first-name": .firstName
    case "patronymic": .patronymic
    default: Field(rawValue: key).map { .field($0) }
    }
  }

  private static func entry(_ node: YAMLNode, _ findings: inout [Finding]) -> Entry {
    let names = Audience.allCases.map(\.rawValue)
    let keys = names + ["not"] + names.dropFirst().map { "not-\($0)" }
    guard let map = YAMLMap(node, keys: keys, &findings) else { return Entry() }
    var entry = Entry()
    for audience in Audience.allCases {
      let name = audience.rawValue
      entry.patterns[audience] = texts(map[name], &findings).map { HeaderPattern($0) }
      let key = audience == .any ? "not" : "not-\(name)"
      entry.excluded[audience] = texts(map[key], &findings).map { WordPattern($0) }
    }
    return entry
  }

  private static func texts(_ node: YAMLNode?, _ findings: inout [Finding]) -> [String] {
    guard let node, case .list(let nodes) = node.content else { return [] }
    return nodes.compactMap { $0.string(&findings) }
  }
}
