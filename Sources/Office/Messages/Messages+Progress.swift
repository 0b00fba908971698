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
    switch progress {
    case nil: say("ищу лучшие пары…", "looking for the best pairs…")
    case .matching(let progress): text(progress, total)
    case .search(let progress): text(progress, total)
    }
  }

  private func text(_ progress: MatchingProgress, _ total: (Int) -> String) -> String {
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

  private func text(_ progress: SearchProgress, _ total: (Int) -> String) -> String {
    let phase =
      switch progress.phase {
      case .presolve: say("упрощаю правила", "simplifying the rules")
      case .relaxation: say("оценка сверху", "bounding from above")
      case .dive, .neighbourhood: say("ищу хорошее решение", "looking for a good answer")
      case .cuts: say("уточняю оценку", "tightening the bound")
      case .tree: say("доказываю оптимум", "proving the optimum")
      }
    guard progress.measure != .other else { return phase }
    func text(_ value: Int) -> String {
      progress.measure == .pairs ? number(value) : total(value)
    }
    let what =
      progress.measure == .pairs ? say("пар найдено", "pairs found") : say("сумма", "total")
    let known = [
      progress.best.map { "\(what) \(text($0))" },
      progress.bound.map { say("лучше \(text($0)) не бывает", "nothing beats \(text($0))") },
    ]
    return ([phase] + known.compactMap { $0 }).joined(separator: "; ")
  }
}
