/// A hard rule of a form, with its parameter.
///
/// Rules about one person exclude that person from the form (``gate``); rules about two make the pair
/// ineligible. Points never buy a way past either.
public enum EligibilityRule: Hashable, Sendable {
  // About one person
  /// Both have a consent to personal-data processing that covers the season's date.
  case consent
  /// The mentor has been admitted: interviewed and trained.
  case admission
  /// Both are at least this old on the season's date.
  case minimumAge(Int)
  /// The mentee is in this grade or above.
  case menteeGrade(atLeast: Int)
  /// The mentee is a young specialist, or a teacher with a declared deficit.
  case menteeExperience(atMost: Years)
  case mentorExperience(atLeast: Years)
  /// The mentor's written consent and contract addendum (Labour Code of Russia, article 351.8).
  case mentorAddendum
  /// The mentor's organisation is a partner with an agreement in force.
  case partnerAgreement
  // About two
  case sameOrganisation
  /// The mentor is at least this many grades above the mentee.
  case gradeAbove(Int)
  /// At least this many hours a week that both have free.
  case commonHours(Int)
  /// In person, online, or either.
  case compatibleFormat
  /// Where both named places, one that both can reach, or online.
  case compatiblePlace
  /// Not the teacher of the mentee's own class.
  case notClassTeacher
  /// Not relatives, nor otherwise dependent on each other.
  case independence
  // Not of a form but of the season and the people
  /// The curator forbade the pair.
  case ban
  /// One of the two said "rather not" after the meeting.
  case veto(by: Role)
  /// Nobody mentors oneself.
  case notOneself
  /// The two were a pair before, and it failed.
  case failedBefore
  /// The mentor works for certain organisations only, and the mentee's is none of them.
  case servedOrganisation
  /// Somebody who knows one of the two advises against the other; who exactly, and why, is not for everybody.
  case contraindication(by: ThirdPartyStatement.Source)

  /// The key of the rule in season files; `nil` for what is no rule of a form.
  public var key: String? {
    switch self {
    case .consent: "consent"
    case .admission: "admission"
    case .minimumAge: "minimum-age"
    case .menteeGrade: "mentee-grade"
    case .menteeExperience: "mentee-experience"
    case .mentorExperience: "mentor-experience"
    case .mentorAddendum: "mentor-addendum"
    case .partnerAgreement: "partner-agreement"
    case .sameOrganisation: "same-organisation"
    case .gradeAbove: "grade-above"
    case .commonHours: "common-hours"
    case .compatibleFormat: "compatible-format"
    case .compatiblePlace: "compatible-place"
    case .notClassTeacher: "not-class-teacher"
    case .independence: "independence"
    case .ban, .veto, .notOneself, .failedBefore, .servedOrganisation, .contraindication: nil
    }
  }

  /// What programs call the rule; for a rule of a form, its key.
  public var name: String {
    if let key { return key }
    return switch self {
    case .ban: "ban"
    case .veto(let role): "\(role.rawValue)-veto"
    case .failedBefore: "failed-before"
    case .servedOrganisation: "served-organisation"
    default: "not-oneself"
    }
  }

  /// Makes the rule of a key with a whole-number parameter (years for experience); rules without one
  /// leave it aside.
  public init?(key: String, parameter: Int) {
    let rules: [EligibilityRule] = [
      .consent, .admission, .minimumAge(parameter), .mentorAddendum, .partnerAgreement,
      .menteeGrade(atLeast: parameter), .mentorExperience(atLeast: Years(parameter)),
      .menteeExperience(atMost: Years(parameter)), .sameOrganisation, .notClassTeacher,
      .gradeAbove(parameter), .commonHours(parameter), .compatibleFormat, .compatiblePlace,
      .independence,
    ]
    guard let rule = rules.first(where: { $0.key == key }) else { return nil }
    self = rule
  }

  /// Whether a season file gives the rule a number, or switches it on and off.
  public var takesNumber: Bool {
    switch self {
    case .minimumAge, .menteeGrade, .menteeExperience, .mentorExperience, .gradeAbove, .commonHours:
      true
    case .consent, .admission, .mentorAddendum, .partnerAgreement, .sameOrganisation,
      .compatibleFormat, .compatiblePlace, .notClassTeacher, .independence, .ban, .veto,
      .notOneself, .failedBefore, .servedOrganisation, .contraindication:
      false
    }
  }

  /// What a rule needs to know of a person, where not knowing it leaves the rule unchecked.
  public var fact: Field? {
    switch self {
    case .minimumAge: .birthDate
    case .menteeGrade, .gradeAbove: .grade
    case .menteeExperience, .mentorExperience: .experience
    case .commonHours: .hours
    case .consent, .admission, .mentorAddendum, .partnerAgreement, .sameOrganisation,
      .compatibleFormat, .compatiblePlace, .notClassTeacher, .independence, .ban, .veto,
      .notOneself, .failedBefore, .servedOrganisation, .contraindication:
      nil
    }
  }

  /// The keys of every rule a form can have, in the order in which rules are applied and shown.
  public static let keys = [
    "consent", "admission", "minimum-age", "mentor-addendum", "partner-agreement", "mentee-grade",
    "mentor-experience", "mentee-experience", "same-organisation", "not-class-teacher",
    "grade-above", "common-hours", "compatible-format", "compatible-place", "independence",
  ]
}

/// Why a person does not take part in a form at all.
public enum Gate: Hashable, Sendable {
  case consentMissing
  case consentRefused
  /// The consent does not cover the date.
  case consentNotValid(on: CalendarDate)
  case notAdmitted(Admission?)
  case tooYoung(age: Int, minimum: Int)
  case gradeTooLow(grade: Int, minimum: Int)
  case experienceTooLong(Years, maximum: Years)
  case experienceTooShort(Years, minimum: Years)
  case addendumMissing
  /// The register has the paper, but it was withdrawn on that date.
  case consentWithdrawn(ConsentRecord.Kind, on: CalendarDate)
  /// A minor's own consent, without that of a representative.
  case consentNotByRepresentative(until: Int)
  /// A paper of a mentor that the register does not have, or not for the date.
  case paperNotValid(ConsentRecord.Kind, on: CalendarDate)
  case agreementMissing(organisation: String?)
  /// No place: capacity 0 in the form or in total.
  case noCapacity
}
