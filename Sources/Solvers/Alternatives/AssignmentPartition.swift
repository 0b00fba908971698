import Problems

/// The assignments of a network, cut into parts whose best are known.
///
/// A part holds the assignments that agree with its best one on all pairs before some entry. Without that best
/// one it falls apart by the first entry in which an assignment differs from it.
struct AssignmentPartition {
  private struct Part {
    /// The best of the part, of equal ones the first in canonical order.
    var flow: NetworkFlow
    /// Prove that it is, among the entries from `start` on.
    var potentials: [Int]
    /// What it loses against the best of all.
    let loss: Int
    /// The entries before it are as they are.
    let start: Int
    /// Its chosen pairs, by entry.
    var chosen: [Int] = []
  }

  private let count: Int
  private let limit: Int
  private let menteeOfEntry: [Int32]
  private var search: ExchangeSearch
  private var order: CanonicalOrder
  /// In order, no more than are still to be found.
  private var parts: [Part] = []
  private var found: [Part] = []

  /// - Parameters:
  ///   - flow: the best assignment.
  ///   - potentials: that prove it.
  ///   - limit: assignments that lose more are left out.
  ///   - count: how many are asked for.
  init(_ flow: NetworkFlow, _ potentials: [Int], limit: Int, count: Int) {
    self.count = count
    self.limit = limit
    let table = flow.network.table
    menteeOfEntry = (0..<table.menteeCount).flatMap { mentee in
      repeatElement(Int32(mentee), count: table.entries(of: mentee).count)
    }
    search = ExchangeSearch(nodeCount: flow.network.nodeCount)
    order = CanonicalOrder(nodeCount: flow.network.nodeCount)
    var first = Part(flow: flow, potentials: potentials, loss: 0, start: 0)
    finish(&first)
    parts = [first]
  }

  /// The best assignments, best first.
  mutating func run(isCancelled: () -> Bool) -> [NetworkFlow] {
    while found.count < count, !parts.isEmpty, !isCancelled() {
      let part = parts.removeFirst()
      found.append(part)
      if found.count < count { split(part) }
    }
    return found.map(\.flow)
  }

  /// What an assignment may lose to be one of those asked for.
  private var largestLoss: Int {
    guard parts.count == count - found.count, let last = parts.last else { return limit }
    return last.loss
  }

  private mutating func split(_ part: Part) {
    // Of parts that lose no more than this one, those that differ later come first in canonical order.
    var looksAtEqual = true
    for entry in (part.start..<menteeOfEntry.count).reversed() {
      let room = largestLoss - part.loss
      if room < 0 || room == 0 && !looksAtEqual { return }
      guard var other = differing(from: part, at: entry, within: room),
        other.loss > part.loss || looksAtEqual
      else { continue }
      finish(&other)
      if !insert(other), other.loss == part.loss { looksAtEqual = false }
    }
  }

  /// The best assignment that agrees with that of a part before an entry and differs there.
  private mutating func differing(from part: Part, at entry: Int, within room: Int) -> Part? {
    let network = part.flow.network
    let mentee = Int(menteeOfEntry[entry])
    let mentor = network.firstMentor + network.table.mentor(of: entry, mentee: mentee)
    let cost =
      part.potentials[mentee] - part.potentials[mentor] - network.coverageWeight
      - network.points[entry]
    let isChosen = part.flow.isChosen(entry)
    let (from, to) = isChosen ? (mentee, mentor) : (mentor, mentee)
    let own = isChosen ? -cost : cost
    guard own <= room else { return nil }
    search.run(
      from: from, in: part.flow, part.potentials, until: to, within: room - own,
      entriesFrom: entry + 1)
    guard let way = search.reducedCost(at: to), let arcs = search.arcs(to: to) else { return nil }
    var flow = part.flow
    let flip = NetworkFlow.Arc(from: to, to: from, entry: entry)
    // A mentee gives a pair up before choosing the next.
    for arc in isChosen ? [flip] + arcs : arcs + [flip] { flow.send(1, along: arc) }
    return Part(
      flow: flow, potentials: search.potentials(part.potentials, endingAt: to),
      loss: part.loss + own + way, start: entry + 1)
  }

  private mutating func finish(_ part: inout Part) {
    guard part.start < menteeOfEntry.count else {
      part.chosen = part.flow.chosenEntries
      return
    }
    order.arrange(
      &part.flow, part.potentials, from: part.start, mentee: Int(menteeOfEntry[part.start]))
    part.chosen = part.flow.chosenEntries
  }

  /// - Returns: whether the part is one of those that are kept.
  private mutating func insert(_ part: Part) -> Bool {
    let place = parts.firstIndex { Self.precedes(part, $0) } ?? parts.count
    guard place < count - found.count else { return false }
    parts.insert(part, at: place)
    if parts.count > count - found.count { parts.removeLast() }
    return true
  }

  private static func precedes(_ one: Part, _ other: Part) -> Bool {
    guard one.loss == other.loss else { return one.loss < other.loss }
    for (left, right) in zip(one.chosen, other.chosen) where left != right { return left < right }
    return one.chosen.count > other.chosen.count
  }
}

extension NetworkFlow {
  /// The chosen pairs by entry, ascending.
  fileprivate var chosenEntries: [Int] {
    (0..<network.menteeCount).flatMap { chosenEntries(of: $0).sorted() }
  }
}
