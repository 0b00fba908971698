import InstanceFiles
import Office
import Problems
import TestSupport
import Testing

@Suite("Verifying solutions from files alone")
struct VerifySolutionTests {
  private static let instance = """
    {"schema": "nastavnik.instance/1", "mentees": 5, "mentors": [{"capacity": 2}, {}, {}],
     "points": [[3, 5.5, null], [4, null, 1], [2, 2, 0.25], [1, 6, 2], [5, 5, 5]]}
    """

  private func solved() throws -> (instance: Instance, solution: SolutionFile) {
    let instance = try InstanceReader().read(Array(Self.instance.utf8))
    return (instance, try SolveInstance().solution(of: instance, reading: nil))
  }

  /// Through the text of the file, as `verify` gets it.
  private func isAccepted(_ solution: SolutionFile, for instance: Instance) throws -> Bool {
    let read = try SolutionFile(bytes: Array(solution.json.text().utf8))
    if case .accepted = VerifySolution().judgement(of: read, for: instance) { return true }
    return false
  }

  @Test("a true solution is accepted from its text, 1,000 corrupted ones are all rejected")
  func corrupted() throws {
    let (instance, solution) = try solved()
    #expect(try isAccepted(solution, for: instance))
    var random = SplitMix64(seed: 7)
    var kinds: [Int: Int] = [:]
    var tried = 0
    while tried < 1000 {
      var claim = solution
      let kind = Int.random(in: 0..<10, using: &random)
      let index = Int.random(in: 0..<claim.pairs.count, using: &random)
      switch kind {
      case 0: claim.pairs.remove(at: index)
      case 1: claim.pairs.append(claim.pairs[index])
      case 2:
        let old = claim.pairs[index]
        claim.pairs[index] = Pair(
          mentee: old.mentee, mentor: Int.random(in: -1...3, using: &random))
        if claim.pairs == solution.pairs { continue }
      case 3: claim.objective?.matched += random.happens(percent: 50) ? 1 : -1
      case 4:
        claim.objective?.total = JSONNumber(
          integer: Int.random(in: -100...100, using: &random))
        if claim.objective == solution.objective { continue }
      case 5: claim.certificate?.mentees.removeLast()
      case 6:
        // Every mentee here is either full and tight, or has the price 0.
        claim.certificate?.mentees[Int.random(in: 0..<5, using: &random)] = JSONNumber(
          integer: -Int.random(in: 1...50, using: &random))
      case 7: claim.certificate?.coverageWeight = JSONNumber(integer: 1)
      case 8: claim.status = random.happens(percent: 50) ? .infeasible : .error
      default: claim.instanceHash = "sha256:00"
      }
      tried += 1
      kinds[kind, default: 0] += 1
      #expect(try !isAccepted(claim, for: instance), "try \(tried), kind \(kind)")
    }
    #expect(kinds.count == 10)
  }

  @Test("an infeasible instance is proven from the file, and a false witness is not believed")
  func witness() throws {
    let text = """
      {"schema": "nastavnik.instance/1", "coverage": "all", "mentees": ["a", "b", "c"],
       "mentors": 2, "pairs": [[0, 0, 1], [1, 0, 1], [2, 1, 3]]}
      """
    let instance = try InstanceReader().read(Array(text.utf8))
    var solution = try SolveInstance().solution(of: instance, reading: nil)
    #expect(
      solution.witness
        == .hall(side: .mentees, mentees: [0, 1], mentors: [0], places: 1, needed: 2))
    #expect(try isAccepted(solution, for: instance))
    solution.witness = .hall(
      side: .mentees, mentees: [0, 2], mentors: [0, 1], places: 1, needed: 2)
    #expect(try !isAccepted(solution, for: instance))
  }
}
