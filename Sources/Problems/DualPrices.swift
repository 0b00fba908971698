/// Prices that prove an assignment optimal.
///
/// Fixed pairs are counted out first; what is left are *free* pairs, demands, capacities and bounds.
/// Let w = `coverageWeight` + points. The prices are a proof when
///
/// - w ≤ u[mentee] + v[mentor] + Σ q[quota] for every free eligible pair that is not chosen, and ≥
///   for every one that is (the sum over the quotas that the pair counts in);
/// - u > 0 only where the demand is full, v > 0 only where the capacity is full, q > 0 only where the
///   quota's upper bound is reached;
/// - u < 0 only where everybody must be served, v < 0 only where the load stands at its lower bound
///   (a minimum that always holds, or a mentor who must be filled), q < 0 only where the quota's
///   lower bound is reached.
///
/// Then Σ bound · price + Σ over chosen (w − u − v − q) = coverageWeight · matched + total, and no
/// feasible assignment reaches more: linear programming duality, A. Schrijver, *Combinatorial
/// Optimization*, 2003, §17.2.
public struct DualPrices: Equatable, Sendable {
  public let coverageWeight: Int
  public let mentees: [Int]
  public let mentors: [Int]
  public let quotas: [Int]

  public init(coverageWeight: Int, mentees: [Int], mentors: [Int], quotas: [Int] = []) {
    self.coverageWeight = coverageWeight
    self.mentees = mentees
    self.mentors = mentors
    self.quotas = quotas
  }
}
