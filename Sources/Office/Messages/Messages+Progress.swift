public import Solvers

extension Office {
  /// Where a long search stands.
  public typealias Progress = SolverProgress
}

extension Messages {
  /// Where a long search stands, on one line; `nil` = nothing is known yet.
  ///
  /// - Parameters:
  ///   - progress: as the solver reports it.
  ///   - total: a total of points in the numbers that people gave.
  /// - Returns: without a line end.
  public func text(_ progress: SolverProgress?, total: (Int) -> String = { "\($0)" }) -> String {
    guard let progress else { return say("ищу лучшие пары…", "looking for the best pairs…") }
    let phase =
      switch progress.phase {
      case .lists: say("просматриваю баллы", "looking through the points")
      case .auction: say("примерные пары торгом", "rough pairs by auction")
      case .paths: say("точный поиск", "exact search")
      }
    let matched = say(
      "пар \(number(progress.matched)) из \(number(progress.needed))",
      "\(number(progress.matched)) of \(number(progress.needed)) pairs")
    let bound = progress.bound.map { bound in
      say("; лучше \(total(bound)) не бывает", "; nothing beats \(total(bound))")
    }
    return "\(phase): \(matched)\(bound ?? "")"
  }
}
