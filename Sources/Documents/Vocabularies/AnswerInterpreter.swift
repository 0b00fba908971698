import Mentorship

/// Reads free answers by the vocabularies of a season, and keeps account of what it understood.
///
/// An answer that the curator corrected means what the correction says; a term or synonym is taken as such;
/// all else goes through the ``TermMatcher``. In requests, subjects are terms too: "подтянуть математику".
/// Not `Sendable`: stemmers belong to one thread.
final class AnswerInterpreter {
  /// How one answer was understood.
  struct Reading: Equatable {
    let field: Field
    let place: Place
    let text: String
    let terms: [Term]
    let confidence: Int
  }

  private struct Answer: Hashable {
    let field: Field
    let term: Term
  }

  /// What a text counts as; `confidence` = `nil` where it is certain.
  private struct Meaning {
    let terms: [Term]
    var confidence: Int?
    /// What counts instead where there are no terms.
    var asWritten: [Term] = []
  }

  let vocabularies: Vocabularies
  private let lexicon: Lexicon
  private let matchers: [Field: TermMatcher]
  private let corrections: [Answer: [Term]?]
  private let correctionPlaces: [(answer: Answer, place: Place)]
  private var usedCorrections: Set<Answer> = []
  private var known: [Answer: Meaning] = [:]

  /// Makes one of the curator's corrections; terms there that no vocabulary has are findings.
  init(
    _ vocabularies: Vocabularies, corrections: [VocabularySettings.Correction] = [],
    _ findings: inout [Finding]
  ) {
    self.vocabularies = vocabularies
    let lexicon = Lexicon()
    self.lexicon = lexicon
    var matchers: [Field: TermMatcher] = [:]
    for field in vocabularies.byField.keys {
      let index = WordingIndex.of(field, in: vocabularies, lexicon: lexicon)
      matchers[field] = index.map { TermMatcher($0, lexicon: lexicon) }
    }
    self.matchers = matchers
    var meanings: [Answer: [Term]?] = [:]
    for correction in corrections {
      let matcher = matchers[correction.field]
      let terms = correction.means.map { mentions in
        mentions.map { mention -> Term in
          let term = Term(mention.name)
          guard let matcher else { return term }
          if let entry = matcher.index.entry(of: term) { return matcher.index.entries[entry].term }
          let all = Vocabulary(matcher.index.entries)
          findings.append(
            VocabularyReader.unknown(term, correction.field, in: all, at: mention.place))
          return term
        }
      }
      meanings[Answer(field: correction.field, term: correction.text)] = .some(terms)
    }
    self.corrections = meanings
    correctionPlaces = corrections.map {
      (Answer(field: $0.field, term: $0.text), $0.place)
    }
  }

  /// Corrections of what nobody wrote.
  var findings: [Finding] {
    correctionPlaces.filter { !usedCorrections.contains($0.answer) }.map { correction in
      let finding = VocabularyFinding.correctionUnused(
        text: correction.answer.term.text, field: correction.answer.field)
      return Finding(.vocabulary(finding), at: correction.place)
    }
  }

  /// The terms of a cell, each once, and how those that are none to the letter were understood.
  ///
  /// - Complexity: that of ``understand(_:_:)``.
  func read(_ text: String, _ field: Field, at place: Place) -> (terms: [Term], readings: [Reading])
  {
    let understood = understand(text, field)
    return (understood.terms, understood.readings(field, at: place))
  }

  /// What a cell was understood to say, wherever it stands.
  struct Understanding {
    fileprivate(set) var terms: [Term] = []
    fileprivate var parts: [(text: String, terms: [Term], confidence: Int)] = []

    func readings(_ field: Field, at place: @autoclosure () -> Place) -> [Reading] {
      parts.map {
        Reading(
          field: field, place: place(), text: $0.text, terms: $0.terms, confidence: $0.confidence)
      }
    }
  }

