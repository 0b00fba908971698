import Problems
import Testing

@testable import GLPKBackend

@Suite("Answers by repair")
struct RepairSearchTests {
  @Test("fills knapsacks to the last unit, and offers nothing that breaks a row")
  func fillsKnapsacks() throws {
    for seed in 1...10 {
      var lot = Scatter(state: UInt64(seed))
      let (items, groups) = (12, 4)
      let hours = (0..<items).map { _ in 1 + Int(lot.next() % 5) }
      // A hidden assignment fills every group, so all items can have a place.
      let hidden = (0..<items).map { _ in Int(lot.next() % UInt64(groups)) }
      let limits = (0..<groups).map { group in
        hours.indices.reduce(0) { $0 + (hidden[$1] == group ? hours[$1] : 0) }
      }
      let program = BinaryProgram(
        objective: Array(repeating: 1, count: items * groups),
        rows: (0..<items).map { item in
          .init(
            columns: (0..<groups).map { item * groups + $0 },
            coefficients: Array(repeating: 1, count: groups), lower: nil, upper: 1)
        }
          + (0..<groups).map { group in
            .init(
              columns: (0..<items).map { $0 * groups + group }, coefficients: hours, lower: nil,
              upper: limits[group])
          })
      let part = CompactProgram(
        rows: program.rows.map(TightRow.init), original: Array(0..<items * groups),
        position: Array(0..<items * groups), objective: program.objective)
      let state = SearchState(part, reach: items, question: StopQuestion { false }) { _, _, _ in }
      state.lowerBound(to: items)
      try RepairSearch.run(state, from: Array(repeating: false, count: items * groups), .long)
      let best = try #require(state.best)
      #expect(part.objective(of: best) == state.bestValue)
      #expect(state.bestValue == items, "seed \(seed): \(limits) of \(hours)")
    }
  }

  @Test("repairs what breaks rows, where no answer is known")
  func repairs() throws {
    // Each of six in one of two groups, three in each.
    let rows: [BinaryProgram.Row] =
      (0..<6).map {
        .init(columns: [2 * $0, 2 * $0 + 1], coefficients: [1, 1], lower: 1, upper: 1)
      }
      + (0..<2).map { group in
        .init(
          columns: (0..<6).map { 2 * $0 + group }, coefficients: Array(repeating: 1, count: 6),
          lower: 3, upper: 3)
      }
    let part = CompactProgram(
      rows: rows.map(TightRow.init), original: Array(0..<12), position: Array(0..<12),
      objective: Array(repeating: 0, count: 12))
    let state = SearchState(part, reach: 1, question: StopQuestion { false }) { _, _, _ in }
    state.lowerBound(to: 0)
    // All in the first group.
    try RepairSearch.run(state, from: (0..<12).map { $0 % 2 == 0 }, .short)
    #expect(state.best != nil)
  }

  @Test("stops when asked")
  func stops() {
    let part = CompactProgram(
      rows: [
        TightRow(
          BinaryProgram.Row(columns: [0, 1], coefficients: [2, 2], lower: 1, upper: 1))
      ], original: [0, 1], position: [0, 1], objective: [1, 1])
    let state = SearchState(part, reach: 2, question: StopQuestion { true }) { _, _, _ in }
    #expect(throws: LinearTrouble.self) {
      try RepairSearch.run(state, from: [false, false], .long)
    }
  }
}
