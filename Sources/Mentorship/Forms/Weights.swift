/// What a pair's points are made of.
public enum Criterion: String, Hashable, Sendable, CaseIterable {
  // Profile
  /// The mentor's competences answer the mentee's requests.
  case request
  case subjects
  case interests
  /// Hours a week that both have free.
  case hours
  /// The mentee's age is one the mentor wishes.
  case age
  // Profile, where a season asks for it
  /// The mentee has waited for a mentor.
  case waiting
  /// The school asks for a mentor for this mentee before others.
  case priority
  /// The mentor has what the mentee asks for and few others have.
  case rare
  /// The two were a pair last year.
  case lastYear = "last-year"
  // Preferences after the group meeting
  case menteePreference = "mentee-preference"
  case mentorPreference = "mentor-preference"
  /// What class teachers, psychologists, social workers and parents say.
  case thirdParty = "third-party"

  /// What the answers of two people say about how well they fit; role models weigh these.
  public static let answers: [Criterion] = [.request, .subjects, .interests, .hours, .age]
  public static let profile: [Criterion] = answers + [.waiting, .priority, .rare, .lastYear]
  public static let preferences: [Criterion] = [.menteePreference, .mentorPreference]
  public static let others: [Criterion] = [.thirdParty]
}

/// How much each criterion counts, as whole numbers in any unit.
///
/// A perfect pair has exactly ``scale`` points. The shares of profile, preferences and third parties are each
/// divided among their criteria, so that changing one criterion does not shift the balance of the three.
public struct Weights: Equatable, Sendable {
  /// The points of a perfect pair.
  public static let scale = 1000

  public var profile: Int
  public var preferences: Int
  public var thirdParty: Int
  /// The weight inside its part; an absent criterion counts nothing.
  public var criteria: [Criterion: Int]

  public init(
    profile: Int, preferences: Int, thirdParty: Int = 0, criteria: [Criterion: Int]
  ) {
    self.profile = profile
    self.preferences = preferences
    self.thirdParty = thirdParty
    self.criteria = criteria
  }

  /// What third parties count in a season that has heard them, unless it says otherwise.
  public static let usualThirdParty = 20

  /// What last year's pairs count in a season that names them, unless it says otherwise.
  public static let usualLastYear = 10

  public static let standard = Weights(
    profile: 60, preferences: 40,
    criteria: [
      .request: 40, .subjects: 20, .interests: 20, .hours: 10, .age: 10,
      .menteePreference: 60, .mentorPreference: 40, .thirdParty: 100,
    ])

  /// The most points of each criterion, in the order of ``Criterion``; they sum to ``scale``.
  ///
  /// Exact shares are rounded down and the points left over go to the largest remainders
  /// (Hamilton's method), earlier criteria first among equals.
  ///
  /// - Returns: `nil` when the weights that count sum to 0.
  public var maximums: [(criterion: Criterion, points: Int)]? {
    let parts = [
      (Criterion.profile, profile), (Criterion.preferences, preferences),
      (Criterion.others, thirdParty),
    ].map { (criteria: $0, sum: sum($0), weight: sum($0) == 0 ? 0 : $1) }
    // A part without criteria has nothing to give: all points go to the others.
    let whole = parts.reduce(0) { $0 + $1.weight }
    guard whole > 0 else { return nil }
    // Products of so many weights do not fit into 64 bits.
    let denominator = parts.reduce(Int128(whole)) { $0 * Int128(max(1, $1.sum)) }
    let shares = Criterion.allCases.map { criterion -> Int128 in
      parts.reduce(Int128(criteria[criterion] ?? 0) * Int128(Self.scale)) { share, part in
        share * Int128(part.criteria.contains(criterion) ? part.weight : max(1, part.sum))
      }
    }
    var points = shares.map { Int($0 / denominator) }
    let left = Self.scale - points.reduce(0, +)
    let order = shares.indices.sorted {
      (shares[$1] % denominator, $0) < (shares[$0] % denominator, $1)
    }
    for index in order.prefix(left) { points[index] += 1 }
    return zip(Criterion.allCases, points).filter { $0.1 > 0 }.map { ($0, $1) }
  }

  /// These weights with the profile weighed as a role model does.
  public func following(_ model: RoleModel) -> Weights {
    var weights = self
    for criterion in Criterion.answers { weights.criteria[criterion] = model.criteria[criterion] }
    return weights
  }

  /// These weights with some criteria counting so many times as much.
  public func emphasising(_ important: Set<Criterion>, times factor: Int) -> Weights {
    var weights = self
    for criterion in important { weights.criteria[criterion]? *= factor }
    return weights
  }

  private func sum(_ part: [Criterion]) -> Int {
    part.reduce(0) { $0 + (criteria[$1] ?? 0) }
  }
}
