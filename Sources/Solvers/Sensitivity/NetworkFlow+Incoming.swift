import Problems

extension NetworkFlow {
  /// Visits every arc into a node along which more can be sent, with its cost: the gain it loses.
  ///
  /// The mirror of ``forEachArc(from:_:)``.
  @inline(__always)
  func forEachArc(
    into node: Int, columns: PairColumns, _ visit: (_ from: Int, _ entry: Int, _ cost: Int) -> Void
  ) {
    if node < network.menteeCount {
      visitMentors(of: node, visit)
      if flow[node] < network.upper[node] { visit(network.hub, -1, 0) }
      return
    }
    if node < network.firstQuota { visitColumn(of: node, columns, visit) }
    if node < network.hub, flow[node] > network.lower[node] { visit(network.parent[node], -1, 0) }
    guard node >= network.firstQuota else { return }
    for child in network.children(of: node) where flow[child] < network.upper[child] {
      visit(child, -1, 0)
    }
    guard node == network.hub else { return }
    for mentee in 0..<network.menteeCount where flow[mentee] > network.lower[mentee] {
      visit(mentee, -1, 0)
    }
  }

  @inline(__always)
  private func visitMentors(of mentee: Int, _ visit: (Int, Int, Int) -> Void) {
    for entry in chosenEntries(of: mentee) {
      let mentor = network.table.mentor(of: entry, mentee: mentee)
      visit(network.firstMentor + mentor, entry, network.coverageWeight + network.points[entry])
    }
  }

  @inline(__always)
  private func visitColumn(of node: Int, _ columns: PairColumns, _ visit: (Int, Int, Int) -> Void) {
    let (points, weight) = (network.points, network.coverageWeight)
    columns.forEach(of: node - network.firstMentor) { mentee, entry in
      guard !isChosen(entry) else { return }
      visit(mentee, entry, 0 &- weight &- points[entry])
    }
  }
}

/// The entries of a table by mentor.
struct PairColumns {
  private let table: PairTable
  /// Of a table that is not complete, by mentor: where its mentees begin.
  private var starts: [Int] = []
  private var mentees: [Int32] = []
  private var entries: [Int] = []

  /// - Complexity: O(pairCount), of a complete table O(1).
  init(_ table: PairTable) {
    self.table = table
    guard let mentors = table.mentors else { return }
    starts = Array(repeating: 0, count: table.mentorCount + 1)
    for mentor in mentors { starts[Int(mentor) + 1] += 1 }
    for mentor in 0..<table.mentorCount { starts[mentor + 1] += starts[mentor] }
    var cursor = starts
    mentees = Array(repeating: 0, count: mentors.count)
    entries = Array(repeating: 0, count: mentors.count)
    for mentee in 0..<table.menteeCount {
      for entry in table.entries(of: mentee) {
        let position = cursor[Int(mentors[entry])]
        cursor[Int(mentors[entry])] = position + 1
        mentees[position] = Int32(mentee)
        entries[position] = entry
      }
    }
  }

  /// Visits the pairs of a mentor by mentee.
  @inline(__always)
  func forEach(of mentor: Int, _ visit: (_ mentee: Int, _ entry: Int) -> Void) {
    guard !table.isComplete else {
      var entry = mentor
      for mentee in 0..<table.menteeCount {
        visit(mentee, entry)
        entry &+= table.mentorCount
      }
      return
    }
    for position in starts[mentor]..<starts[mentor + 1] {
      visit(Int(mentees[position]), entries[position])
    }
  }
}
