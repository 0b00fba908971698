import Problems

extension Rows {
  /// Recomputes a Hall violator by the definition of ``HallViolator``.
  func problems(of violator: HallViolator) -> [Verdict.Problem] {
    var problems = strangers(.mentees, violator.mentees) + strangers(.mentors, violator.mentors)
    guard problems.isEmpty else { return problems }
    let isForMentees = violator.side == .mentees
    let (mentees, mentors) = (Set(violator.mentees), Set(violator.mentors.map(row(mentor:))))
    let (takers, givers) = isForMentees ? (mentees, mentors) : (mentors, mentees)
    var partners = Array(repeating: 0, count: uppers.count)
    let fixed = Set(problem.fixed)
    problem.table.forEachPair { pair, _ in
      let (mentee, mentor) = (pair.mentee, row(mentor: pair.mentor))
      let (taker, giver) = isForMentees ? (mentee, mentor) : (mentor, mentee)
      guard takers.contains(taker), !fixed.contains(pair) else { return }
      partners[giver] += 1
      if !givers.contains(giver), problems.count < 1000 { problems.append(.witnessLeavesOut(pair)) }
    }
    if takers.allSatisfy({ lowers[$0] == nil }) { problems.append(.witnessSide(violator.side)) }
    let fixedCounts = counts(problem.fixed)
    let needed = takers.reduce(0) { $0 + max(0, (lowers[$1] ?? 0) - fixedCounts[$1]) }
    let left = zip(uppers, fixedCounts).map { max(0, max(0, $0 ?? .max) - $1) }
    var gifts = zip(left, partners).map { min($0, $1) }
    if isForMentees { limit(&gifts, left) }
    let places = gifts.reduce(0, +)
    let isRight = needed > places && needed == violator.needed && places == violator.places
    return problems + (isRight ? [] : [.witnessNumbers(needed: needed, places: places)])
  }

  /// The people listed who do not exist, or not any more.
  private func strangers(_ side: Side, _ people: [Int]) -> [Verdict.Problem] {
    var left = Set(side == .mentees ? problem.demands.indices : problem.mentors.indices)
    return people.filter { left.remove($0) == nil }.map { .witnessPerson(side, $0) }
  }

  /// Bounds gifts by upper quotas over whole mentors, inner sets first: one mentor of a set then hands
  /// over what all of it may, so that the sets around count it once.
  private func limit(_ gifts: inout [Int], _ left: [Int]) {
    let bounded = problem.quotas.indices
      .filter { uppers[row(quota: $0)] != nil && problem.areNested([$0]) }
      .sorted { members[$0].mentors.count < members[$1].mentors.count }
    for quota in problem.areNested(bounded) ? bounded : [] {
      let givers = members[quota].mentors.map(row(mentor:))
      let sum = givers.reduce(0) { $0 + gifts[$1] }
      for giver in givers { gifts[giver] = 0 }
      if let first = givers.first { gifts[first] = min(sum, left[row(quota: quota)]) }
    }
  }

  /// Proves by counting, or by a search of its own, that the rules of a conflict cannot hold together.
  ///
  /// Demands, capacities, eligible pairs and coverage always hold; of the minimums and fixed pairs
  /// only those listed, and each must be needed. What only other rules rule out is left on trust.
  func verdict(on listed: [Rule], isMinimal: Bool = true) -> Verdict {
    let held = Set(listed)
    let unknown = held.subtracting(rules)
    guard unknown.isEmpty else { return Verdict(unknown.map { .unknownRule($0) }, proof: .checked) }
    if contradict(held) { return Verdict([], proof: .checked) }
    var steps = 50_000_000
    let isPossible = canHold(held, &steps)
    let isNeeded =
      !isMinimal || listed.allSatisfy { canHold(held.subtracting([$0]), &steps) != false }
    let others = rules[row(quota: 0)...].dropLast(problem.mentorCount + problem.fixed.count)
    let isWrong = isPossible == true && held.isDisjoint(with: others) || !isNeeded || held.isEmpty
    return Verdict(isWrong ? [.noConflict] : [], proof: isPossible == false ? .checked : .trusted)
  }

