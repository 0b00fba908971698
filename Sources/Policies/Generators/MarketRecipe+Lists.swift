import Problems

extension MarketRecipe {
  /// Lists around one order of popularity a side.
  ///
  /// Each mentee's list scatters around the order of the mentors. Each mentor's scatters around an order of those who
  /// list them: the mentees' popularity, and with correlation the places that they give this mentor. Points are what
  /// both places are worth, 0 to 100 each from the last to the first of a list.
  func modelLists(_ model: RankingModel, _ generator: inout SeededGenerator) -> MarketLists {
    let popular = generator.shuffled(Array(0..<mentorCount))
    let fame = generator.shuffled(Array(0..<menteeCount))
    let isSparse = Self.share(density) < 1
    var menteeLists: [[Int]] = []
    for _ in 0..<menteeCount {
      var reference = popular
      if isSparse {
        let candidates = Set(candidates(&generator))
        reference = popular.filter(candidates.contains)
      }
      menteeLists.append(model.list(around: reference, most: nameCount, &generator))
    }
    var lists = MarketLists(menteeLists: menteeLists, mentorCount: mentorCount)
    for (mentor, suitors) in lists.suitors().enumerated() {
      let reference = order(of: suitors, fame: fame, lists)
      let list = model.list(around: reference, &generator)
      lists.mentors[mentor].named = list
      let given = Dictionary(uniqueKeysWithValues: suitors.map { ($0.mentee, $0.place) })
      for (place, mentee) in list.enumerated() {
        let own = Self.worth(given[mentee] ?? 0, of: lists.mentees[mentee].named.count)
        lists.points.append(
          (Pair(mentee: mentee, mentor: mentor), own + Self.worth(place, of: list.count)))
      }
    }
    return lists
  }

  /// Those who name a mentor, from whom a mentor like all others would like best.
  private func order(
    of suitors: [(mentee: Int, place: Int)], fame: [Int], _ lists: MarketLists
  ) -> [Int] {
    suitors.map { suitor in
      let famePlace = 1000 * fame[suitor.mentee] / max(1, menteeCount)
      let ownPlace = 1000 * suitor.place / max(1, lists.mentees[suitor.mentee].named.count)
      return (
        key: (1000 - mutuality) * famePlace + mutuality * ownPlace, fame: fame[suitor.mentee],
        mentee: suitor.mentee
      )
    }.sorted { ($0.key, $0.fame) < ($1.key, $1.fame) }.map(\.mentee)
  }

  /// 100 in the first place, 0 in the last of several.
  private static func worth(_ place: Int, of count: Int) -> Int {
    count < 2 ? 100 : 100 * (count - 1 - place) / (count - 1)
  }
}
