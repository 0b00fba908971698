public import InstanceFiles
import Policies
import Problems

extension CaseJSON {
  /// From the best for the first goal to the best for the second.
  public func value(_ report: FrontReport) -> JSONValue {
    [
      "goals": [.string(report.first.rawValue), .string(report.second.rawValue)],
      "points": JSONValue(report.front.points.map(json)),
      "complete": .bool(report.front.isComplete),
      "backend": .string(report.front.backend.rawValue), "verified": true,
    ]
  }

  private func json(_ point: TradeOffPoint) -> JSONValue {
    let (first, second) = (words.json(point.first), words.json(point.second))
    return JSONValue([
      ("a", first), ("b", second), (point.first.goal.rawValue, first),
      (point.second.goal.rawValue, second), ("supported", .bool(point.isSupported)),
      ("objective", words.json(point.assignment.objective)),
      ("pairs", words.json(point.assignment.pairs)),
    ])
  }
}
