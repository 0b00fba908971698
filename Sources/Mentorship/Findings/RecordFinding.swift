/// What can be wrong in consents, in what third parties say, in steps to admission, and in answers of one row
/// or column a person.
public enum RecordFinding: Equatable, Sendable {
  /// A row of a register about nobody in the season. `isRule` = it forbids pairs, so that a slip must not hide.
  case nobody(name: String, suggestions: [String], isRule: Bool)
  case ambiguous(name: String, candidates: [String], isRule: Bool)
  /// A paper of that kind has no date, and without one it does not count.
  case undated(name: String, ConsentRecord.Kind)
  /// `holds` = the register has a valid consent where the questionnaire refuses; else the other way round.
  case consentContradicted(name: String, holds: Bool)
  case consentGiverUnknown(name: String)
  /// Of no consent in the file it is said who gave it.
  case consentGiverUnknownInFile(count: Int)
  /// A register of which no column that was understood says who gave a consent, beside columns that were not.
  case registerMute(columns: [String])
  /// A pupil without a birth date signed alone.
  case consentAgeUnknown(name: String)
  /// Somebody named whom a participant must not work with.
  case partnerUnknown(name: String, suggestions: [String])
  case partnerAmbiguous(name: String, candidates: [String])
  /// A rule about traits, where nobody of the season states any.
  case traitsUnknown
  /// A later step of a mentor before an earlier one, or without it.
  case admissionOrder(name: String, earlier: Admission, later: Admission)
  /// A place that is no number from 1 on.
  case placeInvalid(text: String)
  /// A mark, a place or a refusal without the person it is about.
  case aboutMissing

  var severity: Severity {
    switch self {
    case .nobody(_, let suggestions, let isRule):
      suggestions.isEmpty ? .note : isRule ? .error : .warning
    case .ambiguous(_, _, let isRule): isRule ? .error : .warning
    case .partnerUnknown, .partnerAmbiguous: .error
    case .undated, .consentContradicted, .consentGiverUnknown, .consentGiverUnknownInFile,
      .consentAgeUnknown, .registerMute, .traitsUnknown, .admissionOrder, .placeInvalid,
      .aboutMissing:
      .warning
    }
  }

  var code: String {
    switch self {
    case .admissionOrder: "N0320"
    case .placeInvalid: "N0410"
    case .aboutMissing: "N0411"
    case .nobody: "N0801"
    case .ambiguous: "N0802"
    case .undated: "N0803"
    case .consentContradicted: "N0804"
    case .consentGiverUnknown: "N0805"
    case .consentGiverUnknownInFile: "N0806"
    case .consentAgeUnknown: "N0807"
    case .registerMute: "N0808"
    case .partnerUnknown: "N0811"
    case .partnerAmbiguous: "N0812"
    case .traitsUnknown: "N0813"
    }
  }
}
