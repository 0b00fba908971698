import Policies
import Problems
import Testing

@Suite("Made-up markets")
struct MarketRecipeTests {
  private static let sizes = [(0, 0), (0, 3), (4, 0), (1, 1), (7, 3), (6, 14), (30, 12)]

  /// What every market must be, whatever its family.
  private static func check(_ market: GeneratedMarket, _ recipe: MarketRecipe, _ note: String) {
    let (problem, rankings) = (market.problem, market.rankings)
    #expect(
      problem.menteeCount == recipe.menteeCount && market.menteeIDs.count == recipe.menteeCount)
    #expect(
      problem.mentorCount == recipe.mentorCount && market.mentorIDs.count == recipe.mentorCount)
    #expect(rankings.mentees.count == recipe.menteeCount, "\(note)")
    #expect(rankings.mentors.count == recipe.mentorCount, "\(note)")
    // Both sides list exactly who is eligible, each once.
    var mentors = [Set<Int>](repeating: [], count: recipe.mentorCount)
    for mentee in 0..<problem.menteeCount {
      let eligible = problem.table.entries(of: mentee).map {
        problem.table.mentor(of: $0, mentee: mentee)
      }
      for mentor in eligible { mentors[mentor].insert(mentee) }
      #expect((rankings.mentees[mentee] ?? []).joined().sorted() == eligible, "\(note)")
    }
    for mentor in 0..<problem.mentorCount {
      #expect(
        (rankings.mentors[mentor] ?? []).joined().sorted() == mentors[mentor].sorted(), "\(note)")
    }
    let tiers = (rankings.mentees + rankings.mentors).compactMap(\.self).joined()
    #expect(tiers.allSatisfy { !$0.isEmpty }, "\(note)")
    #expect(problem.table.points.allSatisfy { 0...300 ~= $0 }, "\(note)")
  }

  @Test("every family gives a valid market for every size, and a seed means one market")
  func everyFamily() throws {
    for family in MarketFamily.allCases {
      for (mentees, mentors) in Self.sizes {
        for seed in 0..<6 {
          var recipe = MarketRecipe(family, menteeCount: mentees, mentorCount: mentors)
          switch seed {
          case 1: (recipe.density, recipe.ties) = (0.3, 0.5)
          case 2: (recipe.listLength, recipe.ties) = (2, 1)
          case 3: (recipe.density, recipe.listLength) = (0, 0)
          case 4: (recipe.dispersion, recipe.correlation) = (0, 1)
          case 5: (recipe.capacity, recipe.demand, recipe.dispersion) = (0...3, 0...2, 1)
          default: break
          }
          let market = try recipe.market(seed: seed)
          Self.check(market, recipe, "\(family) \(mentees)×\(mentors) seed \(seed)")
          #expect(market == (try recipe.market(seed: seed)))
          guard mentees > 5, mentors > 5, seed == 0 else { continue }
          #expect(market != (try recipe.market(seed: seed + 7)), "\(family)")
          #expect(market != (try recipe.market(seed: seed, draw: 1)), "\(family)")
        }
      }
    }
  }

  @Test("options do what they say")
  func options() throws {
    for family in MarketFamily.allCases {
      var recipe = MarketRecipe(family, menteeCount: 60, mentorCount: 40)
      recipe.capacity = 2...4
      recipe.demand = 1...2
      var market = try recipe.market(seed: 1)
      #expect(Set(market.problem.mentors.map(\.capacity)) == [2, 3, 4], "\(family)")
      #expect(Set(market.problem.demands) == [1, 2], "\(family)")
      let pairCount = market.problem.table.pairCount
      recipe.density = 0.5
      let half = Double(try recipe.market(seed: 1).problem.table.pairCount) / Double(pairCount)
      #expect(0.42...0.58 ~= half, "\(family) \(half)")
      recipe.density = 1
      recipe.listLength = 4
      market = try recipe.market(seed: 1)
      let lists = market.rankings.mentees.compactMap(\.self)
      let hasOthers = family == .mentoring || family == .school
      #expect(lists.allSatisfy { $0.count <= (hasOthers ? 5 : 4) }, "\(family)")
      #expect(lists.contains { $0.count == (hasOthers ? 5 : 4) }, "\(family)")
      recipe.ties = 0.25
      recipe.listLength = hasOthers ? 20 : nil
      recipe.density = 1
      let tied = try recipe.market(seed: 1).rankings.mentees.compactMap(\.self)
      let named = tied.map { hasOthers ? Array($0.dropLast()) : $0 }
      let neighbours = named.reduce(0) { $0 + max(0, $1.joined().count - 1) }
      let steps = named.reduce(0) { $0 + max(0, $1.count - 1) }
      let share = 1 - Double(steps) / Double(neighbours)
      #expect(0.18...0.32 ~= share, "\(family) \(share)")
    }
  }

  /// How alike the places are that the two of a pair give each other: the correlation of all pairs' places.
  private static func agreement(_ market: GeneratedMarket) -> Double {
    let places = Places(market.problem.table, market.rankings)
    let (one, two) = (places.ofMentors.map(Double.init), places.ofMentees.map(Double.init))
    let count = Double(one.count)
    let means = (one.reduce(0, +) / count, two.reduce(0, +) / count)
    let product = zip(one, two).reduce(0) { $0 + ($1.0 - means.0) * ($1.1 - means.1) }
    let squares = (
      one.reduce(0) { $0 + ($1 - means.0) * ($1 - means.0) },
      two.reduce(0) { $0 + ($1 - means.1) * ($1 - means.1) }
    )
    return product / (squares.0 * squares.1).squareRoot()
  }

  @Test("the more correlation, the more both sides think alike")
  func correlation() throws {
    for family in MarketFamily.allCases {
      let agreements = try [0, 0.5, 1].map { correlation in
        var recipe = MarketRecipe(family, menteeCount: 60, mentorCount: 60)
        recipe.correlation = correlation
        recipe.listLength = family == .school || family == .mentoring ? 15 : nil
        let seeds = 0..<5
        return try seeds.reduce(0.0) { try $0 + Self.agreement(recipe.market(seed: $1)) } / 5
      }
      #expect(agreements[0] + 0.03 < agreements[1], "\(family) \(agreements)")
      #expect(agreements[1] + 0.03 < agreements[2], "\(family) \(agreements)")
      let isNoise = [MarketFamily.uniform, .mallows, .plackettLuce].contains(family)
      if isNoise { #expect(abs(agreements[0]) < 0.05, "\(family) \(agreements)") }
    }
  }

  @Test("the less dispersion, the more alike the lists; points fall with the place")
  func dispersion() throws {
    for family in [MarketFamily.mallows, .plackettLuce] {
      let firsts = try [0.1, 0.6, 1].map { dispersion in
        var recipe = MarketRecipe(family, menteeCount: 200, mentorCount: 20)
        recipe.dispersion = dispersion
        let lists = try recipe.market(seed: 3).rankings.mentees
        let times = Dictionary(grouping: lists.compactMap { $0?.first?.first }, by: \.self)
        return times.values.map(\.count).max() ?? 0
      }
      #expect(firsts[0] > firsts[1] && firsts[1] > firsts[2], "\(family) \(firsts)")
    }
    for family in [MarketFamily.uniform, .geometric, .mallows, .plackettLuce] {
      var recipe = MarketRecipe(family, menteeCount: 40, mentorCount: 40)
      recipe.correlation = 0.5
      let market = try recipe.market(seed: 4)
      let places = Places(market.problem.table, market.rankings)
      func mean(_ isWanted: (Int32) -> Bool) -> Double {
        let points = market.problem.table.points.enumerated()
          .filter { isWanted(places.ofMentors[$0.offset]) }.map { Double($0.element) }
        return points.reduce(0, +) / Double(points.count)
      }
      #expect(mean { $0 <= 10 } > mean { $0 > 30 } + 10, "\(family)")
    }
  }

  @Test("a seed's market stays the same from release to release")
  func sameBytes() throws {
    // A sum over points and lists in their order: any change of a draw changes it.
    func sum(_ market: GeneratedMarket) -> Int {
      let lists = market.rankings.mentees + market.rankings.mentors
      let numbers =
        market.problem.table.points.map(\.self)
        + lists.flatMap { ($0 ?? []).flatMap { [-1] + $0 } } + market.problem.demands
      return numbers.reduce(17) { ($0 &* 31 &+ $1) & 0xFF_FFFF }
    }
    let sums = try MarketFamily.allCases.map { family in
      var recipe = MarketRecipe(family, menteeCount: 9, mentorCount: 6)
      (recipe.density, recipe.ties, recipe.correlation) = (0.8, 0.2, 0.4)
      return sum(try recipe.market(seed: 11, draw: 2))
    }
    #expect(sums == [11_471_534, 10_712_736, 13_785_246, 12_358_115, 9_719_351, 4_777_036, 31_771])
  }
}
