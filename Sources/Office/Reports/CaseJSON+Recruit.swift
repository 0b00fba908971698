public import InstanceFiles
import Mentorship
import Policies
import Problems
import Solvers

extension CaseJSON {
  /// Gains are differences to the best value: more is better, whatever the file counts.
  public func value(_ report: RecruitReport) -> JSONValue {
    [
      "mentors": JSONValue(report.places.enumerated().map { place($0.offset, $0.element) }),
      "profiles": JSONValue(report.candidates.map(candidate)),
      "steps": JSONValue(report.steps.map(step)),
      "exhausted": .bool(report.isExhausted), "complete": .bool(!report.isStopped),
    ]
  }

  private func place(_ mentor: Int, _ gain: ChangePrice) -> JSONValue {
    var members = words.form(mentor: mentor)
    members += [("mentor", words.json(mentor: mentor)), ("gain", words.json(gain.change))]
    if case .exchange(let exchange) = gain {
      members.append(("moves", words.json(words.moves(of: exchange))))
    }
    return JSONValue(members)
  }

  private func candidate(_ one: RecruitReport.Candidate) -> JSONValue {
    JSONValue(
      words.members(one.profile) + [
        ("gain", words.json(one.gain)),
        ("mentees", JSONValue(one.mentees.map { words.json(mentee: $0) })),
        ("moves", words.json(words.moves(besides: one))),
      ])
  }

  private func step(_ step: RecruitReport.Step) -> JSONValue {
    [
      "profile": JSONValue(words.members(step.profile)), "gain": words.json(step.gain),
      "matched": JSONValue(step.objective.matched),
      "total": words.json(points: step.objective.total),
    ]
  }
}