  /// Whether fixed pairs or a binding minimum overfill a rule, all listed, or a quota itself.
  private func contradict(_ held: Set<Rule>) -> Bool {
    let pinned = counts(problem.fixed.enumerated().filter { held.contains(.fixed($0.0)) }.map(\.1))
    return uppers.indices.contains { row in
      let mentor = row - problem.menteeCount
      let isBusy = problem.minimumRule == .always || (lowers[row] ?? 0) > 0 || pinned[row] > 0
      let isLeast = isBusy && held.contains(.minimum(mentor: mentor))
      let own = row < self.row(quota: 0) ? 0 : lowers[row] ?? 0
      let load = max(pinned[row], isLeast ? problem.mentors[mentor].minimum : own)
      return held.contains(rules[row]) && load > uppers[row] ?? .max
    }
  }

  /// Closes, then opens mentors between nobody and the minimum; `nil` when the steps are spent.
  private func canHold(_ held: Set<Rule>, _ steps: inout Int) -> Bool? {
    guard problem.table.pairCount < 5_000_000 else { return nil }
    let fixed = Set(problem.fixed.enumerated().filter { held.contains(.fixed($0.0)) }.map(\.1))
    let minimums = problem.mentors.enumerated().map {
      held.contains(.minimum(mentor: $0)) ? $1.minimum : 0
    }
    let capacities = problem.mentors.map(\.capacity)
    let (isAlways, isFull) = (problem.minimumRule == .always, problem.coverage == .everyMentor)
    let needs = zip(minimums, capacities).map { max(isAlways ? $0 : 0, isFull ? $1 : 0) }
    var branches = [(lowers: needs, uppers: capacities)]
    while steps > 0, let branch = branches.popLast() {
      var flow = Circulation(self, branch.lowers, branch.uppers, fixed)
      guard flow.fillLowers(&steps) else { continue }
      let loads = branch.uppers.enumerated().map { $1 - flow.room[2 * $0] }
      guard let torn = loads.indices.first(where: { 0 < loads[$0] && loads[$0] < minimums[$0] })
      else { return true }
      var (opened, closed) = (branch, branch)
      opened.lowers[torn] = max(needs[torn], minimums[torn])
      closed.uppers[torn] = 0
      branches += [opened, closed]
    }
    return steps > 0 ? false : nil
  }
}

/// A circulation of whole units: mentor → hub, the edges that come first, hub → mentee → mentor.
private struct Circulation {
  /// What more may flow along arc 2 · edge and back along 2 · edge + 1; negative is lacking.
  private(set) var room: [Int] = []
  private var heads: [Int] = []
  private var arcsFrom: [[Int]]

  init(_ rows: Rows, _ lowers: [Int], _ uppers: [Int], _ fixed: Set<Pair>) {
    let (hub, demands) = (rows.row(quota: 0), rows.problem.demands)
    arcsFrom = Array(repeating: [], count: hub + 1)
    for index in lowers.indices { add(rows.row(mentor: index), hub, lowers[index], uppers[index]) }
    for mentee in demands.indices { add(hub, mentee, rows.lowers[mentee] ?? 0, demands[mentee]) }
    rows.problem.table.forEachPair { pair, _ in
      add(pair.mentee, rows.row(mentor: pair.mentor), fixed.contains(pair) ? 1 : 0, 1)
    }
  }

  private mutating func add(_ tail: Int, _ head: Int, _ lower: Int, _ upper: Int) {
    arcsFrom[tail].append(heads.count)
    arcsFrom[head].append(heads.count + 1)
    heads += [head, tail]
    room += [upper, -lower]
  }

  /// Fills every edge to its least flow; `false` when that cannot be or the steps are spent.
  mutating func fillLowers(_ steps: inout Int) -> Bool {
    steps -= heads.count
    for arc in heads.indices {
      while room[arc ^ 1] < 0 { guard pushUnit(along: arc, &steps) else { return false } }
    }
    return true
  }

  /// Pushes one unit around a shortest cycle that has room.
  private mutating func pushUnit(along first: Int, _ steps: inout Int) -> Bool {
    var (arrivals, queue) = ([heads[first]: first], [heads[first]][...])
    while arrivals[heads[first ^ 1]] == nil {
      guard steps > 0, room[first] > 0, let node = queue.popFirst() else { return false }
      steps -= arcsFrom[node].count
      for arc in arcsFrom[node] where room[arc] > 0 && arrivals[heads[arc]] == nil {
        arrivals[heads[arc]] = arc
        queue.append(heads[arc])
      }
    }
    var node = heads[first ^ 1]
    while let arc = arrivals.removeValue(forKey: node) {
      room[arc] -= 1
      room[arc ^ 1] += 1
      node = heads[arc ^ 1]
    }
    return true
  }
}
