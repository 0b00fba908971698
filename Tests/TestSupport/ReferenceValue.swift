public import Problems

extension AssignmentProblem {
  /// The best value by the plainest method there is: one square matrix, the Hungarian algorithm on it.
  ///
  /// For problems without quotas and minimums where one side has one place each, and of any numbers whose
  /// sums stay far from 2⁶². Every seat is a column and every mentee a row (or the other way round); a
  /// person alone is matched with a blank.
  ///
  /// - Returns: pairs and total, fixed pairs included; `nil` where the rules cannot be met.
  /// - Complexity: O((seats + mentees)³).
  public func referenceValue() -> Objective? {
    let places = mentors.map(\.capacity)
    let areMenteesSingle = demands.allSatisfy { $0 <= 1 }
    let (needs, seats) = areMenteesSingle ? (demands, places) : (places, demands)
    var rowLeft = needs
    var columnLeft = seats
    for pair in fixed {
      rowLeft[areMenteesSingle ? pair.mentee : pair.mentor] -= 1
      columnLeft[areMenteesSingle ? pair.mentor : pair.mentee] -= 1
    }
    guard (rowLeft + columnLeft).allSatisfy({ $0 >= 0 }) else { return nil }
    let rows = rowLeft.indices.filter { rowLeft[$0] > 0 }
    let columns = columnLeft.indices.flatMap { repeatElement($0, count: columnLeft[$0]) }
    let mustBeMatched = areMenteesSingle == (coverage == .everyMentee)
    let isOneSided = coverage == .everyMentee || coverage == .everyMentor
    let bonus = coverage == .first ? 1 << 40 : 0
    let never = 1 << 50
    let size = rows.count + columns.count
    var cost = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for row in 0..<size {
      for column in 0..<size {
        switch (row < rows.count, column < columns.count) {
        case (true, true):
          let (one, other) = (rows[row], columns[column])
          let pair =
            areMenteesSingle ? Pair(mentee: one, mentor: other) : Pair(mentee: other, mentor: one)
          let points = fixed.contains(pair) ? nil : table.points(of: pair)
          cost[row][column] = points.map { 0 - $0 - bonus } ?? never
        case (true, false): cost[row][column] = isOneSided && mustBeMatched ? never : 0
        case (false, true): cost[row][column] = isOneSided && !mustBeMatched ? never : 0
        case (false, false): cost[row][column] = 0
        }
      }
    }
    var pairs = fixed
    for (row, column) in Self.hungarian(cost).enumerated() {
      guard cost[row][column] < never else { return nil }
      guard row < rows.count, column < columns.count else { continue }
      let (one, other) = (rows[row], columns[column])
      pairs.append(
        areMenteesSingle ? Pair(mentee: one, mentor: other) : Pair(mentee: other, mentor: one))
    }
    return objective(of: pairs)
  }

  /// By row its column, at least cost; the textbook algorithm with two arrays of potentials.
  private static func hungarian(_ cost: [[Int]]) -> [Int] {
    let size = cost.count
    var u = [Int](repeating: 0, count: size + 1)
    var v = [Int](repeating: 0, count: size + 1)
    var rowOf = [Int](repeating: 0, count: size + 1)
    var way = [Int](repeating: 0, count: size + 1)
    for row in stride(from: 1, through: size, by: 1) {
      rowOf[0] = row
      var column = 0
      var least = [Int](repeating: .max, count: size + 1)
      var used = [Bool](repeating: false, count: size + 1)
      repeat {
        used[column] = true
        let current = rowOf[column]
        var (delta, next) = (Int.max, 0)
        for other in 1...size where !used[other] {
          let reduced = cost[current - 1][other - 1] - u[current] - v[other]
          if reduced < least[other] { (least[other], way[other]) = (reduced, column) }
          if least[other] < delta { (delta, next) = (least[other], other) }
        }
        for other in 0...size {
          if used[other] {
            u[rowOf[other]] += delta
            v[other] -= delta
          } else {
            least[other] -= delta
          }
        }
        column = next
      } while rowOf[column] != 0
      repeat {
        rowOf[column] = rowOf[way[column]]
        column = way[column]
      } while column != 0
    }
    var result = [Int](repeating: 0, count: size)
    for column in 1..<max(1, size + 1) { result[rowOf[column] - 1] = column - 1 }
    return result
  }
}
