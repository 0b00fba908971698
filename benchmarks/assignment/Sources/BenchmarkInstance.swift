import InstanceFiles
import Problems

/// The width that the costs of a matrix are solved in.
///
/// A comparison on equal bytes needs cells of 32 bits even where the costs would fit into eight.
enum CellKind: String {
  case uint8, int32, double
}

/// A minimum-cost instance as the driver writes it, and the way back to its costs.
struct BenchmarkInstance {
  let problem: AssignmentProblem
  /// The file's total of a set of pairs.
  let total: ([Pair]) -> JSONNumber

  /// Reads a `.npy` matrix of costs: everybody of the side with fewer places is matched.
  init(matrix path: String, cells: CellKind, capacities: String?) throws {
    let limits = try capacities.map { path throws(InstanceFileError) in
      try InstanceReader.readCapacities(path: path)
    }
    let instance = try InstanceReader(capacities: limits).read(path: path)
    let table = instance.problem.table
    if let points = Self.points(table.points, in: cells) {
      try self.init(
        integers: AssignmentProblem(
          table: PairTable(
            complete: points, menteeCount: table.menteeCount, mentorCount: table.mentorCount),
          mentors: instance.problem.mentors, coverage: instance.problem.coverage))
    } else {
      self.init(problem: instance.problem) { instance.total(of: $0) }
    }
  }

  /// Reads compressed rows: three one-dimensional `.npy` arrays of numbers from 0 up.
  init(starts: String, mentors: String, costs: String) throws {
    let starts = try InstanceReader.readCapacities(path: starts)
    let mentors = try InstanceReader.readCapacities(path: mentors)
    let costs = try InstanceReader.readCapacities(path: costs)
    let count = starts.count - 1
    let entries = (0..<count).flatMap { mentee in
      (starts[mentee]..<starts[mentee + 1]).map {
        (pair: Pair(mentee: mentee, mentor: mentors[$0]), points: -costs[$0])
      }
    }
    let table = try PairTable(entries: entries, menteeCount: count, mentorCount: count)
    try self.init(integers: Self.complete(table))
  }

  /// Reads two `.npy` matrices of integer features; the cost of a pair is their Σ |a − b|.
  init(profilesOfMentees menteePath: String, mentors mentorPath: String) throws {
    let reader = InstanceReader(sense: .maximize)
    let mentees = try reader.read(path: menteePath).problem.table
    let mentors = try reader.read(path: mentorPath).problem.table
    let scores = try ProfileScores(
      .l1, dimensions: mentees.mentorCount,
      mentees: (mentees.menteeCount, Array(mentees.points)),
      mentors: (mentors.menteeCount, Array(mentors.points)))
    let table = try PairTable(
      complete: Points(.scores(scores), isNegated: true), menteeCount: mentees.menteeCount,
      mentorCount: mentors.menteeCount)
    try self.init(integers: Self.complete(table))
  }

  private init(problem: AssignmentProblem, total: @escaping ([Pair]) -> JSONNumber) {
    (self.problem, self.total) = (problem, total)
  }

  private init(integers problem: AssignmentProblem) {
    self.init(problem: problem) {
      JSONNumber(integer: 0 - (problem.objective(of: $0)?.total ?? 0))
    }
  }

  /// One place for everybody, every mentee matched.
  private static func complete(_ table: PairTable) throws(ProblemError) -> AssignmentProblem {
    try AssignmentProblem(
      table: table,
      mentors: Array(repeating: MentorLimits(capacity: 1), count: table.mentorCount),
      coverage: .everyMentee)
  }

  /// Negated costs in cells of a width; `nil` for reals, which stay as they were read.
  private static func points(_ points: Points, in cells: CellKind) -> Points? {
    switch (cells, points.cells) {
    case (.double, _): nil
    case (.uint8, .uint8), (.int32, .int32): points
    case (.uint8, _): Points(.uint8(costs(points)), isNegated: true)
    case (.int32, _): Points(.int32(costs(points)), isNegated: true)
    }
  }

  private static func costs<Cell: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ points: Points
  ) -> CellBuffer<Cell> {
    CellBuffer(count: points.count) { cells in
      for (index, points) in points.enumerated() {
        cells[index] = Cell(truncatingIfNeeded: 0 - points)
      }
    }
  }
}
