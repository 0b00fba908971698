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

  /// The chance of somebody in a programme to name one person to avoid.
  private static let avoidance = 0.2

  /// A mentoring programme.
  func programmeLists(_ generator: inout SeededGenerator) -> MarketLists {
    let popular = generator.shuffled(Array(0..<mentorCount))
    let eligible = (0..<menteeCount).map { _ in candidates(&generator) }
    return namedLists(eligible, popular, &generator) { _ in 0 }
  }

  /// A school season.
  func schoolLists(_ generator: inout SeededGenerator) -> MarketLists {
    func subjects(_ count: Int) -> Set<Int> { Set(generator.shuffled(Array(0..<8)).prefix(count)) }
    let pupils = (0..<menteeCount).map { _ in
      (year: generator.number(in: 5...9), subjects: subjects(2))
    }
    let helpers = (0..<mentorCount).map { _ in
      (year: generator.number(in: 7...11), subjects: subjects(3))
    }
    let eligible = pupils.map { pupil in
      candidates(&generator).filter { helpers[$0].year > pupil.year }
    }
    let popular = generator.shuffled(Array(0..<mentorCount))
    // Half of what a pair is worth: the subjects asked for that are offered.
    return namedLists(eligible, popular, &generator) { pair in
      50 * pupils[pair.mentee].subjects.intersection(helpers[pair.mentor].subjects).count
    }
  }

  /// Lists of a few, and everybody else who may be had in a last place.
  ///
  /// Whom somebody avoids is not eligible. Points: what the pair is worth by itself, and for every name the less the
  /// later it is given, 50 for a first one.
  private func namedLists(
    _ eligible: [[Int]], _ popular: [Int], _ generator: inout SeededGenerator,
    worth: (Pair) -> Int
  ) -> MarketLists {
    let model = RankingModel.plackettLuce(dispersion: scatter)
    var suitors = [[Int]](repeating: [], count: mentorCount)
    for (mentee, mentors) in eligible.enumerated() {
      for mentor in mentors { suitors[mentor].append(mentee) }
    }
    var avoided: Set<Pair> = []
    func avoid(_ others: [Int], _ pair: (Int) -> Pair) {
      guard !others.isEmpty, generator.happens(Self.avoidance) else { return }
      avoided.insert(pair(others[generator.below(others.count)]))
    }
    for mentee in eligible.indices { avoid(eligible[mentee]) { Pair(mentee: mentee, mentor: $0) } }
    for mentor in suitors.indices { avoid(suitors[mentor]) { Pair(mentee: $0, mentor: mentor) } }

    var lists = MarketLists(menteeLists: [], mentorCount: mentorCount)
    var places: [[Int: Int]] = []
    for mentee in eligible.indices {
      let candidates = Set(
        eligible[mentee].filter { !avoided.contains(Pair(mentee: mentee, mentor: $0)) })
      let names = model.list(
        around: popular.filter(candidates.contains), most: nameCount, &generator)
      lists.mentees.append(
        MarketLists.List(named: names, others: candidates.subtracting(names).sorted()))
      places.append(Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) }))
    }
    let fame = generator.shuffled(Array(0..<menteeCount))
    for mentor in suitors.indices {
      let mentees = suitors[mentor].filter { !avoided.contains(Pair(mentee: $0, mentor: mentor)) }
      // Who has named this mentor is named back the likelier, by the correlation.
      let reference = mentees.map { mentee in
        let own = places[mentee][mentor].map { 1000 * $0 / max(1, nameCount) } ?? 1000
        let known = 1000 * fame[mentee] / max(1, menteeCount)
        return (
          key: (1000 - mutuality) * known + mutuality * own, fame: fame[mentee], mentee: mentee
        )
      }.sorted { ($0.key, $0.fame) < ($1.key, $1.fame) }.map(\.mentee)
      let names = model.list(around: reference, most: nameCount, &generator)
      let isNamed = Set(names)
      lists.mentors[mentor] = MarketLists.List(
        named: names, others: mentees.filter { !isNamed.contains($0) })
      let own = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      for mentee in mentees {
        let pair = Pair(mentee: mentee, mentor: mentor)
        let given = [places[mentee][mentor], own[mentee]].compactMap(\.self)
        let named = given.reduce(0) { $0 + 50 * (nameCount - $1) / max(1, nameCount) }
        lists.points.append((pair, worth(pair) + named))
      }
    }
    return lists
  }
}
