import Problems

extension MarketRecipe {
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
    _ candidates: [[Int]], _ popular: [Int], _ generator: inout SeededGenerator,
    worth: (Pair) -> Int
  ) -> MarketLists {
    let model = RankingModel.plackettLuce(dispersion: scatter)
    let (eligible, suitors) = withoutAvoided(candidates, &generator)
    var lists = MarketLists(menteeLists: [], mentorCount: mentorCount)
    var places: [[Int: Int]] = []
    for mentors in eligible {
      let known = Set(mentors)
      let names = model.list(around: popular.filter(known.contains), most: nameCount, &generator)
      lists.mentees.append(.init(named: names, others: known.subtracting(names).sorted()))
      places.append(Self.places(names))
    }
    let fame = generator.shuffled(Array(0..<menteeCount))
    for (mentor, mentees) in suitors.enumerated() {
      // Who has named this mentor is named back the likelier, by the correlation.
      let reference = mentees.map { mentee in
        let own = places[mentee][mentor].map { 1000 * $0 / max(1, nameCount) } ?? 1000
        let known = 1000 * fame[mentee] / max(1, menteeCount)
        return (
          key: (1000 - mutuality) * known + mutuality * own, fame: fame[mentee], mentee: mentee
        )
      }.sorted { ($0.key, $0.fame) < ($1.key, $1.fame) }.map(\.mentee)
      let names = model.list(around: reference, most: nameCount, &generator)
      let own = Self.places(names)
      lists.mentors[mentor] = .init(named: names, others: mentees.filter { own[$0] == nil })
      for mentee in mentees {
        let pair = Pair(mentee: mentee, mentor: mentor)
        let given = [places[mentee][mentor], own[mentee]].compactMap(\.self)
        let named = given.reduce(0) { $0 + 50 * (nameCount - $1) / max(1, nameCount) }
        lists.points.append((pair, worth(pair) + named))
      }
    }
    return lists
  }

  /// Whom each mentee and each mentor may have, when some have named one person whom they will not have.
  private func withoutAvoided(
    _ candidates: [[Int]], _ generator: inout SeededGenerator
  ) -> (eligible: [[Int]], suitors: [[Int]]) {
    func suitors(_ eligible: [[Int]]) -> [[Int]] {
      var suitors = [[Int]](repeating: [], count: mentorCount)
      for (mentee, mentors) in eligible.enumerated() {
        for mentor in mentors { suitors[mentor].append(mentee) }
      }
      return suitors
    }
    var avoided: Set<Pair> = []
    func avoid(_ others: [Int], _ pair: (Int) -> Pair) {
      guard !others.isEmpty, generator.happens(Self.avoidance) else { return }
      avoided.insert(pair(others[generator.below(others.count)]))
    }
    for (mentee, mentors) in candidates.enumerated() {
      avoid(mentors) { Pair(mentee: mentee, mentor: $0) }
    }
    for (mentor, mentees) in suitors(candidates).enumerated() {
      avoid(mentees) { Pair(mentee: $0, mentor: mentor) }
    }
    let eligible = candidates.enumerated().map { mentee, mentors in
      mentors.filter { !avoided.contains(Pair(mentee: mentee, mentor: $0)) }
    }
    return (eligible, suitors(eligible))
  }

  private static func places(_ names: [Int]) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }
}
