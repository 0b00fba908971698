/// The code of a form of mentoring, as files and commands write it: `student-student`.
public struct FormCode: Hashable, Sendable {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A form of mentoring as data: who may mentor whom, how many, and what counts.
///
/// A season starts from ``standard`` and changes what it needs; there is no code per form.
public struct Form: Equatable, Sendable {
  public let code: FormCode
  public var title: Title
  /// Hard rules; every one must hold.
  public var rules: [EligibilityRule]
  /// The most mentees a mentor takes in this form, whatever the questionnaire wishes.
  public var capacityLimit: Int
  /// What a mentor who wished no number takes.
  public var defaultCapacity: Int
  public var weights: Weights
  /// What the mentees of one mentor must be together.
  public var group: GroupRules

  public init(
    code: FormCode, title: Title, rules: [EligibilityRule], capacityLimit: Int,
    defaultCapacity: Int = 1,
    weights: Weights = .standard, group: GroupRules = .init()
  ) {
    self.code = code
    self.title = title
    self.rules = rules
    self.capacityLimit = capacityLimit
    self.defaultCapacity = defaultCapacity
    self.weights = weights
    self.group = group
  }

  /// A name in both languages of the programme.
  public struct Title: Equatable, Sendable {
    public let russian: String
    public let english: String

    public init(russian: String, english: String) {
      self.russian = russian
      self.english = english
    }
  }
}

extension Form {
  /// The forms of the federal target model that this version knows, with their usual rules.
  ///
  /// Source: methodology (target model) of mentoring, order Р-145 of 25.12.2019; ages, years of
  /// experience and group sizes are the practice of many schools, so every one is a parameter.
  public static let standard: [Form] = [
    Form(
      code: FormCode("student-student"),
      title: Title(russian: "ученик – ученик", english: "student–student"),
      rules: [
        .consent, .admission, .minimumAge(10), .sameOrganisation, .gradeAbove(1), .commonHours(1),
        .compatibleFormat, .independence,
      ],
      capacityLimit: 1),
    Form(
      code: FormCode("teacher-teacher"),
      title: Title(russian: "учитель – учитель", english: "teacher–teacher"),
      rules: [
        .consent, .admission, .mentorAddendum, .mentorExperience(atLeast: Years(5)),
        .menteeExperience(atMost: Years(3)), .sameOrganisation, .commonHours(1),
        .compatibleFormat, .independence,
      ],
      capacityLimit: 3),
    Form(
      code: FormCode("employer-student"),
      title: Title(russian: "работодатель – ученик", english: "employer–student"),
      rules: [
        .consent, .admission, .partnerAgreement, .menteeGrade(atLeast: 8), .commonHours(1),
        .compatibleFormat, .independence,
      ],
      capacityLimit: 10),
  ]
}
