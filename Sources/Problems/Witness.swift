/// Why no assignment satisfies a problem.
public enum Witness: Equatable, Sendable {
  case hall(HallViolator)
  /// Rules that cannot hold together; none can be spared.
  case conflict([Rule])
  /// A conflict is somewhere among these rules; the time was up before it was isolated.
  case unisolated([Rule])
}

/// People of one side who together need more than the other side can give them.
///
/// On the side of the mentees: their demands sum to more than `places`. On the side of the mentors:
/// their lower bounds do. `places` is what all people of the other side can give to these, each at
/// most the own limit and one pair with each of them, quotas over whole mentors included:
/// Σ min(limit, eligible partners among these).
///
/// Source: P. Hall, "On representatives of subsets", J. London Math. Soc. 10, 1935,
/// doi:10.1112/jlms/s1-10.37.26; with capacities, D. Gale, Pacific J. Math. 7, 1957,
/// doi:10.2140/pjm.1957.7.1073.
public struct HallViolator: Equatable, Sendable {
  /// The side whose needs are too large.
  public let side: Side
  /// Ascending.
  public let mentees: [Int]
  /// Ascending; on the other side than `side`, everybody eligible for the people of `side`.
  public let mentors: [Int]
  /// What they need together.
  public let needed: Int
  /// What they can get together; less than `needed`.
  public let places: Int

  public init(side: Side, mentees: [Int], mentors: [Int], needed: Int, places: Int) {
    self.side = side
    self.mentees = mentees
    self.mentors = mentors
    self.needed = needed
    self.places = places
  }
}

/// One rule of a problem that can take part in a conflict.
public enum Rule: Hashable, Sendable {
  case minimum(mentor: Int)
  case capacity(mentor: Int)
  case demand(mentee: Int)
  case quota(Int)
  case fixed(Int)
  case apart(Int)
  case together(Int)
  case hours(mentor: Int)

  /// The rule as instance files name it: `mentors[7].minimum`.
  public var path: String {
    switch self {
    case .minimum(let mentor): "mentors[\(mentor)].minimum"
    case .capacity(let mentor): "mentors[\(mentor)].capacity"
    case .demand(let mentee): "mentees[\(mentee)].demand"
    case .quota(let index): "quotas[\(index)]"
    case .fixed(let index): "fixed[\(index)]"
    case .apart(let index): "apart[\(index)]"
    case .together(let index): "together[\(index)]"
    case .hours(let mentor): "mentors[\(mentor)].hours"
    }
  }
}

extension AssignmentProblem {
  /// Every rule that there is: demands, capacities and quotas as ``DualPrices`` orders them, then people
  /// apart, people together, hours, minimums and fixed pairs.
  package var rules: [Rule] {
    demands.indices.map { .demand(mentee: $0) } + mentors.indices.map { .capacity(mentor: $0) }
      + quotas.indices.map { .quota($0) } + apart.indices.map { .apart($0) }
      + together.indices.map { .together($0) }
      + hours.limits.keys.sorted().map { .hours(mentor: $0) }
      + mentors.indices.map { .minimum(mentor: $0) } + fixed.indices.map { .fixed($0) }
  }
}
