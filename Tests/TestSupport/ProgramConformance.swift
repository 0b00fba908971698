public import GLPKBackend
public import Problems

/// What every backend for 0–1 programs has to get right, whatever it does inside.
public struct ProgramConformance: Sendable {
  private let backend: any ProgramBackend

  public init(_ backend: any ProgramBackend) { self.backend = backend }

  /// What the backend gets wrong; empty when it conforms.
  public func complaints() -> [String] {
    smallAnswers() + nearlyWhole() + empty() + malformed() + largeNumbers() + limits() + progress()
  }

  private func solve(
    _ program: BinaryProgram, time: Duration? = nil, watch: ProgramWatch = .none
  ) -> Result<ProgramOutcome, GLPKError> {
    do {
      return .success(
        try backend.solve(program, limits: .init(time: time, threads: 2), watch: watch))
    } catch {
      return .failure(error)
    }
  }

  private func expect(
    _ name: String, _ program: BinaryProgram, _ expected: ProgramOutcome
  ) -> [String] {
    let result = solve(program)
    return result == .success(expected) ? [] : ["\(name): \(result), not \(expected)"]
  }

  private func smallAnswers() -> [String] {
    let choice = BinaryProgram.Row(columns: [0, 1], coefficients: [1, 1], lower: nil, upper: 1)
    let both = BinaryProgram.Row(columns: [0, 1], coefficients: [1, 1], lower: 2, upper: nil)
    let equal = BinaryProgram.Row(columns: [0, 1, 2], coefficients: [3, 5, 2], lower: 5, upper: 5)
    return expect(
      "optimal", .init(objective: [3, 2], rows: [choice]),
      .optimal(.init(values: [true, false], objective: 3)))
      + expect("infeasible", .init(objective: [3, 2], rows: [choice, both]), .infeasible)
      + expect(
        "equality", .init(objective: [3, 6, 4], rows: [equal]),
        .optimal(.init(values: [true, false, true], objective: 7)))
      + expect(
        "1 x 1",
        .init(
          objective: [-5], rows: [.init(columns: [0], coefficients: [2], lower: 1, upper: nil)]),
        .optimal(.init(values: [true], objective: -5)))
      + expect(
        "two parts",
        .init(
          objective: [1, 2, 4, 4],
          rows: [
            choice,
            .init(columns: [2, 3], coefficients: [2, 3], lower: nil, upper: 2),
          ]), .optimal(.init(values: [false, true, true, false], objective: 6)))
  }

  /// A millionth of a column is worth more than a unit here: what looks whole is not.
  private func nearlyWhole() -> [String] {
    expect(
      "nearly whole",
      .init(
        objective: [104_857_600, 103_809_024, 1000, 1050],
        rows: [
          .init(
            columns: [0, 1, 2, 3], coefficients: [-1_048_576, -1_048_576, -10, -11],
            lower: -1_048_587, upper: nil)
        ]),
      .optimal(.init(values: [true, false, false, true], objective: 104_858_650)))
  }

  private func empty() -> [String] {
    func row(_ lower: Int?, _ upper: Int?) -> BinaryProgram {
      .init(
        objective: [],
        rows: [.init(columns: [], coefficients: [], lower: lower, upper: upper)])
    }
    let nothing = ProgramOutcome.optimal(.init(values: [], objective: 0))
    return expect("nothing at all", .init(objective: [], rows: []), nothing)
      + expect(
        "no rows", .init(objective: [2, -1], rows: []),
        .optimal(.init(values: [true, false], objective: 2)))
      + expect("empty row", row(0, 0), nothing)
      + expect("empty row above", row(1, nil), .infeasible)
      + expect("empty row below", row(nil, -1), .infeasible)
      + expect("bounds that cross", row(2, 1), .infeasible)
  }

