import InstanceFiles
import Mentorship

extension Messages {
  /// People who may be one: `{people, score, reasons}`; no telephone number, no address.
  func json(_ double: PossibleDouble) -> JSONValue {
    [
      "people": [.string(double.first.rawValue), .string(double.second.rawValue)],
      "score": JSONValue(double.score),
      "reasons": JSONValue(double.reasons.map { .string(text($0)) }),
    ]
  }

  /// A name that was not resolved: `{name, status, candidates, respondent, places}`.
  func json(_ problem: NameProblem) -> JSONValue {
    [
      "name": .string(problem.name), "status": .string(problem.status.rawValue),
      "candidates": JSONValue(problem.candidates.map { .string($0) }),
      "respondent": .bool(problem.isRespondent),
      "places": JSONValue(
        problem.places.map { place in
          [
            "file": .string(place.file), "line": place.line.map { JSONValue($0) } ?? nil,
            "cell": place.cell.map { .string($0) } ?? nil,
          ] as JSONValue
        }),
    ]
  }
}
