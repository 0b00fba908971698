import Problems
import Solvers

/// What two neighbouring corners of a curve differ in, part by part.
///
/// Under the sum in which both corners are best, each part alone is worth as much as the other way: where parts touch no
/// limit together, any of them can be exchanged without the others. So every sum of their changes is reached
/// on the line between the corners, and nothing with so many changes can be better.
struct CornerExchanges {
  private let left: Set<Pair>
  private let parts: [Part]

  private struct Part {
    var out: [Pair] = []
    var into: [Pair] = []
    /// Approved pairs lost.
    var changes = 0
  }

  /// - Complexity: O(pairs log pairs + quota sizes).
  init(
    _ problem: AssignmentProblem, from left: [Pair], to right: [Pair], approved: Set<Pair>
  ) {
    let (start, end) = (Set(left), Set(right))
    self.left = start
    let (out, into) = (start.subtracting(end), end.subtracting(start))
    var people = DisjointSets(count: problem.menteeCount + problem.mentorCount)
    for pair in out.union(into) { people.join(pair.mentee, problem.menteeCount + pair.mentor) }
    for quota in problem.quotas {
      let mentors = quota.mentors ?? Array(problem.mentors.indices)
      for mentor in mentors.dropFirst() {
        people.join(problem.menteeCount + mentors[0], problem.menteeCount + mentor)
      }
    }
    var parts: [Int: Part] = [:]
    for pair in out.sorted() {
      let root = people.root(of: pair.mentee)
      parts[root, default: Part()].out.append(pair)
      if approved.contains(pair) { parts[root]?.changes += 1 }
    }
    for pair in into.sorted() {
      let root = people.root(of: pair.mentee)
      parts[root, default: Part()].into.append(pair)
      if approved.contains(pair) { parts[root]?.changes -= 1 }
    }
    // Those that win or lose a pair go together, as the number of pairs may not change.
    var uneven = Part()
    var even: [Part] = []
    for part in parts.sorted(by: { $0.key < $1.key }).map(\.value) {
      if part.out.count == part.into.count {
        even.append(part)
      } else {
        uneven.out += part.out
        uneven.into += part.into
        uneven.changes += part.changes
      }
    }
    self.parts = (even + [uneven]).filter { $0.changes > 0 }
  }

  /// By changes beyond those of the left corner: pairs that have exactly so many, where some parts add up to it.
  ///
  /// - Complexity: O(parts · changes).
  func between() -> [Int: [Pair]] {
    let most = parts.reduce(0) { $0 + $1.changes }
    // By sum: the last part that leads there first.
    var last = [Int?](repeating: nil, count: most + 1)
    for (index, part) in parts.enumerated() where part.changes <= most {
      for sum in stride(from: most, through: part.changes, by: -1) where last[sum] == nil {
        if sum == part.changes || last[sum - part.changes].map({ $0 < index }) ?? false {
          last[sum] = index
        }
      }
    }
    var found: [Int: [Pair]] = [:]
    for sum in 1..<max(1, most) where last[sum] != nil { found[sum] = pairs(sum, last) }
    return found
  }

  private func pairs(_ sum: Int, _ last: [Int?]) -> [Pair] {
    var (pairs, rest) = (left, sum)
    while rest > 0, let index = last[rest] {
      pairs.subtract(parts[index].out)
      pairs.formUnion(parts[index].into)
      rest -= parts[index].changes
    }
    return pairs.sorted()
  }
}
