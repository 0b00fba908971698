public import Problems

/// Whether more or less is better.
public enum Sense: String, CaseIterable, Sendable {
  /// Points: more is better.
  case maximize = "max"
  /// Costs: less is better; the problem's points are the negated costs.
  case minimize = "min"
}

/// One instance as a file gave it: the problem in integers, and the way back to the file's numbers.
///
/// ```swift
/// let instance = try InstanceReader().read(bytes)   // points [[0.5, 0.25]], sense "max"
/// instance.problem.table.points                     // [50, 25]
/// instance.total(of: [Pair(mentee: 0, mentor: 0)])  // 0.5
/// ```
///
/// Invariant: `problem`'s points are the file's numbers in units of ``scale``, negated for
/// ``Sense/minimize``.
public struct Instance: Sendable {
  /// A text or an integer, given back as it came.
  public let id: JSONValue?
  /// The fingerprint of the bytes read.
  public let hash: ContentHash
  /// `nil` when the file only counts the people.
  public let menteeIDs: [String]?
  public let mentorIDs: [String]?
  public let problem: AssignmentProblem
  public let sense: Sense
  public let scale: NumberScale
  /// The unit of the problem's hours.
  public let hoursScale: NumberScale
  /// How far the total of the true optimum can be from the reported one; `nil` = exact.
  public let tolerance: Double?
  public let rankings: Rankings?
  /// By mentee, in any unit; who is not there does not wait.
  public let waiting: [Int]
  /// Place of every fixed pair of the problem in the file's list.
  let fixedOrder: [Int]
  /// The file's numbers, where the points are rounded ones.
  let given: GivenNumbers?

  /// The id of a mentee, or the index as a text.
  public func name(ofMentee mentee: Int) -> String { menteeIDs?[mentee] ?? "\(mentee)" }

  /// The id of a mentor, or the index as a text.
  public func name(ofMentor mentor: Int) -> String { mentorIDs?[mentor] ?? "\(mentor)" }

  /// The mentee of an id, or of an index where no id reads so.
  ///
  /// - Complexity: O(menteeCount).
  public func mentee(named name: String) -> Int? {
    Self.index(of: name, in: menteeIDs, count: problem.menteeCount)
  }

  /// The mentor of an id, or of an index where no id reads so.
  ///
  /// - Complexity: O(mentorCount).
  public func mentor(named name: String) -> Int? {
    Self.index(of: name, in: mentorIDs, count: problem.mentorCount)
  }

  private static func index(of name: String, in ids: [String]?, count: Int) -> Int? {
    if let index = ids?.firstIndex(of: name) { return index }
    return Int(name).flatMap { 0..<count ~= $0 ? $0 : nil }
  }

  /// The sum of the file's numbers over eligible pairs, in the file's sense.
  ///
  /// Exact where the scale is exact, else the sum of `Double`s in the order of the pairs.
  public func total(of pairs: [Pair]) -> JSONNumber {
    if let given {
      let sum = pairs.reduce(0.0) { sum, pair in
        sum + (problem.table.entry(of: pair).map { number(of: $0, given) } ?? 0)
      }
      return JSONNumber(sum) ?? JSONNumber(integer: 0)
    }
    return number(total: pairs.reduce(0) { $0 &+ (problem.table.points(of: $1) ?? 0) })
  }

  /// The file's number of an entry; a file that has changed meanwhile is not believed.
  private func number(of entry: Int, _ given: GivenNumbers) -> Double {
    let points = problem.table.points[entry]
    let cell = sense == .minimize ? 0 &- points : points
    guard case .binary(let exponent) = scale else { return Double(cell) }
    let grid = NumberGrid(exponent: exponent)
    guard let number = given[entry], grid.rounded(number).value == Double(cell) else {
      return NumberScale.scaled(Double(cell), by: -exponent)
    }
    return number
  }

  /// The file's number of an entry of the table.
  func number(of entry: Int) -> JSONNumber {
    guard let given else { return number(total: problem.table.points[entry]) }
    return JSONNumber(number(of: entry, given)) ?? JSONNumber(integer: 0)
  }

  /// A total of points as the file's number: a cost again where less is better.
  public func number(total: Int) -> JSONNumber {
    scale.number(sense == .minimize ? 0 &- total : total)
  }

  /// Points of the problem that are the given total; `nil` when it is no multiple of the unit.
  func points(total: JSONNumber) -> Int? {
    scale.points(total).map { sense == .minimize ? 0 &- $0 : $0 }
  }
}

/// The numbers of a file by entry of the table.
enum GivenNumbers: Sendable {
  case list([Double])
  case file(NumpyReals)

  /// `nil` when it cannot be read any more.
  subscript(entry: Int) -> Double? {
    switch self {
    case .list(let numbers): numbers[entry]
    case .file(let reals): reals[entry]
    }
  }
}
