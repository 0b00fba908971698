/// A column or row whose value is not a whole number.
struct Candidate {
  let variable: Int
  let value: Double
  let fraction: Double
  let priority: Int
  var score = 0.0
}

/// What one unit of change cost on average, by variable and direction.
struct Pseudocosts {
  private var sums: [[Double]]
  private var counts: [[Int32]]
  private var allSum = [0.0, 0.0]
  private var allCount = [0.0, 0.0]

  init(count: Int) {
    sums = [Array(repeating: 0, count: count), Array(repeating: 0, count: count)]
    counts = [Array(repeating: 0, count: count), Array(repeating: 0, count: count)]
  }

  mutating func learn(_ variable: Int, isUp: Bool, gain: Double, distance: Double) {
    let (side, unit) = (isUp ? 1 : 0, gain / max(1e-6, distance))
    sums[side][variable] += unit
    counts[side][variable] += 1
    allSum[side] += unit
    allCount[side] += 1
  }

  /// The average of the variable, or of all.
  func estimate(_ variable: Int, isUp: Bool) -> Double {
    let side = isUp ? 1 : 0
    if counts[side][variable] > 0 {
      return sums[side][variable] / Double(counts[side][variable])
    }
    return allCount[side] > 0 ? allSum[side] / allCount[side] : 1
  }

  /// Observations on the side that has fewer.
  func reliability(_ variable: Int) -> Int32 { min(counts[0][variable], counts[1][variable]) }

  func score(_ candidate: Candidate) -> Double {
    let down = estimate(candidate.variable, isUp: false) * candidate.fraction
    let up = estimate(candidate.variable, isUp: true) * (1 - candidate.fraction)
    return max(down, 1e-3) * max(up, 1e-3)
  }
}

extension TreeSearch {
  enum Choice {
    /// Both directions are impossible.
    case dead
    /// One direction is impossible.
    case tightened(Change)
    case branch(Candidate)
  }

  private static let probeLimit = 4
  private static let probeIterations = 60
  /// Observations after which a pseudocost is believed.
  private static let reliable = 2
  /// Candidates without a better score after which the search for one ends.
  private static let patience = 5
  /// How much the score of a variable of high priority counts before it is reliable.
  private static let preference = 4.0

  /// The fractional columns and rows at the optimum read last, the most promising first.
  func candidates(tolerance: Double) -> [Candidate] {
    var result: [Candidate] = []
    for column in 0..<columnCount {
      if let fraction = Self.fraction(primal[column], tolerance) {
        result.append(
          Candidate(
            variable: column, value: primal[column], fraction: fraction,
            priority: state.structure.priority(Int(tree.columns[column]))))
      }
    }
    guard !result.isEmpty else { return [] }
    for row in activity.indices where tree.isBranchRow[row] {
      if let fraction = Self.fraction(activity[row], tolerance) {
        result.append(
          Candidate(
            variable: columnCount + row, value: activity[row], fraction: fraction, priority: 1))
      }
    }
    for index in result.indices {
      var score = costs.score(result[index])
      if costs.reliability(result[index].variable) == 0, result[index].priority > 0 {
        score *= Self.preference
      }
      result[index].score = score
    }
    return result.sorted { ($1.score, $0.variable) < ($0.score, $1.variable) }
  }

  private static func fraction(_ value: Double, _ tolerance: Double) -> Double? {
    let fraction = value - value.rounded(.down)
    return fraction > tolerance && fraction < 1 - tolerance ? fraction : nil
  }

  /// Chooses by pseudocosts, after a few steps of the simplex method where those are not reliable.
  mutating func choose(
    from candidates: [Candidate], value: Double, basis: Basis
  ) throws(LinearTrouble) -> Choice {
    var best = candidates[0]
    var bestScore = -1.0
    var (probeCount, failureCount) = (0, 0)
    for candidate in candidates where probeCount < Self.probeLimit {
      guard failureCount < Self.patience else { break }
      var score = costs.score(candidate)
      if costs.reliability(candidate.variable) < Self.reliable {
        probeCount += 1
        let down = try probe(candidate, isUp: false, value: value, basis: basis)
        let up = try probe(candidate, isUp: true, value: value, basis: basis)
        switch (down, up) {
        case (nil, nil): return .dead
        case (nil, _):
          return .tightened(
            Change(
              variable: candidate.variable, lower: candidate.value.rounded(.up),
              upper: upper[candidate.variable]))
        case (_, nil):
          return .tightened(
            Change(
              variable: candidate.variable, lower: lower[candidate.variable],
              upper: candidate.value.rounded(.down)))
        case (let down?, let up?): score = max(down, 1e-3) * max(up, 1e-3)
        }
      }
      if score > bestScore {
        (best, bestScore, failureCount) = (candidate, score, 0)
      } else {
        failureCount += 1
      }
    }
    return .branch(best)
  }

  /// By how much the value falls in one direction; `nil` when nothing of interest is left there.
  private mutating func probe(
    _ candidate: Candidate, isUp: Bool, value: Double, basis: Basis
  ) throws(LinearTrouble) -> Double? {
    let variable = candidate.variable
    if isUp {
      try bound(variable, candidate.value.rounded(.up), upper[variable])
    } else {
      try bound(variable, lower[variable], candidate.value.rounded(.down))
    }
    let end = try solve(iterations: Self.probeIterations)
    let gain = max(0, value - self.value)
    try bound(variable, lower[variable], upper[variable])
    try tree.session.setBasis(basis)
    switch end {
    case .infeasible, .cutOff: return nil
    case .optimal, .unfinished:
      costs.learn(
        variable, isUp: isUp, gain: gain,
        distance: isUp ? 1 - candidate.fraction : candidate.fraction)
      return gain
    case .failed: return 0
    }
  }
}
