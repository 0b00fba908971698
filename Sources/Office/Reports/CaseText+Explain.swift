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
    var lines = wrapped(
      words.seatName(mentor: pair.mentor) + messages.say(" — наставник, ", ", mentor, with ")
        + words.seatName(mentee: pair.mentee) + messages.say(" — наставляемый", ", mentee"))
    lines += wrapped(standing(explanation))
    if let pair = explanation.proposed {
      lines += wrapped(messages.explanation(pair), indent: 4)
    }
    switch explanation.status {
    case .ineligible: break
    // That a pin cannot be without its pair is no price.
    case .chosen where explanation.isPinned: break
    case .chosen:
      lines += price(
        explanation.forbidding, messages.say("Цена отказа от этой пары: ", "Without this pair: "))
    case .possible:
      lines += price(
        explanation.locking, messages.say("Цена этой пары: ", "With this pair: "),
        obstacle: explanation.obstacle)
    }
    lines += wrapped(range(explanation)) + instead(explanation) + wrapped(advice(explanation))
    return lines.page
  }

  /// How to have it otherwise.
  private func advice(_ explanation: PairExplanation) -> String {
    guard words.isSeason, explanation.locking != .impossible else { return "" }
    return switch explanation.status {
    case .chosen where explanation.isPinned:
      messages.say(
        "Пара закреплена; чтобы её не было, уберите её в season.yaml из pins.",
        "The pair is pinned; to do without it, take it out of pins in season.yaml.")
    case .chosen where explanation.forbidding == .impossible: ""
    case .chosen:
      messages.say(
        "Чтобы такой пары не было, впишите её с причиной в season.yaml, под bans.",
        "To do without the pair, write it under bans in season.yaml, with the reason.")
    case .possible:
      messages.say(
        "Чтобы закрепить пару, впишите её с причиной в season.yaml, под pins.",
        "To pin the pair, write it under pins in season.yaml, with the reason.")
    case .ineligible: ""
    }
  }

  private func standing(_ explanation: PairExplanation) -> String {
    let points = explanation.points.map { words.text(points: $0) } ?? ""
    switch explanation.status {
    case .chosen:
      let alternatives =
        switch explanation.standing {
        case .every?:
          messages.say("стоит в каждом лучшем решении", "stands in every best solution")
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
      return words.isSeason
        ? messages.say(
          "Пара недопустима: эти люди участвуют в разных формах.",
          "The pair is not eligible: the two take part in different forms.")
        : messages.say(
          "Пара недопустима: у неё нет баллов.", "The pair is not eligible: it has no points.")
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
          + (rules.isEmpty
            ? messages.say("тогда нет ни одного решения", "then there is no solution at all")
            : messages.say("так нельзя, мешает: ", "impossible, because of: ")
              + rules.joined(separator: "; ")) + ".")
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
          "Чтобы пару выбрали, затраты на неё должны быть меньше \(bound).",
          "To be chosen the pair must cost less than \(bound).")
        : messages.say(
          "Чтобы пару выбрали, у неё должно быть больше баллов: свыше \(bound).",
          "To be chosen the pair needs more than \(bound) points.")
    }
    return ""
  }

  /// Of a person, ending in a newline.
  public func text(_ explanation: PersonExplanation) -> String {
    var lines = wrapped(
      words.heading(explanation) + ". " + messages.sentence(words.text(explanation)) + ".")
    lines += explanation.relaxations.prefix(5).flatMap { choice in
      let rules = choice.rules.map { messages.quoted(messages.text($0)) }
      let names = words.short(choice.mentors.map { words.name(mentor: $0) })
      return wrapped(
        messages.say(
          "Если отменить \(messages.list(rules)), подойдут: \(names).",
          "Without \(messages.list(rules)) these would do: \(names)."), indent: 2)
    }
    if explanation.isCrowdedOut {
      lines += wrapped(
        messages.say(
          "Кого искать и кому добавить место, скажет nastavnik recruit.",
          "nastavnik recruit says whom to look for, and who should take one more."))
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
      words.measure, messages.say("Если назначить, у всех вместе", "If paired, in all"),
    ]
    // Whom the person has stands first, and takes no room from the others.
    func isChosen(_ one: PersonExplanation.Candidate) -> Bool {
      chosen.contains(one.pair.person(of: explanation.side.other))
    }
    let shown =
      explanation.candidates.filter(isChosen)
      + explanation.candidates.filter { !isChosen($0) }.prefix(Self.mostCandidates)
    let rows = shown.map { candidate in
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
