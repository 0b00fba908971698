import InstanceFiles
import Problems
import Verification

extension Messages {
  /// A judgement in one line, and what is wrong in one line each; nothing for an accepted solution.
  public func words(
    _ judgement: VerifySolution.Judgement
  ) -> (headline: String, problems: [String]) {
    switch judgement {
    case .accepted(.checked):
      (say("принято: всё пересчитано", "accepted: everything was recomputed"), [])
    case .accepted(.trusted):
      (
        say(
          "принято: допустимость и значение пересчитаны, граница принята на веру",
          "accepted: feasibility and value recomputed, the bound is taken on trust"), []
      )
    case .rejected(let problems): (say("отвергнуто:", "rejected:"), problems.map(text))
    case .unusable(let error):
      (say("отвергнуто:", "rejected:"), [error.text(in: language)])
    }
  }

  /// What the checker holds against a claim.
  private func text(_ problem: Verdict.Problem) -> String {
    switch problem {
    case .notEligible(let pair):
      say("пара \(text(pair)) недопустима", "pair \(text(pair)) is not eligible")
    case .chosenTwice(let pair):
      say("пара \(text(pair)) выбрана дважды", "pair \(text(pair)) is chosen twice")
    case .fixedMissing(let pair):
      say("закреплённой пары \(text(pair)) нет", "fixed pair \(text(pair)) is missing")
    case .broken(let rule, let count):
      say("\(rule.path) нарушено: \(count)", "\(rule.path) is broken: \(count)")
    case .objective(let claimed, let actual):
      say("значение \(text(claimed)), на деле ", "objective \(text(claimed)), in truth ")
        + (actual.map(text) ?? say("больше 64 бит", "beyond 64 bits"))
    case .bound(let bound):
      say("граница \(text(bound)) не сходится", "bound \(text(bound)) does not fit")
    case .priceCount(let claimed, let expected):
      say("цен \(claimed), нужно \(expected)", "\(claimed) prices, expected \(expected)")
    case .coverageWeight(let claimed, let required):
      say(
        "coverageWeight \(claimed), нужно не меньше \(required)",
        "coverageWeight \(claimed), at least \(required) is needed")
    case .reducedCost(let pair, let isChosen):
      say(
        "цены противоречат паре \(text(pair)) (\(isChosen ? "выбрана" : "не выбрана"))",
        "the prices contradict pair \(text(pair)) (\(isChosen ? "chosen" : "not chosen"))")
    case .price(let rule):
      say(
        "цена \(rule.path) не того знака или предел не достигнут",
        "the price of \(rule.path) has the wrong sign, or its bound is not reached")
    case .witnessPerson(let side, let index):
      say(
        "в свидетельстве нет \(side.rawValue)[\(index)]",
        "the witness names \(side.rawValue)[\(index)] wrongly")
    case .witnessLeavesOut(let pair):
      say("свидетельство упустило пару \(text(pair))", "the witness leaves out pair \(text(pair))")
    case .witnessSide(let side):
      say(
        "сторону \(side.rawValue) никто не обязан обслужить",
        "nobody has to serve the side \(side.rawValue)")
    case .witnessNumbers(let needed, let places):
      say(
        "числа свидетельства неверны: нужно \(needed), мест \(places)",
        "the numbers of the witness are wrong: needed \(needed), places \(places)")
    case .unknownRule(let rule): say("правила \(rule.path) нет", "there is no \(rule.path)")
    case .noConflict:
      say("названные правила не противоречат друг другу", "the rules named do not conflict")
    }
  }

  private func text(_ pair: Pair) -> String { "[\(pair.mentee), \(pair.mentor)]" }

  private func text(_ objective: Objective) -> String { "\(objective.matched), \(objective.total)" }
}
