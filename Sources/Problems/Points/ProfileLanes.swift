import CLanes

/// Profiles in lanes of one width: mentees one after the other, mentors in tiles.
package final class ProfileLanes<Cell: ProfileCell>: Sendable {
  private let measure: ProfileScores.Measure
  private let dimensions: Int
  private let rows: CellBuffer<Cell>
  private let tiles: CellBuffer<Cell>
  private let tileCount: Int

  /// Cells of a computed row: those of all tiles.
  package var stride: Int { tileCount * Int(LANES_TILE) }

  init(
    _ measure: ProfileScores.Measure, _ shape: ProfileShape, mentees: [Int], mentors: [Int],
    mentorCount: Int
  ) {
    let (dimensions, tile) = (shape.dimensions, Int(LANES_TILE))
    self.measure = measure
    self.dimensions = dimensions
    tileCount = (mentorCount + tile - 1) / tile
    rows = CellBuffer(count: mentees.count) { rows in
      for (index, feature) in mentees.enumerated() {
        rows[index] = Cell(truncatingIfNeeded: feature - shape.offsets[index % dimensions])
      }
    }
    tiles = CellBuffer(count: tileCount * tile * dimensions) { tiles in
      tiles.initialize(repeating: 0)
      for (index, feature) in mentors.enumerated() {
        let (mentor, dimension) = index.quotientAndRemainder(dividingBy: dimensions)
        tiles[(mentor / tile * dimensions + dimension) * tile + mentor % tile] =
          Cell(truncatingIfNeeded: feature - shape.offsets[dimension])
      }
    }
  }

  /// Computes whole rows, each `stride` cells long; the cells behind the last mentor mean nothing.
  ///
  /// Several rows at once share the way of the mentors' profiles through the caches.
  ///
  /// - Complexity: O(rows · stride · dimensions).
  package func computeRows(_ mentees: Range<Int>, into cells: UnsafeMutablePointer<Cell>) {
    Cell.kernel(of: measure)(
      rows.base + mentees.lowerBound * dimensions, mentees.count, tiles.base, tileCount, dimensions,
      cells, stride)
  }

  /// Copies a run of scores, widened.
  func copy<Wide: FixedWidthInteger>(
    _ entries: Range<Int>, _ mentorCount: Int, to scores: UnsafeMutablePointer<Wide>, flip: Wide
  ) {
    visitRuns(entries, mentorCount) { offset, cells, count in
      (scores + offset).widen(cells, count: count, flip: flip)
    }
  }

  /// Computes a run of scores, and shows them in pieces of one mentee with their offset in the run.
  func visitRuns(
    _ entries: Range<Int>, _ mentorCount: Int,
    _ visit: (_ offset: Int, _ scores: UnsafePointer<Cell>, _ count: Int) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Cell.self, capacity: max(1, stride)) { row in
      guard let base = row.baseAddress else { return }
      var offset = 0
      while offset < entries.count {
        let (mentee, first) = (entries.lowerBound + offset)
          .quotientAndRemainder(dividingBy: mentorCount)
        computeRows(mentee..<mentee + 1, into: base)
        let count = min(mentorCount - first, entries.count - offset)
        visit(offset, base + first, count)
        offset += count
      }
    }
  }

  func score(_ mentee: Int, _ mentor: Int) -> Cell {
    let (tile, lane) = mentor.quotientAndRemainder(dividingBy: Int(LANES_TILE))
    var score: Cell = 0
    for dimension in 0..<dimensions {
      let own = rows.base[mentee * dimensions + dimension]
      let other = tiles.base[(tile * dimensions + dimension) * Int(LANES_TILE) + lane]
      switch measure {
      case .l1: score &+= max(own, other) &- min(own, other)
      case .dot: score &+= own &* other
      case .hamming: score &+= own == other ? 0 : 1
      }
    }
    return score
  }
}

/// A width of lanes that profiles are stored in.
package protocol ProfileCell: FixedWidthInteger, BitwiseCopyable, Sendable {
  /// See `lanes.h`: rows, their number, tiles, their number, dimensions, scores, stride.
  typealias Kernel = (
    UnsafePointer<Self>, Int, UnsafePointer<Self>, Int, Int, UnsafeMutablePointer<Self>, Int
  ) -> Void

  static func kernel(of measure: ProfileScores.Measure) -> Kernel
}

extension UInt8: ProfileCell {
  package static func kernel(of measure: ProfileScores.Measure) -> Kernel {
    switch measure {
    case .l1: lanes_l1_u8
    case .dot: lanes_dot_u8
    case .hamming: lanes_hamming_u8
    }
  }
}

extension UInt16: ProfileCell {
  package static func kernel(of measure: ProfileScores.Measure) -> Kernel {
    switch measure {
    case .l1: lanes_l1_u16
    case .dot: lanes_dot_u16
    case .hamming: lanes_hamming_u16
    }
  }
}

extension Int32: ProfileCell {
  package static func kernel(of measure: ProfileScores.Measure) -> Kernel {
    switch measure {
    case .l1: lanes_l1_i32
    case .dot: lanes_dot_i32
    case .hamming: lanes_hamming_i32
    }
  }
}
