/// Everything that decides what a generated market looks like, but for the seed.
///
/// What is `nil` is as the family has it; numbers out of their range are taken as the nearest in it.
///
/// ```swift
/// var recipe = MarketRecipe(.plackettLuce, menteeCount: 30_000, mentorCount: 30_000)
/// recipe.listLength = 20
/// recipe.ties = 0.1
/// let market = recipe.market(seed: 7)  // equal seeds, equal markets, on every machine
/// ```
public struct MarketRecipe: Equatable, Sendable {
  public let family: MarketFamily
  public let menteeCount: Int
  public let mentorCount: Int
  /// Places of a mentor, each number as likely; `nil` = 1, in `mentoring` 1 to 2, in `school` 1 to 3.
  public var capacity: ClosedRange<Int>?
  /// Mentors that a mentee takes, each number as likely.
  public var demand: ClosedRange<Int> = 1...1
  /// The chance of a pair to be eligible, 0 to 1, before the family's own rules.
  public var density = 1.0
  /// The chance of two neighbours in a list to be equals, 0 to 1.
  public var ties = 0.0
  /// The most people in a list.
  ///
  /// Mentees' longer lists are cut, and pairs beyond are not eligible; in `mentoring` and
  /// `school` how many both sides name, `nil` = 3.
  public var listLength: Int?
  /// How far people differ, 0 to 1.
  ///
  /// It is φ of the models of lists, `nil` = 0.8, in `mentoring` 0.9; in `questionnaire` the
  /// chance of an answer to be another than the cluster's, `nil` = 0.3. Elsewhere nothing.
  public var dispersion: Double?
  /// How far mentors think of mentees as these of them, 0 to 1; `nil` = 1 in `geometric`, `questionnaire` and
  /// `school`, where it is natural, else 0.
  public var correlation: Double?

  /// More people than any list of a file could name.
  public static let mostPeople = 1_000_000

  public init(_ family: MarketFamily, menteeCount: Int = 20, mentorCount: Int = 10) {
    self.family = family
    self.menteeCount = min(max(0, menteeCount), Self.mostPeople)
    self.mentorCount = min(max(0, mentorCount), Self.mostPeople)
  }

  var places: ClosedRange<Int> {
    switch family {
    case .mentoring: capacity ?? 1...2
    case .school: capacity ?? 1...3
    default: capacity ?? 1...1
    }
  }

  var nameCount: Int { max(0, listLength ?? (family.hasShortLists ? 3 : .max)) }

  var scatter: Double {
    switch family {
    case .questionnaire: Self.share(dispersion ?? 0.3)
    case .mentoring: Self.share(dispersion ?? 0.9)
    default: Self.share(dispersion ?? 0.8)
    }
  }

  /// In thousandths, so that all that follows is whole numbers.
  var mutuality: Int {
    switch family {
    case .geometric, .questionnaire, .school: Int(Self.share(correlation ?? 1) * 1000)
    default: Int(Self.share(correlation ?? 0) * 1000)
    }
  }

  static func share(_ number: Double) -> Double { number > 0 ? min(number, 1) : 0 }
}
