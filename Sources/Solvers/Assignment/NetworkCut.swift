import Problems

/// The set of nodes that a node with too much can reach, when nothing is too little among them.
///
/// More has to enter the set than can leave it: A. J. Hoffman's circulation theorem. Where only the
/// mentees' demands have to enter, or only the mentors' minimums, that is a Hall violator.
///
/// Source: A. J. Hoffman, "Some recent applications of the theory of linear inequalities to extremal
/// combinatorial analysis", Proc. Symp. Appl. Math. 10, 1960, pp. 113–127; N. S. Mendelsohn,
/// A. L. Dulmage, Canad. J. Math. 10, 1958, doi:10.4153/CJM-1958-027-8 (one side always suffices).
struct NetworkCut {
  private let network: AssignmentNetwork
  private let reached: [Bool]

  init(_ network: AssignmentNetwork, reached: [Bool]) {
    self.network = network
    self.reached = reached
  }

  /// The people whose needs are too large, `nil` when rules of one side stand against each other.
  ///
  /// All numbers are of the problem with its fixed pairs counted out.
  ///
  /// - Complexity: O(pairCount).
  var hallViolator: HallViolator? {
    let violator = reached[network.hub] ? neediestMentors : neediestMentees
    return violator.needed > violator.places ? violator : nil
  }

  private var neediestMentees: HallViolator {
    let mentees = (0..<network.menteeCount).filter { reached[$0] && network.lower[$0] > 0 }
    var places = [Int](repeating: 0, count: network.hub + 1)
    for mentee in mentees {
      for entry in network.table.entries(of: mentee) {
        places[network.firstMentor + network.table.mentor(of: entry, mentee: mentee)] += 1
      }
    }
    let mentors = (0..<network.mentorCount).filter { places[network.firstMentor + $0] > 0 }
    gather(&places, from: network.hub)
    return HallViolator(
      side: .mentees, mentees: mentees, mentors: mentors,
      needed: mentees.reduce(0) { $0 + network.lower[$1] }, places: places[network.hub])
  }

  /// Adds up what the children of a node can take, each at most its own limit.
  private func gather(_ places: inout [Int], from node: Int) {
    for child in network.children(of: node) {
      if child >= network.firstQuota { gather(&places, from: child) }
      places[node] += min(places[child], network.upper[child])
    }
  }

  private var neediestMentors: HallViolator {
    let mentors = (0..<network.mentorCount).filter {
      !reached[network.firstMentor + $0] && network.lower[network.firstMentor + $0] > 0
    }
    var isNeedy = [Bool](repeating: false, count: network.mentorCount)
    for mentor in mentors { isNeedy[mentor] = true }
    var mentees: [Int] = []
    var places = 0
    for mentee in 0..<network.menteeCount {
      var partnerCount = 0
      for entry in network.table.entries(of: mentee)
      where isNeedy[network.table.mentor(of: entry, mentee: mentee)] {
        partnerCount += 1
      }
      if partnerCount > 0 { mentees.append(mentee) }
      places += min(partnerCount, network.upper[mentee])
    }
    return HallViolator(
      side: .mentors, mentees: mentees, mentors: mentors,
      needed: mentors.reduce(0) { $0 + network.lower[network.firstMentor + $1] }, places: places)
  }
}
