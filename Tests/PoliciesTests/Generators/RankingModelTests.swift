import Policies
import Testing

@Suite("Models of lists")
struct RankingModelTests {
  private static let dispersions = [0.0, 0.2, 0.5, 0.8, 0.95, 1]

  private static func models(_ dispersion: Double) -> [RankingModel] {
    [.mallows(dispersion: dispersion), .plackettLuce(dispersion: dispersion)]
  }

  /// Pairs in another order than ascending.
  private static func distance(_ list: [Int]) -> Int {
    list.indices.reduce(0) { sum, place in
      sum + list[(place + 1)...].count { $0 < list[place] }
    }
  }

  @Test("a list has everybody once, whatever the dispersion and however many there are")
  func permutations() {
    var generator = SeededGenerator(seed: 1, draw: 0)
    for count in [0, 1, 2, 7, 150] {
      let reference = (0..<count).map { 3 * $0 }
      for model in Self.dispersions.flatMap(Self.models) {
        let list = model.list(around: reference, &generator)
        #expect(list.sorted() == reference, "\(model) \(count)")
        let cut = model.list(around: reference, most: 5, &generator)
        #expect(cut.count == min(5, count) && Set(cut).count == cut.count)
      }
      for model in Self.models(0) {
        #expect(model.list(around: reference, &generator) == reference)
      }
    }
  }

  @Test("Mallows: the mean distance to the reference is that of the formula")
  func meanDistance() {
    let (count, draws) = (12, 4000)
    for (number, dispersion) in Self.dispersions.enumerated() {
      var generator = SeededGenerator(seed: 2, draw: number)
      var (sum, squares) = (0.0, 0.0)
      for _ in 0..<draws {
        let list = RankingModel.mallows(dispersion: dispersion).list(
          around: Array(0..<count), &generator)
        let distance = Double(Self.distance(list))
        sum += distance
        squares += distance * distance
      }
      // Σ over insertions of the mean of a geometric variable that is cut at i.
      var expected = 0.0
      for size in 1...count {
        var (weight, total, mean) = (1.0, 0.0, 0.0)
        for jump in 0..<size {
          total += weight
          mean += weight * Double(jump)
          weight *= dispersion
        }
        expected += mean / total
      }
      if (0.1..<1).contains(dispersion) {
        // The closed form: nφ/(1 − φ) − Σ iφ^i/(1 − φ^i).
        var (power, closed) = (1.0, Double(count) * dispersion / (1 - dispersion))
        for size in 1...count {
          power *= dispersion
          closed -= Double(size) * power / (1 - power)
        }
        #expect(abs(closed - expected) < 1e-9)
      }
      let mean = sum / Double(draws)
      let error = ((squares / Double(draws) - mean * mean) / Double(draws)).squareRoot()
      #expect(abs(mean - expected) <= 4 * error + 1e-9, "φ \(dispersion): \(mean), \(expected)")
    }
  }

  @Test("Mallows: every list of four comes as often as φ^distance says")
  func everyList() {
    let (dispersion, draws) = (0.6, 30_000)
    var generator = SeededGenerator(seed: 3, draw: 0)
    var times: [[Int]: Int] = [:]
    for _ in 0..<draws {
      let model = RankingModel.mallows(dispersion: dispersion)
      times[model.list(around: [0, 1, 2, 3], &generator), default: 0] += 1
    }
    #expect(times.count == 24)
    let weights = times.keys.map { list in
      (list, (0..<Self.distance(list)).reduce(1.0) { weight, _ in weight * dispersion })
    }
    let total = weights.reduce(0) { $0 + $1.1 }
    for (list, weight) in weights {
      let share = weight / total
      let error = (share * (1 - share) / Double(draws)).squareRoot()
      #expect(abs(Double(times[list] ?? 0) / Double(draws) - share) < 4.5 * error, "\(list)")
    }
  }

  @Test(
    "Plackett–Luce: first choices have the shares of the weights, second ones those of who is left")
  func shares() {
    let draws = 30_000
    for dispersion in [0.5, 0.9, 1] {
      var generator = SeededGenerator(seed: 4, draw: Int(dispersion * 10))
      var (first, second) = ([Int](repeating: 0, count: 6), [Int](repeating: 0, count: 6))
      for _ in 0..<draws {
        let list = RankingModel.plackettLuce(dispersion: dispersion).list(
          around: Array(0..<6), most: 2, &generator)
        first[list[0]] += 1
        second[list[1]] += 1
      }
      let weights = (0..<6).map { (0..<$0).reduce(1.0) { weight, _ in weight * dispersion } }
      let total = weights.reduce(0, +)
      for person in 0..<6 {
        let share = weights[person] / total
        let later = (0..<6).filter { $0 != person }.reduce(0.0) { sum, other in
          sum + weights[other] / total * weights[person] / (total - weights[other])
        }
        for (count, expected) in [(first[person], share), (second[person], later)] {
          let error = (expected * (1 - expected) / Double(draws)).squareRoot()
          #expect(abs(Double(count) / Double(draws) - expected) < 4.5 * error, "\(person)")
        }
      }
    }
  }

  @Test("whole numbers and shuffles are even")
  func evenDraws() {
    var generator = SeededGenerator(seed: 5, draw: 0)
    var times: [[Int]: Int] = [:]
    for _ in 0..<12_000 { times[generator.shuffled([1, 2, 3]), default: 0] += 1 }
    #expect(times.count == 6 && times.values.allSatisfy { 1800...2200 ~= $0 })
    #expect((0..<100).allSatisfy { _ in 3...5 ~= generator.number(in: 3...5) })
    #expect(generator.shuffled([Int]()).isEmpty)
  }
}
