import Mentorship

extension FileEntry.Kind {
  /// As `kind` in a season file says it.
  var name: String {
    switch self {
    case .questionnaires(.mentor): "mentors"
    case .questionnaires(.mentee): "mentees"
    case .answers: "answers"
    case .consents: "consents"
    case .thirdParty: "third-party"
    }
  }

  /// What the columns of such a file can be.
  var fields: [Field] {
    switch self {
    case .questionnaires: Field.allCases.filter { !Field.ofOtherFiles.contains($0) }
    case .answers: Field.ofAnswers
    case .consents: Field.ofConsents
    case .thirdParty: Field.ofThirdParties
    }
  }

  /// What a header may be guessed to mean: what only the other role is asked is left out, and what needs a
  /// title to be found.
  var guessedFields: [Field] {
    switch self {
    case .questionnaires(.mentor): fields.filter { !Field.ofMentees.contains($0) }
    case .questionnaires(.mentee): fields.filter { !Field.ofMentors.contains($0) }
    case .answers: fields.filter { !PersonColumns.fields.contains($0) }
    case .consents, .thirdParty: fields
    }
  }
}

extension Field {
  fileprivate static let ofAnswers: [Field] = [
    .id, .name, .present, .choice, .list, .marks, .veto, .vetoReason, .ranking, .about, .rank,
    .mark, .refusal, .marksOf, .placesOf, .email,
  ]
  fileprivate static let ofConsents: [Field] = [
    .id, .name, .birthDate, .consentKind, .number, .consentDate, .consentUntil, .givenBy,
    .representative, .relation, .withdrawn,
  ]
  fileprivate static let ofThirdParties: [Field] = [
    .id, .name, .birthDate, .source, .author, .requests, .traits, .notWith, .notTraits, .reason,
    .visibility,
  ]
  fileprivate static let ofQuestionnairesToo: Set<Field> = [
    .id, .name, .birthDate, .consentDate, .consentUntil, .requests, .traits, .email,
  ]
  fileprivate static let ofMentors: Set<Field> = [
    .wishedAges, .capacity, .minimum, .totalCapacity, .admission, .addendum, .leadsClass, .serves,
    .interviewed, .trained, .admitted,
  ]
  fileprivate static let ofMentees: Set<Field> = [
    .deficit, .waitingSince, .priority, .classTeacher,
  ]
  /// What no questionnaire asks.
  fileprivate static let ofOtherFiles = Set(ofAnswers + ofConsents + ofThirdParties)
    .subtracting(ofQuestionnairesToo)

  /// Whether several columns can say it: pieces of a name, places of a ranking, boxes of a grid, people.
  var takesSeveral: Bool {
    switch self {
    case .name, .requests, .subjects, .interests, .hours, .choice, .list, .marks, .veto, .phone,
      .email, .marksOf, .placesOf:
      true
    default: false
    }
  }
}
