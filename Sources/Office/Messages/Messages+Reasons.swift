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
    case .menteePreference: say("выбор наставляемого", "mentee's choice")
    case .mentorPreference: say("выбор наставника", "mentor's choice")
    }
  }

  /// Why a part has its points.
  func text(_ part: ScorePart) -> String {
    switch part.reason {
    case .shared(let terms, let wanted): shared(terms, wanted: wanted, part.criterion)
    case .menteeSaidNothing:
      say("\(text(part.criterion)): наставляемый не указал", "\(text(part.criterion)): not stated")
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
    }
  }

  private func shared(_ terms: [Term], wanted: Int, _ criterion: Criterion) -> String {
    let names = terms.map(\.text).joined(separator: ", ")
    let score =
      wanted > 1 ? say(" (\(terms.count) из \(wanted))", " (\(terms.count) of \(wanted))") : ""
    switch criterion {
    case .request:
      return terms.isEmpty
        ? say("запрос не совпал", "no request met") : say("запрос: ", "request: ") + names + score
    case .subjects:
      return terms.isEmpty
        ? say("предметы не совпали", "no subject shared")
        : say("предметы: ", "subjects: ") + names + score
    case .interests:
      return terms.isEmpty
        ? say("общих интересов нет", "no shared interest")
        : say("общие интересы: ", "shared interests: ") + names
    case .hours, .age, .menteePreference, .mentorPreference:
      return names
    }
  }

  private func range(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  private func text(_ attitude: Attitude, _ criterion: Criterion) -> String {
    let who =
      criterion == .menteePreference
      ? say("наставляемого", "mentee's") : say("наставника", "mentor's")
    let name =
      criterion == .menteePreference ? say("наставляемый", "mentee") : say("наставник", "mentor")
    return switch attitude {
    case .place(let place): say("\(place)-й выбор \(who)", "\(who) choice no. \(place)")
    case .listed: say("\(name) назвал(а) без порядка", "named by the \(name), unranked")
    case .mark(let mark): say("оценка \(who): \(mark) из 5", "\(who) mark: \(mark) of 5")
    case .veto(let reason):
      say("\(name) не хотел(а) бы", "vetoed by the \(name)")
        + (reason.isEmpty ? "" : " (\(reason))")
    case .notNamed: say("\(name) не назвал(а)", "not named by the \(name)")
    case .notMet: say("не встречались", "have not met")
    }
  }

  /// Why the two go together, shortest first: what a curator reads beside the pair.
  public func explanation(_ pair: ProposedPair) -> String {
    var words: [String] = []
    if let reason = pair.pinReason {
      words.append(say("закреплено куратором: \(reason)", "pinned by the curator: \(reason)"))
    }
    if pair.isMutualFirstChoice {
      words.append(say("взаимный первый выбор", "mutual first choice"))
    }
    let bothUnmet = pair.menteeAttitude == .notMet && pair.mentorAttitude == .notMet
    if bothUnmet { words.append(say("не встречались", "have not met")) }
    for part in pair.parts.sorted(by: isEarlier) {
      if case .attitude = part.reason, pair.isMutualFirstChoice || bothUnmet { continue }
      if part.reason == .anyAge { continue }
      words.append(text(part))
    }
    return words.joined(separator: " · ")
  }

  /// Preferences first: they are what people ask about; then by points.
  private func isEarlier(_ left: ScorePart, _ right: ScorePart) -> Bool {
    let isLeftChoice = Criterion.preferences.contains(left.criterion)
    let isRightChoice = Criterion.preferences.contains(right.criterion)
    if isLeftChoice != isRightChoice { return isLeftChoice }
    return !isLeftChoice && left.points > right.points
  }
}
