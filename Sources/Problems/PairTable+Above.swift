extension PairTable {
  /// Finds pairs whose points are above the sum of a bound of the mentee and one of the mentor.
  ///
  /// ```swift
  /// let table = try PairTable(rows: [[3, 5], [4, nil]], mentorCount: 2)
  /// table.pairs(aboveMentees: [1, 0], mentors: [2, 3], atMost: 9)  // (0, 1), (1, 0): 5 > 1 + 3, 4 > 0 + 2
  /// ```
  ///
  /// Exact whatever the numbers are; fast where they are small, because then many fit one register.
  ///
  /// - Returns: the first of them in canonical order, the same for any number of threads.
  /// - Complexity: O(pairCount), times the dimensions of computed points, shared by the threads.
  package func pairs(
    aboveMentees menteeBounds: [Int128], mentors mentorBounds: [Int128], atMost limit: Int,
    threads: Int = 1
  ) -> [Pair] {
    let ends = [points.range.lowerBound, points.range.upperBound].map { Int128($0) }
    let largest = [ends, menteeBounds, mentorBounds].joined().map(\.magnitude).max() ?? 0
    let blocks = (0..<menteeCount).mapBlocks(threads: threads) { mentees in
      // Three numbers are summed, and no sum may leave its type.
      if largest < 1 << 29 {
        pairs(mentees, menteeBounds, mentorBounds.map { Int32(truncatingIfNeeded: $0) }, limit)
      } else if largest < 1 << 61 {
        pairs(mentees, menteeBounds, mentorBounds.map { Int(truncatingIfNeeded: $0) }, limit)
      } else {
        pairs(mentees, menteeBounds, mentorBounds, limit)
      }
    }
    return Array(blocks.joined().prefix(limit))
  }

  private func pairs<Number: FixedWidthInteger & SignedInteger>(
    _ mentees: Range<Int>, _ menteeBounds: [Int128], _ mentorBounds: [Number], _ limit: Int
  ) -> [Pair] {
    var (found, bounds): ([Pair], [Number]) = ([], mentorBounds)
    for mentee in mentees where found.count < limit {
      let entries = entries(of: mentee)
      let base = Number(truncatingIfNeeded: menteeBounds[mentee])
      if let mentors {
        for (offset, entry) in entries.enumerated() {
          bounds[offset] = mentorBounds[Int(mentors[entry])]
        }
      }
      // Counting is fast, and few rows have any.
      guard points.count(entries, minus: base, above: bounds) > 0 else { continue }
      for (offset, entry) in entries.enumerated()
      where found.count < limit
        && Int128(points[entry]) > menteeBounds[mentee] + Int128(bounds[offset])
      {
        found.append(Pair(mentee: mentee, mentor: mentor(of: entry, mentee: mentee)))
      }
    }
    return found
  }
}

extension Points {
  /// How many of a run of points, less one number for all, are above bounds of their own.
  fileprivate func count<Number: FixedWidthInteger & SignedInteger>(
    _ entries: Range<Int>, minus base: Number, above bounds: [Number]
  ) -> Int {
    precondition(0..<count + 1 ~= entries.upperBound && entries.lowerBound >= 0)
    precondition(entries.count <= bounds.count)
    let (first, count, flip): (Int, Int, Number) =
      (entries.lowerBound, entries.count, isNegated ? -1 : 0)
    return bounds.withUnsafeBufferPointer { bounds in
      guard let bounds = bounds.baseAddress else { return 0 }
      switch cells {
      case .uint8(let cells): return bounds.countBelow(cells.base + first, count, base, flip)
      case .uint16(let cells): return bounds.countBelow(cells.base + first, count, base, flip)
      case .int32(let cells): return bounds.countBelow(cells.base + first, count, base, flip)
      case .int64(let cells): return bounds.countBelow(cells.base + first, count, base, flip)
      case .double(let cells):
        return (0..<count).count { index in
          let points = (Number(truncatingIfNeeded: Int(cells.base[first + index])) ^ flip) &- flip
          return points &- base > bounds[index]
        }
      case .scores(let scores):
        var found = 0
        func add<Feature, Score>(_ lanes: ProfileLanes<Feature, Score>) {
          lanes.visitRuns(entries, scores.mentorCount) { offset, cells, count in
            found += (bounds + offset).countBelow(cells, count, base, flip)
          }
        }
        switch scores.lanes {
        case .uint8(let lanes): add(lanes)
        case .bytes(let lanes): add(lanes)
        case .uint16(let lanes): add(lanes)
        case .int32(let lanes): add(lanes)
        }
        return found
      }
    }
  }
}

extension UnsafePointer where Pointee: FixedWidthInteger & SignedInteger {
  /// How many of these bounds are below the points of their cells, less one number for all.
  fileprivate func countBelow<Cell: BinaryInteger>(
    _ cells: UnsafePointer<Cell>, _ count: Int, _ base: Pointee, _ flip: Pointee
  ) -> Int {
    // Without a branch or a trap in it, the loop becomes one over many cells at a time.
    var (found, index): (Pointee, Int) = (0, 0)
    while index < count {
      let points = (Pointee(truncatingIfNeeded: cells[index]) ^ flip) &- flip
      // −1 where the difference is negative.
      found &-= (self[index] &- (points &- base)) &>> Pointee(Pointee.bitWidth - 1)
      index &+= 1
    }
    return Int(found)
  }
}
