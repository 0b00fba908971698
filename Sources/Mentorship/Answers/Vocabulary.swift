/// The terms that free answers of one field are read as, each with the words people write for it.
///
/// ```swift
/// vocabulary.entries[0].term  // математика
/// vocabulary.entries[0].synonyms  // матан, алгебра, …
/// ```
/// A wording stands for one term only; terms are Russian, as the questionnaires are.
public struct Vocabulary: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    /// What scores and reasons say.
    public let term: Term
    /// The title of questionnaires in English; empty where there is none.
    public var english: String
    /// Whom a questionnaire offers the term; `nil` = everybody.
    public var audience: Audience?
    /// Whether any school subject is a case of it: "help with a subject".
    public var coversSubjects: Bool
    /// Without the term itself.
    public var synonyms: [Term]

    public init(
      term: Term, english: String = "", audience: Audience? = nil, coversSubjects: Bool = false,
      synonyms: [Term] = []
    ) {
      self.term = term
      self.english = english
      self.audience = audience
      self.coversSubjects = coversSubjects
      self.synonyms = synonyms
    }

    /// Everything that stands for the term: itself, its English title, its synonyms.
    public var wordings: [Term] {
      [term] + (english.isEmpty ? [] : [Term(english)]) + synonyms
    }
  }

  /// Whose questionnaires a term is for.
  public enum Audience: String, Sendable, CaseIterable {
    case pupils, teachers
  }

  /// In the order in which a questionnaire offers them.
  public var entries: [Entry]

  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The entry of a term; synonyms are none.
  public subscript(term: Term) -> Entry? { entries.first { $0.term == term } }
}

/// The vocabularies of a season, by field.
public struct Vocabularies: Equatable, Sendable {
  /// Of those fields that have one: requests, subjects, interests.
  public var byField: [Field: Vocabulary]
  /// From 0 to 100: an answer understood less surely than that stays as written.
  public var threshold: Int

  /// The fields whose answers are read by a vocabulary, unless a school switches it off.
  public static let fields: [Field] = [.requests, .subjects, .interests]

  /// One whole wording among other words has at least 70, words that only point to a term at most 85: 60
  /// keeps all of the first, and of the second those where most words point there.
  public static let standardThreshold = 60

  public init(
    _ byField: [Field: Vocabulary] = [:], threshold: Int = Vocabularies.standardThreshold
  ) {
    self.byField = byField
    self.threshold = threshold
  }

  public subscript(field: Field) -> Vocabulary? { byField[field] }
}

/// How a free answer was understood, where it was not a term or one of its synonyms to the letter.
public struct AnswerReading: Equatable, Sendable {
  public let person: PersonID
  public let field: Field
  public let place: Place
  /// What the person wrote.
  public let text: String
  /// What it counts as.
  ///
  /// Empty with a confidence below the threshold: nothing was understood and the text counts as it is.
  /// Empty with 100: it says that there is nothing to say, and counts for nothing.
  public let terms: [Term]
  /// From 0 to 100, that of the least certain term.
  public let confidence: Int

  public init(
    person: PersonID, field: Field, place: Place, text: String, terms: [Term], confidence: Int
  ) {
    self.person = person
    self.field = field
    self.place = place
    self.text = text
    self.terms = terms
    self.confidence = confidence
  }
}
