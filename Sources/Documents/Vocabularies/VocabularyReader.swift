public import Mentorship

/// Reads a vocabulary: the shipped ones, a school's file, or a list in `season.yaml`.
///
/// ```yaml
/// schema: nastavnik.vocabulary/1
/// replace: no                # yes: without the shipped terms
/// without: [каратэ]          # shipped terms that this school does not offer
/// terms:
///   каллиграфия: [красиво писать, чистописание]
///   математика: {synonyms: [матеша]}     # one more synonym of a shipped term
///   шахматы: {en: chess, for: pupils, synonyms: [шахматный кружок]}
/// ```
/// A synonym of the school's that the shipped vocabulary gives to another term moves to the school's.
struct VocabularyReader {
  static let schema = "nastavnik.vocabulary/1"
  private static let keys = ["schema", "replace", "without", "terms"]

  let field: Field

  /// The vocabulary, merged over another one.
  func read(_ root: YAMLNode, over base: Vocabulary, _ findings: inout [Finding]) -> Vocabulary {
    guard let map = YAMLMap(root, keys: Self.keys, &findings) else { return base }
    _ = map.required("schema", &findings)?.choice([Self.schema: true], &findings)
    var merged = map["replace"].map { isOn($0, &findings) } == true ? Vocabulary() : base
    for node in map["without"]?.list(&findings) ?? [] {
      guard let term = node.term(&findings) else { continue }
      if let index = merged.entries.firstIndex(where: { $0.term == term }) {
        merged.entries.remove(at: index)
      } else {
        findings.append(Self.unknown(term, field, in: merged, at: node.place))
      }
    }
    guard let terms = map.required("terms", &findings) else { return merged }
    return merge(terms.entries(&findings), over: merged, &findings)
  }

  /// The terms of a map, merged over a vocabulary.
  func merge(
    _ terms: [YAMLNode.Entry], over base: Vocabulary, _ findings: inout [Finding]
  ) -> Vocabulary {
    var merged = base
    // Whose each wording is that this file gives.
    var given: [Term: Term] = [:]
    for node in terms {
      let term = Term(node.key)
      guard !term.isEmpty else {
        findings.append(node.value.invalid(.text))
        continue
      }
      var entry = merged[term] ?? Vocabulary.Entry(term: term)
      let synonyms = read(node.value, into: &entry, &findings)
      given[term] = given[term] ?? term
      for synonym in synonyms {
        if let owner = given[synonym.term], owner != term {
          let finding = VocabularyFinding.wordingTwice(
            text: synonym.term.text, first: owner.text, second: term.text)
          findings.append(Finding(.vocabulary(finding), at: synonym.place))
          continue
        }
        given[synonym.term] = term
        if !entry.wordings.contains(synonym.term) { entry.synonyms.append(synonym.term) }
      }
      if let index = merged.entries.firstIndex(where: { $0.term == term }) {
        merged.entries[index] = entry
      } else {
        merged.entries.append(entry)
      }
    }
    for index in merged.entries.indices {
      let term = merged.entries[index].term
      merged.entries[index].synonyms.removeAll { given[$0].map { $0 != term } ?? false }
    }
    return merged
  }

  private struct Synonym {
    let term: Term
    let place: Place
  }

  /// - Returns: The synonyms; everything else goes into the entry.
  private func read(
    _ node: YAMLNode, into entry: inout Vocabulary.Entry, _ findings: inout [Finding]
  ) -> [Synonym] {
    if node.isNull { return [] }
    if case .list = node.content { return synonyms(node, &findings) }
    let keys = ["en", "for", "any-of", "synonyms"]
    guard let map = YAMLMap(node, keys: keys, &findings) else { return [] }
    entry.english = map["en"]?.string(&findings) ?? entry.english
    let audiences: KeyValuePairs = [
      "pupils": Vocabulary.Audience.pupils, "teachers": .teachers,
    ]
    entry.audience = map["for"]?.choice(audiences, &findings) ?? entry.audience
    let covers: KeyValuePairs = ["subjects": true]
    entry.coversSubjects = map["any-of"]?.choice(covers, &findings) ?? entry.coversSubjects
    return map["synonyms"].map { synonyms($0, &findings) } ?? []
  }

  private func synonyms(_ node: YAMLNode, _ findings: inout [Finding]) -> [Synonym] {
    (node.list(&findings) ?? []).compactMap { node in
      node.term(&findings).map { Synonym(term: $0, place: node.place) }
    }
  }

  private func isOn(_ node: YAMLNode, _ findings: inout [Finding]) -> Bool {
    if let isOn = node.onOff { return isOn }
    findings.append(node.invalid(.onOff))
    return false
  }

  static func unknown(
    _ term: Term, _ field: Field, in vocabulary: Vocabulary, at place: Place
  ) -> Finding {
    let suggestion = Suggestion.nearest(
      to: term.text, among: vocabulary.entries.map(\.term.text))
    let finding = VocabularyFinding.termUnknown(
      text: term.text, field: field, suggestion: suggestion)
    return Finding(.vocabulary(finding), at: place)
  }
}

extension Vocabularies {
  /// The vocabularies that the programme brings along.
  public static let shipped = Vocabularies([
    .requests: shipped(PackageResources.requests_yaml, .requests),
    .subjects: shipped(PackageResources.subjects_yaml, .subjects),
    .interests: shipped(PackageResources.interests_yaml, .interests),
  ])

  private static func shipped(_ bytes: [UInt8], _ field: Field) -> Vocabulary {
    readShipped(bytes, field).vocabulary
  }

  /// A vocabulary of the programme, and what is wrong with it: nothing, says a test.
  static func readShipped(
    _ bytes: [UInt8], _ field: Field
  ) -> (vocabulary: Vocabulary, findings: [Finding]) {
    let file = "\(field.rawValue).yaml"
    var (root, findings) = YAMLReader.read(String(decoding: bytes, as: UTF8.self), file: file)
    let vocabulary = root.map {
      VocabularyReader(field: field).read($0, over: Vocabulary(), &findings)
    }
    return (vocabulary ?? Vocabulary(), findings)
  }
}
