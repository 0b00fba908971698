public import Mentorship

/// The proposal as a curator reads it in a terminal.
public struct ProposalText {
  private let report: MatchReport
  private let messages: Messages
  private let width: Int

  /// Makes the text for a reader: the curator's own terminal, unless somebody else reads it.
  public init(
    _ report: MatchReport, messages: Messages, width: Int = 100, reader: Visibility = .curator
  ) {
    self.report = report
    self.messages = messages.naming(report.season.forms).reading(as: reader)
    self.width = max(60, width)
  }

  /// All of it, ending in a newline.
  public var text: String {
    var lines = heading
    switch report.outcome {
    case .proposed(let proposal, _):
      lines += summary(proposal)
      for form in report.season.forms { lines += pairs(of: form, proposal) }
      lines += quotas(proposal) + left(proposal) + freePlaces(proposal)
    case .impossible(let impossibility):
      lines += TextLayout.wrap(messages.text(impossibility), width: width, indent: 0)
    case .limitReached:
      lines.append(messages.say("Время вышло раньше, чем найден ответ.", "Time ran out."))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let season = report.season
    let name = [season.title, season.organisation?.text].compactMap { $0 }.joined(separator: " · ")
    return [
      name,
      messages.say("Проект пар на \(season.date)", "Proposed pairs for \(season.date)"),
      "",
    ]
  }

  private func summary(_ proposal: Proposal) -> [String] {
    let left = proposal.unmatched.filter { $0.role == .mentee && !isExcluded($0) }
    let asked = proposal.pairs.count + left.count
    guard asked > 0 else {
      return [
        messages.say("Подбирать некого: нет ни одного наставляемого.", "Nobody to match."), "",
      ]
    }
    let served = Set(proposal.pairs.map(\.mentee))
    let everybody = served.union(left.map(\.person))
    let total = proposal.pairs.reduce(0) { $0 + $1.points }
    let mean =
      proposal.pairs.isEmpty ? 0 : (total + proposal.pairs.count / 2) / proposal.pairs.count
    let mutual = proposal.pairs.count(where: \.isMutualFirstChoice)
    let several =
      everybody.count == asked
      ? ""
      : messages.say(
        "; с наставником \(served.count) из \(messages.mentees(everybody.count)), некоторые в двух формах",
        "; \(served.count) of \(messages.mentees(everybody.count)) have a mentor, some in two forms"
      )
    var sentences = [
      messages.say(
        "Подобрано: \(messages.pairs(proposal.pairs.count)) на \(messages.requests(asked))\(several).",
        "Proposed: \(messages.pairs(proposal.pairs.count)) for \(messages.requests(asked))\(several)."
      )
    ]
    if !proposal.pairs.isEmpty {
      sentences.append(
        messages.say(
          "В среднем \(messages.points(mean)) из \(Weights.scale) на пару; взаимных первых выборов:"
            + " \(mutual).",
          "On average \(messages.points(mean)) of \(Weights.scale) a pair; mutual first choices:"
            + " \(mutual)."))
      sentences +=
        report.byHand.map {
          [messages.text($0, matched: proposal.pairs.count, total: total)]
        } ?? []
    }
    let doubts = proposal.pairs.compactMap(\.doubt)
    if let trials = doubts.first?.drawCount {
      sentences.append(messages.doubtfulPairs(doubts.count, trials))
    }
    return sentences.flatMap { TextLayout.wrap($0, width: width, indent: 0) }
      + TextLayout.wrap(messages.proof(report), width: width, indent: 0) + [""]
  }

  private func pairs(of form: Form, _ proposal: Proposal) -> [String] {
    let pairs = proposal.pairs.filter { $0.form == form.code }
    let title = messages.title(form)
    let heading =
      title.prefix(1).uppercased() + title.dropFirst() + ": " + messages.pairs(pairs.count)
    guard !pairs.isEmpty else { return [heading, ""] }
    let header = [
      messages.say("Наставник", "Mentor"), messages.say("Наставляемый", "Mentee"),
      messages.say("Баллы", "Points"),
    ]
    let rows = pairs.enumerated().map { index, pair in
      let isSameMentor = index > 0 && pairs[index - 1].mentor == pair.mentor
      return [
        isSameMentor ? "″" : describe(pair.mentor), describe(pair.mentee),
        messages.number(pair.points),
      ]
    }
    let table = TextLayout.table([header] + rows, indent: 2, rightAligned: [2])
    var lines = [heading, table[0]]
    for (index, pair) in pairs.enumerated() {
      lines.append(table[index + 1])
      lines += TextLayout.wrap(messages.explanation(pair), width: width, indent: 6)
      if let doubt = pair.doubt {
        let text = messages.say("на волоске: ", "doubtful: ") + messages.text(doubt)
        lines += TextLayout.wrap(text, width: width, indent: 6)
      }
    }
    return lines + [""]
  }

  private func quotas(_ proposal: Proposal) -> [String] {
    guard !proposal.quotas.isEmpty else { return [] }
    return [messages.say("Квоты", "Quotas")]
      + proposal.quotas.flatMap { quota in
        item(
          "\(quota.size.name): \(messages.pairs(quota.load)),"
            + messages.bounds(quota.size.atLeast, quota.size.atMost))
      } + [""]
  }

  private func left(_ proposal: Proposal) -> [String] {
    let left = proposal.unmatched.filter { $0.role == .mentee && !isExcluded($0) }
    let excluded = proposal.unmatched.filter(isExcluded)
    var lines: [String] = []
    if !left.isEmpty {
      lines.append(
        messages.say("Остались без наставника", "Left without a mentor") + ": \(left.count)")
      lines += crowds(left) + others(left) + [""]
    }
    if !excluded.isEmpty {
      lines.append(
        messages.say("Не участвуют в подборе", "Not taking part") + ": \(excluded.count)")
      for one in excluded {
        let detail = "\(messages.text(one.role)), \(messages.title(one.form))"
        lines += item(
          "\(describe(one.person)) (\(detail)): \(messages.text(one.reason, in: one.form))")
      }
      lines.append("")
    }
    return lines
  }

  /// People who compete for the same places stand together: the places once, the prices one by one.
  private func crowds(_ left: [Unmatched]) -> [String] {
    var crowds: [(deficit: Crowding.Deficit, people: [(one: Unmatched, crowding: Crowding)])] = []
    for one in left {
      guard case .crowdedOut(let crowding) = one.reason, let deficit = crowding.deficit else {
        continue
      }
      if let index = crowds.firstIndex(where: { $0.deficit == deficit }) {
        crowds[index].people.append((one, crowding))
      } else {
        crowds.append((deficit, [(one, crowding)]))
      }
    }
    return crowds.flatMap { deficit, people in
      let form = people[0].one.form
      let heading = messages.text(deficit, in: form)
      return item(messages.title(form) + ": " + heading)
        + people.flatMap { one, crowding in
          item("\(describe(one.person)): \(messages.price(crowding, in: form))", indent: 6)
        }
    }
  }

  private func others(_ left: [Unmatched]) -> [String] {
    left.flatMap { one -> [String] in
      if case .crowdedOut(let crowding) = one.reason, crowding.deficit != nil { return [] }
      return item(
        "\(describe(one.person)) (\(messages.title(one.form))): "
          + messages.text(one.reason, in: one.form))
    }
  }

  private func item(_ text: String, indent: Int = 2) -> [String] {
    TextLayout.wrap(text, width: width, indent: indent, hanging: 4)
  }

  private func freePlaces(_ proposal: Proposal) -> [String] {
    let free = proposal.loads.filter { $0.free > 0 }
    guard !free.isEmpty else { return [] }
    let names = free.map { load in
      "\(PersonName(load.mentor.rawValue).short) (\(messages.title(load.form)), \(load.load)/\(load.capacity))"
    }
    return [messages.say("Свободные места у наставников", "Mentors with free places")]
      + TextLayout.wrap(names.joined(separator: "; "), width: width, indent: 2) + [""]
  }

  private func describe(_ id: PersonID) -> String {
    guard let person = report.season.people[id] else { return id.rawValue }
    let detail = person.grade.map(\.description)
    return ([id.rawValue] + [detail].compactMap { $0 }).joined(separator: ", ")
  }

  private func isExcluded(_ one: Unmatched) -> Bool {
    if case .excluded = one.reason { true } else { false }
  }
}
