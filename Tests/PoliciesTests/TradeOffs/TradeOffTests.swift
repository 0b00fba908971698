import Policies
import Problems
import TestSupport
import Testing

@Suite("Pareto fronts against brute force")
struct TradeOffTests {
  /// Two goals of a small problem, with all assignments that count.
  private struct Draw {
    let draw: GoalDraw
    let first: Goal
    let second: Goal
    let candidates: [[Pair]]

    init(seed: UInt64, rules: RandomRules) throws {
      var generator = SplitMix64(seed: seed ^ 0x5eed)
      let goals = Goal.allCases.filter(\.isNumber).shuffled(using: &generator)
      (first, second) = (goals[0], goals[1])
      let draw = try GoalDraw(seed: seed, rules: rules, chain: GoalChain([first, second]))
      self.draw = draw
      let all = allAssignments(draw.problem).filter {
        !draw.chain.looksAtRanks || $0.allSatisfy(draw.isAcceptable)
      }
      let covers = draw.problem.coverage == .first && first != .matched && second != .matched
      let most = all.map(\.count).max()
      candidates = covers ? all.filter { $0.count == most } : all
    }

    /// Larger is better; of no pairs none is bad.
    func worth(_ pairs: [Pair]) -> [Int] {
      zip(draw.chain.goals, draw.values(of: pairs)).map { goal, values in
        goal == .worst && pairs.isEmpty ? .max : values[0]
      }
    }

    /// Best for the first goal first.
    var front: [[Int]] {
      let all = Set(candidates.map(worth))
      return all.filter { one in
        !all.contains { $0 != one && $0[0] >= one[0] && $0[1] >= one[1] }
      }.sorted { $0[0] > $1[0] }
    }

    var isWhole: Bool { first == .worst || second == .worst }
  }

  /// Positive above the line between two points, 0 on it.
  private func height(_ point: [Int], _ left: [Int], _ right: [Int]) -> Int {
    (right[1] - left[1]) * (point[0] - left[0]) + (left[0] - right[0]) * (point[1] - left[1])
  }

  private func isSupported(_ point: [Int], in front: [[Int]], onLine: Bool) -> Bool {
    guard point[0] < .max, point[1] < .max else { return true }
    let front = front.filter { $0[0] < .max && $0[1] < .max }
    return front.allSatisfy { left in
      front.allSatisfy { right in
        guard left[0] > point[0], right[0] < point[0] else { return true }
        let height = height(point, left, right)
        return height > 0 || height == 0 && onLine
      }
    }
  }

  private func check(_ draw: Draw, _ backend: Backend, _ counts: inout [String: Int]) throws {
    let name = "seed \(draw.draw.seed), \(draw.draw.chain.text)"
    let tradeOff = try #require(
      TradeOff(draw.draw.problem, draw.first, draw.second, draw.draw.data, backend: backend))
    let front: TradeOffFront?
    do throws(BackendError) {
      front = try tradeOff.front()
    } catch {
      return #expect(draw.draw.isRefusal(error), "\(name): \(error)")
    }
    let expected = draw.front
    guard let front else { return #expect(expected.isEmpty, "\(name)") }
    #expect(front.isComplete, "\(name)")
    let wanted =
      draw.isWhole
      ? expected : expected.filter { isSupported($0, in: expected, onLine: false) }
    #expect(front.points.map { draw.worth($0.assignment.pairs) } == wanted, "\(name)")
    for point in front.points {
      counts[front.backend.rawValue, default: 0] += 1
      let pairs = point.assignment.pairs
      #expect(draw.candidates.contains { Set($0) == Set(pairs) }, "\(name)")
      #expect([point.first, point.second] == draw.draw.reported(pairs), "\(name)")
      #expect(draw.draw.problem.objective(of: pairs) == point.assignment.objective, "\(name)")
      #expect(
        point.isSupported == isSupported(draw.worth(pairs), in: expected, onLine: true), "\(name)")
    }
    if front.points.count > 2 { counts["large", default: 0] += 1 }
  }

  @Test("over networks, every corner, and with the worst pair every point")
  func networks() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<4000 as Range<UInt64> {
      try check(try Draw(seed: seed, rules: .network), .auto, &counts)
    }
    #expect(counts["hungarian", default: 0] > 1500 && counts["large", default: 0] > 40, "\(counts)")
  }

  @Test("the same under any rules, by programs")
  func programs() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<1500 as Range<UInt64> {
      try check(try Draw(seed: seed &+ 1 << 40, rules: .side), .auto, &counts)
    }
    #expect(counts["glpk", default: 0] > 300 && counts["large", default: 0] > 10, "\(counts)")
  }

  @Test("both backends agree where both can answer")
  func backendsAgree() throws {
    var counts: [String: Int] = [:]
    for seed in 0..<1500 as Range<UInt64> {
      let draw = try Draw(seed: seed &+ 1 << 41, rules: .network)
      guard draw.first != .blockingPairs, draw.second != .blockingPairs else { continue }
      let tradeOff = TradeOff(
        draw.draw.problem, draw.first, draw.second, draw.draw.data, backend: .both)
      do throws(BackendError) {
        if try tradeOff?.front() != nil { counts["both", default: 0] += 1 }
      } catch {
        let isLoad = draw.first == .load || draw.second == .load
        #expect(
          error == .needsPrograms && isLoad || draw.draw.isRefusal(error),
          "seed \(draw.draw.seed): \(error)")
      }
    }
    #expect(counts["both", default: 0] > 500, "\(counts)")
  }

  @Test("goals that are no single number, or the same one twice, are refused")
  func refused() throws {
    let problem = try AssignmentProblem.random(seed: 1)
    #expect(TradeOff(problem, .points, .points) == nil)
    #expect(TradeOff(problem, .leximin, .points) == nil)
  }

  @Test("a limit of no time says that the front is not whole")
  func stopped() throws {
    let problem = try AssignmentProblem.random(seed: 12, rules: .network, sizes: 4...4)
    let data = GoalData(waiting: [1, 2, 3, 4])
    let tradeOff = TradeOff(problem, .points, .waiting, data, limits: .init(time: .zero))
    #expect(try tradeOff?.front()?.isComplete == false)
  }
}
