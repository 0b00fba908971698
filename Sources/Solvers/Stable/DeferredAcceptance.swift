package import Problems

/// Deferred acceptance: mentees propose down their lists, mentors keep the best that they have places for.
///
/// ```swift
/// DeferredAcceptance(table, demands: [1, 1], capacities: [1, 1], places: places).pairs()
/// ```
///
/// The result is weakly stable whatever is done about equals, and their order decides how many it matches:
/// a mentee whom all refuse begins again and then goes before equals, which leaves over at most a third of
/// those whom the best order would serve.
///
/// Source: D. Gale, L. S. Shapley, "College admissions and the stability of marriage", American Mathematical Monthly
/// 69(1), 1962, doi:10.1080/00029890.1962.11989827; Z. Király, "Better and simpler approximation algorithms for the
/// stable marriage problem", Algorithmica 60, 2011, doi:10.1007/s00453-009-9371-7.
package struct DeferredAcceptance {
  private let mentors: [Int32]
  private let capacities: [Int]
  private let demands: [Int]
  /// By entry: the place of the mentor with the mentee, then the other way round.
  private let places: (ofMentors: [Int32], ofMentees: [Int32])
  private let table: PairTable

  /// How often a mentee may begin again.
  private static let mostPromotions: UInt8 = 2

  /// Begins with the pairs that are eligible and acceptable to both; places count by entry, the least is best.
  package init(
    _ table: PairTable, demands: [Int], capacities: [Int],
    places: (ofMentors: [Int32], ofMentees: [Int32])
  ) {
    self.table = table
    (self.demands, self.capacities, self.places) = (demands, capacities, places)
    var mentors: [Int32] = []
    mentors.reserveCapacity(table.pairCount)
    table.forEachPair { pair, _ in mentors.append(Int32(truncatingIfNeeded: pair.mentor)) }
    self.mentors = mentors
  }

  /// Matches, with equals in the order of `lots`, by entry; without lots in canonical order.
  ///
  /// - Returns: a weakly stable assignment.
  /// - Complexity: O(pairCount · (log degree + capacity)).
  package func pairs(lots: [UInt64]? = nil) -> [Pair] {
    func lot(_ entry: Int) -> UInt64 { lots?[entry] ?? UInt64(entry) }
    let menteeCount = table.menteeCount
    let lists = (0..<menteeCount).map { mentee in
      table.entries(of: mentee).sorted {
        (places.ofMentors[$0], lot($0)) < (places.ofMentors[$1], lot($1))
      }
    }
    var next = [Int](repeating: 0, count: menteeCount)
    var promotions = [UInt8](repeating: 0, count: menteeCount)
    var count = [Int](repeating: 0, count: menteeCount)
    var held = [[(mentee: Int, entry: Int)]](repeating: [], count: capacities.count)
    var waiting = Array((0..<menteeCount).reversed())
    while let mentee = waiting.popLast() {
      while count[mentee] < demands[mentee] {
        if next[mentee] == lists[mentee].count {
          guard count[mentee] == 0, promotions[mentee] < Self.mostPromotions else { break }
          promotions[mentee] += 1
          next[mentee] = 0
          if lists[mentee].isEmpty { break }
        }
        let entry = lists[mentee][next[mentee]]
        next[mentee] += 1
        let mentor = Int(mentors[entry])
        guard capacities[mentor] > 0 else { continue }
        held[mentor].append((mentee, entry))
        count[mentee] += 1
        guard held[mentor].count > capacities[mentor] else { continue }
        let worst = held[mentor].indices.max { one, other in
          isBetter(held[mentor][one], held[mentor][other], promotions, lot)
        }
        guard let worst else { continue }
        let refused = held[mentor].remove(at: worst).mentee
        count[refused] -= 1
        if refused != mentee { waiting.append(refused) }
      }
    }
    return held.enumerated().flatMap { mentor, held in
      held.map { Pair(mentee: $0.mentee, mentor: mentor) }
    }
  }

  private func isBetter(
    _ one: (mentee: Int, entry: Int), _ other: (mentee: Int, entry: Int), _ promotions: [UInt8],
    _ lot: (Int) -> UInt64
  ) -> Bool {
    let (first, second) = (places.ofMentees[one.entry], places.ofMentees[other.entry])
    if first != second { return first < second }
    let (higher, lower) = (promotions[one.mentee], promotions[other.mentee])
    if higher != lower { return higher > lower }
    return lot(one.entry) < lot(other.entry)
  }
}
