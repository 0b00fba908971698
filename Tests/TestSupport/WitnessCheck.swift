public import Problems

extension AssignmentProblem {
  /// Whether a witness shows what it says, by recomputation and brute force.
  public func isShownInfeasible(by witness: Witness) -> Bool {
    switch witness {
    case .hall(let violator): isShownInfeasible(by: violator)
    case .conflict(let rules): isShownInfeasible(by: rules)
    // Without a limit every conflict is isolated.
    case .unisolated: false
    }
  }

  private func isShownInfeasible(by violator: HallViolator) -> Bool {
    let counts = AnswerCounts(fixed, in: self)
    let fixedPairs = Set(fixed)
    let needy = Set(violator.side == .mentees ? violator.mentees : violator.mentors)
    var partners: [Int: Int] = [:]
    for mentee in 0..<menteeCount {
      for entry in table.entries(of: mentee) {
        let pair = Pair(mentee: mentee, mentor: table.mentor(of: entry, mentee: mentee))
        if fixedPairs.contains(pair) { continue }
        let (own, other) =
          violator.side == .mentees ? (pair.mentee, pair.mentor) : (pair.mentor, pair.mentee)
        if needy.contains(own) { partners[other, default: 0] += 1 }
      }
    }
    let others = violator.side == .mentees ? violator.mentors : violator.mentees
    guard partners.keys.sorted() == others, violator.needed > violator.places else { return false }
    if violator.side == .mentees {
      let needed = needy.reduce(0) { $0 + demands[$1] - counts.mentees[$1] }
      var places = partners
      for (mentor, count) in partners {
        places[mentor] = min(count, mentors[mentor].capacity - counts.mentors[mentor])
      }
      return coverage == .everyMentee && needed == violator.needed
        && throughQuotas(places, counts) == violator.places
    }
    let needed = needy.reduce(0) { sum, mentor in
      let least = coverage == .everyMentor ? mentors[mentor].capacity : mentors[mentor].minimum
      return sum + max(0, least - counts.mentors[mentor])
    }
    let places = partners.reduce(0) {
      $0 + min($1.value, demands[$1.key] - counts.mentees[$1.key])
    }
    return (coverage == .everyMentor || minimumRule == .always) && needed == violator.needed
      && places == violator.places
  }

  /// Merges the places of mentors into those of their quotas, the smallest quotas first.
  private func throughQuotas(_ places: [Int: Int], _ counts: AnswerCounts) -> Int {
    var groups = places.map { (members: Set([$0.key]), places: $0.value) }
    let everybody = Set(0..<mentorCount)
    let ordered = quotas.enumerated().filter {
      $0.element.atMost != nil && $0.element.when == nil
        && ($0.element.mentees?.count ?? menteeCount) == menteeCount
    }
    .map { (index: $0.offset, members: $0.element.mentors.map { Set($0) } ?? everybody) }
    .sorted { $0.members.count < $1.members.count }
    // Crossing quotas have no tree, so no violator counts them.
    for (_, left) in ordered {
      for (_, right) in ordered
      where !left.isDisjoint(with: right) && !left.isSubset(of: right) && !right.isSubset(of: left)
      {
        return places.values.reduce(0, +)
      }
    }
    for (index, members) in ordered {
      let inside = groups.filter { $0.members.isSubset(of: members) }
      groups.removeAll { $0.members.isSubset(of: members) }
      let limit = (quotas[index].atMost ?? 0) - counts.quotas[index]
      groups.append((members, min(limit, inside.reduce(0) { $0 + $1.places })))
    }
    return groups.reduce(0) { $0 + $1.places }
  }

  /// Whether the rules contradict each other under the limits of people, and no proper part does.
  ///
  /// Where the limits that are broken stand in the list, that holds without the coverage too; then it
  /// is a contradiction by itself, whatever else is wrong.
  private func isShownInfeasible(by rules: [Rule]) -> Bool {
    isMinimalConflict(rules, under: coverage)
      || isMinimalConflict(rules, under: .ignore)
      || (rules.contains { if case .capacity = $0 { true } else { false } }
        && !isFeasible(rules, under: coverage))
  }

  private func isMinimalConflict(_ rules: [Rule], under coverage: Coverage) -> Bool {
    guard !rules.isEmpty, !isFeasible(rules, under: coverage) else { return false }
    return rules.allSatisfy { rule in
      switch rule {
      case .capacity, .demand: true
      case .minimum, .quota, .fixed, .apart, .together, .hours:
        isFeasible(rules.filter { $0 != rule }, under: coverage)
      }
    }
  }

  private func isFeasible(_ rules: [Rule], under coverage: Coverage) -> Bool {
    (try? keeping(Set(rules), coverage)).map { bruteForce($0) != nil } ?? false
  }

  private func keeping(
    _ rules: Set<Rule>, _ coverage: Coverage
  ) throws(ProblemError) -> AssignmentProblem {
    try AssignmentProblem(
      table: table, demands: demands,
      mentors: mentors.indices.map {
        MentorLimits(
          capacity: mentors[$0].capacity,
          minimum: rules.contains(.minimum(mentor: $0)) ? mentors[$0].minimum : 0)
      },
      minimumRule: minimumRule,
      quotas: quotas.indices.filter { rules.contains(.quota($0)) }.map { quotas[$0] },
      fixed: fixed.indices.filter { rules.contains(.fixed($0)) }.map { fixed[$0] },
      apart: apart.indices.filter { rules.contains(.apart($0)) }.map { apart[$0] },
      together: together.indices.filter { rules.contains(.together($0)) }.map { together[$0] },
      hours: MentorHours(
        limits: hours.limits.filter { rules.contains(.hours(mentor: $0.key)) },
        mentees: hours.mentees, pairs: hours.pairs),
      coverage: coverage)
  }
}
