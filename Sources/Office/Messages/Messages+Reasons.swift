public import Mentorship

extension Messages {
  /// The heading of a criterion.
  func text(_ criterion: Criterion) -> String {
    switch criterion {
    case .request: say("запрос", "request")
    case .subjects: say("предметы", "subjects")
    case .interests: say("интересы", "interests")
    case .hours: say("время", "time")
    case .age: say("возраст", "age")
    case .waiting: say("ожидание", "waiting")
    case .priority: say("приоритет", "priority")
    case .rare: say("редкая помощь", "rare help")
    case .lastYear: say("прошлый год", "last year")
    case .menteePreference: say("выбор наставляемого", "mentee's choice")
    case .mentorPreference: say("выбор наставника", "mentor's choice")
    case .thirdParty: say("сведения третьих лиц", "third parties")
    }
  }

  /// Why a part has its points.
  func text(_ part: ScorePart) -> String {
    switch part.reason {
    case .shared(let terms, let wanted): shared(terms, wanted: wanted, part.criterion)
    case .menteeSaidNothing:
      say(
        "\(text(part.criterion)): наставляемый не указал(а)",
        "\(text(part.criterion)): not stated by the mentee")
    case .hours(nil): say("свободные часы не указаны", "free hours not stated")
    case .hours(let common?):
      say(
        count(common, ("общий час", "общих часа", "общих часов"), ("", "")) + " в неделю",
        count(common, ("", "", ""), ("common hour", "common hours")) + " a week")
    case .ageWished(let age): say("возраст \(age) подходит", "age \(age) as wished")
    case .ageNotWished(let age, let wished):
      say(
        "возраст \(age), наставник хотел \(range(wished))",
        "age \(age), the mentor wished \(range(wished))")
    case .anyAge: say("возраст не важен", "any age")
    case .ageUnknown: say("возраст неизвестен", "age unknown")
    case .attitude(let attitude): text(attitude, part.criterion)
    case .attitudeOnOwnScale(let attitude):
      text(attitude, part.criterion) + say(" (по своей шкале)", " (on the rater's own scale)")
    case .waited(nil): say("срок ожидания не указан", "time of waiting not stated")
    case .waited(let months?):
      say(
        "ждёт наставника " + count(months, ("месяц", "месяца", "месяцев"), ("", "")),
        "has waited " + count(months, ("", "", ""), ("month", "months")))
    case .priority(true): say("школа просит подобрать первым", "the school asks for this one first")
    case .priority(false): say("без приоритета", "no priority")
    case .rare(nil, _): say("редкой помощи нет", "no rare help")
    case .rare(let term?, let mentors):
      say(
        "\(term.text): есть только у "
          + count(mentors, ("наставника", "наставников", "наставников"), ("", "")),
        "\(term.text): only " + self.mentors(mentors))
    case .pairedBefore(true): say("пара прошлого года", "a pair of last year")
    case .pairedBefore(false): say("новая пара", "a new pair")
    case .thirdParty(let opinions): text(opinions)
    case .thirdPartySilent:
      say("третьи лица пожеланий не высказали", "no wishes of third parties")
    }
  }

  private func shared(_ terms: [Term], wanted: Int, _ criterion: Criterion) -> String {
    let heading = text(criterion)
    guard !terms.isEmpty else {
      return say("\(heading): совпадений нет", "\(heading): nothing in common")
    }
    let score =
      wanted > 1
      ? say(
        " (\(terms.count)\u{a0}из\u{a0}\(wanted))",
        " (\(terms.count)\u{a0}of\u{a0}\(wanted))") : ""
    return heading + ": " + terms.map(\.text).joined(separator: ", ") + score
  }

  /// What this reader may know of the wishes of third parties; of the others only that there are some.
  private func text(_ opinions: [ThirdPartyOpinion]) -> String {
    let open = opinions.filter { $0.visibility.isOpen(to: reader) }.map { opinion in
      let met =
        opinion.met.isEmpty
        ? say("совпадений нет", "nothing in common")
        : opinion.met.map(\.text).joined(separator: ", ")
      let score =
        opinion.wanted > 1
        ? say(
          " (\(opinion.met.count)\u{a0}из\u{a0}\(opinion.wanted))",
          " (\(opinion.met.count)\u{a0}of\u{a0}\(opinion.wanted))") : ""
      return "\(text(opinion.source)): \(met)\(score)"
    }
    let isWhole = open.count == opinions.count
    let hidden = say("учтены сведения третьих лиц", "third parties were heard")
    return (open + (isWhole ? [] : [hidden])).joined(separator: "; ")
  }

  private func range(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  private func text(_ attitude: Attitude, _ criterion: Criterion) -> String {
    let isMentee = criterion == .menteePreference
    let whose = isMentee ? say("наставляемого", "mentee's") : say("наставника", "mentor's")
    let who = isMentee ? say("наставляемый", "mentee") : say("наставник", "mentor")
    return switch attitude {
    case .place(let place): say("\(place)-й выбор \(whose)", "\(whose) choice no. \(place)")
    case .listed: say("в списке \(whose)", "on the \(whose) list")
    case .mark(let mark): say("оценка \(whose): \(mark) из 5", "\(whose) mark: \(mark) of 5")
    case .veto(let reason):
      say("\(who) не хотел(а) бы", "vetoed by the \(who)")
        // Told to the curator in confidence.
        + (reason.isEmpty || reader != .curator ? "" : " (\(reason))")
    case .notNamed: say("\(who) не назвал(а)", "not named by the \(who)")
    case .noAnswer: say("ответа \(whose) нет", "no answer from the \(who)")
    case .notMet: say("не встречались", "have not met")
    }
  }

  /// Why the two go together, each part with its points: choices first, then what fits from the most
  /// points down, and at the end what does not.
  public func explanation(_ pair: ProposedPair) -> String {
    var words: [String] = []
    if let reason = pair.pinReason {
      words.append(say("закреплено куратором: \(reason)", "pinned by the curator: \(reason)"))
    }
    words += choices(pair)
    let profile = pair.parts.filter { !Criterion.preferences.contains($0.criterion) }
    words += profile.filter { $0.points > 0 }.sorted { $0.points > $1.points }
      .map { text($0) + gain($0.points) }
    // That nobody waits, or that the two are no pair of last year, is no mismatch.
    let fitting = Criterion.answers + Criterion.others
    let missing = profile.filter {
      $0.points == 0 && (fitting.contains($0.criterion) || $0.reason == .pairedBefore(true))
    }
    .map { text($0.criterion) }
    if !missing.isEmpty {
      words.append(say("не совпали: ", "no match: ") + missing.joined(separator: ", "))
    }
    // The dot stays with the words before it when a line breaks.
    return words.joined(separator: "\u{a0}· ")
  }

  private func choices(_ pair: ProposedPair) -> [String] {
    let parts = pair.parts.filter { Criterion.preferences.contains($0.criterion) }
    let sum = gain(parts.reduce(0) { $0 + $1.points })
    if pair.isMutualFirstChoice {
      return [say("взаимный первый выбор", "mutual first choice") + sum]
    }
    if pair.menteeAttitude == .notMet, pair.mentorAttitude == .notMet {
      return [say("не встречались", "have not met") + sum]
    }
    if pair.menteeAttitude == .notNamed, pair.mentorAttitude == .notNamed {
      return [say("друг друга не назвали", "named by neither") + sum]
    }
    return parts.map { text($0) + gain($0.points) }
  }

  private func gain(_ points: Int) -> String { points > 0 ? "\u{a0}+\(number(points))" : "" }
}
