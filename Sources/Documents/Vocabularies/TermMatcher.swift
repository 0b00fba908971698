import Foundation
import Mentorship

/// Finds the terms that a free answer speaks of, all of them, each with a confidence.
///
/// ```swift
/// matcher.matches(in: Term("хочу подтянуть математику и инглиш")).map(\.entry)  // математика, английский язык
/// ```
/// A term is found by a whole wording of it within one clause, whatever the endings and the order of words:
/// 70, and up to 29 more the less else the clause says (the cosine of wording and clause). In a clause without
/// any, words that several wordings of one term share can point to it: 85 times the cosine of the clause to
/// them. A misspelt word costs 15 %. What is negated is not found.
///
/// Source: G. Salton, A. Wong, C. S. Yang, "A vector space model for automatic indexing", CACM 18(11), 1975,
/// doi:10.1145/361219.361220.
final class TermMatcher {
  struct Match: Equatable {
    let entry: Int
    /// 0…99.
    let confidence: Int
  }

  let index: WordingIndex
  private let lexicon: Lexicon
  /// By word of the lexicon: its stem among those of the index; unknown where there is none yet.
  private var stems: [Stem] = []

  private enum Stem {
    case unknown, none
    case known(id: Int, isMisspelt: Bool)
  }

  private static let whole = 70.0
  private static let exclusive = 29.0
  private static let pointed = 85.0
  private static let misspelt = 0.85
  /// Other words that may stand between those of a wording.
  private static let gap = 3
  /// An answer with more words is an essay; the rest of it is left aside.
  private static let longest = 200

  init(_ index: WordingIndex, lexicon: Lexicon) {
    self.lexicon = lexicon
    self.index = index
  }

  /// In the order in which they are spoken of; each entry once.
  ///
  /// - Complexity: O(*w* · *k*) for *w* words that stand in at most *k* wordings each.
  func matches(in text: Term) -> [Match] {
    let answer = AnswerText(text, lexicon)
    var clauses: [[Spoken]] = []
    var last: Int?
    for (position, word) in answer.words.prefix(Self.longest).enumerated() {
      if word.clause != last { clauses.append([]) }
      last = word.clause
      clauses[clauses.count - 1].append(spoken(word, at: position))
    }
    var matches: [(position: Int, match: Match)] = []
    for clause in clauses {
      let whole = wholeWordings(in: clause)
      matches += whole.isEmpty ? pointed(by: clause) : whole
    }
    var seen: Set<Int> = []
    return matches.sorted { ($0.position, $0.match.entry) < ($1.position, $1.match.entry) }
      .map(\.match).filter { seen.insert($0.entry).inserted }
  }

  private func spoken(_ word: AnswerText.Word, at position: Int) -> Spoken {
    while stems.count <= word.id { stems.append(.unknown) }
    if case .unknown = stems[word.id] {
      let found = index.stem(lexicon[word.id].stem)
      stems[word.id] = found.map { .known(id: $0.id, isMisspelt: $0.isMisspelt) } ?? .none
    }
    var (stem, isMisspelt): (Int?, Bool) = (nil, false)
    // A filler that looks like a misspelt term is a filler.
    if case .known(let id, let isWrong) = stems[word.id], !(word.isFiller && isWrong) {
      (stem, isMisspelt) = (id, isWrong)
    }
    return Spoken(
      position: position, stem: stem, isMisspelt: isMisspelt, isFiller: word.isFiller,
      isNegated: word.isNegated)
  }

  private struct Spoken {
    let position: Int
    let stem: Int?
    let isMisspelt: Bool
    let isFiller: Bool
    let isNegated: Bool
  }

  private struct Candidate {
    let entry: Int
    let positions: [Int]
    let weight: Int
    let confidence: Int
  }

