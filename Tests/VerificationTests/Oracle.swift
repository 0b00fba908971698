import Problems

/// A seeded generator of its own: this target shares nothing with solvers or their tests.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// Right answers by trying every set of pairs.
struct Oracle {
  let problem: AssignmentProblem
  let best: Assignment?

  init(_ problem: AssignmentProblem) {
    self.problem = problem
    let pairs = (0..<problem.table.pairCount).map { problem.table.pair(of: $0) }
    var best: Assignment?
    for subset in 0..<(1 << pairs.count) {
      let chosen = pairs.indices.filter { subset >> $0 & 1 == 1 }.map { pairs[$0] }
      guard Self.isFeasible(chosen, problem), let value = problem.objective(of: chosen) else {
        continue
      }
      if best.map({ Self.isBetter(value, than: $0.objective, problem) }) ?? true {
        best = Assignment(pairs: chosen, objective: value)
      }
    }
    self.best = best
  }

  static func isBetter(
    _ left: Objective, than right: Objective, _ problem: AssignmentProblem
  ) -> Bool {
    problem.coverage == .first && left.matched != right.matched
      ? left.matched > right.matched : left.total > right.total
  }

  static func isFeasible(_ pairs: [Pair], _ problem: AssignmentProblem) -> Bool {
    guard Set(pairs).count == pairs.count, pairs.allSatisfy({ problem.table.entry(of: $0) != nil })
    else { return false }
    let demandsHold = problem.demands.indices.allSatisfy { mentee in
      let load = pairs.count { $0.mentee == mentee }
      return problem.coverage == .everyMentee
        ? load == problem.demands[mentee] : load <= problem.demands[mentee]
    }
    let capacitiesHold = problem.mentors.indices.allSatisfy { mentor in
      let load = pairs.count { $0.mentor == mentor }
      let limits = problem.mentors[mentor]
      guard load <= limits.capacity else { return false }
      guard problem.coverage != .everyMentor || load == limits.capacity else { return false }
      return load >= limits.minimum || (load == 0 && problem.minimumRule == .ifOpen)
    }
    let quotasHold = problem.quotas.allSatisfy { quota in
      let count = pairs.count {
        quota.mentees?.contains($0.mentee) ?? true && quota.mentors?.contains($0.mentor) ?? true
      }
      let isMet = quota.when.map { when in
        pairs.contains { when.contains($0.mentee) && quota.mentors?.contains($0.mentor) ?? true }
      }
      return isMet == false || count >= quota.atLeast && count <= quota.atMost ?? .max
    }
    return demandsHold && capacitiesHold && quotasHold
      && problem.fixed.allSatisfy(pairs.contains)
  }

  /// Prices of an optimal assignment of a problem without quotas, by the difference constraints that
  /// they satisfy (Bellman, Ford); `nil` when there are none.
  func prices(_ best: Assignment) -> DualPrices? {
    let (mentees, mentors) = (problem.menteeCount, problem.mentorCount)
    let zero = mentees + mentors
    // value[a] − value[b] ≤ bound, with u = value[mentee] and v = −value[mentor].
    var constraints: [(a: Int, b: Int, bound: Int)] = []
    for entry in 0..<problem.table.pairCount {
      let pair = problem.table.pair(of: entry)
      guard !problem.fixed.contains(pair) else { continue }
      let weight = problem.coverageWeight + problem.table.points[entry]
      let mentor = mentees + pair.mentor
      constraints.append(
        best.pairs.contains(pair) ? (pair.mentee, mentor, weight) : (mentor, pair.mentee, -weight))
    }
    for mentee in 0..<mentees {
      let load = best.pairs.count { $0.mentee == mentee }
      if load < problem.demands[mentee] { constraints.append((mentee, zero, 0)) }
      if problem.coverage != .everyMentee { constraints.append((zero, mentee, 0)) }
    }
    for (mentor, limits) in problem.mentors.enumerated() {
      let load = best.pairs.count { $0.mentor == mentor }
      let isAtLower =
        problem.coverage == .everyMentor
        || (problem.minimumRule == .always && limits.minimum > 0 && load == limits.minimum)
      if load < limits.capacity { constraints.append((zero, mentees + mentor, 0)) }
      if !isAtLower { constraints.append((mentees + mentor, zero, 0)) }
    }
    var values = Array(repeating: 0, count: zero + 1)
    for _ in 0...zero + 1 {
      for (a, b, bound) in constraints where values[a] > values[b] + bound {
        values[a] = values[b] + bound
      }
    }
    guard constraints.allSatisfy({ values[$0.a] - values[$0.b] <= $0.bound }) else { return nil }
    return DualPrices(
      coverageWeight: problem.coverageWeight,
      mentees: values[..<mentees].map { $0 - values[zero] },
      mentors: values[mentees..<zero].map { values[zero] - $0 })
  }
}

extension AssignmentProblem {
  /// A problem of up to 3 × 3 people with everything that prices can prove.
  static func small(seed: UInt64) throws -> AssignmentProblem {
    var generator = SplitMix(state: seed)
    let (mentees, mentors) = (
      Int.random(in: 1...3, using: &generator), Int.random(in: 1...3, using: &generator)
    )
    let rows = (0..<mentees).map { _ in
      (0..<mentors).map { _ in
        Int.random(in: 0..<5, using: &generator) == 0
          ? nil : Int.random(in: -4...9, using: &generator)
      }
    }
    let table = try PairTable(rows: rows, mentorCount: mentors)
    let coverages: [Coverage] = [.first, .ignore, .everyMentee, .everyMentor]
    let isFixed = table.pairCount > 0 && Int.random(in: 0..<4, using: &generator) == 0
    return try AssignmentProblem(
      table: table, demands: (0..<mentees).map { _ in Int.random(in: 0...2, using: &generator) },
      mentors: (0..<mentors).map { _ in
        MentorLimits(
          capacity: Int.random(in: 0...3, using: &generator),
          minimum: Int.random(in: 0...5, using: &generator) / 4)
      },
      minimumRule: Bool.random(using: &generator) ? .ifOpen : .always,
      fixed: isFixed
        ? [table.pair(of: Int.random(in: 0..<table.pairCount, using: &generator))] : [],
      coverage: coverages[Int.random(in: 0..<4, using: &generator)])
  }
}
