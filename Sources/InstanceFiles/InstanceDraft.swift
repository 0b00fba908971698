import Problems

/// What every reader collects from its format; ``instance(hash:)`` makes the value of it.
struct InstanceDraft {
  /// The numbers of a file, one a cell or a listed pair.
  enum Numbers {
    /// Exact ones; a blank is an ineligible pair.
    case exact(CompactNumbers)
    /// `Double`s, all finite.
    case reals([Double])
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
  var id: JSONValue?
  var menteeIDs: [String]?
  var mentorIDs: [String]?
  var rankings: Rankings?

  /// Chooses the unit of the numbers and builds the problem.
  ///
  /// - Throws: ``InstanceFileError/tooLarge(_:)`` with the place of the number; ``ProblemError`` that
  ///   the reader should have found comes out as the same.
  func instance(hash: ContentHash) throws(InstanceFileError) -> Instance {
    let scale = try exactScale()
    if case .decimal(let digits)? = scale {
      do {
        let points = try exactPoints(digits: digits)
        return made(try problem(points), scale: .decimal(fractionDigits: digits), hash: hash)
      } catch let failure {
        // Integers must be exact; decimals that do not fit fall back to the grid.
        guard digits > 0 else { throw error(of: failure) }
      }
    }
    return try gridInstance(hash: hash)
  }

  /// The decimal scale that holds all numbers; `nil` when there is none.
  private func exactScale() throws(InstanceFileError) -> NumberScale? {
    guard case .exact(let numbers) = numbers else { return try scaleOfReals() }
    guard !numbers.isPlain else { return .decimal(fractionDigits: 0) }
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
    guard let digits, digits <= NumberScale.mostFractionDigits else { return nil }
    return .decimal(fractionDigits: digits)
  }

  private func scaleOfReals() throws(InstanceFileError) -> NumberScale? {
    guard case .reals(let reals) = numbers else { return nil }
    guard reals.allSatisfy({ $0 == $0.rounded(.towardZero) }) else { return nil }
    if let index = reals.firstIndex(where: { abs($0) >= 0x1p63 }) { throw .tooLarge(place(index)) }
    return .decimal(fractionDigits: 0)
  }

  enum Failure: Error {
    case tooLarge(index: Int)
    case problem(ProblemError)
  }

  /// Points by index; 0 for blanks.
  private func exactPoints(digits: Int) throws(Failure) -> [Int] {
    let sign = sense == .minimize ? -1 : 1
    switch numbers {
    case .reals(let reals): return reals.map { Int($0) * sign }
    case .exact(let numbers):
      if numbers.isPlain, digits == 0 {
        guard sense == .minimize else { return numbers.significands }
        return numbers.significands.map { 0 &- $0 }
      }
      var points: [Int] = []
      points.reserveCapacity(numbers.count)
      for index in 0..<numbers.count {
        let number = numbers[index] ?? JSONNumber(integer: 0)
        guard
          let shifted = NumberScale.shifted(
            number.significand, by: digits + Int(number.exponent))
        else { throw .tooLarge(index: index) }
        points.append(0 &+ shifted &* sign)
      }
      return points
    }
  }

  private func gridInstance(hash: ContentHash) throws(InstanceFileError) -> Instance {
    let reals = realNumbers
    let largest = reals.reduce(0) { max($0, abs($1)) }
    let loads = (demands ?? Array(repeating: 1, count: menteeCount))
      .reduce(0) { $0 + min($1, mentorCount) }
    let pairCount = min(loads, mentors.reduce(0) { $0 + min($1.capacity, menteeCount) })
    let exponent = NumberScale.gridExponent(
      largest: largest, shorterSide: min(menteeCount, mentorCount), pairCount: pairCount,
      coverageFirst: coverage == .first)
    let sign = sense == .minimize ? -1.0 : 1.0
    var isRounded = false
    let points = reals.map { real in
      let scaled = NumberScale.scaled(real, by: exponent) * sign
      let rounded = scaled.rounded()
      if rounded != scaled { isRounded = true }
      return Int(rounded)
    }
    do {
      let given = try table(Array(reals.indices)).points.map { reals[$0] }
      let step = NumberScale.scaled(1, by: -exponent)
      return made(
        try problem(points), scale: .binary(exponent: exponent), hash: hash, given: given,
        tolerance: isRounded ? Double(max(1, pairCount)) * step : nil)
    } catch let failure { throw error(of: failure) }
  }

  private var realNumbers: [Double] {
    switch numbers {
    case .reals(let reals): reals
    case .exact(let numbers): (0..<numbers.count).map { numbers[$0]?.double ?? 0 }
    }
  }

  private func table(_ points: [Int]) throws(Failure) -> PairTable {
    do {
      switch (shape, numbers) {
      case (.pairs(let pairs), _):
        return try PairTable(
          entries: zip(pairs, points).map { (pair: $0, points: $1) }, menteeCount: menteeCount,
          mentorCount: mentorCount
        ).removing(forbidden)
      case (.matrix, .exact(let numbers)) where !numbers.isPlain:
        let rows = (0..<menteeCount).map { row in
          (row * mentorCount..<(row + 1) * mentorCount).map {
            numbers.isBlank($0) ? nil : points[$0]
          }
        }
        return try PairTable(rows: rows, mentorCount: mentorCount).removing(forbidden)
      case (.matrix, _):
        return try PairTable(
          complete: points, menteeCount: menteeCount, mentorCount: mentorCount
        ).removing(forbidden)
      }
    } catch { throw .problem(error) }
  }

  private func problem(_ points: [Int]) throws(Failure) -> AssignmentProblem {
    let table = try table(points)
    do {
      return try AssignmentProblem(
        table: table, demands: demands, mentors: mentors, minimumRule: minimumRule, fixed: fixed,
        coverage: coverage)
    } catch { throw .problem(error) }
  }
}
