package import Problems

/// Deferred acceptance: one side proposes down its lists, the other keeps the best that it has room for.
///
/// ```swift
/// DeferredAcceptance(market).pairs()                       // the best stable assignment for mentees
/// DeferredAcceptance(market, proposing: .mentors).pairs()  // the best for mentors
/// ```
///
/// With equals put in an order the result is stable, and of all stable assignments the one that everybody of
/// the proposing side likes best; who has demand or room for several wants the best of each pair on its own.
/// Where mentees propose and ask for one mentor each, none of them gains by a false list. Equals keep it weakly
/// stable whatever their order, but that order decides how many it matches.
///
/// With promotions, a proposer whom all refuse begins again and then goes before equals, and of mentors whom it likes
/// equally asks one with room first, who may send it on to another as long as there is one. Where proposers ask for
/// one each, this leaves over at most a third of those whom the best order would serve.
///
/// Source: D. Gale, L. S. Shapley, "College admissions and the stability of marriage", American Mathematical Monthly
/// 69(1), 1962, doi:10.1080/00029890.1962.11989827; A. E. Roth, "The economics of matching: stability and incentives",
/// Mathematics of Operations Research 7(4), 1982, doi:10.1287/moor.7.4.617 (false lists); Z. Király, "Linear time local
/// approximation algorithm for maximum stable marriage", Algorithms 6(3), 2013, doi:10.3390/a6030471 (promotions).
package struct DeferredAcceptance {
  private let table: PairTable
  private let people: EntryPeople
  private let side: Side
  private let isPromoting: Bool
  /// Of proposers and of those who receive: how many each may have, and by entry the places they give.
  private let proposers: (limits: [Int], places: [Int32])
  private let receivers: (limits: [Int], places: [Int32])

  /// - Parameters:
  ///   - market: fixed pairs are not in the result.
  ///   - side: who proposes.
  ///   - isPromoting: whether those whom all refused begin again, before equals.
  package init(
    _ market: RankedMarket, proposing side: Side = .mentees, isPromoting: Bool = false
  ) {
    self.init(
      market.table, demands: market.demands, capacities: market.capacities,
      places: (market.places.ofMentors, market.places.ofMentees), proposing: side,
      isPromoting: isPromoting)
  }

  /// Begins with the pairs that are eligible and acceptable to both; places count by entry, the least is best.
  package init(
    _ table: PairTable, demands: [Int], capacities: [Int],
    places: (ofMentors: [Int32], ofMentees: [Int32]), proposing side: Side = .mentees,
    isPromoting: Bool = true
  ) {
    (self.table, self.side) = (table, side)
    people = EntryPeople(table)
    self.isPromoting = isPromoting
    let mentees = (limits: demands, places: places.ofMentors)
    let mentors = (limits: capacities, places: places.ofMentees)
    proposers = side == .mentees ? mentees : mentors
    receivers = side == .mentees ? mentors : mentees
  }

  /// Matches, with equals in canonical order or by the lots of a seed.
  ///
  /// - Returns: a weakly stable assignment, in canonical order.
  /// - Complexity: O(pairCount · (log degree + log capacity)).
  package func pairs(tieLot: UInt64? = nil) -> [Pair] { matched(TieOrder(seed: tieLot)) }

  /// Matches, with equals in the order of `lots`, by entry; without lots in canonical order.
  ///
  /// - Returns: as ``pairs(tieLot:)``.
  /// - Complexity: as ``pairs(tieLot:)``.
  package func pairs(lots: [UInt64]?) -> [Pair] {
    matched(lots.map { TieOrder.lots($0) } ?? .canonical)
  }

  private func matched(_ ties: TieOrder) -> [Pair] {
    let lists = StrictLists(of: side, table, people, places: proposers.places, ties: ties)
    let partners = side == .mentees ? people.mentors : people.mentees
    let owners = side == .mentees ? people.mentees : people.mentors
    var seats = Seats(limits: receivers.limits, receivers: partners)
    var walk = ListWalk(lists, places: proposers.places, receivers: partners)
    var count = [Int](repeating: 0, count: lists.personCount)
    var isPromoted = [Bool](repeating: false, count: lists.personCount)
    var waiting = Array((0..<lists.personCount).reversed())
    while let proposer = waiting.popLast() {
      while count[proposer] < proposers.limits[proposer] {
        guard let entry = isPromoting ? walk.nextKind(proposer, seats) : walk.next(proposer) else {
          guard isPromoting, count[proposer] == 0, !isPromoted[proposer] else { break }
          isPromoted[proposer] = true
          walk.restart(proposer)
          continue
        }
        let key = key(entry, isPromoted[proposer], ties)
        let offer = KeyedEntry(key: key, entry: Int32(entry))
        let receiver = Int(partners[entry])
        // Somebody who has as good a choice gives way to anybody.
        let yielding =
          isPromoting
          ? seats.firstPlace(of: receiver) { walk.isYielding($0, of: Int(owners[$0]), seats) } : nil
        guard let outcome = seats.take(offer, for: receiver, insteadOf: yielding) else {
          walk.refuse(entry)
          continue
        }
        walk.isHeld[entry] = true
        count[proposer] += 1
        guard case .takenInsteadOf(let refused) = outcome else { continue }
        walk.isHeld[refused] = false
        count[Int(owners[refused])] -= 1
        if yielding == nil { walk.refuse(refused) }
        if Int(owners[refused]) != proposer { waiting.append(Int(owners[refused])) }
      }
    }
    return people.pairs(walk.isHeld)
  }

  /// What a receiver goes by: the place, then promotions, then the order of equals.
  private func key(_ entry: Int, _ isPromoted: Bool, _ ties: TieOrder) -> UInt64 {
    let key = ties.key(place: receivers.places[entry], entry: entry)
    return (key >> 32) << 33 | (isPromoted ? 0 : 1) << 32 | key & 0xffff_ffff
  }
}
