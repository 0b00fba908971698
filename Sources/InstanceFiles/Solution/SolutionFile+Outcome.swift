public import Problems

extension SolutionFile {
  /// Writes an outcome in the numbers of its instance.
  ///
  /// - Complexity: O(pairs · log mentorCount + people).
  public init(_ outcome: AssignmentOutcome, of instance: Instance, facts: Facts) {
    self.init(id: instance.id, instanceHash: instance.hash.text, facts: facts, status: .optimal)
    tolerance = instance.tolerance
    switch outcome {
    case .optimal(let best, let proof):
      set(best, of: instance)
      bound = objective
      switch proof {
      case .duals(let prices):
        self.proof = .duals
        certificate = Certificate(prices, scale: instance.scale)
      case .bound(let bound):
        self.proof = .bound
        if bound != best.objective { self.bound = Value(bound, of: instance) }
      case .definition:
        self.proof = .definition
        self.bound = nil
      }
    case .limitReached(let best, let bound):
      status = best == nil ? .unknown : .feasible
      if let best { set(best, of: instance) }
      // A bound that bounds nothing is none.
      self.bound = bound.matched == .max ? nil : Value(bound, of: instance)
      proof = .bound
    case .infeasible(.hall(let hall)):
      status = .infeasible
      witness = .hall(
        side: hall.side, mentees: hall.mentees, mentors: hall.mentors, places: hall.places,
        needed: hall.needed)
    case .infeasible(.conflict(let rules)):
      status = .infeasible
      witness = .conflict(rules: rules.map { instance.path(of: $0) })
    case .infeasible(.unisolated(let rules)):
      status = .infeasible
      witness = .conflict(rules: rules.map { instance.path(of: $0) }, isMinimal: false)
    }
  }

  /// Adds the changes that would make the instance feasible.
  public mutating func set(_ changes: [Relaxation], isCheapest: Bool, of instance: Instance) {
    relaxationIsCheapest = isCheapest
    relaxation = changes.map { change in
      let isHours = if case .hours = change.rule { true } else { false }
      return Change(
        rule: instance.path(of: change.rule),
        by: isHours ? instance.hoursScale.number(change.by) : JSONNumber(integer: change.by))
    }
  }

  private mutating func set(_ best: Assignment, of instance: Instance) {
    pairs = best.pairs
    objective = Value(
      matched: best.objective.matched,
      total: instance.given == nil
        ? instance.number(total: best.objective.total) : instance.total(of: best.pairs))
  }

  /// The claim of this file about an instance, for a checker to judge.
  ///
  /// - Throws: ``InstanceFileError/foreignSolution(found:expected:)``,
  ///   ``InstanceFileError/uncheckable(proof:)``, or the place of a number or rule that cannot belong
  ///   to the instance.
  public func outcome(of instance: Instance) throws(InstanceFileError) -> AssignmentOutcome {
    if let instanceHash, !instance.hash.isNamed(by: instanceHash) {
      throw .foreignSolution(found: instanceHash, expected: instance.hash.text)
    }
    if let key = contradiction(with: instance) { throw .inconsistent(key: key) }
    switch status {
    case .error: throw .uncheckable(proof: status.rawValue)
    case .infeasible: return .infeasible(try problemWitness(of: instance))
    case .unknown: return .limitReached(nil, bound: try limit(of: instance))
    case .feasible:
      return .limitReached(try assignment(of: instance), bound: try limit(of: instance))
    case .optimal:
      let best = try assignment(of: instance)
      switch (proof, certificate) {
      case (.duals, let certificate?):
        return .optimal(best, .duals(try certificate.prices(scale: instance.scale)))
      case (.bound, _):
        // Rounded totals do not come back from a file, so equal texts stand for equal values.
        return .optimal(
          best, .bound(bound == objective ? best.objective : try limit(of: instance)))
      case (.definition, _): return .optimal(best, .definition)
      case (.duals, nil): throw .missingKey(FilePlace(), key: "certificate")
      default: throw .uncheckable(proof: proof?.rawValue ?? "null")
      }
    }
  }