  /// Greedily, those that explain most first; a word belongs to one of them.
  private func wholeWordings(in clause: [Spoken]) -> [(position: Int, match: Match)] {
    var hits: [Int: [Spoken]] = [:]
    let knownCount = clause.count { $0.stem != nil }
    for word in clause {
      guard let stem = word.stem else { continue }
      for wording in index.wordingsOfStem[stem]
      where index.wordings[wording].stems.count <= knownCount {
        if !word.isNegated || index.wordings[wording].hasNegator {
          hits[wording, default: []].append(word)
        }
      }
    }
    let candidates = hits.compactMap { wording, words in
      candidate(index.wordings[wording], words, in: clause)
    }
    let ordered = candidates.sorted {
      ($1.weight, $1.confidence, $0.entry, $0.positions[0])
        < ($0.weight, $0.confidence, $1.entry, $1.positions[0])
    }
    let fillers = Set(clause.filter(\.isFiller).map(\.position))
    var used: Set<Int> = []
    var matches: [(position: Int, match: Match)] = []
    for candidate in ordered where used.isDisjoint(with: candidate.positions) {
      used.formUnion(candidate.positions.filter { !fillers.contains($0) })
      let match = Match(entry: candidate.entry, confidence: candidate.confidence)
      matches.append((candidate.positions[0], match))
    }
    return matches
  }

  /// The narrowest place where all words of a wording stand; `nil` = nowhere near each other.
  private func candidate(
    _ wording: WordingIndex.Wording, _ words: [Spoken], in clause: [Spoken]
  ) -> Candidate? {
    let count = wording.stems.count
    guard words.count >= count else { return nil }
    var best: ArraySlice<Spoken>?
    for start in words.indices {
      var missing = Set(wording.stems)
      guard
        let end = words[start...].firstIndex(where: { word in
          if let stem = word.stem { missing.remove(stem) }
          return missing.isEmpty
        })
      else { break }
      let span = words[end].position - words[start].position
      if span < (best.map { ($0.last?.position ?? 0) - ($0.first?.position ?? 0) } ?? .max) {
        best = words[start...end]
      }
    }
    guard let best, let first = best.first, let last = best.last,
      last.position - first.position < count + Self.gap
    else { return nil }
    var confidence =
      Self.whole + Self.exclusive * cosine(wording, Set(best.map(\.position)), clause)
    if best.contains(where: \.isMisspelt) { confidence *= Self.misspelt }
    return Candidate(
      entry: wording.entry, positions: best.map(\.position),
      weight: wording.stems.reduce(0) { $0 + index.weights[$1] },
      confidence: Int(confidence.rounded()))
  }

  private func cosine(
    _ wording: WordingIndex.Wording, _ positions: Set<Int>, _ clause: [Spoken]
  ) -> Double {
    let rest = clause.filter { !positions.contains($0.position) && !$0.isFiller }
    let square = rest.reduce(wording.square) { $0 + weight($1) * weight($1) }
    return (Double(wording.square) / Double(max(1, square))).squareRoot()
  }

  private func weight(_ word: Spoken) -> Int {
    word.stem.map { index.weights[$0] } ?? index.unknownWeight
  }

  /// The one term to which at least two words of a clause point, and most of its weight.
  private func pointed(by clause: [Spoken]) -> [(position: Int, match: Match)] {
    let words = clause.filter { !$0.isFiller }
    guard !words.contains(where: \.isNegated) else { return [] }
    let total = words.reduce(0) { $0 + weight($1) * weight($1) }
    var squares: [Int: (square: Int, stems: Set<Int>, first: Int)] = [:]
    for word in words {
      guard let stem = word.stem, !word.isMisspelt else { continue }
      for entry in index.entriesOfStem[stem] {
        var sum = squares[entry] ?? (0, [], word.position)
        guard sum.stems.insert(stem).inserted else { continue }
        sum.square += weight(word) * weight(word)
        squares[entry] = sum
      }
    }
    let ranked = squares.filter { $0.value.stems.count >= 2 }
      .sorted { ($1.value.square, $0.key) < ($0.value.square, $1.key) }
    guard let best = ranked.first, total > 0 else { return [] }
    // Two terms alike are no answer.
    if ranked.count > 1, ranked[1].value.square * 10 > best.value.square * 8 { return [] }
    let cosine = (Double(best.value.square) / Double(total)).squareRoot()
    let confidence = Int((Self.pointed * cosine).rounded())
    return [(best.value.first, Match(entry: best.key, confidence: confidence))]
  }
}
