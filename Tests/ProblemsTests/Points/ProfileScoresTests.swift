import Problems
import TestSupport
import Testing

@Suite("Scores of profiles")
struct ProfileScoresTests {
  private func naive(_ measure: ProfileScores.Measure, _ own: [Int], _ other: [Int]) -> Int {
    zip(own, other).reduce(0) { sum, pair in
      switch measure {
      case .l1: sum + abs(pair.0 - pair.1)
      case .dot: sum + pair.0 * pair.1
      case .hamming: sum + (pair.0 == pair.1 ? 0 : 1)
      }
    }
  }

  private func profiles(
    _ count: Int, _ dimensions: Int, _ features: ClosedRange<Int>, _ random: inout SplitMix64
  ) -> [[Int]] {
    (0..<count).map { _ in (0..<dimensions).map { _ in Int.random(in: features, using: &random) } }
  }

  @Test("all measures agree with a naive sum, in every width of lanes and with negative features")
  func agree() throws {
    var random = SplitMix64(seed: 11)
    let features = [0...5, -3...3, 0...255, 0...9000, -40...12_000, -7_000_000...5_000_000]
    for measure in ProfileScores.Measure.allCases {
      for features in features {
        for (menteeCount, mentorCount, dimensions) in [
          (3, 130, 7), (5, 64, 1), (1, 1, 16), (9, 65, 21),
        ] {
          // Products of the widest features would leave 32 bits.
          let features = measure == .dot && features.upperBound > 9000 ? -9000...9000 : features
          let mentees = profiles(menteeCount, dimensions, features, &random)
          let mentors = profiles(mentorCount, dimensions, features, &random)
          let scores = try ProfileScores(measure, mentees: mentees, mentors: mentors)
          let points = Points(.scores(scores))
          var expected: [Int] = []
          for mentee in mentees {
            expected += mentors.map { naive(measure, mentee, $0) }
          }
          #expect(Array(points) == expected, "\(measure), \(features)")
          #expect(expected.allSatisfy { points.range.contains($0) }, "\(measure), \(features)")
          var copy = [Int](repeating: 0, count: expected.count)
          points.copy(0..<expected.count, to: &copy)
          #expect(copy == expected, "\(measure), \(features)")
          var costs = [Int32](repeating: 0, count: expected.count)
          points.negated.copy(1..<expected.count, to: &costs)
          #expect(
            costs.dropLast().map { -Int($0) } == Array(expected.dropFirst()),
            "\(measure), \(features)")
        }
      }
    }
  }

  @Test("lanes are as narrow as the sums allow")
  func width() throws {
    func bytes(_ measure: ProfileScores.Measure, _ features: [Int]) throws -> Double {
      let people = [features, features.map { _ in 0 }]
      return switch try ProfileScores(measure, mentees: people, mentors: people).lanes {
      case .uint8: 1
      case .bytes: 1.5
      case .uint16: 2
      case .int32: 4
      }
    }
    #expect(try bytes(.l1, [100, 155]) == 1)
    #expect(try bytes(.l1, [100, 156]) == 1.5)
    #expect(try bytes(.l1, [0, 256]) == 2)
    #expect(try bytes(.l1, [-100, 155]) == 1)
    #expect(try bytes(.l1, [60_000, 60_000]) == 4)
    #expect(try bytes(.dot, [15, 5]) == 1)
    #expect(try bytes(.dot, [16, 1]) == 2)
    #expect(try bytes(.dot, [-1, 1]) == 4)
    #expect(try bytes(.hamming, [200, 255]) == 1)
    #expect(try bytes(.hamming, [256, 1]) == 2)
  }

  @Test("nobody, and profiles without features")
  func empty() throws {
    for measure in ProfileScores.Measure.allCases {
      for (mentees, mentors) in [([], []), ([[1, 2]], []), ([], [[1, 2]])] as [([[Int]], [[Int]])] {
        let scores = try ProfileScores(measure, mentees: mentees, mentors: mentors)
        #expect(Points(.scores(scores)).isEmpty)
        let table = try PairTable(
          complete: Points(.scores(scores)), menteeCount: mentees.count, mentorCount: mentors.count)
        #expect(table.pairCount == 0)
      }
      let blank = try ProfileScores(measure, mentees: [[], []], mentors: [[], [], []])
      var row = [7, 7, 7, 7, 7, 7]
      Points(.scores(blank)).copy(0..<6, to: &row)
      #expect(row == [0, 0, 0, 0, 0, 0])
      #expect(Points(.scores(blank))[5] == 0)
      #expect(Points(.scores(blank)).range == 0...0)
    }
  }

  @Test("features whose scores could leave 32 bits are named with their owner")
  func tooLarge() {
    let limit = 1 << 30
    #expect(throws: ProblemError.featureTooLarge(side: .mentors, person: 1, dimension: 1)) {
      try ProfileScores(.l1, mentees: [[0, 0]], mentors: [[0, 0], [0, -limit]])
    }
    #expect(throws: ProblemError.featureTooLarge(side: .mentees, person: 0, dimension: 0)) {
      try ProfileScores(.hamming, mentees: [[Int.min]], mentors: [[0]])
    }
    #expect(throws: ProblemError.featureTooLarge(side: .mentors, person: 0, dimension: 0)) {
      try ProfileScores(.dot, mentees: [[2], [40_000]], mentors: [[-60_000], [5]])
    }
    let most = limit - 1
    #expect(throws: ProblemError.featureTooLarge(side: .mentees, person: 1, dimension: 1)) {
      try ProfileScores(.l1, mentees: [[0, 0], [most, most]], mentors: [[-most, -1]])
    }
    #expect(throws: Never.self) { try ProfileScores(.l1, mentees: [[most]], mentors: [[-most]]) }
  }

  @Test("ragged profiles and wrong counts are refused")
  func shapes() {
    #expect(throws: ProblemError.raggedRow(row: 2, count: 1, expected: 2)) {
      try ProfileScores(.l1, mentees: [[1, 2], [3, 4]], mentors: [[1]])
    }
    #expect(throws: ProblemError.countMismatch(side: .mentors, count: 3, expected: 4)) {
      try ProfileScores(
        .l1, dimensions: 2, mentees: (count: 1, features: [1, 2]),
        mentors: (count: 2, features: [1, 2, 3]))
    }
  }
}
