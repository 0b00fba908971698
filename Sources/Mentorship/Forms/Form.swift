/// The code of a form of mentoring, as files and commands write it: `student-student`.
public struct FormCode: Hashable, Sendable {
  public let rawValue: String

  public init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A form of mentoring as data: who may mentor whom, how many, and what counts.
///
/// A season starts from the forms that come with the programme and changes what it needs; there is no code per form.
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
  /// Variants of the form that weigh the profile in another way; a mentee's questionnaire can name one.
  public var models: [RoleModel]
  /// Whether mentors are grown up, whoever they are: then nobody asks them for a birth date.
  public var mentorsAreAdults: Bool

  public init(
    code: FormCode, title: Title, rules: [EligibilityRule], capacityLimit: Int,
    defaultCapacity: Int = 1,
    weights: Weights = .standard, group: GroupRules = .init(), models: [RoleModel] = [],
    mentorsAreAdults: Bool = false
  ) {
    self.code = code
    self.title = title
    self.rules = rules
    self.capacityLimit = capacityLimit
    self.defaultCapacity = defaultCapacity
    self.weights = weights
    self.group = group
    self.models = models
    self.mentorsAreAdults = mentorsAreAdults
  }

  /// A name in both languages of the programme.
  public struct Title: Hashable, Sendable {
    public let russian: String
    public let english: String

    public init(russian: String, english: String) {
      self.russian = russian
      self.english = english
    }
  }
}

/// A role model of a form, such as "achiever–underachiever": what counts in the profile of such a pair.
///
/// Source: methodology (target model) of mentoring, order Р-145 of 25.12.2019, which describes the pairs;
/// the weights are a proposal of this programme, and a season can change them.
public struct RoleModel: Equatable, Sendable {
  /// As files write it: `achiever-underachiever`.
  public let code: String
  public let title: Form.Title
  /// Weights of ``Criterion/answers``; those not named count nothing.
  public let criteria: [Criterion: Int]

  public init(code: String, title: Form.Title, criteria: [Criterion: Int]) {
    self.code = code
    self.title = title
    self.criteria = criteria
  }
}