  /// Reads the text of a cell.
  ///
  /// - Complexity: O(*n*) for *n* characters of answers met before; else that of ``TermMatcher/matches(in:)``.
  func understand(_ text: String, _ field: Field) -> Understanding {
    var understood = Understanding()
    for part in parts(of: text, field) {
      let meaning = meaning(of: part, field)
      for term in meaning.terms + meaning.asWritten where !understood.terms.contains(term) {
        understood.terms.append(term)
      }
      if let confidence = meaning.confidence {
        understood.parts.append((part.text, meaning.terms, confidence))
      }
    }
    return understood
  }

  /// The answers of a cell; one that only asks ("хочу разобраться,") belongs to its neighbour.
  private func parts(of text: String, _ field: Field) -> [Term] {
    let whole = Term(text)
    if corrections[Answer(field: field, term: whole)] != nil { return [whole] }
    let parts = CellParts.split(text).map { Term($0) }
    guard parts.count > 1, let matcher = matchers[field] else { return parts }
    var joined: [Term] = []
    var before = ""
    for part in parts {
      let isCertain =
        corrections[Answer(field: field, term: part)] != nil
        || matcher.index.entry(of: part) != nil
      if !isCertain, AnswerText.onlyAsks(part, lexicon), !WordLists.nothing.contains(part.key) {
        before += before.isEmpty ? part.text : ", " + part.text
        continue
      }
      // A term to the letter stays one, whatever stands beside it.
      if !before.isEmpty, isCertain {
        joined.append(Term(before))
        before = ""
      }
      joined.append(before.isEmpty ? part : Term(before + ", " + part.text))
      before = ""
    }
    if !before.isEmpty {
      if let last = joined.popLast() {
        joined.append(Term(last.text + ", " + before))
      } else {
        joined.append(Term(before))
      }
    }
    return joined
  }

  private func meaning(of part: Term, _ field: Field) -> Meaning {
    let answer = Answer(field: field, term: part)
    if let correction = corrections[answer] {
      usedCorrections.insert(answer)
      return Meaning(terms: correction ?? [part])
    }
    if let meaning = known[answer] {
      // The same key may be written in other letters.
      return meaning.asWritten.isEmpty
        ? meaning : Meaning(terms: [], confidence: meaning.confidence, asWritten: [part])
    }
    let meaning = matchers[field].map { understand(part, $0) } ?? Meaning(terms: [part])
    known[answer] = meaning
    return meaning
  }

  private func understand(_ part: Term, _ matcher: TermMatcher) -> Meaning {
    if let entry = matcher.index.entry(of: part) {
      return Meaning(terms: [matcher.index.entries[entry].term])
    }
    // A dash says nothing, and needs no words.
    if !part.key.contains(where: { $0.isLetter || $0.isNumber }) { return Meaning(terms: []) }
    if WordLists.nothing.contains(part.key) { return Meaning(terms: [], confidence: 100) }
    let matches = matcher.matches(in: part)
    let sure = matches.filter { $0.confidence >= vocabularies.threshold }
    guard !sure.isEmpty else {
      let best = matches.map(\.confidence).max() ?? 0
      return Meaning(terms: [], confidence: best, asWritten: [part])
    }
    return Meaning(
      terms: sure.map { matcher.index.entries[$0.entry].term },
      confidence: sure.map(\.confidence).min() ?? 0)
  }
}

extension AnswerInterpreter {
  /// What a mentor's competences answer.
  ///
  /// Whoever helps with subjects helps with each of theirs, and whoever names a subject helps with subjects.
  /// Of a mentee's wishes nothing is made more.
  func competences(_ requests: [Term], subjects: [Term]) -> [Term] {
    guard let general = vocabularies[.requests]?.entries.first(where: \.coversSubjects)?.term,
      let vocabulary = vocabularies[.subjects]
    else { return requests }
    var competences = requests
    if requests.contains(general) {
      competences += subjects.filter { !requests.contains($0) && vocabulary[$0] != nil }
    } else if requests.contains(where: { vocabulary[$0] != nil }) {
      competences.append(general)
    }
    return competences
  }
}
