import Problems

extension Rows {
  /// Proves by a search of its own that the rules of a conflict cannot hold together.
  ///
  /// Demands, capacities, eligible pairs and coverage always hold; of the minimums, quotas and fixed
  /// pairs only those listed. Quotas that no network holds, and networks of more than 500 MB, are
  /// left on trust.
  func verdict(on rules: [Rule]) -> Verdict {
    let unknown = rules.filter { rule in
      switch rule {
      case .minimum(let index), .capacity(let index): !problem.mentors.indices.contains(index)
      case .demand(let index): !problem.demands.indices.contains(index)
      case .quota(let index): !problem.quotas.indices.contains(index)
      case .fixed(let index): !problem.fixed.indices.contains(index)
      }
    }
    guard unknown.isEmpty else { return Verdict(unknown.map { .unknownRule($0) }, proof: .checked) }
    let quotas = problem.quotas.indices.filter { rules.contains(.quota($0)) }
    guard let forest = QuotaForest(quotas, problem), problem.table.pairCount < 5_000_000
    else { return Verdict([], proof: .trusted) }
    var steps = 200_000_000
    let answer = canHold(Set(rules), forest, opened: [:], steps: &steps)
    return Verdict(
      answer == true ? [.noConflict] : [], proof: answer == nil ? .trusted : .checked)
  }

  /// Asks a flow, then opens and closes a mentor whose load lies between nobody and the minimum.
  ///
  /// - Returns: `nil` when the steps were spent before an answer.
  private func canHold(
    _ rules: Set<Rule>, _ forest: QuotaForest, opened: [Int: Bool], steps: inout Int
  ) -> Bool? {
    var (flow, loadEdges) = network(rules, forest, opened: opened)
    guard flow.isFeasible(steps: &steps) == true else { return steps > 0 ? false : nil }
    let torn = problem.mentors.indices.first {
      rules.contains(.minimum(mentor: $0)) && opened[$0] == nil
        && 1..<max(1, problem.mentors[$0].minimum) ~= flow.flow(loadEdges[$0])
    }
    guard let torn else { return true }
    for isOpen in [false, true] {
      let decided = opened.merging([torn: isOpen]) { $1 }
      let answer = canHold(rules, forest, opened: decided, steps: &steps)
      guard answer == false else { return answer }
    }
    return false
  }

  /// The rows as nodes of a circulation: hub → mentee → mentor → quotas, inner to outer → hub.
  private func network(
    _ rules: Set<Rule>, _ forest: QuotaForest, opened: [Int: Bool]
  ) -> (BoundedFlow, loadEdges: [Int]) {
    let hub = uppers.count
    var flow = BoundedFlow(nodeCount: hub + 1)
    let fixed = Set(problem.fixed.enumerated().filter { rules.contains(.fixed($0.0)) }.map(\.1))
    for mentee in problem.demands.indices {
      flow.addEdge(hub, mentee, lowers[mentee] ?? 0, problem.demands[mentee])
      for entry in problem.table.entries(of: mentee) {
        let pair = Pair(mentee: mentee, mentor: problem.table.mentor(of: entry, mentee: mentee))
        flow.addEdge(mentee, row(mentor: pair.mentor), fixed.contains(pair) ? 1 : 0, 1)
      }
    }
    let loadEdges = problem.mentors.enumerated().map { mentor, limits in
      let isHeld = problem.minimumRule == .always || opened[mentor] == true
      let minimum = isHeld && rules.contains(.minimum(mentor: mentor)) ? limits.minimum : 0
      return flow.addEdge(
        row(mentor: mentor), forest.innermost[mentor].map(row(quota:)) ?? hub,
        max(minimum, problem.coverage == .everyMentor ? limits.capacity : 0),
        opened[mentor] == false ? 0 : limits.capacity)
    }
    for quota in forest.largestFirst {
      // More than all pairs together is as good as infinite, and sums of it cannot overflow.
      flow.addEdge(
        row(quota: quota), forest.parents[quota].map(row(quota:)) ?? hub,
        min(lowers[row(quota: quota)] ?? 0, problem.table.pairCount + 1),
        problem.quotas[quota].atMost ?? .max)
    }
    return (flow, loadEdges)
  }
}

/// A circulation whose edges have least and greatest flows; it only tells whether one fits.
///
/// Source: R. K. Ahuja, T. L. Magnanti, J. B. Orlin, *Network Flows*, 1993, §6.7.
struct BoundedFlow {
  private var (heads, residuals, lowers): ([Int], [Int], [Int]) = ([], [], [])
  private var edges: [[Int]]
  private var excess: [Int]

  init(nodeCount: Int) {
    edges = Array(repeating: [], count: nodeCount + 2)
    excess = Array(repeating: 0, count: nodeCount + 2)
  }

  @discardableResult
  mutating func addEdge(_ tail: Int, _ head: Int, _ lower: Int, _ upper: Int) -> Int {
    edges[tail].append(heads.count)
    edges[head].append(heads.count + 1)
    heads += [head, tail]
    residuals += [upper - lower, 0]
    lowers += [lower, 0]
    excess[head] += lower
    excess[tail] -= lower
    return heads.count - 2
  }

  func flow(_ edge: Int) -> Int { lowers[edge] + residuals[edge + 1] }

  /// Looks for a flow within all bounds by shortest augmenting paths.
  ///
  /// - Returns: `nil` when `steps` edges were looked at before an answer.
  mutating func isFeasible(steps: inout Int) -> Bool? {
    guard residuals.allSatisfy({ $0 >= 0 }) else { return false }
    steps -= heads.count
    let (source, sink) = (excess.count - 2, excess.count - 1)
    for node in 0..<source where excess[node] != 0 {
      let isSurplus = excess[node] > 0
      addEdge(isSurplus ? source : node, isSurplus ? node : sink, 0, abs(excess[node]))
    }
    while let path = shortestPath(from: source, to: sink, steps: &steps) {
      let amount = path.map { residuals[$0] }.min() ?? 0
      for edge in path {
        residuals[edge] -= amount
        residuals[edge ^ 1] += amount
      }
    }
    return steps > 0 ? edges[source].allSatisfy { residuals[$0] == 0 } : nil
  }

  private func shortestPath(from source: Int, to sink: Int, steps: inout Int) -> [Int]? {
    var arrivals: [Int?] = Array(repeating: nil, count: edges.count)
    var (queue, next) = ([source], 0)
    while next < queue.count, arrivals[sink] == nil, steps > 0 {
      steps -= edges[queue[next]].count
      for edge in edges[queue[next]] where residuals[edge] > 0 && arrivals[heads[edge]] == nil {
        arrivals[heads[edge]] = edge
        queue.append(heads[edge])
      }
      next += 1
    }
    var path: [Int] = []
    var node = sink
    while node != source, let edge = arrivals[node] {
      path.append(edge)
      node = heads[edge ^ 1]
    }
    return path.isEmpty ? nil : path
  }
}
