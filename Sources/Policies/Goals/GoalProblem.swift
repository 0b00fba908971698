public import Problems

/// Weights for classes of pairs, such that one pair of an earlier class outweighs all pairs of later ones.
struct ClassWeights {
  private let base: Int
  /// How many classes one sum of weights can tell apart.
  let width: Int

  /// No weight is more than `largest` says for the pairs that there can be.
  init(_ problem: AssignmentProblem, largest: (_ mostPairs: Int) -> Int) {
    let mostPairs = problem.demands.indices.reduce(0) {
      $0 + min(problem.demands[$1], problem.table.entries(of: $1).count)
    }
    base = max(2, 1 + mostPairs)
    var (width, weight) = (1, 1)
    while weight <= largest(mostPairs) / base {
      weight *= base
      width += 1
    }
    self.width = width
  }

  /// The weights of classes, the one that counts most first.
  func weights(of classes: some BidirectionalCollection<Int>) -> [Int: Int] {
    var weights: [Int: Int] = [:]
    var weight = 1
    for one in classes.reversed() {
      weights[one] = weight
      weight *= base
    }
    return weights
  }
}

/// A problem as the goals of a chain see it: only acceptable pairs where rankings bind, and what every pair adds to
/// a goal that is a sum.
struct GoalProblem {
  let problem: AssignmentProblem
  let chain: GoalChain
  let data: GoalData
  let places: Places

  /// - Throws: ``ProblemError``, which leaving pairs out does not cause.
  /// - Complexity: O(pairCount + length of the rankings).
  init(
    _ problem: AssignmentProblem, _ chain: GoalChain, _ data: GoalData
  ) throws(ProblemError) {
    self.chain = chain
    self.data = data
    guard chain.looksAtRanks, data.rankings != nil else {
      self.problem = problem
      places = Places(problem.table, nil)
      return
    }
    let all = Places(problem.table, data.rankings)
    let fixed = Set(problem.fixed)
    let acceptable = problem.table.mapped { pair, entry in
      all.isAcceptable(entry) || fixed.contains(pair) ? problem.table.points[entry] : nil
    }.table
    self.problem = try problem.replacing(table: acceptable)
    var places = Places(acceptable, data.rankings)
    places.placeUnlisted()
    self.places = places
  }

  /// The approved pairs that are still possible: eligible, of a mentee who takes a mentor and a mentor who has
  /// places.
  var approved: Set<Pair> { problem.possible(data.approved) }

  /// What a pair adds to a goal that is a sum over pairs, more is better; `nil` for other goals.
  func value(of goal: Goal) -> ((_ pair: Pair, _ entry: Int) -> Int)? {
    switch goal {
    case .matched: { _, _ in 1 }
    case .points: { _, entry in problem.table.points[entry] }
    case .nash: { _, entry in Goal.nash(problem.table.points[entry]) ?? 0 }
    case .ranks: { _, entry in -Int(places.ofMentors[entry]) }
    case .bothRanks: { _, entry in -Int(places.ofMentors[entry] + places.ofMentees[entry]) }
    case .firstChoices: { _, entry in places.ofMentors[entry] == 1 ? 1 : 0 }
    case .changes:
      { [approved] pair, _ in approved.contains(pair) ? 1 : 0 }
    case .waiting:
      { pair, _ in
        data.waiting.indices.contains(pair.mentee) ? data.waiting[pair.mentee] : 0
      }
    case .worst, .leximin, .rankProfile, .generous, .load, .blockingPairs: nil
    }
  }
}

/// A goal that counts the pairs of one class, then those of the next, and so on.
struct ClassGoal {
  /// By entry of the problem's table; ascending classes count less and less.
  let classOf: (_ entry: Int) -> Int
  /// Whether as few pairs as possible of a class are wanted; else as many.
  let isFewest: Bool
}

extension GoalProblem {
  /// What a goal counts class by class; `nil` for other goals.
  func classes(of goal: Goal) -> ClassGoal? {
    switch goal {
    case .leximin: ClassGoal(classOf: { problem.table.points[$0] }, isFewest: true)
    case .generous: ClassGoal(classOf: { -Int(places.ofMentors[$0]) }, isFewest: true)
    case .rankProfile: ClassGoal(classOf: { Int(places.ofMentors[$0]) }, isFewest: false)
    case .matched, .points, .worst, .nash, .ranks, .bothRanks, .firstChoices, .load, .changes,
      .waiting, .blockingPairs:
      nil
    }
  }
}

extension AssignmentProblem {
  /// Of some pairs those that can be chosen at all: eligible, and neither of the two has left.
  public func possible(_ pairs: Set<Pair>) -> Set<Pair> {
    pairs.filter {
      table.entry(of: $0) != nil && demands[$0.mentee] > 0 && mentors[$0.mentor].capacity > 0
    }
  }
}
