/// Scores of two sets of profiles, one a pair, computed when they are asked for.
///
/// ```swift
/// let scores = try ProfileScores(
///   .l1, mentees: [[1, 5], [2, 2]], mentors: [[1, 4], [3, 3]])
/// scores[0]  // |1 − 1| + |5 − 4| = 1
/// ```
///
/// Features are integers, so that a score is the same to the bit on every machine. 100,000 × 100,000
/// scores of 16 features would fill 10 GB or more; the profiles take 3 MB. Entry *mentee* · mentorCount + *mentor* belongs
/// to a pair, as in a complete table.
///
/// The profiles are stored in lanes as narrow as the sums allow: of one byte, two, or four.
public final class ProfileScores: Sendable {
  public enum Measure: String, CaseIterable, Sendable {
    /// Σ |a − b|: a distance, less is better.
    case l1
    /// Σ a · b: a similarity, more is better.
    case dot
    /// The number of features that differ: less is better.
    case hamming
  }

  package enum Lanes: Sendable {
    case uint8(ProfileLanes<UInt8, UInt8>)
    /// Differences of bytes, summed in two.
    case bytes(ProfileLanes<UInt8, UInt16>)
    case uint16(ProfileLanes<UInt16, UInt16>)
    case int32(ProfileLanes<Int32, Int32>)
  }

  public let measure: Measure
  public let menteeCount: Int
  public let mentorCount: Int
  /// Holds all scores, not necessarily the least that does.
  public let range: ClosedRange<Int>
  package let lanes: Lanes

  public var count: Int { menteeCount * mentorCount }

  /// Lays profiles out.
  ///
  /// - Parameters:
  ///   - measure: how two profiles are compared.
  ///   - mentees: by mentee, a feature a dimension.
  ///   - mentors: by mentor, the same dimensions.
  /// - Throws: ``ProblemError/raggedRow(row:count:expected:)`` for a profile of another length than the
  ///   first, mentors counted on after the mentees; ``ProblemError/featureTooLarge(side:person:dimension:)``
  ///   where a score would leave 32 bits.
  /// - Complexity: O((menteeCount + mentorCount) · dimensions).
  public convenience init(
    _ measure: Measure, mentees: [[Int]], mentors: [[Int]]
  ) throws(ProblemError) {
    let dimensions = (mentees.first ?? mentors.first ?? []).count
    for (row, profile) in (mentees + mentors).enumerated() where profile.count != dimensions {
      throw .raggedRow(row: row, count: profile.count, expected: dimensions)
    }
    try self.init(
      measure, dimensions: dimensions,
      mentees: (count: mentees.count, features: mentees.flatMap(\.self)),
      mentors: (count: mentors.count, features: mentors.flatMap(\.self)))
  }

  /// Lays profiles out that stand one after the other.
  ///
  /// - Parameters:
  ///   - measure: how two profiles are compared.
  ///   - dimensions: features of a profile.
  ///   - mentees: how many, and count · dimensions features.
  ///   - mentors: the same.
  /// - Throws: ``ProblemError/countMismatch(side:count:expected:)`` where the features are not as many;
  ///   ``ProblemError/featureTooLarge(side:person:dimension:)``.
  /// - Complexity: O((menteeCount + mentorCount) · dimensions).
  public init(
    _ measure: Measure, dimensions: Int, mentees: (count: Int, features: [Int]),
    mentors: (count: Int, features: [Int])
  ) throws(ProblemError) {
    for (side, people) in [(Side.mentees, mentees), (.mentors, mentors)]
    where people.features.count != people.count * dimensions {
      throw .countMismatch(
        side: side, count: people.features.count, expected: people.count * dimensions)
    }
    self.measure = measure
    menteeCount = mentees.count
    mentorCount = mentors.count
    let shape = try ProfileShape(
      measure, dimensions: dimensions, mentees: mentees.features, mentors: mentors.features)
    range = shape.range
    func lay<Feature, Score>(
      _ kernel: ProfileKernel<Feature, Score>
    ) -> ProfileLanes<Feature, Score> {
      ProfileLanes(
        kernel, shape, mentees: mentees.features, mentors: mentors.features,
        mentorCount: mentors.count)
    }
    lanes =
      switch (shape.scoreBytes, measure) {
      case (1, _): .uint8(lay(.uint8(measure)))
      case (2, .l1) where shape.featureBytes == 1: .bytes(lay(.differencesOfBytes))
      case (2, _): .uint16(lay(.uint16(measure)))
      default: .int32(lay(.int32(measure)))
      }
  }

  /// The same scores with mentees and mentors in each other's place.
  ///
  /// - Complexity: O((menteeCount + mentorCount) · dimensions).
  package var transposed: ProfileScores { ProfileScores(transposing: self) }

  private init(transposing other: ProfileScores) {
    measure = other.measure
    menteeCount = other.mentorCount
    mentorCount = other.menteeCount
    range = other.range
    lanes =
      switch other.lanes {
      case .uint8(let lanes): .uint8(lanes.transposed(other.menteeCount, other.mentorCount))
      case .bytes(let lanes): .bytes(lanes.transposed(other.menteeCount, other.mentorCount))
      case .uint16(let lanes): .uint16(lanes.transposed(other.menteeCount, other.mentorCount))
      case .int32(let lanes): .int32(lanes.transposed(other.menteeCount, other.mentorCount))
      }
  }

  /// One score; rows at a time are far cheaper: ``Points/copy(_:to:)``.
  ///
  /// - Complexity: O(dimensions).
  public subscript(index: Int) -> Int {
    precondition(0..<count ~= index)
    let (mentee, mentor) = index.quotientAndRemainder(dividingBy: mentorCount)
    return switch lanes {
    case .uint8(let lanes): Int(lanes.score(mentee, mentor))
    case .bytes(let lanes): Int(lanes.score(mentee, mentor))
    case .uint16(let lanes): Int(lanes.score(mentee, mentor))
    case .int32(let lanes): Int(lanes.score(mentee, mentor))
    }
  }

  /// Copies a run of scores, widened.
  @inline(__always)
  func copy<Wide: FixedWidthInteger>(
    _ entries: Range<Int>, to scores: UnsafeMutablePointer<Wide>, flip: Wide
  ) {
    switch lanes {
    case .uint8(let lanes): lanes.copy(entries, mentorCount, to: scores, flip: flip)
    case .bytes(let lanes): lanes.copy(entries, mentorCount, to: scores, flip: flip)
    case .uint16(let lanes): lanes.copy(entries, mentorCount, to: scores, flip: flip)
    case .int32(let lanes): lanes.copy(entries, mentorCount, to: scores, flip: flip)
    }
  }
}
