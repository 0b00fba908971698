/// How wide lanes must be so that no sum leaves them.
struct ProfileShape {
  let dimensions: Int
  /// Subtracted from both sides, by dimension: differences do not change.
  let offsets: [Int]
  let range: ClosedRange<Int>
  /// Bytes of a lane that holds every score and every feature.
  let scoreBytes: Int
  /// Bytes that hold every feature.
  let featureBytes: Int

  init(
    _ measure: ProfileScores.Measure, dimensions: Int, mentees: [Int], mentors: [Int]
  ) throws(ProblemError) {
    self.dimensions = dimensions
    var offsets = [Int](repeating: 0, count: dimensions)
    var (least, most, largestLane) = (0, 0, 0)
    for dimension in 0..<dimensions {
      let (own, other) = (
        Self.range(of: dimension, dimensions, mentees),
        Self.range(of: dimension, dimensions, mentors)
      )
      for (side, features) in [(Side.mentees, mentees), (.mentors, mentors)] {
        // 31 bits, so that a difference and the sum of two products can be formed at all.
        if let person = Swift.stride(from: dimension, to: features.count, by: dimensions)
          .first(where: { features[$0].magnitude >= 1 << 30 })
        {
          throw .featureTooLarge(side: side, person: person / dimensions, dimension: dimension)
        }
      }
      let floor = Swift.min(own.lowerBound, other.lowerBound)
      let ceiling = Swift.max(own.upperBound, other.upperBound)
      switch measure {
      case .l1:
        most += ceiling - floor
        offsets[dimension] = floor
        largestLane = Swift.max(largestLane, ceiling - floor)
      case .hamming:
        most += 1
        offsets[dimension] = floor
        largestLane = Swift.max(largestLane, ceiling - floor)
      case .dot:
        let corners = [
          own.lowerBound * other.lowerBound, own.lowerBound * other.upperBound,
          own.upperBound * other.lowerBound, own.upperBound * other.upperBound,
        ]
        least += corners.min() ?? 0
        most += corners.max() ?? 0
        largestLane = Swift.max(largestLane, floor < 0 ? Int(Int32.max) : ceiling)
      }
      if most > Int32.max || least < Int32.min {
        throw Self.tooLarge(dimension, dimensions, mentees, mentors)
      }
    }
    self.offsets = offsets
    range = least...most
    func bytes(_ most: Int) -> Int { most > UInt16.max ? 4 : most > UInt8.max ? 2 : 1 }
    featureBytes = bytes(largestLane)
    scoreBytes = least < 0 ? 4 : bytes(Swift.max(most, largestLane))
  }

  /// Blames the person with the largest feature of the dimension.
  private static func tooLarge(
    _ dimension: Int, _ dimensions: Int, _ mentees: [Int], _ mentors: [Int]
  ) -> ProblemError {
    var (largest, side, person) = (0 as UInt, Side.mentees, 0)
    for (ofSide, features) in [(Side.mentees, mentees), (.mentors, mentors)] {
      for index in Swift.stride(from: dimension, to: features.count, by: dimensions)
      where features[index].magnitude > largest {
        (largest, side, person) = (features[index].magnitude, ofSide, index / dimensions)
      }
    }
    return .featureTooLarge(side: side, person: person, dimension: dimension)
  }

  private static func range(of dimension: Int, _ dimensions: Int, _ features: [Int])
    -> ClosedRange<Int>
  {
    guard dimension < features.count else { return 0...0 }
    var (least, most) = (features[dimension], features[dimension])
    for index in Swift.stride(from: dimension, to: features.count, by: dimensions) {
      least = Swift.min(least, features[index])
      most = Swift.max(most, features[index])
    }
    return least...most
  }
}
