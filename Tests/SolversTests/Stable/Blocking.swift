import Problems
import Solvers
import TestSupport

/// Whether an assignment is stable, word for word from the definition and in no other way.
func isStable(_ pairs: [Pair], _ market: RankedMarket, _ stability: Stability) -> Bool {
  (0..<market.table.pairCount).map { market.table.pair(of: $0) }.allSatisfy { pair in
    guard !pairs.contains(pair), let places = market.places(of: pair) else { return true }
    let mentors = pairs.filter { $0.mentee == pair.mentee }
    let mentees = pairs.filter { $0.mentor == pair.mentor }
    let mentee = wish(
      places.ofMentor, mentors.compactMap { market.places(of: $0)?.ofMentor },
      market.demands[pair.mentee])
    let mentor = wish(
      places.ofMentee, mentees.compactMap { market.places(of: $0)?.ofMentee },
      market.capacities[pair.mentor])
    return switch stability {
    case .weak: !(mentee.gains && mentor.gains)
    case .strong: !(mentee.gains && mentor.loses == false || mentor.gains && !mentee.loses)
    case .superStable: mentee.loses || mentor.loses
    }
  }
}

private func wish(_ place: Int, _ partners: [Int], _ limit: Int) -> (gains: Bool, loses: Bool) {
  let hasRoom = partners.count < limit
  return (
    hasRoom || partners.contains { $0 > place }, !hasRoom && !partners.contains { $0 >= place }
  )
}
