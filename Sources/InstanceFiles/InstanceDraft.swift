import Problems

/// What every reader collects from its format; ``instance(hash:)`` makes the value of it.
struct InstanceDraft {
  /// The numbers of a file, one a cell or a listed pair.
  enum Numbers {
    /// Exact ones; a blank is an ineligible pair.
    case exact(CompactNumbers)
    /// Whole ones of a complete matrix.
    case whole(Points)
    /// Those of a complete matrix that are not all whole.
    case reals(NumpyReals)
  }

  /// Which pair every number belongs to.
  enum Shape {
    /// Row-major, menteeCount × mentorCount.
    case matrix
    case pairs([Pair])
  }

  var menteeCount: Int
  var mentorCount: Int
  var shape: Shape
  var numbers: Numbers
  /// Where a number stands.
  var place: (_ index: Int) -> FilePlace
  var sense: Sense
  var coverage: Coverage
  var demands: [Int]?
  var mentors: [MentorLimits]
  var minimumRule: MinimumRule = .ifOpen
  /// In the order of the file.
  var fixed: [Pair] = []
  var forbidden: Set<Pair> = []
  var quotas: [Quota] = []
  var apart: [[Int]] = []
  var together: [[Int]] = []
  var hours = MentorHours.unlimited
  var hoursScale = NumberScale.decimal(fractionDigits: 0)
  var id: JSONValue?
  var menteeIDs: [String]?
  var mentorIDs: [String]?
  var rankings: Rankings?
  var waiting: [Int] = []

  /// Chooses the unit of the numbers and builds the problem.
  ///
  /// - Throws: ``InstanceFileError/tooLarge(_:)`` with the place of the number; ``ProblemError`` that
  ///   the reader should have found comes out as the same.
  func instance(hash: ContentHash) throws(InstanceFileError) -> Instance {
    switch numbers {
    case .whole(let points):
      do {
        return made(
          try problem(complete(points)), scale: .decimal(fractionDigits: 0), hash: hash)
      } catch let failure { throw error(of: failure) }
    case .reals(let reals): return try gridInstance(reals, hash: hash)
    case .exact(let numbers):
      if let digits = try fractionDigits(of: numbers) {
        do {
          let table = try table(numbers, shifted(numbers, by: digits))
          return made(try problem(table), scale: .decimal(fractionDigits: digits), hash: hash)
        } catch let failure {
          // Integers must be exact; decimals that do not fit fall back to the grid.
          guard digits > 0 else { throw error(of: failure) }
        }
      }
      return try gridInstance(numbers, hash: hash)
    }
  }

  /// The digits after the point of the decimal scale that holds all numbers; `nil` when there is none.
  private func fractionDigits(of numbers: CompactNumbers) throws(InstanceFileError) -> Int? {
    guard !numbers.isPlain else { return 0 }
    var digits: Int? = 0
    for index in 0..<numbers.count {
      guard let number = numbers[index] else { continue }
      if number.isHugeInteger { throw .tooLarge(place(index)) }
      guard let known = digits, let own = number.fractionDigits else {
        digits = nil
        continue
      }
      digits = max(known, own)
    }
    return digits.flatMap { $0 <= NumberScale.mostFractionDigits ? $0 : nil }
  }

  enum Failure: Error {
    case tooLarge(index: Int)
    case problem(ProblemError)
  }

  /// The numbers in units of 10^(−digits), by index; 0 for blanks.
  private func shifted(_ numbers: CompactNumbers, by digits: Int) throws(Failure) -> [Int] {
    if numbers.isPlain, digits == 0 { return numbers.significands }
    var shifted: [Int] = []
    shifted.reserveCapacity(numbers.count)
    for index in 0..<numbers.count {
      let number = numbers[index] ?? JSONNumber(integer: 0)
      guard
        let value = NumberScale.shifted(number.significand, by: digits + Int(number.exponent))
      else { throw .tooLarge(index: index) }
      shifted.append(value)
    }
    return shifted
  }

