import Mentorship

extension FileEntry.Kind {
  /// What the columns of such a file can be.
  var fields: [Field] {
    switch self {
    case .questionnaires: Field.allCases.filter { !Field.ofOtherFiles.contains($0) }
    case .answers: Field.ofAnswers
    case .consents: Field.ofConsents
    case .thirdParty: Field.ofThirdParties
    }
  }
}

extension Field {
  fileprivate static let ofAnswers: [Field] = [
    .id, .name, .present, .choice, .list, .marks, .veto, .vetoReason, .ranking, .about, .rank,
    .mark, .refusal, .marksOf, .placesOf, .email, .organisation,
  ]
  fileprivate static let ofConsents: [Field] = [
    .id, .name, .birthDate, .organisation, .consent, .consentKind, .number, .consentDate,
    .consentUntil,
    .givenBy,
    .representative, .relation, .withdrawn,
  ]
  fileprivate static let ofThirdParties: [Field] = [
    .id, .name, .birthDate, .organisation, .source, .author, .requests, .traits, .notWith,
    .notTraits, .reason,
    .visibility,
  ]
  fileprivate static let ofQuestionnairesToo: Set<Field> = [
    .id, .name, .birthDate, .consentDate, .consentUntil, .requests, .traits, .email, .organisation,
    .consent,
  ]
  /// What no questionnaire asks.
  fileprivate static let ofOtherFiles = Set(ofAnswers + ofConsents + ofThirdParties)
    .subtracting(ofQuestionnairesToo)

  /// Whether several columns can be one field.
  var takesColumns: Bool {
    takesSeveral || GridColumns.fields.contains(self)
  }
}
