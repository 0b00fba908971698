import BenchmarkSupport
import InstanceFiles
import Problems
import Solvers
import Verification

/// The solver of this project as a server: reads one command a line, answers with one line of JSON.
///
/// No time is given before the independent checker has accepted the answer.
@main
struct AssignmentBenchmark {
  private var solver = AssignmentSolver()
  private var instance: BenchmarkInstance?
  /// The answer that the checker accepted last: equal ones need no second look.
  private var accepted: AssignmentOutcome?

  static func main() throws {
    var benchmark = AssignmentBenchmark()
    try LineServer.run { try benchmark.answer(to: $0) }
  }

  private mutating func answer(to line: String) throws -> JSONValue {
    guard let command = Command(line) else { return LineServer.failure("no command: \(line)") }
    return try carryOut(command)
  }

  private mutating func carryOut(_ command: Command) throws -> JSONValue {
    switch command {
    case .matrix(let cells, let costs, let capacities):
      return try load { try BenchmarkInstance(matrix: costs, cells: cells, capacities: capacities) }
    case .sparse(let starts, let mentors, let costs):
      return try load { try BenchmarkInstance(starts: starts, mentors: mentors, costs: costs) }
    case .profiles(let mentees, let mentors):
      return try load { try BenchmarkInstance(profilesOfMentees: mentees, mentors: mentors) }
    case .strategy(let strategy):
      solver.strategy = strategy
      return [:]
    case .threads(let threads):
      solver.threads = threads
      return [:]
    case .solve: return try solve()
    case .pass:
      guard let instance else { return Self.nothingLoaded }
      let points = instance.problem.table.points
      let (least, time) = WorkTime.measure { MinimumPass.run(over: points) }
      return Self.answer(time, "least", .number(JSONNumber(integer: least)))
    case .whatIf(let question, let count):
      guard let instance else { return Self.nothingLoaded }
      let seconds = try WhatIf(instance).seconds(of: question, count: count)
      return ["seconds": JSONValue(seconds.map { JSONValue($0) })]
    }
  }

  /// Forgets the instance before, then reads the next.
  private mutating func load(_ read: () throws -> BenchmarkInstance) throws -> JSONValue {
    (instance, accepted) = (nil, nil)
    let loaded = try read()
    instance = loaded
    return [
      "mentees": JSONValue(loaded.problem.menteeCount),
      "mentors": JSONValue(loaded.problem.mentorCount),
      "cells": .string(loaded.problem.table.points.cells.name),
    ]
  }

  private mutating func solve() throws -> JSONValue {
    guard let instance else { return Self.nothingLoaded }
    let (outcome, time) = try WorkTime.measure { () throws(NotANetwork) in
      try solver.solve(instance.problem)
    }
    guard case .optimal(let best, _) = outcome else {
      return LineServer.failure("no optimum was found")
    }
    if outcome != accepted {
      let verdict = Verdict(checking: outcome, of: instance.problem)
      guard verdict.proof == .checked else {
        return LineServer.failure("rejected by the checker: \(verdict.problems.prefix(3))")
      }
      accepted = outcome
    }
    return Self.answer(time, "objective", .number(instance.total(best.pairs)))
  }

  private static func answer(_ time: WorkTime, _ key: String, _ value: JSONValue) -> JSONValue {
    JSONValue([
      ("seconds", JSONValue(time.processor)), ("wall", JSONValue(time.wall)), (key, value),
    ])
  }

  private static let nothingLoaded = LineServer.failure("no instance is loaded")
}

extension Points.Cells {
  fileprivate var name: String {
    switch self {
    case .uint8: "uint8"
    case .uint16: "uint16"
    case .int32: "int32"
    case .int64: "int64"
    case .double: "double"
    case .scores: "computed"
    }
  }
}
