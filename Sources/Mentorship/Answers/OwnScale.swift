/// What one person's answer is worth where a generous and a strict rater are to count alike.
///
/// ```swift
/// // Marks 5, 5, 4 of one rater and 3, 3, 2 of another are the same answer: 75 %, 75 %, 0 %.
/// OwnScale(answer, PreferenceScale())[person]
/// ```
/// **Marks** become mid-ranks among the rater's own marks, from the worst to the best mark of the scale: who
/// has *b* of the *n* − 1 others below and *e* beside stands at (2*b* + *e*) / (2*n* − 2). Of one mark, or
/// equal ones, nothing can be compared: they stand in the middle, whatever their level, so that the marks of
/// every rater average exactly one half, as much as not having met.
///
/// **Choices** are comparable whatever the length of the list: who has *a* of *n* chosen people above and *e*
/// others beside stands at (2*a* + *e*) / (2*n*) of the way from the first place's worth down to the last's.
/// A single choice has all of it, one of twenty equal ones little more than half; who is listed without an
/// order comes after the places. Left out places make no difference.
///
/// Both depend on the order alone, and are exact fractions.
struct OwnScale {
  private var shares: [PersonID: Share] = [:]

  /// - Complexity: O(*n* log *n*) for *n* people named.
  init(_ answer: MeetingAnswer, _ scale: PreferenceScale) {
    markShares(answer.marks, from: scale.marks.first ?? 0, to: scale.marks.last ?? 100)
    let levels = (answer.tiers + [answer.listed]).filter { !$0.isEmpty }
    choiceShares(levels, from: scale.places.first ?? 100, to: scale.places.last ?? 100)
  }

  /// `nil` for who was neither chosen nor marked.
  subscript(person: PersonID) -> Share? { shares[person] }

  private mutating func markShares(_ marks: [PersonID: Int], from worst: Int, to best: Int) {
    let counts = marks.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var below: [Int: Int] = [:]
    var sum = 0
    for mark in counts.keys.sorted() {
      below[mark] = sum
      sum += counts[mark] ?? 0
    }
    for (person, mark) in marks {
      let isAlone = counts.count == 1
      let part = isAlone ? 1 : 2 * (below[mark] ?? 0) + (counts[mark] ?? 1) - 1
      let whole = isAlone ? 2 : 2 * (marks.count - 1)
      shares[person] = Share(part, of: whole, from: worst, to: best)
    }
  }

  /// A choice stands over a mark of the same person, as everywhere.
  private mutating func choiceShares(_ levels: [[PersonID]], from first: Int, to last: Int) {
    let count = levels.reduce(0) { $0 + $1.count }
    var above = 0
    for level in levels {
      for person in level {
        shares[person] = Share(2 * above + level.count - 1, of: 2 * count, from: first, to: last)
      }
      above += level.count
    }
  }
}

extension Share {
  /// A part of the way from one percentage to another.
  fileprivate init(_ part: Int, of whole: Int, from start: Int, to end: Int) {
    self.init(
      numerator: start * whole + (end - start) * part, denominator: 100 * whole)
  }
}
