public import Problems

/// One way to weigh two goals against each other.
public struct TradeOffPoint: Equatable, Sendable {
  public let first: GoalValue
  public let second: GoalValue
  public let assignment: Assignment
  /// Whether it is among the best for some weighted sum of the two goals.
  public let isSupported: Bool
}

/// Points of two goals where neither can gain without the other losing.
public struct TradeOffFront: Equatable, Sendable {
  /// From the best for the first goal to the best for the second.
  public let points: [TradeOffPoint]
  /// Whether these are all that were asked for; else the search was stopped.
  public let isComplete: Bool
  public let backend: Backend
}

/// Pairs with what they are worth to two goals: more is better, whatever the goals count.
struct TradeOffCandidate {
  let pairs: [Pair]
  let worth: Worth

  /// A point of the plane.
  struct Worth: Equatable {
    let first: Int
    let second: Int

    /// Twice the area of a triangle, positive where `middle` lies above the line from left to right.
    static func area(_ left: Worth, _ middle: Worth, _ right: Worth) -> Int128 {
      let (across, down) = (
        Int128(left.first) - Int128(right.first), Int128(right.second) - Int128(left.second)
      )
      return down * (Int128(middle.first) - Int128(left.first))
        + across * (Int128(middle.second) - Int128(left.second))
    }
  }
}

extension [TradeOffCandidate] {
  /// Those that no line between two others passes above, and of those on such a line the ends alone.
  ///
  /// The order is that of a front.
  ///
  /// - Complexity: O(count).
  var corners: [TradeOffCandidate] { hull(withLines: false).map { self[$0] } }

  /// Whether each is best for some weighted sum; where a goal is no number of no pairs, nothing is better.
  ///
  /// - Complexity: O(count).
  var supported: [Bool] {
    let numbers = indices.filter { self[$0].worth.first < .max && self[$0].worth.second < .max }
    var supported = map { $0.worth.first == .max || $0.worth.second == .max }
    for place in numbers.map({ self[$0] }).hull(withLines: true) {
      supported[numbers[place]] = true
    }
    return supported
  }

  private func hull(withLines: Bool) -> [Int] {
    var hull: [Int] = []
    for index in indices {
      while let middle = hull.last, hull.count > 1 {
        let area = TradeOffCandidate.Worth.area(
          self[hull[hull.count - 2]].worth, self[middle].worth, self[index].worth)
        guard area < 0 || area == 0 && !withLines else { break }
        hull.removeLast()
      }
      hull.append(index)
    }
    return hull
  }
}
