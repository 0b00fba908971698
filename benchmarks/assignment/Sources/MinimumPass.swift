import Problems

/// Looks at every cell of a problem once and keeps the least: no exact solver can do with less.
///
/// Computed cells are computed on the way. The time of a pass is the unit that the solver's is
/// reported in, because it says the same on every machine.
///
/// Vectors are as wide as the compiler turns their minimum into one instruction, not wider.
enum MinimumPass {
  /// - Complexity: O(cells), times the dimensions of computed ones.
  static func run(over points: Points) -> Int {
    switch points.cells {
    case .uint8(let cells): Int(least(of: cells.cells, SIMD16<UInt8>.self))
    case .uint16(let cells): Int(least(of: cells.cells, SIMD8<UInt16>.self))
    case .int32(let cells): Int(least(of: cells.cells, SIMD16<Int32>.self))
    case .int64(let cells): least(of: cells.cells, SIMD8<Int>.self)
    case .double(let cells): Int(least(of: cells.cells, SIMD8<Double>.self))
    case .scores(let scores):
      switch scores.lanes {
      case .uint8(let lanes): least(of: lanes, scores, SIMD16<UInt8>.self)
      case .bytes(let lanes): least(of: lanes, scores, SIMD8<UInt16>.self)
      case .uint16(let lanes): least(of: lanes, scores, SIMD8<UInt16>.self)
      case .int32(let lanes): least(of: lanes, scores, SIMD16<Int32>.self)
      }
    }
  }

  /// Four vectors at a time, so that a comparison need not wait for the one before.
  @inline(__always)
  private static func least<Vector: SIMD>(
    of cells: UnsafeBufferPointer<Vector.Scalar>, _ type: Vector.Type
  ) -> Vector.Scalar where Vector.Scalar: Comparable & ExpressibleByIntegerLiteral {
    guard let base = cells.baseAddress, let first = cells.first else { return 0 }
    let start = UnsafeRawPointer(base)
    let (size, lanes) = (MemoryLayout<Vector>.size, Vector.scalarCount)
    let blocks = cells.count / (4 * lanes)
    var least = (
      Vector(repeating: first), Vector(repeating: first), Vector(repeating: first),
      Vector(repeating: first)
    )
    for block in 0..<blocks {
      let place = start + block &* 4 &* size
      func load(_ part: Int) -> Vector {
        (place + part &* size).loadUnaligned(as: Vector.self)
      }
      least.0 = pointwiseMin(least.0, load(0))
      least.1 = pointwiseMin(least.1, load(1))
      least.2 = pointwiseMin(least.2, load(2))
      least.3 = pointwiseMin(least.3, load(3))
    }
    let all = pointwiseMin(pointwiseMin(least.0, least.1), pointwiseMin(least.2, least.3))
    var result = first
    for lane in 0..<lanes { result = min(result, all[lane]) }
    for index in blocks * 4 * lanes..<cells.count { result = min(result, cells[index]) }
    return result
  }

  /// Some rows at a time share the way of the profiles through the caches.
  @inline(__always)
  private static func least<Feature, Score, Vector: SIMD>(
    of lanes: ProfileLanes<Feature, Score>, _ scores: ProfileScores, _ type: Vector.Type
  ) -> Int where Vector.Scalar == Score {
    let rowsAtOnce = 8
    let capacity = rowsAtOnce * lanes.stride
    return withUnsafeTemporaryAllocation(of: Score.self, capacity: capacity) { rows in
      guard let base = rows.baseAddress else { return 0 }
      var result = Score.max
      for row in stride(from: 0, to: scores.menteeCount, by: rowsAtOnce) {
        let block = row..<min(row + rowsAtOnce, scores.menteeCount)
        lanes.computeRows(block, into: base)
        for offset in 0..<block.count {
          let cells = UnsafeBufferPointer(
            start: base + offset * lanes.stride, count: scores.mentorCount)
          result = min(result, least(of: cells, type))
        }
      }
      return Int(result)
    }
  }
}
