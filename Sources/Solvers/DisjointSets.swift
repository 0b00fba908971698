/// Disjoint sets of whole numbers, joined two by two.
///
/// ```swift
/// var sets = DisjointSets(count: 3)
/// sets.join(1, 2)
/// sets.root(of: 2)  // 1
/// ```
/// Source: R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", J. ACM 22, 1975,
/// doi:10.1145/321879.321884.
package struct DisjointSets {
  private var parents: [Int]

  package init(count: Int) { parents = Array(0..<count) }

  /// The least member of the set of one.
  ///
  /// - Complexity: O(α), amortised, with the inverse Ackermann function α.
  package mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// The smaller root stays, so that equal inputs have equal parts.
  package mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(of: one), root(of: other))
    parents[max(first, second)] = min(first, second)
  }
}
