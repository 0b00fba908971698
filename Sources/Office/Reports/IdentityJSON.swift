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

  /// A name that was not resolved, with whom it may mean and where it stands.
  func text(_ problem: NameProblem) -> String {
    let lines = problem.places.map { "\($0.file)\($0.line.map { ":\($0)" } ?? "")" }
    let places = lines.prefix(3).joined(separator: ", ") + (lines.count > 3 ? ", …" : "")
    let meaning =
      switch problem.status {
      case .ambiguous:
        say("это может быть ", "may be ") + alternatives(problem.candidates)
      case .unresolved where problem.candidates.isEmpty:
        say("такого человека нет", "there is nobody of that name")
      case .unresolved:
        say("такого человека нет; может быть, ", "nobody of that name; perhaps ")
          + alternatives(problem.candidates)
      }
    return "\(quote(problem.name)): \(meaning) (\(places))"
  }
}
