import BenchmarkSupport
import InstanceFiles
import Policies
import Problems
import Verification

/// The integer programming of this project as a server: what `nastavnik solve` does with a file, in steps.
///
/// ```console
/// load json instance.json max-points
/// {"mentees":100,"mentors":30,"pairs":1000}
/// solve 60
/// {"status":"optimal","objective":98304,"bound":98304,"pairs":[[0,3],…],"seconds":0.21,"wall":0.21}
/// ```
///
/// No answer is given before the independent checker has accepted it. What the solver cannot do yet
/// is `{"skipped": why}`, not an error.
@main
struct ProgramBenchmark {
  private var question: (instance: Instance, aim: Aim)?

  static func main() throws {
    var benchmark = ProgramBenchmark()
    try LineServer.run { try benchmark.answer(to: $0) }
  }

  private mutating func answer(to line: String) throws -> JSONValue {
    let words = line.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("load", 4): return try load(path: words[2], format: words[1], policy: words[3])
    case ("solve", 2):
      guard let question else { return LineServer.failure("no instance is loaded") }
      guard let limit = Double(words[1]), limit > 0 else { break }
      return try ProgramAnswer(solving: question.instance, for: question.aim, limit: limit).json
    default: break
    }
    return LineServer.failure("no command: \(line)")
  }

  private mutating func load(path: String, format: String, policy: String) throws -> JSONValue {
    question = nil
    guard let format = InstanceFormat(rawValue: format) else {
      return ["skipped": .string("format \(format) is not read yet")]
    }
    let loaded: Instance
    do {
      loaded = try InstanceReader(format: format).read(path: path)
    } catch {
      // Every instance is valid, so this is a rule that is not read yet.
      return ["skipped": .string(error.text(in: .english))]
    }
    guard let aim = Aim(named: policy), aim.agrees(with: loaded.problem.coverage) else {
      return ["skipped": .string("policy \(policy) is not there yet")]
    }
    question = (loaded, aim)
    return [
      "mentees": JSONValue(loaded.problem.menteeCount),
      "mentors": JSONValue(loaded.problem.mentorCount),
      "pairs": JSONValue(loaded.problem.table.pairCount),
    ]
  }
}
