import Problems
import TestSupport
import Testing

@Suite("Points")
struct PointsTests {
  private func bytes(_ points: Points) -> Int {
    switch points.cells {
    case .uint8: 1
    case .uint16: 2
    case .int32: 4
    case .int64, .double, .scores: 8
    }
  }

  @Test("numbers go into the narrowest cells, costs with the sign turned")
  func narrowing() {
    for (numbers, size, isNegated) in [
      ([], 1, false), ([0, 255], 1, false), ([0, 256], 2, false), ([0, 65_535], 2, false),
      ([0, 65_536], 4, false), ([-1, 1], 4, false), ([-255, 0], 1, true), ([-256], 2, true),
      ([-70_000, -1], 4, true), ([1 << 31], 8, false), ([-1 << 31], 8, true),
      ([-1 << 31, 1], 4, false), ([.min, 0], 8, false), ([.min, .max], 8, false),
      ([.max], 8, false), ([-.max], 8, true),
    ] as [([Int], Int, Bool)] {
      let points = Points(numbers)
      #expect(Array(points) == numbers)
      #expect(bytes(points) == size, "\(numbers)")
      #expect(points.isNegated == isNegated, "\(numbers)")
      #expect(points.range == (numbers.min() ?? 0)...(numbers.max() ?? 0))
      var row = [Int](repeating: 7, count: numbers.count)
      points.copy(0..<numbers.count, to: &row)
      #expect(row == numbers)
    }
  }

  @Test("every kind of cells reads, copies and turns its sign alike")
  func kinds() {
    let numbers = [3, 0, 250, 7, 1]
    let kinds: [Points.Cells] = [
      .uint8(CellBuffer(numbers.map { UInt8($0) })),
      .uint16(CellBuffer(numbers.map { UInt16($0) })),
      .int32(CellBuffer(numbers.map { Int32($0) })), .int64(CellBuffer(numbers)),
      .double(CellBuffer(numbers.map { Double($0) })),
    ]
    for cells in kinds {
      let (points, costs) = (Points(cells), Points(cells, isNegated: true))
      #expect(Array(points) == numbers)
      #expect(points == Points(numbers))
      #expect(points.range == 0...250)
      #expect(costs.range == -250...0)
      #expect(Array(costs) == numbers.map { -$0 })
      #expect(costs.negated == points)
      #expect(costs.negated.range == points.range)
      var (wide, narrow) = ([9, 9, 9, 9], [9, 9, 9, 9] as [Int32])
      costs.copy(2..<4, to: &wide)
      costs.copy(2..<4, to: &narrow)
      #expect(wide == [-250, -7, 9, 9])
      #expect(narrow == [-250, -7, 9, 9])
    }
  }

  @Test("costs of −2⁶³ have no opposite: a problem of them is refused, not a trap")
  func leastInteger() {
    let points = Points(.int64(CellBuffer([1, .min])), isNegated: true)
    #expect(points.range == -1 ... .max)
    #expect(
      throws: ProblemError.numbersTooLarge(pair: Pair(mentee: 0, mentor: 1), points: .min)
    ) {
      try AssignmentProblem(
        table: PairTable(complete: points, menteeCount: 1, mentorCount: 2),
        mentors: [.init(capacity: 1), .init(capacity: 1)], coverage: .ignore)
    }
  }

  @Test("a table asked pair by pair is the table of its rows")
  func tables() throws {
    let rows = [[-1, nil, -300], [nil, nil, nil], [0, -2, nil]]
    let asked = PairTable(menteeCount: 3, mentorCount: 3) { rows[$0.mentee][$0.mentor] }
    #expect(asked == (try PairTable(rows: rows, mentorCount: 3)))
    #expect(asked.points.isNegated)
    #expect(PairTable(menteeCount: 2, mentorCount: 0) { _ in 1 }.pairCount == 0)
  }
}
