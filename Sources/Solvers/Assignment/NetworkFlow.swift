import Problems

/// A flow in an ``AssignmentNetwork``, with what its nodes have too much or too little of.
///
/// `balance` = inflow − outflow. The flow is a circulation, so an assignment, when every balance is 0.
/// The chosen pairs are kept twice: a flag per entry, and per mentor a linked list through the *seats*
/// of the mentees, so that a full mentor finds the present mentees without a look at the column.
struct NetworkFlow {
  private(set) var network: AssignmentNetwork
  /// By node but the hub: the flow on the arc that the node owns.
  private(set) var flow: [Int]
  private(set) var balance: [Int]
  private var isChosen: [Bool]
  /// Mentee *i* has the seats `seatStarts[i]..<seatStarts[i + 1]`: as many as pairs may be chosen.
  private let seatStarts: [Int]
  private let seatMentee: [Int32]
  /// By seat: the chosen entry, or −1.
  private var seatEntry: [Int]
  private var nextSeat: [Int32]
  private var previousSeat: [Int32]
  /// By mentor: the first seat of the list, or −1.
  private var firstSeat: [Int32]

  /// Makes the flow that chooses no pair and has `flow` on the other arcs.
  ///
  /// - Parameters:
  ///   - network: the nodes and arcs.
  ///   - flow: by node but the hub, between the bounds of the arc that the node owns.
  init(_ network: AssignmentNetwork, flow: [Int]) {
    self.network = network
    self.flow = flow
    var balance = [Int](repeating: 0, count: network.nodeCount)
    for (node, amount) in flow.enumerated() {
      let towardsHub = node < network.menteeCount ? -amount : amount
      balance[node] -= towardsHub
      balance[network.parent[node]] += towardsHub
    }
    self.balance = balance
    isChosen = Array(repeating: false, count: network.table.pairCount)
    var starts = [0]
    var mentees: [Int32] = []
    for mentee in 0..<network.menteeCount {
      let count = min(network.upper[mentee], network.table.entries(of: mentee).count)
      mentees.append(contentsOf: repeatElement(Int32(mentee), count: count))
      starts.append(mentees.count)
    }
    seatStarts = starts
    seatMentee = mentees
    seatEntry = Array(repeating: -1, count: mentees.count)
    nextSeat = Array(repeating: -1, count: mentees.count)
    previousSeat = Array(repeating: -1, count: mentees.count)
    firstSeat = Array(repeating: -1, count: network.mentorCount)
  }

  /// The chosen pairs in canonical order.
  var chosenPairs: [Pair] {
    (0..<network.menteeCount).flatMap { mentee in
      network.table.entries(of: mentee).lazy.filter { isChosen[$0] }.map { entry in
        Pair(mentee: mentee, mentor: network.table.mentor(of: entry, mentee: mentee))
      }
    }
  }

  /// Chooses a pair: one unit runs from the mentee to the mentor.
  ///
  /// Does nothing when the mentee has no seat left, which the bounds of the network rule out.
  mutating func choose(_ entry: Int, mentee: Int, mentor: Int) {
    guard let seat = seat(of: -1, mentee: mentee) else { return }
    isChosen[entry] = true
    seatEntry[seat] = entry
    let next = firstSeat[mentor]
    nextSeat[seat] = next
    previousSeat[seat] = -1
    if next >= 0 { previousSeat[Int(next)] = Int32(seat) }
    firstSeat[mentor] = Int32(seat)
    balance[mentee] -= 1
    balance[network.firstMentor + mentor] += 1
  }

  private mutating func drop(_ entry: Int, mentee: Int, mentor: Int) {
    guard let seat = seat(of: entry, mentee: mentee) else { return }
    isChosen[entry] = false
    seatEntry[seat] = -1
    let (before, after) = (previousSeat[seat], nextSeat[seat])
    if before >= 0 { nextSeat[Int(before)] = after } else { firstSeat[mentor] = after }
    if after >= 0 { previousSeat[Int(after)] = before }
    balance[mentee] += 1
    balance[network.firstMentor + mentor] -= 1
  }

  /// Lets more flow along the arc of a mentor or a quota; people take as much as before.
  mutating func widen(_ node: Int, by amount: Int) { network.widen(node, by: amount) }

