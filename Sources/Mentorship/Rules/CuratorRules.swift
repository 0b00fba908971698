/// Mentees whom the curator wants in one group, or in different ones, with the reason.
///
/// "Together" means one mentor for all of them, or none; "apart" means that no two share a mentor in
/// the same form.
public struct MenteeSet: Equatable, Sendable {
  /// At least two.
  public let people: [PersonID]
  /// `nil` = in every form in which they meet.
  public let form: FormCode?
  public let reason: String
  public let place: Place

  public init(people: [PersonID], form: FormCode?, reason: String, place: Place) {
    self.people = people
    self.form = form
    self.reason = reason
    self.place = place
  }
}

/// Bounds on the number of pairs between some mentees and some mentors, under a name.
///
/// ```swift
/// // 70 % of the young teachers have a mentor, and one of them at most is the head teacher's.
/// PairQuota(name: "Молодые педагоги", mentees: young, share: Part(parsing: "70%"), place: place)
/// ```
///
/// A share of people, "at least this part of them", is the floor of fairness for a group of people.
public struct PairQuota: Equatable, Sendable {
  public let name: String
  public let mentees: PeopleFilter
  public let mentors: PeopleFilter
  public let atLeast: Int?
  public let atMost: Int?
  /// The least part of the mentees selected, of those who take part in the matching.
  public let share: Part?
  public let place: Place

  public init(
    name: String, mentees: PeopleFilter = .init(), mentors: PeopleFilter = .init(),
    atLeast: Int? = nil, atMost: Int? = nil, share: Part? = nil, place: Place
  ) {
    self.name = name
    self.mentees = mentees
    self.mentors = mentors
    self.atLeast = atLeast
    self.atMost = atMost
    self.share = share
    self.place = place
  }

  /// The fewest pairs, where so many mentees are selected.
  public func least(of menteeCount: Int) -> Int {
    max(atLeast ?? 0, share?.ceiling(of: menteeCount) ?? 0)
  }
}

/// Whom a quota counts: everybody to whom all of it applies; `nil` = no matter.
///
/// Nobody is selected by a fact that is not stated.
public struct PeopleFilter: Equatable, Sendable {
  public var forms: [FormCode]?
  public var organisations: [Term]?
  public var grades: [Int]?
  public var classes: [Grade]?
  public var people: [PersonID]?
  public var experienceAtLeast: Years?
  public var experienceAtMost: Years?

  public init() {}

  public var isEverybody: Bool { self == PeopleFilter() }

  public func selects(_ one: Questionnaire, in season: Season) -> Bool {
    let person = season.people[one.person]
    let organisation = one.organisation ?? season.organisation
    return forms.map { $0.contains(one.form) } ?? true
      && organisations.map { all in organisation.map(all.contains) ?? false } ?? true
      && grades.map { all in (person?.grade?.number).map(all.contains) ?? false } ?? true
      && classes.map { all in (person?.grade).map(all.contains) ?? false } ?? true
      && people.map { $0.contains(one.person) } ?? true
      && experienceAtLeast.map { least in person?.experience.map { $0 >= least } ?? false } ?? true
      && experienceAtMost.map { most in person?.experience.map { $0 <= most } ?? false } ?? true
  }
}

/// A part of a whole, exact: `0.7`, `0,7` or `70 %`.
public struct Part: Equatable, Sendable {
  private static let whole = 10_000
  /// Of 10,000.
  private let share: Int

  /// - Returns: `nil` for anything but a part above 0 and up to 1, of at most four digits.
  public init?(parsing text: some StringProtocol) {
    let key = Term(text).key.filter { $0 != " " }
    let isPercent = key.hasSuffix("%")
    let number = key.dropLast(isPercent ? 1 : 0)
    let parts = number.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    let digits = parts.count == 2 ? parts[1] : "0"
    let places = isPercent ? 2 : 4
    guard (1...2).contains(parts.count), (1...places).contains(digits.count),
      (parts[0] + digits).allSatisfy({ $0.isASCII && $0.isNumber }), parts[0].count <= 3,
      let units = Int(parts[0]), let fraction = Int(digits)
    else { return nil }
    let scale = isPercent ? Self.whole / 100 : Self.whole
    let unit = (0..<digits.count).reduce(scale) { unit, _ in unit / 10 }
    share = units * scale + fraction * unit
    guard (1...Self.whole).contains(share) else { return nil }
  }

  /// The fewest of so many that are at least this part of them.
  public func ceiling(of count: Int) -> Int {
    let (hundreds, rest) = count.quotientAndRemainder(dividingBy: Self.whole)
    return hundreds * share + (rest * share + Self.whole - 1) / Self.whole
  }
}
