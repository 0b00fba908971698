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

  /// Why the two go together: choices, what fits from the most points down, and at the end what does
  /// not.
  public func explanation(_ pair: ProposedPair) -> String {
    var words: [String] = []
    if let reason = pair.pinReason {
      words.append(say("закреплено куратором: \(reason)", "pinned by the curator: \(reason)"))
    }
    words += choices(pair)
    let profile = pair.parts.filter { Criterion.profile.contains($0.criterion) }
    let fitting = profile.filter { $0.points > 0 && $0.reason != .anyAge }
    for part in fitting.sorted(by: { $0.points > $1.points })
    where part.reason != .menteeSaidNothing {
      words.append(text(part))
    }
    let missing = profile.filter { $0.points == 0 }.map { text($0.criterion) }
    if !missing.isEmpty {
      words.append(say("не совпали: ", "no match: ") + missing.joined(separator: ", "))
    }
    // The dot stays with the words before it when a line breaks.
    return words.joined(separator: "\u{a0}· ")
  }

  private func choices(_ pair: ProposedPair) -> [String] {
    if pair.isMutualFirstChoice { return [say("взаимный первый выбор", "mutual first choice")] }
    if pair.menteeAttitude == .notMet, pair.mentorAttitude == .notMet {
      return [say("не встречались", "have not met")]
    }
    if pair.menteeAttitude == .notNamed, pair.mentorAttitude == .notNamed {
      return [say("друг друга не назвали", "named by neither")]
    }
    return pair.parts.filter { Criterion.preferences.contains($0.criterion) }.map(text)
  }
}
