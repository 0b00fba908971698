package import Problems

/// Rules that hold whatever is chosen keep no problem from being a network.
extension AssignmentProblem {
  /// Whether there are rules of the kinds that no network holds in general.
  var hasSideRules: Bool { !apart.isEmpty || !together.isEmpty || !hours.limits.isEmpty }

  /// The first of them that says something.
  ///
  /// - Complexity: O(sizes of the rules · mentorCount).
  var bindingSideRule: NotANetwork? {
    if let index = apart.indices.first(where: isBinding(apart:)) { return .apart(index) }
    if let index = together.indices.first(where: isBinding(together:)) { return .together(index) }
    return hours.limits.keys.sorted().first(where: isBinding(hoursOf:)).map { .hours(mentor: $0) }
  }

  /// Whether two mentees of a set could share a mentor.
  ///
  /// - Complexity: O(eligible pairs of the set).
  package func isBinding(apart index: Int) -> Bool {
    var seen: Set<Int> = []
    return apart[index].contains { mentee in
      demands[mentee] > 0
        && table.entries(of: mentee).contains { entry in
          let mentor = table.mentor(of: entry, mentee: mentee)
          return mentors[mentor].capacity > 1 && !seen.insert(mentor).inserted
        }
    }
  }

  /// Whether anybody of a set could have a mentor.
  ///
  /// - Complexity: O(eligible pairs of the set).
  package func isBinding(together index: Int) -> Bool {
    together[index].contains { mentee in
      demands[mentee] > 0
        && table.entries(of: mentee).contains {
          mentors[table.mentor(of: $0, mentee: mentee)].capacity > 0
        }
    }
  }

  /// Whether the mentees who take most could take more hours than a mentor has.
  ///
  /// - Complexity: O(menteeCount · log menteeCount).
  package func isBinding(hoursOf mentor: Int) -> Bool {
    guard let limit = hours.limits[mentor] else { return false }
    let needs = demands.indices.compactMap { mentee in
      let pair = Pair(mentee: mentee, mentor: mentor)
      return demands[mentee] > 0 && table.entry(of: pair) != nil ? hours.hours(of: pair) : nil
    }
    return needs.sorted(by: >).prefix(mentors[mentor].capacity).reduce(0, +) > limit
  }
}
