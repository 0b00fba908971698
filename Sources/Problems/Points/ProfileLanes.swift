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

  convenience init(
    _ measure: ProfileScores.Measure, _ shape: ProfileShape, mentees: [Int], mentors: [Int],
    mentorCount: Int
  ) {
    let offsets = shape.offsets
    self.init(
      measure, dimensions: shape.dimensions, menteeCount: mentees.count / max(1, shape.dimensions),
      mentorCount: mentorCount,
      mentee: { Cell(truncatingIfNeeded: mentees[$0 * offsets.count + $1] - offsets[$1]) },
      mentor: { Cell(truncatingIfNeeded: mentors[$0 * offsets.count + $1] - offsets[$1]) })
  }

  private init(
    _ measure: ProfileScores.Measure, dimensions: Int, menteeCount: Int, mentorCount: Int,
    mentee: (_ person: Int, _ dimension: Int) -> Cell,
    mentor: (_ person: Int, _ dimension: Int) -> Cell
  ) {
    let tile = Int(LANES_TILE)
    self.measure = measure
    self.dimensions = dimensions
    tileCount = (mentorCount + tile - 1) / tile
    rows = CellBuffer(count: menteeCount * dimensions) { rows in
      for person in 0..<menteeCount {
        for dimension in 0..<dimensions {
          rows[person * dimensions + dimension] = mentee(person, dimension)
        }
      }
    }
    tiles = CellBuffer(count: tileCount * tile * dimensions) { tiles in
      tiles.initialize(repeating: 0)
      for person in 0..<mentorCount {
        for dimension in 0..<dimensions {
          tiles[(person / tile * dimensions + dimension) * tile + person % tile] =
            mentor(person, dimension)
        }
      }
    }
  }

  func transposed(_ menteeCount: Int, _ mentorCount: Int) -> ProfileLanes {
    ProfileLanes(
      measure, dimensions: dimensions, menteeCount: mentorCount, mentorCount: menteeCount,
      mentee: { self.feature(ofMentor: $0, $1) },
      mentor: { self.rows.base[$0 * self.dimensions + $1] })
  }

  private func feature(ofMentor mentor: Int, _ dimension: Int) -> Cell {
    let (tile, lane) = mentor.quotientAndRemainder(dividingBy: Int(LANES_TILE))
    return tiles.base[(tile * dimensions + dimension) * Int(LANES_TILE) + lane]
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

  package func score(_ mentee: Int, _ mentor: Int) -> Cell {
    var score: Cell = 0
    for dimension in 0..<dimensions {
      let own = rows.base[mentee * dimensions + dimension]
      let other = feature(ofMentor: mentor, dimension)
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
