import Mentorship
public import Policies
import Problems

extension CaseText {
  private static let mostPairs = 12
  private static let mostWeakPairs = 8
  private static let mostRivals = 2

  /// All of it, ending in a newline.
  public func text(_ robustness: Robustness) -> String {
    let doubtful = robustness.pairs.filter(\.isDoubtful)
    var lines = wrapped(summary(robustness, doubtful.count), hanging: 0)
    if !doubtful.isEmpty {
      lines += [
        "",
        messages.say(
          "Пары на волоске, посмотрите на них сами, прежде чем утверждать:",
          "Doubtful pairs, look at them yourself before the approval:"),
      ]
      lines += doubtful.prefix(Self.mostPairs).flatMap { pair($0, robustness) }
      lines += more(doubtful.count - Self.mostPairs)
    }
    let others = robustness.pairs.filter { !$0.isDoubtful }
    let weak = others.filter { $0.survivals < robustness.drawCount }
    if !weak.isEmpty {
      lines += ["", messages.say("Держатся, но не всегда:", "Mostly there:")]
      lines += weak.prefix(Self.mostWeakPairs).flatMap { pair($0, robustness) }
      lines += more(weak.count - Self.mostWeakPairs)
    }
    let firm = others.count - weak.count
    if firm > 0, robustness.drawCount > 0 {
      lines += [""]
      lines += wrapped(
        messages.say(
          "Не меняются ни разу: \(messages.pairs(firm)).",
          "Never change: \(messages.pairs(firm))."))
    }
    return lines.page
  }

  private func summary(_ robustness: Robustness, _ doubtful: Int) -> String {
    guard !robustness.pairs.isEmpty else {
      return messages.say("Ни одной пары нет.", "There are no pairs.")
    }
    let count = robustness.drawCount
    let trial =
      count == 0
      ? messages.say(
        "Проверить, что будет, если баллы немного изменить, не вышло.",
        "What happens when points change a little could not be tried.")
      : messages.say(
        "Баллы всех пар \(messages.times(count)) меняли наугад, каждый не больше чем на десятую часть,"
          + " и подбирали заново.",
        "The points of all pairs were changed at random \(messages.times(count)), each by a tenth at"
          + " most, and matched anew.")
    let result = messages.say(
      "Пар на волоске: \(doubtful) из \(robustness.pairs.count).",
      "Doubtful pairs: \(doubtful) of \(robustness.pairs.count).")
    let stopped =
      robustness.isStopped && count > 0
      ? messages.say(" На большее не хватило времени.", " There was no time for more.") : ""
    return "\(trial) \(result)\(stopped)"
  }

  private func pair(_ standing: Robustness.Standing, _ robustness: Robustness) -> [String] {
    let pair = standing.pair
    let name = "\(words.name(mentor: pair.mentor)) — \(words.seatName(mentee: pair.mentee))"
    let rivals = robustness.rivals.filter { $0.pair.mentee == pair.mentee }
      .prefix(Self.mostRivals).map { rival in
        words.name(mentor: rival.pair.mentor)
          + " (\(messages.times(rival.survivals)))"
      }
    let instead =
      rivals.isEmpty
      ? ""
      : messages.say("; вместо наставника: ", "; instead of the mentor: ")
        + rivals.joined(separator: ", ")
    return wrapped(
      "\(name): \(messages.text(Doubt(standing)))\(margin(standing))\(instead)", indent: 2,
      hanging: 4)
  }

  /// By how much the points may be wrong.
  private func margin(_ standing: Robustness.Standing) -> String {
    guard let least = standing.least, !standing.isReplaceable else { return "" }
    let (now, end) = (words.text(points: standing.points), words.text(points: least))
    return words.countsCosts
      ? messages.say("; затраты \(now), можно до \(end)", "; cost \(now), at most \(end) will do")
      : messages.say(
        "; баллов \(now), нужно не меньше \(end)", "; points: \(now), at least \(end) needed")
  }
}

extension Messages {
  fileprivate func times(_ count: Int) -> String {
    self.count(count, ("раз", "раза", "раз"), ("time", "times"))
  }

  /// How many pairs of a proposal hang by a thread, and what that means.
  func doubtfulPairs(_ count: Int, _ trials: Int) -> String {
    say(
      "Пар на волоске: \(count). Их легко потерять: баллы меняли наугад не больше чем на десятую часть"
        + " и подбирали заново, \(times(trials)).",
      "Doubtful pairs: \(count). Little holds them: points were changed at random by a tenth at most and"
        + " matched anew, \(times(trials)).")
  }

  /// How often a pair is there when points are a little off.
  func text(_ doubt: Doubt) -> String {
    if doubt.isReplaceable {
      return say(
        "есть столь же хорошее решение без этой пары",
        "there is an equally good solution without this pair")
    }
    return say(
      "остаётся в \(doubt.survivals)\u{a0}из\u{a0}\(doubt.drawCount) проверок",
      "stays in \(doubt.survivals)\u{a0}of\u{a0}\(doubt.drawCount) trials")
  }
}

extension Doubt {
  init(_ standing: Robustness.Standing) {
    self.init(
      isReplaceable: standing.isReplaceable, survivals: standing.survivals,
      drawCount: standing.drawCount)
  }
}
