import Mentorship

extension Messages {
  func text(_ kind: FormReadiness.Group.Kind) -> String {
    switch kind {
    case .organisation(let school): school.text
    case .grade(let grade): say("\(grade) класс", "grade \(grade)")
    case .subject(let subject): quoted(subject.text)
    }
  }

  /// The rules that left somebody alone, with how many partners each removed.
  func causes(_ removals: [ScoredSeason.Removal]) -> String {
    removals.map { "\(text($0.rule)) (\($0.count))" }.joined(separator: "; ")
  }

  /// What a rule alone holds back.
  func text(_ effect: RuleEffect) -> String {
    switch effect.cause {
    case .gate(let gate, let role): text(gate) + ": " + people(effect.peopleCount, role)
    case .rule(let rule):
      text(rule) + say(": не пускает ", ": holds back ")
        + count(effect.pairCount, ("пару", "пары", "пар"), ("pair", "pairs"))
        + gain(effect)
    }
  }

  private func gain(_ effect: RuleEffect) -> String {
    var parts: [String] = []
    if effect.relievedCount > 0 {
      parts.append(
        say(
          "наставник нашёлся бы ещё для " + String(effect.relievedCount),
          "a mentor for \(effect.relievedCount) more"))
    }
    if effect.matchedGain > 0 {
      parts.append(
        say(
          "пар стало бы больше на \(effect.matchedGain)",
          "\(effect.matchedGain) more pairs at once"))
    }
    return parts.isEmpty
      ? "" : say("; без этого правила ", "; without the rule ") + parts.joined(separator: ", ")
  }

  private func people(_ count: Int, _ role: Role) -> String {
    switch role {
    case .mentee: mentees(count)
    case .mentor: mentors(count)
    }
  }

  /// What a gate asks for.
  func text(_ gate: GateKind) -> String {
    switch gate {
    case .consent: say("нет действующего согласия", "no valid consent")
    case .admission: say("не допущены", "not admitted")
    case .age: say("младше, чем требует форма", "younger than the form asks")
    case .grade: say("класс ниже, чем требует форма", "a lower grade than the form asks")
    case .experience: say("стаж вне пределов формы", "experience outside the form's limits")
    case .addendum: say("нет дополнительного соглашения", "no contract addendum")
    case .agreement: say("нет соглашения с организацией", "no agreement with the organisation")
    case .capacity: say("нет мест", "no places")
    }
  }
}
