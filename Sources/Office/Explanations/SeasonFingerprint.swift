import InstanceFiles
import Mentorship
import Policies
import Problems

/// The hash by which a proposal names the inputs that it was made from.
///
/// Of what matters to the pairs and nothing else: who takes part, who may be paired and with how many points, and
/// the rules. Another order of rows or columns in the files is the same season.
struct SeasonFingerprint {
  let text: String

  /// - Complexity: O(eligible pairs + sizes of the rules).
  init(_ encoding: Encoding, _ problem: AssignmentProblem) {
    let season = encoding.season
    var lines = ["coverage \(season.season.coverage.rawValue)"]
    lines += season.mentees.map { "mentee \($0.form.rawValue) \($0.person.rawValue)" }
    lines += zip(season.mentors, problem.mentors).map { offer, limits in
      let seat = offer.questionnaire
      return
        "mentor \(seat.form.rawValue) \(seat.person.rawValue) \(limits.capacity) \(limits.minimum)"
    }
    problem.table.forEachPair { pair, entry in
      lines.append("\(pair.mentee) \(pair.mentor) \(problem.table.points[entry])")
    }
    lines += problem.fixed.map { "pin \($0.mentee) \($0.mentor)" }
    lines += problem.apart.map { "apart \($0)" } + problem.together.map { "together \($0)" }
    func text(_ people: [Int]?) -> String { people.map { "\($0)" } ?? "all" }
    lines += problem.quotas.map { quota in
      let bounds = "\(quota.atLeast) \(quota.atMost.map(String.init) ?? "any")"
      return "quota \(text(quota.mentees)) \(text(quota.mentors)) \(bounds)"
        + " when \(text(quota.when))"
    }
    self.text = ContentHash(of: Array(lines.joined(separator: "\n").utf8)).text
  }
}