  /// The first key that contradicts the status, the value or the instance.
  ///
  /// What a file of others leaves out is not held against it.
  private func contradiction(with instance: Instance) -> String? {
    let hasAnswer = status == .optimal || status == .feasible
    if let id, id != .null, let expected = instance.id, id != expected { return "id" }
    if let tolerance, tolerance != instance.tolerance { return "tolerance" }
    if !hasAnswer, !pairs.isEmpty { return "pairs" }
    if !hasAnswer, objective != nil { return "objective" }
    if status != .infeasible, witness != nil { return "witness" }
    if status != .infeasible, relaxation != nil { return "relaxation" }
    if status != .optimal, certificate != nil { return "certificate" }
    if status == .optimal, let bound, bound != objective { return "bound" }
    return status == .feasible && bound == nil ? "bound" : nil
  }

  private func assignment(of instance: Instance) throws(InstanceFileError) -> Assignment {
    guard let objective else { throw .missingKey(FilePlace(), key: "objective") }
    let claimed = try instance.claimedPoints(objective.total, pairs: pairs.sorted())
    return Assignment(
      pairs: pairs, objective: Objective(matched: objective.matched, total: claimed))
  }

  private func limit(of instance: Instance) throws(InstanceFileError) -> Objective {
    guard let bound else { return Objective(matched: .max, total: .max) }
    guard let points = instance.boundPoints(bound.total) else {
      throw .offScale(FilePlace(path: "bound.total"))
    }
    return Objective(matched: bound.matched, total: points)
  }

  private func problemWitness(of instance: Instance) throws(InstanceFileError) -> Witness {
    switch witness {
    case .hall(let side, let mentees, let mentors, let places, let needed):
      return .hall(
        HallViolator(
          side: side, mentees: mentees, mentors: mentors,
          needed: needed ?? instance.needed(side, side == .mentees ? mentees : mentors),
          places: places))
    case .conflict(let paths, let isMinimal):
      var rules: [Rule] = []
      for (index, path) in paths.enumerated() {
        guard let rule = instance.rule(at: path) else {
          throw .unknownChoice(
            FilePlace(path: "witness.rules[\(index)]"), found: path,
            allowed: [
              "mentors[i].minimum", "mentors[i].capacity", "mentors[i].hours",
              "mentees[i].demand", "fixed[i]", "quotas[i]", "apart[i]", "together[i]",
            ])
        }
        rules.append(rule)
      }
      return isMinimal ? .conflict(rules) : .unisolated(rules)
    case .nonexistent: throw .uncheckable(proof: "nonexistent")
    case nil: throw .missingKey(FilePlace(), key: "witness")
    }
  }
}

extension SolutionFile.Value {
  fileprivate init(_ objective: Objective, of instance: Instance) {
    self.init(matched: objective.matched, total: instance.number(total: objective.total))
  }
}

extension SolutionFile.Certificate {
  fileprivate init(_ prices: DualPrices, scale: NumberScale) {
    self.init(
      coverageWeight: scale.number(prices.coverageWeight),
      mentees: prices.mentees.map(scale.number), mentors: prices.mentors.map(scale.number),
      quotas: prices.quotas.map(scale.number))
  }

  fileprivate func prices(scale: NumberScale) throws(InstanceFileError) -> DualPrices {
    func points(_ numbers: [JSONNumber], _ key: String) throws(InstanceFileError) -> [Int] {
      var points: [Int] = []
      for (index, number) in numbers.enumerated() {
        guard let price = scale.points(number) else {
          throw .offScale(FilePlace(path: "certificate.\(key)[\(index)]"))
        }
        points.append(price)
      }
      return points
    }
    guard let weight = scale.points(coverageWeight) else {
      throw .offScale(FilePlace(path: "certificate.coverageWeight"))
    }
    return DualPrices(
      coverageWeight: weight, mentees: try points(mentees, "mentees"),
      mentors: try points(mentors, "mentors"), quotas: try points(quotas, "quotas"))
  }
}
