public import Problems

extension InstanceReader {
  /// Why one of two files of profiles could not be read.
  public struct ProfileError: Error, Equatable, Sendable {
    public let side: Side
    public let cause: InstanceFileError

    public init(side: Side, cause: InstanceFileError) {
      self.side = side
      self.cause = cause
    }
  }

  /// Reads an instance from the profiles of two sides: every pair is eligible, and its number is computed
  /// from two rows whenever it is needed.
  ///
  /// Both files are two-dimensional `.npy` of whole numbers, a row a person, a column a feature. What
  /// matrix formats leave open is as there, but for the sense: scores are costs or points by their
  /// measure. The hash is that of both files one behind the other: `cat mentees.npy mentors.npy`.
  ///
  /// - Throws: ``ProfileError`` with the side whose file it is.
  /// - Complexity: O((*m* + *n*) · *d*) for *m* mentees, *n* mentors and *d* features.
  public func readProfiles(
    mentees: String, mentors: String, measure: ProfileScores.Measure
  ) throws(ProfileError) -> Instance {
    let hasher = ContentHasher()
    let own = try Self.profiles(.mentees, mentees, hasher)
    let other = try Self.profiles(.mentors, mentors, hasher)
    // A side of nobody has no features either.
    let dimensions = own.rowCount > 0 ? own.columnCount : other.columnCount
    guard other.rowCount == 0 || other.columnCount == dimensions else {
      throw ProfileError(
        side: .mentors,
        cause: .wrongCount(
          FilePlace(path: "[0]"), count: other.columnCount, expected: dimensions))
    }
    let scores: ProfileScores
    do throws(ProblemError) {
      scores = try ProfileScores(
        measure, dimensions: dimensions, mentees: (count: own.rowCount, features: own.cells),
        mentors: (count: other.rowCount, features: other.cells))
    } catch {
      guard case .featureTooLarge(let side, let person, let dimension) = error else {
        throw ProfileError(side: .mentees, cause: .tooLarge(FilePlace()))
      }
      throw ProfileError(side: side, cause: .tooLarge(.cell(row: person, column: dimension)))
    }
    var reader = self
    reader.sense = sense ?? measure.sense
    do throws(InstanceFileError) {
      return try reader.draft(BareMatrix(scores)).instance(hash: hasher.hash)
    } catch {
      throw ProfileError(side: .mentors, cause: error)
    }
  }

  private static func profiles(
    _ side: Side, _ path: String, _ hasher: ContentHasher
  ) throws(ProfileError) -> (rowCount: Int, columnCount: Int, cells: [Int]) {
    do throws(InstanceFileError) {
      let source = try ByteSource(path: path)
      guard source.count > 0 else { throw .empty }
      return try NumpyFile(source).integers(hashing: hasher)
    } catch {
      throw ProfileError(side: side, cause: error)
    }
  }
}

extension ProfileScores.Measure {
  /// What scores are where nobody says otherwise: distances are costs.
  public var sense: Sense {
    switch self {
    case .l1, .hamming: .minimize
    case .dot: .maximize
    }
  }
}

extension BareMatrix {
  fileprivate init(_ scores: ProfileScores) {
    self.init(
      rowCount: scores.menteeCount, columnCount: scores.mentorCount,
      numbers: .whole(Points(.scores(scores))),
      place: { index in
        .cell(row: index / max(1, scores.mentorCount), column: index % max(1, scores.mentorCount))
      })
  }
}