  private var mostPairs: Int {
    let loads = (demands ?? Array(repeating: 1, count: menteeCount))
      .reduce(0) { $0 + min($1, mentorCount) }
    return min(loads, mentors.reduce(0) { $0 + min($1.capacity, menteeCount) })
  }

  private func gridExponent(largest: Double) -> Int {
    NumberScale.gridExponent(
      largest: largest, shorterSide: min(menteeCount, mentorCount), pairCount: mostPairs,
      coverageFirst: coverage == .first)
  }

  private func tolerance(isRounded: Bool, exponent: Int) -> Double? {
    isRounded ? Double(max(1, mostPairs)) * NumberScale.scaled(1, by: -exponent) : nil
  }

  private func gridInstance(
    _ reals: NumpyReals, hash: ContentHash
  ) throws(InstanceFileError) -> Instance {
    let exponent = gridExponent(largest: reals.largest)
    let (cells, isRounded) = try reals.grid(exponent: exponent)
    do {
      return made(
        try problem(complete(Points(.double(cells)))), scale: .binary(exponent: exponent),
        hash: hash, given: .file(reals),
        tolerance: tolerance(isRounded: isRounded, exponent: exponent))
    } catch let failure { throw error(of: failure) }
  }

  private func gridInstance(
    _ numbers: CompactNumbers, hash: ContentHash
  ) throws(InstanceFileError) -> Instance {
    let reals = (0..<numbers.count).map { numbers[$0]?.double ?? 0 }
    let exponent = gridExponent(largest: reals.reduce(0) { max($0, abs($1)) })
    let grid = NumberGrid(exponent: exponent)
    var isRounded = false
    let cells = reals.map { real in
      let rounded = grid.rounded(real)
      if rounded.isInexact { isRounded = true }
      return Int(rounded.value)
    }
    do {
      let places = try table(numbers, Array(cells.indices)).points
      let given = places.map { reals[Int($0.magnitude)] }
      return made(
        try problem(table(numbers, cells)), scale: .binary(exponent: exponent), hash: hash,
        given: .list(given), tolerance: tolerance(isRounded: isRounded, exponent: exponent))
    } catch let failure { throw error(of: failure) }
  }

  /// The table of numbers in the sense of the file, by index.
  private func table(_ numbers: CompactNumbers, _ cells: [Int]) throws(Failure) -> PairTable {
    let isCost = sense == .minimize
    switch shape {
    case .pairs(let pairs):
      do {
        return try PairTable(
          entries: zip(pairs, cells).map { (pair: $0, points: isCost ? 0 &- $1 : $1) },
          menteeCount: menteeCount, mentorCount: mentorCount
        ).removing(forbidden)
      } catch { throw .problem(error) }
    case .matrix where !numbers.isPlain:
      return PairTable(menteeCount: menteeCount, mentorCount: mentorCount) { pair in
        let index = pair.mentee * mentorCount + pair.mentor
        guard !numbers.isBlank(index) else { return nil }
        return isCost ? 0 &- cells[index] : cells[index]
      }.removing(forbidden)
    case .matrix: return try complete(Points(cells))
    }
  }

  /// A table of all pairs from numbers in the sense of the file.
  private func complete(_ cells: Points) throws(Failure) -> PairTable {
    do {
      return try PairTable(
        complete: sense == .minimize ? cells.negated : cells, menteeCount: menteeCount,
        mentorCount: mentorCount
      ).removing(forbidden)
    } catch { throw .problem(error) }
  }

  private func problem(_ table: PairTable) throws(Failure) -> AssignmentProblem {
    do {
      return try AssignmentProblem(
        table: table, demands: demands, mentors: mentors, minimumRule: minimumRule, quotas: quotas,
        fixed: fixed, apart: apart, together: together, hours: hours, coverage: coverage)
    } catch { throw .problem(error) }
  }
}
