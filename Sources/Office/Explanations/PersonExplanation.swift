import InstanceFiles
public import Mentorship
public import Policies
public import Problems

/// What is true of one person, next to the optimum.
public struct PersonExplanation: Sendable {
  /// Why there is no partner, or that there is one.
  public enum Reason: Sendable {
    case matched
    /// The person takes no partner at all: no demand, no places.
    case noRoom
    /// A mentor with places left whom nobody was given.
    case idle
    /// A mentee of an instance.
    case left(LeftOver)
    /// A mentee of a season.
    case unmatched(UnmatchedReason, FormCode)
  }

  /// Another person, and what the pair would cost; `nil` where nothing satisfies the rules then.
  public struct Candidate: Equatable, Sendable {
    public let pair: Pair
    public let points: Int
    public let price: ObjectiveChange?
  }

  public let side: Side
  public let person: CasePerson
  /// Whom the person has.
  public let partners: [Int]
  public let reason: Reason
  /// Rules that, relaxed together, would give the person a partner; the smallest sets.
  public let relaxations: [Relaxations.Choice]
  /// The cheapest first.
  public let candidates: [Candidate]

  /// Whether others have the places that would do.
  var isCrowdedOut: Bool {
    switch reason {
    case .left(.crowdedOut), .unmatched(.crowdedOut, _): true
    default: false
    }
  }

  /// `nil` for somebody who was left out before any matching.
  public var index: Int? { if case .seat(let index) = person { index } else { nil } }
}

extension SolvedCase {
  /// Why a person has whom, or nobody, and what each candidate would cost.
  ///
  /// - Throws: ``OfficeError``.
  /// - Complexity: one search where the rules are a network's, else a solve for each candidate.
  public func explanation(
    of person: CasePerson, side: Side
  ) throws(OfficeError) -> PersonExplanation {
    switch person {
    case .excluded(let seat, let gates):
      return PersonExplanation(
        side: side, person: person, partners: [],
        reason: .unmatched(.excluded(gates), seat.form), relaxations: [], candidates: [])
    case .seat(let index):
      let partners = best.pairs.filter { $0.person(of: side) == index }
        .map { $0.person(of: side.other) }
      let candidates: [PersonExplanation.Candidate]
      do { candidates = try self.candidates(index, side) } catch { throw .backend(error) }
      return PersonExplanation(
        side: side, person: person, partners: partners,
        reason: try reason(index, side, partners),
        relaxations: partners.isEmpty && side == .mentees ? relaxations(for: index) : [],
        candidates: candidates)
    }
  }

  private func reason(
    _ index: Int, _ side: Side, _ partners: [Int]
  ) throws(OfficeError) -> PersonExplanation.Reason {
    guard partners.isEmpty else { return .matched }
    let room = side == .mentees ? problem.demands[index] : problem.mentors[index].capacity
    guard room > 0 else { return .noRoom }
    guard side == .mentees else { return .idle }
    let router = solved.router
    func solve(_ problem: AssignmentProblem) throws(BackendError) -> AssignmentOutcome {
      try router.solve(problem).outcome
    }
    do {
      switch origin {
      case .instance:
        var search = LeftOverSearch(problem, best, solve: solve)
        return .left(try search.reason(for: index))
      case .season(let encoding):
        let reasons = UnmatchedReasons(
          season: encoding.season, problem: problem, best: best, solve: solve)
        return .unmatched(
          try reasons.reason(for: index), encoding.season.mentees[index].form)
      }
    } catch {
      throw OfficeError(error)
    }
  }

  private func relaxations(for mentee: Int) -> [Relaxations.Choice] {
    guard case .season(let encoding) = origin, encoding.season.candidates[mentee].isEmpty else {
      return []
    }
    return Relaxations(encoding.season).choices(for: mentee)
  }

  /// Everybody who is eligible for a person, the cheapest first.
  func candidates(
    _ index: Int, _ side: Side
  ) throws(BackendError) -> [PersonExplanation.Candidate] {
    let prices: [(pair: Pair, price: ObjectiveChange?)] =
      side == .mentees
      ? try solved.prices(ofMentorsFor: index).map { (Pair(mentee: index, mentor: $0), $1) }
      : try solved.prices(ofMenteesFor: index).map { (Pair(mentee: $0, mentor: index), $1) }
    let isFirst = problem.coverage == .first
    func key(_ price: ObjectiveChange?) -> (Int, Int) {
      price.map { (isFirst ? $0.matched : 0, $0.total) } ?? (.min, .min)
    }
    return prices.map { pair, price in
      PersonExplanation.Candidate(
        pair: pair, points: problem.table.points(of: pair) ?? 0, price: price)
    }
    .enumerated().sorted { one, other in
      let (left, right) = (key(one.element.price), key(other.element.price))
      return left == right ? one.offset < other.offset : left > right
    }
    .map(\.element)
  }
}

extension Pair {
  func person(of side: Side) -> Int { side == .mentees ? mentee : mentor }
}

extension Side {
  var other: Side { self == .mentees ? .mentors : .mentees }
}