  /// Whether a pair is chosen, by its entry.
  @inline(__always)
  func isChosen(_ entry: Int) -> Bool { isChosen[entry] }

  /// The chosen pairs of a mentee, by entry.
  func chosenEntries(of mentee: Int) -> [Int] {
    seatEntry[seatStarts[mentee]..<seatStarts[mentee + 1]].filter { $0 >= 0 }
  }

  private func seat(of entry: Int, mentee: Int) -> Int? {
    (seatStarts[mentee]..<seatStarts[mentee + 1]).first { seatEntry[$0] == entry }
  }
}

extension NetworkFlow {
  /// One arc along which more can be sent; `entry` = −1 unless it is a pair.
  struct Arc {
    let from: Int
    let to: Int
    let entry: Int
  }

  /// Visits every arc out of a node along which more can be sent, with its cost: the gain it loses.
  ///
  /// Generic over the visitor, so that the search gets one loop over the row and no calls.
  @inline(__always)
  func forEachArc(from node: Int, _ visit: (_ to: Int, _ entry: Int, _ cost: Int) -> Void) {
    if node < network.menteeCount {
      visitRow(of: node, visit)
      if flow[node] > network.lower[node] { visit(network.hub, -1, 0) }
      return
    }
    if node < network.firstQuota { visitMentees(of: node, visit) }
    if node < network.hub, flow[node] < network.upper[node] { visit(network.parent[node], -1, 0) }
    guard node >= network.firstQuota else { return }
    for child in network.children(of: node) where flow[child] > network.lower[child] {
      visit(child, -1, 0)
    }
    guard node == network.hub else { return }
    for mentee in 0..<network.menteeCount where flow[mentee] < network.upper[mentee] {
      visit(mentee, -1, 0)
    }
  }

  @inline(__always)
  private func visitRow(of mentee: Int, _ visit: (Int, Int, Int) -> Void) {
    let table = network.table
    let range = table.entries(of: mentee)
    let points = network.points
    let weight = network.coverageWeight
    // Sums along a path cannot overflow: the problem was refused otherwise.
    if let mentors = table.mentors {
      for entry in range where !isChosen[entry] {
        visit(network.firstMentor &+ Int(mentors[entry]), entry, 0 &- weight &- points[entry])
      }
    } else {
      let offset = network.firstMentor &- range.lowerBound
      for entry in range where !isChosen[entry] {
        visit(offset &+ entry, entry, 0 &- weight &- points[entry])
      }
    }
  }

  @inline(__always)
  private func visitMentees(of node: Int, _ visit: (Int, Int, Int) -> Void) {
    var seat = Int(firstSeat[node - network.firstMentor])
    while seat >= 0 {
      let entry = seatEntry[seat]
      visit(Int(seatMentee[seat]), entry, network.coverageWeight + network.points[entry])
      seat = Int(nextSeat[seat])
    }
  }

  /// How much more can be sent along an arc.
  func room(of arc: Arc) -> Int {
    if arc.entry >= 0 { return 1 }
    return switch owner(of: arc) {
    case (let node, true): network.upper[node] - flow[node]
    case (let node, false): flow[node] - network.lower[node]
    }
  }

  /// Sends more along an arc.
  ///
  /// - Parameters:
  ///   - amount: at most ``room(of:)``.
  ///   - arc: one of ``forEachArc(from:_:)``.
  mutating func send(_ amount: Int, along arc: Arc) {
    if arc.entry >= 0 {
      if arc.from < network.menteeCount {
        choose(arc.entry, mentee: arc.from, mentor: arc.to - network.firstMentor)
      } else {
        drop(arc.entry, mentee: arc.to, mentor: arc.from - network.firstMentor)
      }
      return
    }
    let (node, isForward) = owner(of: arc)
    flow[node] += isForward ? amount : -amount
    balance[arc.from] -= amount
    balance[arc.to] += amount
  }

  /// The node that owns the arc, and whether it runs in its own direction.
  private func owner(of arc: Arc) -> (node: Int, isForward: Bool) {
    if arc.to < network.menteeCount { return (arc.to, true) }
    if arc.from < network.menteeCount { return (arc.from, false) }
    return arc.from != network.hub && network.parent[arc.from] == arc.to
      ? (arc.from, true) : (arc.to, false)
  }
}
