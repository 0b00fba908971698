import InstanceFiles
import Mentorship
import Policies
import Problems
import Solvers

extension CaseText {
  private static let mostPlaces = 10
  private static let mostNames = 6
  private static let mostMoves = 2

  /// All of it, ending in a newline.
  public func text(_ report: RecruitReport) -> String {
    var lines = places(report) + [""] + candidates(report)
    if !report.steps.isEmpty { lines += [""] + steps(report) }
    if report.isStopped {
      lines += [""]
      lines += wrapped(
        messages.say(
          "Правила здесь сложные, времени хватило не на всё; дайте больше: --time-limit 60.",
          "The rules here are hard, and there was no time for everything; give more: --time-limit 60."
        ))
    }
    return lines.page
  }

  // MARK: one place more

  private func places(_ report: RecruitReport) -> [String] {
    let gains = report.places.enumerated().compactMap { mentor, gain -> (Int, Exchange)? in
      guard case .exchange(let exchange) = gain, exchange.change != .none else { return nil }
      return (mentor, exchange)
    }
    .sorted { one, other in
      let (left, right) = (one.1.change, other.1.change)
      return (right.matched, right.total, one.0) < (left.matched, left.total, other.0)
    }
    let heading = messages.say(
      "Что даст ещё одно место у наставника", "What one more place of a mentor brings")
    guard !gains.isEmpty else {
      return wrapped(
        heading + messages.say(": ничего, у кого бы оно ни было.", ": nothing, whoever has it."))
    }
    let shown = gains.prefix(Self.mostPlaces)
    var lines = [heading + ":"]
    lines += shown.flatMap { mentor, exchange in place(mentor, exchange) }
    let more = gains.count - shown.count
    let none = report.places.count { $0.change == .some(.none) }
    if more > 0 {
      lines += wrapped(
        messages.say(
          "Меньше — ещё у \(messages.ofMentors(more)).",
          "Less, with \(messages.mentors(more)) more."), indent: 2)
    }
    if none > 0 {
      lines += wrapped(
        messages.say(
          "Ничего — у \(messages.ofMentors(none)).",
          "Nothing, with \(messages.mentors(none))."), indent: 2)
    }
    return lines
  }

  private func place(_ mentor: Int, _ exchange: Exchange) -> [String] {
    let moves = words.moves(of: exchange)
    let own = exchange.added.filter { $0.mentor == mentor }.map { words.name(mentee: $0.mentee) }
    let others = moves.filter { $0.to != mentor }
    let who =
      own.isEmpty ? "" : messages.say(" (получит: ", " (goes to ") + messages.list(own) + ")"
    return wrapped(
      "\(words.seatName(mentor: mentor)): \(words.gain(exchange.change))\(who)"
        + chain(others), indent: 2)
  }

  private func chain(_ moves: [CaseWords.Move]) -> String {
    guard !moves.isEmpty else { return "" }
    guard moves.count <= Self.mostMoves else {
      return messages.say("; ещё перемен: \(moves.count)", "; \(moves.count) others change")
    }
    return "; " + moves.map(words.text).joined(separator: "; ")
  }

  // MARK: one mentor more

  private func candidates(_ report: RecruitReport) -> [String] {
    guard !report.candidates.isEmpty else {
      return wrapped(
        messages.say(
          "Новый наставник, какой бы он ни был, ничего не прибавит.",
          "One mentor more gains nothing, whoever it is."))
    }
    return [messages.say("Какой новый наставник нужнее всего:", "Which new mentor is needed most:")]
      + report.candidates.flatMap { one in
        wrapped(words.text(one.profile), indent: 2)
          + wrapped("\(words.gain(one.gain)); \(taken(one))", indent: 6)
      }
  }

  private func taken(_ one: RecruitReport.Candidate) -> String {
    let names = one.mentees.map { words.name(mentee: $0) }
    let more = names.count - Self.mostNames
    let list =
      more > 0
      ? names.prefix(Self.mostNames).joined(separator: ", ")
        + messages.say(" и ещё \(more)", " and \(more) more") : messages.list(names)
    return messages.say("возьмёт: ", "takes ") + list + chain(words.moves(besides: one))
  }

  // MARK: one after the other

  private func steps(_ report: RecruitReport) -> [String] {
    let heading = messages.say(
      "Сколько всего станет, если находить наставников одного за другим, каждый раз самого нужного:",
      "What there is in all with one new mentor after the other, each time the one needed most:")
    let lines = report.steps.enumerated().flatMap { index, step in
      wrapped(
        "\(index + 1). \(words.text(step.objective)): \(words.shortText(step.profile))", indent: 2)
    }
    return wrapped(heading) + lines + wrapped(end(report), indent: 2)
  }

  /// For how many mentors more it pays.
  private func end(_ report: RecruitReport) -> String {
    let pairs = report.steps.map(\.gain.matched)
    let last = pairs.indices.last { $0 == 0 ? pairs[0] > 0 : pairs[$0] > pairs[$0 - 1] }
    let count = last.map { $0 + 1 } ?? 0
    let isLast = count == report.steps.count
    var sentences: [String] = []
    if isLast, !report.isExhausted {
      sentences.append(
        messages.say(
          "Дальше не проверялось: пар, возможно, станет ещё больше.",
          "No more were tried: there may be still more pairs."))
    } else {
      sentences.append(whatPays(count, isLast: isLast))
    }
    if report.isExhausted {
      sentences.append(
        messages.say(
          "После \(messages.ofNewMentors(report.steps.count)) ничего уже не прибавится.",
          "After \(messages.mentors(report.steps.count)) more nothing is gained any more."))
    }
    return sentences.joined(separator: " ")
  }

  /// How many of the mentors bring pairs.
  private func whatPays(_ count: Int, isLast: Bool) -> String {
    let after =
      isLast ? "" : messages.say(", дальше растут только баллы", "; after that only points grow")
    return switch count {
    case 0:
      messages.say(
        "Новых пар не прибавится: растут только баллы.",
        "There are no more pairs: only the points grow.")
    case 1:
      messages.say(
        "Пару прибавляет только первый из них\(after).",
        "Only the first of them adds a pair\(after).")
    default:
      messages.say(
        "Пары прибавляют только первые \(count) из них\(after).",
        "Only the first \(count) of them add pairs\(after).")
    }
  }
}

extension Messages {
  /// In the genitive: `у 3 наставников`.
  fileprivate func ofMentors(_ count: Int) -> String {
    self.count(
      count, ("наставника", "наставников", "наставников"), ("mentor", "mentors"))
  }

  /// In the genitive: `после 3 новых наставников`.
  fileprivate func ofNewMentors(_ count: Int) -> String {
    self.count(
      count, ("нового наставника", "новых наставников", "новых наставников"),
      ("mentor", "mentors"))
  }
}
