import CLanes

/// Profiles in lanes of one width: mentees one after the other, mentors in tiles.
package final class ProfileLanes<Feature: ProfileNumber, Score: ProfileNumber>: Sendable {
  private let kernel: ProfileKernel<Feature, Score>
  private let layout: Layout
  private let rows: CellBuffer<Feature>
  private let tiles: CellBuffer<Feature>

  /// Cells of a computed row: those of all tiles.
  package var stride: Int { layout.tileCount * Layout.tile }

  convenience init(
    _ kernel: ProfileKernel<Feature, Score>, _ shape: ProfileShape, mentees: [Int],
    mentors: [Int], mentorCount: Int
  ) {
    let (count, offsets) = (shape.dimensions, shape.offsets)
    self.init(
      kernel, dimensions: count, menteeCount: mentees.count / max(1, count),
      mentorCount: mentorCount,
      mentee: { Feature(truncatingIfNeeded: mentees[$0 * count + $1] - offsets[$1]) },
      mentor: { Feature(truncatingIfNeeded: mentors[$0 * count + $1] - offsets[$1]) })
  }

  private init(
    _ kernel: ProfileKernel<Feature, Score>, dimensions: Int, menteeCount: Int, mentorCount: Int,
    mentee: (_ person: Int, _ dimension: Int) -> Feature,
    mentor: (_ person: Int, _ dimension: Int) -> Feature
  ) {
    let layout = Layout(dimensions: dimensions, depth: kernel.depth, mentorCount: mentorCount)
    self.kernel = kernel
    self.layout = layout
    rows = CellBuffer(count: menteeCount * layout.filledDimensions) { rows in
      rows.initialize(repeating: 0)
      for person in 0..<menteeCount {
        for dimension in 0..<dimensions {
          rows[person * layout.filledDimensions + dimension] = mentee(person, dimension)
        }
      }
    }
    tiles = CellBuffer(count: layout.tileCount * Layout.tile * layout.filledDimensions) { tiles in
      tiles.initialize(repeating: 0)
      for person in 0..<mentorCount {
        for dimension in 0..<dimensions {
          tiles[layout.place(ofMentor: person, dimension)] = mentor(person, dimension)
        }
      }
    }
  }

  func transposed(_ menteeCount: Int, _ mentorCount: Int) -> ProfileLanes {
    ProfileLanes(
      kernel, dimensions: layout.dimensions, menteeCount: mentorCount, mentorCount: menteeCount,
      mentee: { self.tiles.base[self.layout.place(ofMentor: $0, $1)] },
      mentor: { self.rows.base[$0 * self.layout.filledDimensions + $1] })
  }

  /// Computes whole rows, each `stride` cells long; the cells behind the last mentor mean nothing.
  ///
  /// Several rows at once share the way of the mentors' profiles through the caches.
  ///
  /// - Complexity: O(rows · stride · dimensions).
  package func computeRows(_ mentees: Range<Int>, into scores: UnsafeMutablePointer<Score>) {
    kernel.run(
      rows.base + mentees.lowerBound * layout.filledDimensions, mentees.count, tiles.base,
      layout.tileCount, layout.filledDimensions, scores, stride)
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
    _ visit: (_ offset: Int, _ scores: UnsafePointer<Score>, _ count: Int) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Score.self, capacity: max(1, stride)) { row in
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

  package func score(_ mentee: Int, _ mentor: Int) -> Score {
    var score: Score = 0
    for dimension in 0..<layout.dimensions {
      let own = rows.base[mentee * layout.filledDimensions + dimension]
      let other = tiles.base[layout.place(ofMentor: mentor, dimension)]
      switch kernel.measure {
      case .l1: score &+= Score(truncatingIfNeeded: max(own, other) &- min(own, other))
      case .dot: score &+= Score(truncatingIfNeeded: own) &* Score(truncatingIfNeeded: other)
      case .hamming: score &+= own == other ? 0 : 1
      }
    }
    return score
  }
}

extension ProfileLanes {
  /// Where features lie: mentees' one after the other, mentors' in tiles, so that those of many mentors fill
  /// a register.
  private struct Layout {
    static var tile: Int { Int(LANES_TILE) }

    let dimensions: Int
    let depth: Int
    let filledDimensions: Int
    let tileCount: Int

    init(dimensions: Int, depth: Int, mentorCount: Int) {
      self.dimensions = dimensions
      self.depth = depth
      filledDimensions = (dimensions + depth - 1) / depth * depth
      tileCount = (mentorCount + Self.tile - 1) / Self.tile
    }

    func place(ofMentor mentor: Int, _ dimension: Int) -> Int {
      let (tile, lane) = mentor.quotientAndRemainder(dividingBy: Self.tile)
      let (level, rest) = dimension.quotientAndRemainder(dividingBy: depth)
      return (tile * filledDimensions + level * depth) * Self.tile + lane * depth + rest
    }
  }
}
