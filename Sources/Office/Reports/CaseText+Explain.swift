import InstanceFiles
import Mentorship
import Policies
import Problems
import Solvers

extension CaseText {
  private static let mostCandidates = 7

  /// Of a pair, ending in a newline.
  public func text(_ explanation: PairExplanation) -> String {
    let pair = explanation.pair
    var lines = [
      words.name(mentor: pair.mentor) + messages.say(" — наставник, ", ", mentor, with ")
        + words.name(mentee: pair.mentee) + messages.say(" — наставляемый", ", mentee")
    ]
    lines += wrapped(standing(explanation))
    if let pair = explanation.proposed {
      lines += wrapped(messages.explanation(pair), indent: 4)
    }
    switch explanation.status {
    case .ineligible: break
    case .chosen:
      lines += price(
        explanation.forbidding, messages.say("Цена отказа от этой пары: ", "Without this pair: "))
    case .possible:
      lines += price(
        explanation.locking, messages.say("Цена этой пары: ", "With this pair: "),
        obstacle: explanation.obstacle)
    }
    lines += wrapped(range(explanation)) + instead(explanation)
    return lines.page
  }

  private func standing(_ explanation: PairExplanation) -> String {
    let points = explanation.points.map { words.text(points: $0) } ?? ""
    switch explanation.status {
    case .chosen:
      let alternatives =
        switch explanation.standing {
        case .every?:
          messages.say("стоит в каждом лучшем решении", "stands in every optimum")
        case .some?:
          messages.say(
            "есть столь же хорошие решения и без неё", "there are equally good solutions without it"
          )
        case PairExplanation.Standing.none?, nil: ""
        }
      return messages.say(
        "Пара выбрана. \(words.measure): \(points)",
        "The pair is chosen. \(words.measure): \(points)")
        + (alternatives.isEmpty ? "." : "; \(alternatives).")
    case .possible:
      return messages.say(
        "Пара допустима, но не выбрана. \(words.measure): \(points)",
        "The pair is eligible but not chosen. \(words.measure): \(points)")
        + (explanation.standing == .some
          ? messages.say(
            "; есть столь же хорошее решение с ней.", "; there is an equally good solution with it."
          )
          : ".")
    case .ineligible([]):
      return messages.say(
        "Пара недопустима: у неё нет баллов, или люди в разных формах.",
        "The pair is not eligible: it has no points, or the two are in different forms.")
    case .ineligible(let rules):
      let broken = rules.map { messages.quoted(messages.text($0)) }.joined(separator: ", ")
      return messages.say(
        "Пара недопустима, нарушено: \(broken). Закрепить её нельзя, пока правило действует: это уже"
          + " не выбор пары, а отмена правила.",
        "The pair is not eligible; it breaks: \(broken). It cannot be pinned while the rule holds:"
          + " that would be to lift the rule, not to choose a pair.")
    }
  }

  private func price(
    _ price: ChangePrice, _ heading: String, obstacle: Witness? = nil
  ) -> [String] {
    switch price {
    case .impossible:
      let rules = obstacle.map(words.rules) ?? []
      return wrapped(
        heading
          + messages.say(
            "тогда нет ни одного решения", "then there is no solution at all")
          + (rules.isEmpty ? "." : ": " + rules.joined(separator: "; ") + "."))
    case .unknown:
      return wrapped(heading + messages.say("не выяснена, время вышло.", "unknown, time ran out."))
    case .exchange(let exchange):
      return wrapped(heading + words.text(exchange.change) + ".")
        + words.moves(of: exchange).flatMap { wrapped(words.text($0), indent: 4) }
    }
  }

  /// The next best for each of the two.
  private func instead(_ explanation: PairExplanation) -> [String] {
    let (mentee, mentor) = explanation.instead
    let next = [
      mentee.map {
        (words.name(mentee: $0.pair.mentee), words.name(mentor: $0.pair.mentor), $0.price)
      },
      mentor.map {
        (words.name(mentor: $0.pair.mentor), words.name(mentee: $0.pair.mentee), $0.price)
      },
    ]
    return next.compactMap(\.self).flatMap { name, other, price in
      wrapped(
        messages.say(
          "\(name), лучший другой вариант: ", "The best other choice for \(name): ") + other
          + (price.map { " (\(words.text($0)))" } ?? ""))
    }
  }

  private func range(_ explanation: PairExplanation) -> String {
    let (least, most) = explanation.range
    if let least {
      let bound = words.text(points: least)
      return words.countsCosts
        ? messages.say(
          "Решение остаётся лучшим, пока затраты пары не больше \(bound).",
          "The solution stays the best as long as the pair costs at most \(bound).")
        : messages.say(
          "Решение остаётся лучшим, пока баллов у пары не меньше \(bound).",
          "The solution stays the best as long as the pair has at least \(bound) points.")
    }
    if let most, explanation.standing != .some {
      let bound = words.text(points: most)
      return words.countsCosts
        ? messages.say(
          "Чтобы войти в лучшее решение, паре нужны затраты меньше \(bound).",
          "To enter the optimum the pair must cost less than \(bound).")
        : messages.say(
          "Чтобы войти в лучшее решение, паре нужно больше баллов: свыше \(bound).",
          "To enter the optimum the pair needs more than \(bound) points.")
    }
    return ""
  }

  /// Of a person, ending in a newline.
  public func text(_ explanation: PersonExplanation) -> String {
    let isMentee = explanation.side == .mentees
    let name = explanation.index.map {
      isMentee ? words.name(mentee: $0) : words.name(mentor: $0)
    }
    var lines = wrapped(
      [name, words.text(explanation)].compactMap(\.self).joined(separator: ": ") + ".")
    lines += explanation.relaxations.prefix(5).flatMap { choice in
      let rules = choice.rules.map { messages.quoted(messages.text($0)) }
      return wrapped(
        messages.say("Если отменить \(messages.list(rules)): ", "Without \(messages.list(rules)): ")
          + choice.mentors.prefix(5).map { words.name(mentor: $0) }.joined(separator: ", "),
        indent: 2)
    }
    lines += candidates(explanation)
    return lines.page
  }

  private func candidates(_ explanation: PersonExplanation) -> [String] {
    guard !explanation.candidates.isEmpty else { return [] }
    let isMentee = explanation.side == .mentees
    let chosen = Set(explanation.partners)
    let header = [
      isMentee ? messages.say("Наставник", "Mentor") : messages.say("Наставляемый", "Mentee"),
      words.measure, messages.say("Если назначить", "If locked"),
    ]
    let rows = explanation.candidates.prefix(Self.mostCandidates).map { candidate in
      let other = candidate.pair.person(of: explanation.side.other)
      let price =
        chosen.contains(other)
        ? messages.say("выбрано", "chosen")
        : candidate.price.map(words.text)
          ?? messages.say("невозможно", "impossible")
      return [
        isMentee ? words.name(mentor: other) : words.name(mentee: other),
        words.text(points: candidate.points), price,
      ]
    }
    return [""] + TextLayout.table([header] + rows, indent: 2, rightAligned: [1])
      + more(explanation.candidates.count - rows.count)
  }
}
