public import InstanceFiles
import Problems

/// A solution as a researcher reads it in a terminal.
public struct SolutionText {
  /// More pairs than these are counted, not listed.
  private static let listedPairs = 40

  private let name: String
  private let instance: Instance
  private let solution: SolutionFile
  private let messages: Messages

  public init(
    name: String, instance: Instance, solution: SolutionFile, messages: Messages
  ) {
    self.name = name
    self.instance = instance
    self.solution = solution
    self.messages = messages
  }

  /// All of it, ending in a newline.
  public var text: String {
    var lines = [
      "\(name): \(status), \(solution.facts.policy), \(solution.facts.backend)"
    ]
    if let objective = solution.objective {
      let total = JSONValue.number(objective.total).text()
      lines.append(
        messages.say(
          "  пар: \(objective.matched), сумма: \(total)",
          "  matched: \(objective.matched), total: \(total)"))
    }
    if let goals = solution.goals { lines.append("  " + goals.map(text).joined(separator: ", ")) }
    if let witness = solution.witness { lines.append("  " + text(witness)) }
    if let changes = solution.relaxation {
      lines.append(
        (solution.relaxationIsCheapest
          ? messages.say("  меньше всего изменить: ", "  the least to change: ")
          : messages.say(
            "  хватит изменить (может быть, и меньше): ",
            "  enough to change (less may do): "))
          + changes.map(text).joined(separator: "; "))
    }
    lines += solution.pairs.prefix(Self.listedPairs).map {
      "  \(instance.name(ofMentee: $0.mentee)) – \(instance.name(ofMentor: $0.mentor))"
    }
    let more = solution.pairs.count - Self.listedPairs
    if more > 0 {
      lines.append(
        messages.say(
          "  … и ещё \(messages.pairs(more)) (все — с --json)",
          "  … and \(messages.pairs(more)) more (all with --json)"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var status: String {
    switch solution.status {
    case .optimal:
      solution.proof == .duals
        ? messages.say("оптимально, доказано ценами", "optimal, proven by dual prices")
        : messages.say("оптимально по границе решателя", "optimal by the solver's bound")
    case .feasible: messages.say("допустимо, предел времени", "feasible, limit reached")
    case .unknown: messages.say("ответа нет, предел времени", "no answer, limit reached")
    case .infeasible: messages.say("невыполнимо, доказано", "infeasible, proven")
    case .error: messages.say("ошибка", "error")
    }
  }

  private func text(_ witness: SolutionFile.FileWitness) -> String {
    switch witness {
    case .hall(let side, let mentees, let mentors, let places, let needed):
      let needy =
        side == .mentees
        ? mentees.map(instance.name(ofMentee:)) : mentors.map(instance.name(ofMentor:))
      let need = needed.map(messages.number) ?? "?"
      return messages.say(
        "узкое место (\(side.rawValue)): \(list(needy)) — нужно \(need), возможно \(places)",
        "bottleneck (\(side.rawValue)): \(list(needy)) need \(need), only \(places) possible")
    case .conflict(let rules, isMinimal: false):
      return messages.say(
        "среди правил (\(rules.count)) есть противоречие, выделить его не хватило времени",
        "there is a conflict among the \(rules.count) rules, and no time was left to isolate it")
    case .conflict(let rules, _):
      let words = rules.map { path in
        instance.rule(at: path).map { messages.text($0, of: instance) } ?? path
      }
      return messages.say("вместе невыполнимо: ", "cannot all hold: ")
        + words.joined(separator: "; ")
    case .nonexistent(let policy):
      return messages.say(
        "\(policy): решения не существует", "\(policy): no such assignment exists")
    }
  }

  private func text(_ claim: SolutionFile.GoalClaim) -> String {
    let listed = claim.values.prefix(12).map(\.text).joined(separator: " ")
    return "\(claim.goal): \(listed)\(claim.values.count > 12 ? " …" : "")"
  }

  private func text(_ change: SolutionFile.Change) -> String {
    let by = change.by.double > 0 ? "+\(change.by.text)" : "−\(change.by.text.dropFirst())"
    return (instance.rule(at: change.rule).map { messages.text($0, of: instance) } ?? change.rule)
      + ": \(by)"
  }

  private func list(_ names: [String]) -> String {
    names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}
