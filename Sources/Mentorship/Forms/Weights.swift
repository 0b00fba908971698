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

  /// What the answers of two people say about how well they fit; role models weigh these.
  public static let answers: [Criterion] = [.request, .subjects, .interests, .hours, .age]
  public static let profile: [Criterion] = answers + [.waiting, .priority, .rare, .lastYear]
  public static let preferences: [Criterion] = [.menteePreference, .mentorPreference]
}

/// How much each criterion counts, as whole numbers in any unit.
///
/// A perfect pair has exactly ``scale`` points. The share of profile and preferences is divided among
/// their criteria, so that changing one criterion does not shift the balance of the two.
public struct Weights: Equatable, Sendable {
  /// The points of a perfect pair.
  public static let scale = 1000

  public var profile: Int
  public var preferences: Int
  /// The weight inside its half; an absent criterion counts nothing.
  public var criteria: [Criterion: Int]

  public init(profile: Int, preferences: Int, criteria: [Criterion: Int]) {
    self.profile = profile
    self.preferences = preferences
    self.criteria = criteria
  }

  public static let standard = Weights(
    profile: 60, preferences: 40,
    criteria: [
      .request: 40, .subjects: 20, .interests: 20, .hours: 10, .age: 10,
      .menteePreference: 60, .mentorPreference: 40,
    ])

  /// The most points of each criterion, in the order of ``Criterion``; they sum to ``scale``.
  ///
  /// Exact shares are rounded down and the points left over go to the largest remainders
  /// (Hamilton's method), earlier criteria first among equals.
  ///
  /// - Returns: `nil` when the weights that count sum to 0.
  public var maximums: [(criterion: Criterion, points: Int)]? {
    let profileSum = sum(Criterion.profile)
    let preferenceSum = sum(Criterion.preferences)
    // A half without criteria has nothing to give: all points go to the other one.
    let profile = profileSum == 0 ? 0 : profile
    let preferences = preferenceSum == 0 ? 0 : preferences
    guard profile + preferences > 0 else { return nil }
    // Products of four weights do not fit into 64 bits.
    let denominator =
      Int128(profile + preferences) * Int128(max(1, profileSum)) * Int128(max(1, preferenceSum))
    let shares = Criterion.allCases.map { criterion -> Int128 in
      let isProfile = Criterion.profile.contains(criterion)
      let part = Int128(isProfile ? profile : preferences)
      let other = Int128(max(1, isProfile ? preferenceSum : profileSum))
      return Int128(criteria[criterion] ?? 0) * part * other * Int128(Self.scale)
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
