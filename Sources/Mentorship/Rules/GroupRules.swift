/// What the group of one mentor must look like, beyond its pairs.
///
/// ```swift
/// var rules = GroupRules()
/// rules.minimum = 3          // three or more mentees, or none at all
/// rules.sameClassAtMost = 2  // two of 9 «Б» may come, a third may not
/// ```
public struct GroupRules: Equatable, Sendable {
  /// The least mentees of a mentor, 0 = any number; a mentor's own minimum may be larger.
  public var minimum = 0
  public var minimumIs = MinimumRule.ifOpen
  /// The most mentees of one school class.
  public var sameClassAtMost: Int?
  /// The most years between the oldest and the youngest mentee; see ``isTooWide(_:_:on:)``.
  public var ageSpanAtMost: Int?
  public var experienced: Experienced?

  public init() {}

  /// What a minimum asks of a mentor with nobody.
  public enum MinimumRule: String, Sendable, CaseIterable {
    /// Nothing: a group opens with enough mentees or not at all.
    case ifOpen = "if-open"
    /// The minimum all the same.
    case always
  }

  /// So many mentees of a group, once it has any, are experienced.
  public struct Experienced: Equatable, Sendable {
    public let atLeast: Int
    /// Years of experience from which on somebody counts; `nil` = experience says nothing.
    public let years: Years?
    /// The grade from which on somebody counts; `nil` = the grade says nothing.
    public let grade: Int?

    public init(atLeast: Int, years: Years? = nil, grade: Int? = nil) {
      self.atLeast = atLeast
      self.years = years
      self.grade = grade
    }

    /// Whether a person counts; nobody does by a fact that is not stated.
    public func counts(_ person: Person) -> Bool {
      let isByYears = years.flatMap { years in person.experience.map { $0 >= years } } ?? false
      let isByGrade = grade.flatMap { grade in person.grade.map { $0.number >= grade } } ?? false
      return isByYears || isByGrade
    }
  }

  /// Whether two people are too far apart in age for one group.
  ///
  /// Ages are whole years on the season's date. Where one of the two has no birth date, grades are
  /// compared instead, a grade for a year; where these are missing too, nothing is wrong.
  public func isTooWide(_ one: Person, _ other: Person, on date: CalendarDate) -> Bool {
    guard let ageSpanAtMost else { return false }
    if let first = one.birthDate?.age(on: date), let second = other.birthDate?.age(on: date) {
      return abs(first - second) > ageSpanAtMost
    }
    guard let first = one.grade?.number, let second = other.grade?.number else { return false }
    return abs(first - second) > ageSpanAtMost
  }
}

/// A class of a school: 9 «Б» of one school is not that of another.
public struct SchoolClass: Hashable, Sendable {
  public let grade: Grade
  public let organisation: Term?

  /// - Returns: `nil` for a person whose class is not known.
  public init?(_ person: Person, _ questionnaire: Questionnaire, in season: Season) {
    guard let grade = person.grade else { return nil }
    self.grade = grade
    organisation = questionnaire.organisation ?? season.organisation
  }
}
