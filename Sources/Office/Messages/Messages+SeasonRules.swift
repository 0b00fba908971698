public import Mentorship

extension Messages {
  /// A rule of a season in the user's words: `минимум группы 3 (наставник …)`.
  public func text(_ rule: SeasonRule) -> String {
    switch rule {
    case .pin(let mentee, let mentor):
      say("закреплённая пара ", "the pinned pair ") + "\(mentee.rawValue) – \(mentor.rawValue)"
    case .oneMentor(let mentee):
      say("один наставник в форме", "one mentor in a form") + " (\(seat(mentee)))"
    case .places(let mentor, let count): places(count) + whose(mentor)
    case .total(let person, let count):
      say("всего \(places(count))", "\(places(count)) in all") + " (\(person.rawValue))"
    case .minimum(let mentor, let count):
      say("минимум группы \(count)", "a group minimum of \(count)") + whose(mentor)
    case .quota(let name, let atLeast, let atMost):
      say("квота ", "the quota ") + quote(name) + bounds(atLeast, atMost)
    case .apart(let people, let reason):
      say("порознь: ", "apart: ") + list(people.map(\.rawValue)) + " (\(reason))"
    case .together(let people, let reason):
      say("вместе: ", "together: ") + list(people.map(\.rawValue)) + " (\(reason))"
    case .sameClass(let mentor, let grade, let most):
      say(
        "в группе не больше \(most) из класса \(grade)",
        "at most \(most) of class \(grade) in a group")
        + whose(mentor)
    case .ageSpan(let mentor, let years):
      say(
        "разница в возрасте в группе не больше \(span(years))",
        "at most \(span(years)) between the oldest and the youngest of a group") + whose(mentor)
    case .experienced(let mentor, let count):
      say(
        "в группе не меньше \(self.count(count, ("опытного", "опытных", "опытных"), ("", "")))",
        "at least \(count) experienced in a group") + whose(mentor)
    }
  }

  /// The least and the most of a quota: ` не меньше 14, не больше 20`.
  func bounds(_ atLeast: Int, _ atMost: Int?) -> String {
    let parts = [
      atLeast > 0 ? say("не меньше \(number(atLeast))", "at least \(number(atLeast))") : nil,
      atMost.map { say("не больше \(number($0))", "at most \(number($0))") },
    ].compactMap(\.self)
    return parts.isEmpty ? "" : " " + parts.joined(separator: ", ")
  }

  /// What to change so that everything fits; nothing where nothing is known to help.
  func text(_ changes: [RuleChange]) -> String {
    changes.isEmpty
      ? ""
      : say(" Хватит изменить: ", " Enough to change: ")
        + changes.map(text).joined(separator: "; ") + "."
  }

  /// A rule moved by some units.
  public func text(_ change: RuleChange) -> String {
    let units = abs(change.by)
    let (more, less) = (
      say("на \(units) больше", "\(units) more"), say("на \(units) меньше", "\(units) less")
    )
    switch change.rule {
    case .places(let mentor, _): return say("ещё ", "") + self.more(places: units) + whose(mentor)
    case .total(let person, _):
      return say("всего ещё ", "in all ") + self.more(places: units) + " (\(person.rawValue))"
    case .minimum(let mentor, _):
      return say("минимум группы \(less)", "a group minimum \(less)") + whose(mentor)
    case .quota(let name, _, _):
      return say("квота ", "the quota ") + quote(name)
        + (change.by < 0
          ? say(": нижний предел \(less)", ": its least \(less)")
          : say(": верхний предел \(more)", ": its most \(more)"))
    case .sameClass(let mentor, let grade, _):
      return say("из класса \(grade) в группе \(more)", "\(more) of class \(grade) in a group")
        + whose(mentor)
    case .ageSpan(let mentor, _):
      let people = count(units, ("человека", "человек", "человек"), ("person", "people"))
      return say(
        "допустить сверх разницы в возрасте \(people)",
        "let in \(people) beyond the difference in age") + whose(mentor)
    case .experienced(let mentor, _):
      return say("опытных в группе \(less)", "experienced in a group \(less)") + whose(mentor)
    // These cannot be moved a little.
    case .pin, .oneMentor, .apart, .together: return text(change.rule)
    }
  }

  private func more(places count: Int) -> String {
    self.count(count, ("место", "места", "мест"), ("more place", "more places"))
  }

  private func span(_ years: Int) -> String {
    count(years, ("года", "лет", "лет"), ("year", "years"))
  }

  private func seat(_ seat: Seat) -> String { "\(seat.person.rawValue), \(title(seat.form))" }

  private func whose(_ mentor: Seat) -> String {
    say(" (наставник \(seat(mentor)))", " (mentor \(seat(mentor)))")
  }
}
