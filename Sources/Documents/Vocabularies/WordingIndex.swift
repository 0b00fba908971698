import Foundation
import Mentorship

/// The wordings of vocabularies as sets of weighted stems.
///
/// A stem that few terms have says much: its weight is `100 · ln(1 + N / n)`, rounded, for *n* of *N* terms.
/// Where two vocabularies have the same wording, that of the first stands.
///
/// Source: K. Spärck Jones, "A statistical interpretation of term specificity", Journal of Documentation
/// 28(1), 1972, doi:10.1108/eb026526.
struct WordingIndex: Sendable {
  struct Wording: Sendable {
    let entry: Int
    let stems: [Int]
    /// Σ weight² of its stems.
    let square: Int
    /// Part of it is a "not", so that a "not" in the answer is meant.
    let hasNegator: Bool
  }

  let entries: [Vocabulary.Entry]
  let wordings: [Wording]
  /// By stem.
  let weights: [Int]
  /// By stem: the wordings that have it.
  let wordingsOfStem: [[Int]]
  /// By stem: the entries that have it in any wording, in order.
  let entriesOfStem: [[Int]]
  /// The weight of a word that no wording has.
  let unknownWeight: Int
  private let exact: [String: Int]
  private let ids: [String: Int]
  private let spellings: SpellingIndex

  /// - Complexity: O(letters of all wordings).
  init(_ vocabularies: [Vocabulary], lexicon: Lexicon) {
    entries = vocabularies.flatMap(\.entries)
    var draft = Draft(lexicon: lexicon)
    for (entry, words) in entries.enumerated() { draft.add(words.wordings, of: entry) }
    draft.addUncutWords(entries)
    let count = Double(entries.count)
    let weights = draft.entriesOfStem.map {
      Int((100 * log(1 + count / Double($0.count))).rounded())
    }
    wordings = draft.wordings.map { wording in
      Wording(
        entry: wording.entry, stems: wording.stems,
        square: wording.stems.reduce(0) { $0 + weights[$1] * weights[$1] },
        hasNegator: wording.hasNegator)
    }
    var wordingsOfStem: [[Int]] = weights.map { _ in [] }
    for (index, wording) in wordings.enumerated() {
      for stem in wording.stems { wordingsOfStem[stem].append(index) }
    }
    self.weights = weights
    self.wordingsOfStem = wordingsOfStem
    entriesOfStem = draft.entriesOfStem
    unknownWeight = Int((100 * log(1 + count)).rounded())
    exact = draft.exact
    ids = draft.ids
    spellings = SpellingIndex(ids)
  }

  /// Those of the shipped vocabularies, made once.
  private static let shipped: [Field: WordingIndex] = {
    let lexicon = Lexicon()
    let all = Vocabularies.shipped.byField
    return all.mapValues { WordingIndex([$0], lexicon: lexicon) }
      .merging(requestsAndSubjects(.shipped, lexicon)) { $1 }
  }()

  private static func requestsAndSubjects(
    _ vocabularies: Vocabularies, _ lexicon: Lexicon
  ) -> [Field: WordingIndex] {
    guard let requests = vocabularies[.requests] else { return [:] }
    let both = [requests] + [vocabularies[.subjects]].compactMap(\.self)
    return [.requests: WordingIndex(both, lexicon: lexicon)]
  }

  /// The index of a field's answers: in requests, subjects are terms too.
  static func of(_ field: Field, in vocabularies: Vocabularies, lexicon: Lexicon) -> WordingIndex? {
    guard let vocabulary = vocabularies[field] else { return nil }
    let needed: [Field] = field == .requests ? [.requests, .subjects] : [field]
    if needed.allSatisfy({ vocabularies[$0] == Vocabularies.shipped[$0] }) {
      return shipped[field]
    }
    return field == .requests
      ? requestsAndSubjects(vocabularies, lexicon)[.requests]
      : WordingIndex([vocabulary], lexicon: lexicon)
  }

  /// The entry that has exactly this wording.
  func entry(of term: Term) -> Int? { exact[term.key] }

  /// The stem of a word, or the one that a misspelt word is nearest to.
  func stem(_ stem: String) -> (id: Int, isMisspelt: Bool)? {
    if let id = ids[stem] { return (id, false) }
    return spellings.nearest(to: stem).map { ($0, true) }
  }
}

/// Wordings while they are collected.
private struct Draft {
  let lexicon: Lexicon
  var exact: [String: Int] = [:]
  var ids: [String: Int] = [:]
  var wordings: [(entry: Int, stems: [Int], hasNegator: Bool)] = []
  var entriesOfStem: [[Int]] = []

  private static let negators: Set<String> = ["не", "нет", "без", "ни"]

  mutating func add(_ terms: [Term], of entry: Int) {
    for wording in terms where exact[wording.key] == nil {
      exact[wording.key] = entry
      let words = AnswerText(wording, lexicon).words.map { lexicon[$0.id].stem }
      var set: [Int] = []
      for word in words {
        let id = ids[word] ?? entriesOfStem.count
        if id == entriesOfStem.count {
          ids[word] = id
          entriesOfStem.append([])
        }
        if entriesOfStem[id].last != entry { entriesOfStem[id].append(entry) }
        if !set.contains(id) { set.append(id) }
      }
      guard !set.isEmpty else { continue }
      wordings.append((entry, set, words.contains { Self.negators.contains($0) }))
    }
  }

  /// The stemmer can cut a word of slang and leave its cases whole: матан → мата, матаном → матан.
  mutating func addUncutWords(_ entries: [Vocabulary.Entry]) {
    for wording in entries.flatMap(\.wordings) {
      for word in wording.key.split(whereSeparator: { !$0.isLetter }).map(String.init)
      where ids[word] == nil {
        ids[word] = ids[lexicon[lexicon.id(of: word)].stem]
      }
    }
  }
}

/// Finds the stem that was meant by a misspelt one.
///
/// One wrong letter in five, two from ten on, never the first; a short word could be any other.
private struct SpellingIndex: Sendable {
  private struct Bucket: Hashable, Sendable {
    let first: Character
    let length: Int
  }

  private static let shortest = 5
  private static let long = 10

  private let buckets: [Bucket: [(stem: String, id: Int)]]

  init(_ ids: [String: Int]) {
    var buckets: [Bucket: [(stem: String, id: Int)]] = [:]
    for (stem, id) in ids.sorted(by: { $0.value < $1.value }) where stem.count >= Self.shortest {
      guard let first = stem.first else { continue }
      buckets[Bucket(first: first, length: stem.count), default: []].append((stem, id))
    }
    self.buckets = buckets
  }

  /// - Complexity: O(*k* · *m*²) for *k* stems of that first letter and nearly that length *m*.
  func nearest(to stem: String) -> Int? {
    guard let first = stem.first, stem.count >= Self.shortest else { return nil }
    let limit = stem.count >= Self.long ? 2 : 1
    var best: (distance: Int, id: Int)?
    for length in (stem.count - limit)...(stem.count + limit) {
      for candidate in buckets[Bucket(first: first, length: length)] ?? [] {
        let distance = editDistance(candidate.stem, stem)
        guard distance <= limit else { continue }
        if best.map({ (distance, candidate.id) < ($0.distance, $0.id) }) ?? true {
          best = (distance, candidate.id)
        }
      }
    }
    return best?.id
  }
}
