public import Problems

/// A made-up market: who is eligible with how many points, and whom each would like.
public struct GeneratedMarket: Equatable, Sendable {
  /// The family, the sizes, the seed and the draw: `mallows-20x10-seed1-0`.
  public let id: String
  public let problem: AssignmentProblem
  public let rankings: Rankings
  /// The mentees are e1, e2 and so on.
  public let menteeIDs: [String]
  /// The mentors are m1, m2 and so on.
  public let mentorIDs: [String]
}

extension MarketRecipe {
  /// Draws a market.
  ///
  /// - Parameters:
  ///   - seed: equal seeds and draws give equal markets.
  ///   - draw: which of many markets of the seed.
  /// - Returns: a market that satisfies every check of a file.
  /// - Throws: ``ProblemError`` never for what a recipe can hold; the initializers of a problem say so.
  /// - Complexity: O(menteeCount · mentorCount · log); `uniform` and `plackett-luce` with a list length and a density
  ///   of 1 O(listed pairs · log), the latter times what the dispersion spreads over.
  public func market(seed: Int, draw: Int = 0) throws(ProblemError) -> GeneratedMarket {
    var generator = SeededGenerator(seed: seed, draw: draw)
    let lists: MarketLists
    switch family {
    case .uniform: lists = opinionLists(UniformOpinions(self, &generator), &generator)
    case .geometric: lists = opinionLists(PlaneOpinions(self, &generator), &generator)
    case .questionnaire: lists = opinionLists(LikertOpinions(self, &generator), &generator)
    case .mallows: lists = modelLists(.mallows(dispersion: scatter), &generator)
    case .plackettLuce: lists = modelLists(.plackettLuce(dispersion: scatter), &generator)
    case .mentoring: lists = programmeLists(&generator)
    case .school: lists = schoolLists(&generator)
    }
    let rankings = Rankings(
      mentees: lists.mentees.map { tiers($0, &generator) },
      mentors: lists.mentors.map { tiers($0, &generator) })
    let demands = (0..<menteeCount).map { _ in max(0, generator.number(in: demand)) }
    let limits = (0..<mentorCount).map { _ in
      MentorLimits(capacity: max(0, generator.number(in: places)))
    }
    return GeneratedMarket(
      id: "\(family.rawValue)-\(menteeCount)x\(mentorCount)-seed\(seed)-\(draw)",
      problem: try AssignmentProblem(
        table: PairTable(
          entries: lists.points, menteeCount: menteeCount, mentorCount: mentorCount),
        demands: demands, mentors: limits, coverage: .first),
      rankings: rankings, menteeIDs: (0..<menteeCount).map { "e\($0 + 1)" },
      mentorIDs: (0..<mentorCount).map { "m\($0 + 1)" })
  }

  /// A list with its equals: neighbours, by chance, and whom nobody minds.
  private func tiers(_ list: MarketLists.List, _ generator: inout SeededGenerator) -> Rankings.Tiers
  {
    var tiers: Rankings.Tiers = []
    let chance = Self.share(ties)
    for (place, person) in list.named.enumerated() {
      if place > 0, generator.happens(chance) {
        tiers[tiers.count - 1].append(person)
      } else {
        tiers.append([person])
      }
    }
    // Ascending, so that the order inside a tier says nothing.
    tiers = tiers.map { $0.sorted() }
    return list.others.isEmpty ? tiers : tiers + [list.others.sorted()]
  }
}

/// What a family makes: whom each names, and what each pair is worth.
struct MarketLists {
  struct List {
    /// The best first.
    var named: [Int] = []
    /// Whom the person does not mind.
    var others: [Int] = []
  }

  var mentees: [List]
  var mentors: [List]
  /// Of the eligible pairs.
  var points: [(pair: Pair, points: Int)] = []

  /// The mentees' lists, and mentors who have not named anybody yet.
  init(menteeLists: [[Int]], mentorCount: Int) {
    mentees = menteeLists.map { List(named: $0) }
    mentors = Array(repeating: List(), count: mentorCount)
  }

  /// By mentor: the mentees who name them, ascending, with the place each gives.
  func suitors() -> [[(mentee: Int, place: Int)]] {
    var suitors = [[(mentee: Int, place: Int)]](repeating: [], count: mentors.count)
    for (mentee, list) in mentees.enumerated() {
      for (place, mentor) in list.named.enumerated() { suitors[mentor].append((mentee, place)) }
    }
    return suitors
  }
}
