public import Problems
import Solvers

/// How much of a solution stands when points are not exactly what they should be.
///
/// ```swift
/// let robustness = try Robustness.of(solved, draws: 100, seed: 1)
/// robustness.pairs[0]   // the most doubtful: points 640, least 635, chosen in 41 of 100 draws
/// ```
///
/// Questionnaires are no measurements: ``drawCount`` times all points are drawn anew, each up to a tenth more or
/// less, and the problem is solved with them.
public struct Robustness: Equatable, Sendable {
  /// A chosen pair.
  public struct Standing: Equatable, Sendable {
    public let pair: Pair
    public let points: Int
    /// The least points with which the solution stays the best; `nil` = any.
    public let least: Int?
    /// Whether ``least`` was found out, where each is a solve.
    public let isKnown: Bool
    /// In how many draws it was chosen.
    public let survivals: Int
    /// Of how many.
    public let drawCount: Int

    /// An equally good solution does without it.
    public var isReplaceable: Bool { least == points }

    /// Chosen in less than half of the draws, or replaceable.
    public var isDoubtful: Bool { isReplaceable || 2 * survivals < drawCount }
  }

  /// A pair that was chosen in some draw only.
  public struct Rival: Equatable, Sendable {
    public let pair: Pair
    public let points: Int
    /// The most points with which the solution stays the best; `nil` = any, or not found out.
    public let most: Int?
    public let survivals: Int
  }

  /// The chosen pairs: doubtful ones first, then those that survive less often.
  public let pairs: [Standing]
  /// Those that come in most often first.
  public let rivals: [Rival]
  public let drawCount: Int
  /// Whether fewer draws were made than were asked for.
  public let isStopped: Bool

  /// How many draws there are unless somebody asks for others.
  public static let usualDraws = 100
}

extension Robustness {
  /// Looks at an optimum.
  ///
  /// - Parameters:
  ///   - solved: the problem with its optimum.
  ///   - draws: how many times points are drawn.
  ///   - seed: equal seeds give equal draws, on any number of threads.
  ///   - namesRivals: whether to say which other pairs come in.
  ///   - time: the longest search where the rules form no network.
  /// - Returns: every chosen pair, doubtful ones first.
  /// - Throws: ``BackendError``.
  /// - Complexity: a shortest path for each pair and a solve for each draw; without a network only solves.
  public static func of(
    _ solved: SolvedProblem, draws: Int = usualDraws, seed: Int = 1,
    namesRivals: Bool = true, time: Duration = .seconds(5)
  ) throws(BackendError) -> Robustness {
    let search = RobustnessSearch(solved, draws: draws, seed: seed, time: time)
    let counts = try search.counts()
    let (standings, rivals) = try search.ends(counts, namesRivals: namesRivals)
    return Robustness(
      pairs: standings.sorted(by: isMoreDoubtful), rivals: rivals, drawCount: counts.drawCount,
      isStopped: counts.drawCount < draws || standings.contains { !$0.isKnown })
  }

  private static func isMoreDoubtful(_ one: Standing, _ other: Standing) -> Bool {
    func key(_ standing: Standing) -> (Int, Int, Pair) {
      (standing.isDoubtful ? 0 : 1, standing.survivals, standing.pair)
    }
    return key(one) < key(other)
  }
}

/// The steps of ``Robustness``.
private struct RobustnessSearch {
  private let solved: SolvedProblem
  private let draws: Int
  private let perturbed: PerturbedDraws
  private let deadline: ContinuousClock.Instant

  init(_ solved: SolvedProblem, draws: Int, seed: Int, time: Duration) {
    self.solved = solved
    self.draws = draws
    // Pairs that the rules rule out stay out whatever their points are.
    perturbed = PerturbedDraws(solved.network?.problem ?? solved.problem, seed: seed)
    deadline = ContinuousClock.now + time
  }

  private var isOver: Bool {
    solved.router.watch.isCancelled() || solved.network == nil && ContinuousClock.now >= deadline
  }

  func counts() throws(BackendError) -> DrawCounts {
    guard solved.network != nil else { return try solvedDraws() }
    let (perturbed, isCancelled) = (perturbed, solved.router.watch.isCancelled)
    let blocks = (0..<draws).mapBlocks(threads: solved.router.limits.threads) { block in
      var counts = DrawCounts()
      for draw in block where !isCancelled() {
        guard let problem = try? perturbed.problem(ofDraw: draw),
          case .optimal(let best, _)? = try? AssignmentSolver().solve(problem)
        else { break }
        counts.add(best.pairs)
      }
      return counts
    }
    return blocks.reduce(into: DrawCounts()) { $0.add($1) }
  }

  private func solvedDraws() throws(BackendError) -> DrawCounts {
    var counts = DrawCounts()
    for draw in 0..<draws where !isOver {
      // Numbers too large for this are not wrong.
      guard let problem = try? perturbed.problem(ofDraw: draw),
        case .optimal(let best, _)? = try? solved.router.solve(problem).outcome
      else { break }
      counts.add(best.pairs)
    }
    return counts
  }

  /// What is known of the chosen pairs and, where rivals are to be named, of those that came in.
  func ends(
    _ counts: DrawCounts, namesRivals: Bool
  ) throws(BackendError) -> (chosen: [Robustness.Standing], others: [Robustness.Rival]) {
    let rivals =
      namesRivals ? Set(counts.times.keys).subtracting(solved.best.pairs).sorted() : []
    // Where each would be a solve, rivals are left to those who ask about one.
    let isNetwork = solved.network != nil
    let ranges = PointRanges(solved)
    let (chosen, others) =
      isNetwork
      ? try ranges.ends(and: rivals)
      : (
        try ranges.ends(unless: { isOver }).chosen,
        rivals.map { PointRanges.End(pair: $0, points: nil, isKnown: false) }
      )
    func points(_ pair: Pair) -> Int { solved.problem.table.points(of: pair) ?? 0 }
    return (
      chosen.map { end in
        Robustness.Standing(
          pair: end.pair, points: points(end.pair), least: end.points, isKnown: end.isKnown,
          survivals: counts.times[end.pair] ?? 0, drawCount: counts.drawCount)
      },
      others.map { end in
        Robustness.Rival(
          pair: end.pair, points: points(end.pair), most: end.points,
          survivals: counts.times[end.pair] ?? 0)
      }
      .sorted { ($1.survivals, $0.pair) < ($0.survivals, $1.pair) }
    )
  }
}
