import Problems

/// What people think of each other, from 0 to 1000, before mentors agree with mentees or not.
protocol Opinions {
  /// The opinion that the two would have of each other, by what the mentee looks at.
  func ofMentee(_ pair: Pair) -> Int
  /// The same by what the mentor alone looks at.
  func ofMentor(_ pair: Pair) -> Int
}

/// Every opinion is drawn evenly; a pair's is computed from two numbers whenever it is needed.
struct UniformOpinions: Opinions {
  private let keys: (mentees: UInt64, mentors: UInt64)

  init(_ recipe: MarketRecipe, _ generator: inout SeededGenerator) {
    keys = (generator.next(), generator.next())
  }

  func ofMentee(_ pair: Pair) -> Int { Self.opinion(keys.mentees, pair) }
  func ofMentor(_ pair: Pair) -> Int { Self.opinion(keys.mentors, pair) }

  private static func opinion(_ key: UInt64, _ pair: Pair) -> Int {
    var generator = SeededGenerator(
      seed: Int(truncatingIfNeeded: key) ^ pair.mentee, draw: pair.mentor)
    return generator.below(1001)
  }
}

/// Opinions are nearness in a square, one square for what each side looks at.
struct PlaneOpinions: Opinions {
  private typealias Place = (x: Int, y: Int)
  private static let side = 1 << 20

  private let mentees: [(own: Place, other: Place)]
  private let mentors: [(own: Place, other: Place)]

  init(_ recipe: MarketRecipe, _ generator: inout SeededGenerator) {
    func place() -> Place { (generator.below(Self.side), generator.below(Self.side)) }
    mentees = (0..<recipe.menteeCount).map { _ in (place(), place()) }
    mentors = (0..<recipe.mentorCount).map { _ in (place(), place()) }
  }

  func ofMentee(_ pair: Pair) -> Int {
    Self.nearness(mentees[pair.mentee].own, mentors[pair.mentor].own)
  }

  func ofMentor(_ pair: Pair) -> Int {
    Self.nearness(mentees[pair.mentee].other, mentors[pair.mentor].other)
  }

  /// 1000 at the same place, 0 in opposite corners.
  private static func nearness(_ one: Place, _ two: Place) -> Int {
    let (dx, dy) = (one.x - two.x, one.y - two.y)
    // IEEE 754 rounds square roots and quotients in one way only.
    let far = (Double(dx * dx + dy * dy) / Double(2 * side * side)).squareRoot()
    return 1000 - Int(far * 1000)
  }
}

/// Opinions are the agreement of answers from 1 to 5 to twelve questions; people of a cluster mostly answer alike.
struct LikertOpinions: Opinions {
  private static let questionCount = 12
  private static let clusterCount = 4

  private let mentees: [(own: [Int], other: [Int])]
  private let mentors: [(own: [Int], other: [Int])]

  init(_ recipe: MarketRecipe, _ generator: inout SeededGenerator) {
    func answers() -> [Int] { (0..<Self.questionCount).map { _ in generator.number(in: 1...5) } }
    let centres = (0..<Self.clusterCount).map { _ in (own: answers(), other: answers()) }
    let scatter = recipe.scatter
    func person() -> (own: [Int], other: [Int]) {
      let centre = centres[generator.below(Self.clusterCount)]
      func near(_ answers: [Int]) -> [Int] {
        answers.map { generator.happens(scatter) ? generator.number(in: 1...5) : $0 }
      }
      return (near(centre.own), near(centre.other))
    }
    mentees = (0..<recipe.menteeCount).map { _ in person() }
    mentors = (0..<recipe.mentorCount).map { _ in person() }
  }

  func ofMentee(_ pair: Pair) -> Int {
    Self.agreement(mentees[pair.mentee].own, mentors[pair.mentor].own)
  }

  func ofMentor(_ pair: Pair) -> Int {
    Self.agreement(mentees[pair.mentee].other, mentors[pair.mentor].other)
  }

  private static func agreement(_ one: [Int], _ two: [Int]) -> Int {
    let distance = zip(one, two).reduce(0) { $0 + abs($1.0 - $1.1) }
    return 1000 - 1000 * distance / (4 * questionCount)
  }
}

extension MarketRecipe {
  /// Lists by opinions; equal ones stand in an order by lot.
  ///
  /// A pair's points are the mean of both opinions, 0 to 100.
  func opinionLists(
    _ opinions: some Opinions, _ generator: inout SeededGenerator
  ) -> MarketLists {
    func ofMentor(_ pair: Pair) -> Int {
      (mutuality * opinions.ofMentee(pair) + (1000 - mutuality) * opinions.ofMentor(pair)) / 1000
    }
    /// The others, the best first.
    func sorted(_ others: [Int], _ opinion: (Int) -> Int) -> [Int] {
      others.map { (opinion: -opinion($0), lot: generator.next(), person: $0) }
        .sorted { ($0.opinion, $0.lot, $0.person) < ($1.opinion, $1.lot, $1.person) }
        .map(\.person)
    }
    var menteeLists: [[Int]] = []
    for mentee in 0..<menteeCount {
      let list = sorted(candidates(&generator)) {
        opinions.ofMentee(Pair(mentee: mentee, mentor: $0))
      }
      menteeLists.append(Array(list.prefix(nameCount)))
    }
    var lists = MarketLists(menteeLists: menteeLists, mentorCount: mentorCount)
    for (mentor, suitors) in lists.suitors().enumerated() {
      lists.mentors[mentor].named = sorted(suitors.map(\.mentee)) {
        ofMentor(Pair(mentee: $0, mentor: mentor))
      }
      for (mentee, _) in suitors {
        let pair = Pair(mentee: mentee, mentor: mentor)
        lists.points.append((pair, (opinions.ofMentee(pair) + ofMentor(pair)) / 20))
      }
    }
    return lists
  }

  /// The mentors whom a mentee may have, ascending.
  ///
  /// Where opinions are drawn evenly, a short list of the best of many is one of any few.
  func candidates(_ generator: inout SeededGenerator) -> [Int] {
    let chance = Self.share(density)
    if family == .uniform, chance == 1, nameCount < mentorCount / 8 {
      var drawn: Set<Int> = []
      while drawn.count < nameCount { drawn.insert(generator.below(mentorCount)) }
      return drawn.sorted()
    }
    return chance == 1
      ? Array(0..<mentorCount) : (0..<mentorCount).filter { _ in generator.happens(chance) }
  }
}
