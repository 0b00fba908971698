public import InstanceFiles
import Mentorship
import Policies
import Problems

extension CaseJSON {
  /// Fewest changes first.
  public func value(_ report: RematchReport) -> JSONValue {
    let approved = report.approved
    return [
      "curve": JSONValue(report.curve.points.map { json($0, approved.pairs) }),
      "complete": .bool(report.curve.isComplete),
      "backend": .string(report.curve.backend.rawValue),
      "approved": [
        "pairs": JSONValue(approved.pairs.count + approved.parted.count),
        "possible": JSONValue(report.possibleCount),
        "impossible": words.json(report.impossible),
        "gone": [
          "mentees": names(approved.goneMentees.map(\.name).withoutRepetitions),
          "mentors": names(approved.goneMentors.map(\.name).withoutRepetitions),
          "pairs": JSONValue(approved.parted.map(json)),
        ],
      ],
      "notes": names(words.notes(on: report)),
      "verified": true,
    ]
  }

  private func json(_ point: RematchCurve.Point, _ approved: Set<Pair>) -> JSONValue {
    let value = words.json(point.assignment.objective)
    return [
      "changes": JSONValue(point.changes), "matched": value["matched"] ?? nil,
      "total": value["total"] ?? nil,
      "moves": words.json(words.moves(from: approved, to: point.assignment)),
      "pairs": words.json(point.assignment.pairs),
    ]
  }

  /// As the pairs of the case are written, with the form where the file says it.
  private func json(_ pair: ApprovedPairs.Parted) -> JSONValue {
    guard words.isSeason else { return names([pair.mentee, pair.mentor]) }
    return JSONValue(
      (pair.form.map { [("form", .string($0.rawValue))] } ?? []) + [
        ("mentee", .string(pair.mentee)), ("mentor", .string(pair.mentor)),
      ])
  }

  private func names(_ names: [String]) -> JSONValue { JSONValue(names.map { .string($0) }) }
}
