import Problems

/// A kind of random instance.
enum Family: String, CaseIterable {
  /// Every pair, points of 0 to 1000 drawn evenly.
  case uniform
  /// Every pair, points of 1 to 5: a great many ties.
  case coarse
  /// Two tenths of the pairs are eligible; a third as many mentors, with three places each.
  case places

  /// How far points move between an approved assignment and the next.
  var drift: Int { self == .coarse ? 2 : 300 }

  /// Equal seeds give equal instances.
  func problem(menteeCount: Int, seed: UInt64) throws(ProblemError) -> AssignmentProblem {
    var generator = SplitMix64(seed: seed)
    let mentorCount = self == .places ? max(1, menteeCount / 3) : menteeCount
    let table = PairTable(menteeCount: menteeCount, mentorCount: mentorCount) { _ in
      let draw = Int.random(in: 0...1000, using: &generator)
      return switch self {
      case .uniform: draw
      case .coarse: 1 + draw % 5
      case .places: generator.next() % 10 < 2 ? draw : nil
      }
    }
    return try AssignmentProblem(
      table: table,
      mentors: Array(
        repeating: MentorLimits(capacity: self == .places ? 3 : 1), count: mentorCount),
      coverage: .first)
  }
}

/// A small generator of random numbers.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
/// doi:10.1145/2660193.2660195.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
