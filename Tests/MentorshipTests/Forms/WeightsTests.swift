import Mentorship
import Testing

@Suite("Weights")
struct WeightsTests {
  @Test("a perfect pair has exactly the scale, whatever the weights")
  func sum() throws {
    for seed in 1...300 {
      var weights = Weights(profile: seed % 7, preferences: seed % 5, criteria: [:])
      for (index, criterion) in Criterion.allCases.enumerated() {
        weights.criteria[criterion] = (seed * (index + 3)) % 11
      }
      guard let maximums = weights.maximums else {
        #expect(weights.profile + weights.preferences == 0 || seed % 11 == 0, "seed \(seed)")
        continue
      }
      #expect(maximums.reduce(0) { $0 + $1.points } == Weights.scale, "seed \(seed)")
      #expect(maximums.allSatisfy { $0.points > 0 }, "seed \(seed)")
    }
  }

  @Test("the balance of the halves is kept, and an empty half gives all to the other")
  func halves() throws {
    let standard = try #require(Weights.standard.maximums)
    let profile = standard.filter { Criterion.profile.contains($0.criterion) }
    #expect(profile.reduce(0) { $0 + $1.points } == 600)
    let onlyRequest = Weights(profile: 60, preferences: 40, criteria: [.request: 1])
    #expect(onlyRequest.maximums?.map(\.points) == [1000])
    #expect(Weights(profile: 0, preferences: 0, criteria: [.request: 1]).maximums == nil)
    #expect(Weights(profile: 1, preferences: 1, criteria: [:]).maximums == nil)
  }
}
