public import InstanceFiles
public import Policies
import Problems

extension CaseJSON {
  /// `pairs` are the chosen ones, doubtful first; `others` came in in some draw.
  ///
  /// Each range is in the numbers of the file: where less is better, `least` is the largest cost that keeps a pair.
  public func value(_ robustness: Robustness) -> JSONValue {
    [
      "pairs": JSONValue(
        robustness.pairs.map { standing in
          row(
            standing.pair, standing.points, least: standing.least, most: nil,
            standing.survivals, of: robustness.drawCount, isDoubtful: standing.isDoubtful)
        }),
      "others": JSONValue(
        robustness.rivals.map { rival in
          row(
            rival.pair, rival.points, least: nil, most: rival.most, rival.survivals,
            of: robustness.drawCount, isDoubtful: nil)
        }),
      "draws": JSONValue(robustness.drawCount), "complete": .bool(!robustness.isStopped),
    ]
  }

  private func row(
    _ pair: Pair, _ points: Int, least: Int?, most: Int?, _ times: Int, of drawCount: Int,
    isDoubtful: Bool?
  ) -> JSONValue {
    var members = words.form(of: pair)
    members += [
      ("pair", words.people(of: pair)), ("points", words.json(points: points)),
      ("least", least.map { words.json(points: $0) } ?? nil),
      ("most", most.map { words.json(points: $0) } ?? nil),
      ("survives", ["of": JSONValue(drawCount), "times": JSONValue(times)]),
    ]
    if let isDoubtful { members.append(("doubtful", .bool(isDoubtful))) }
    return JSONValue(members)
  }
}