  private func malformed() -> [String] {
    let cases: [(columns: [Int], coefficients: [Int], error: GLPKError)] = [
      ([0], [1, 1], .unevenRow(row: 0, columns: 1, coefficients: 2)),
      ([0, 2], [1, 1], .columnOutOfRange(row: 0, column: 2)),
      ([-1], [1], .columnOutOfRange(row: 0, column: -1)),
      ([1, 1], [1, 1], .columnTwice(row: 0, column: 1)),
    ]
    return cases.compactMap { columns, coefficients, error in
      let row = BinaryProgram.Row(
        columns: columns, coefficients: coefficients, lower: nil, upper: 1)
      let result = solve(.init(objective: [1, 1], rows: [row]))
      return result == .failure(error) ? nil : "malformed: \(result), not \(error)"
    }
  }

  /// Numbers that are too large may be refused, never answered wrongly.
  private func largeNumbers() -> [String] {
    var complaints: [String] = []
    for seed in 0..<20 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let top = 1 << Int.random(in: 20...50, using: &generator)
      let count = 12
      let program = BinaryProgram(
        objective: (0..<count).map { _ in Int.random(in: top - 9...top, using: &generator) },
        rows: (0..<3).map { _ in
          BinaryProgram.Row(
            columns: Array(0..<count),
            coefficients: (0..<count).map { _ in
              Int.random(in: 1...1 << 20, using: &generator)
            }, lower: nil, upper: 3 << 20)
        })
      guard case .success(let outcome) = solve(program) else { continue }
      guard case .optimal(let answer) = outcome, answer.objective == bestByTrying(program) else {
        complaints.append("large numbers, seed \(seed): \(outcome)")
        continue
      }
    }
    return complaints
  }

  private func limits() -> [String] {
    let program = marketSplit(columnCount: 40, rowCount: 4, seed: 5)
    let cancelled = ProgramWatch(isCancelled: { true })
    let results = [
      ("time limit", solve(program, time: .milliseconds(200))),
      ("no time at all", solve(program, time: .zero)),
      ("cancelled", solve(program, watch: cancelled)),
    ]
    return results.compactMap { name, result in
      guard case .success(.limitReached(let answer, let bound)) = result else {
        return "\(name): \(result)"
      }
      if let answer, value(answer.values, in: program) != answer.objective {
        return "\(name): an answer that is none"
      }
      return (answer?.objective ?? .min) <= bound ? nil : "\(name): bound below the answer"
    }
  }

  /// Best and bound that are reported must hold the optimum between them.
  private func progress() -> [String] {
    var complaints: [String] = []
    for seed in 0..<20 as Range<UInt64> {
      let program = RandomProgram.matching(seed: seed, mentees: 12, mentors: 5)
      let log = ProgressLog()
      guard case .success(.optimal(let answer)) = solve(program, watch: log.watch) else { continue }
      let wrong = log.entries.filter {
        ($0.best ?? answer.objective) > answer.objective
          || ($0.bound ?? answer.objective) < answer.objective
      }
      complaints += wrong.map { "progress, seed \(seed): \($0), optimum \(answer.objective)" }
    }
    return complaints
  }
}

/// Market split: few equations over many columns, out of reach of branch and bound.
///
/// Source: G. Cornuéjols, M. Dawande, "A class of hard small 0–1 programs", IPCO 1998,
/// doi:10.1007/3-540-69346-7_22.
public func marketSplit(columnCount: Int, rowCount: Int, seed: UInt64) -> BinaryProgram {
  var generator = SplitMix64(seed: seed)
  let rows = (0..<rowCount).map { _ in
    let coefficients = (0..<columnCount).map { _ in Int.random(in: 0..<100, using: &generator) }
    let half = coefficients.reduce(0, +) / 2
    return BinaryProgram.Row(
      columns: Array(0..<columnCount), coefficients: coefficients, lower: half, upper: half)
  }
  return BinaryProgram(objective: Array(repeating: 1, count: columnCount), rows: rows)
}
