import Mentorship

/// The words of consents, of third parties and of answers about one person each.
extension Messages {
  func text(_ kind: ConsentRecord.Kind) -> String {
    switch kind {
    case .personalData:
      say("согласие на обработку персональных данных", "consent to personal-data processing")
    case .mentoring:
      say("письменное согласие на наставничество", "written consent to mentoring")
    case .addendum: say("дополнительное соглашение", "contract addendum")
    }
  }

  func text(_ source: ThirdPartyStatement.Source) -> String {
    switch source {
    case .classTeacher: say("классный руководитель", "class teacher")
    case .psychologist: say("психолог", "psychologist")
    case .socialWorker: say("социальный педагог", "social worker")
    case .parents: say("родители", "parents")
    case .other: say("третье лицо", "third party")
    }
  }

  /// How two people chose each other.
  func text(_ choice: MutualChoice) -> String {
    if choice.isFirst { return say("взаимный первый выбор", "mutual first choice") }
    return [
      say("наставляемый — ", "mentee: ") + text(choice.menteeAttitude),
      say("наставник — ", "mentor: ") + text(choice.mentorAttitude),
    ].joined(separator: "; ")
  }

  /// A choice in few words; what is no choice stands in no report of choices.
  private func text(_ attitude: Attitude) -> String {
    switch attitude {
    case .place(let place): say("\(place)-й выбор", "choice no. \(place)")
    case .listed: say("в списке", "on the list")
    case .mark(let mark): say("оценка \(mark) из 5", "mark \(mark) of 5")
    case .veto, .notNamed, .noAnswer, .notMet: say("не выбран(а)", "not chosen")
    }
  }

  /// Whom somebody advises against, in full: for the curator.
  func text(_ statement: ThirdPartyStatement) -> String {
    let author = statement.author.isEmpty ? "" : " (\(statement.author))"
    let people = statement.notWith.map(\.rawValue)
    let traits = statement.notTraits.map { quote($0.text) }
    var parts: [String] = []
    if !people.isEmpty {
      parts.append(say("не с: ", "not with: ") + people.joined(separator: ", "))
    }
    if !traits.isEmpty {
      parts.append(say("не с теми, кто: ", "not with who is: ") + traits.joined(separator: ", "))
    }
    if !statement.reason.isEmpty { parts.append(statement.reason) }
    return "\(statement.about.rawValue) — \(text(statement.source))\(author): "
      + parts.joined(separator: "; ")
  }

  /// A column in words, see `text(_:)` of the other fields.
  func recordText(_ field: Field) -> String {
    switch field {
    case .traits: say("качества", "traits")
    case .interviewed: say("собеседование", "interview")
    case .trained: say("обучение", "training")
    case .admitted: say("дата допуска", "day of admission")
    case .ranking: say("список по местам", "ranking")
    case .about: say("о ком", "about whom")
    case .mark: say("оценка", "mark")
    case .refusal: say("отказ", "refusal")
    case .rank: say("место", "place")
    case .marksOf: say("оценки участников", "marks of participants")
    case .placesOf: say("места участников", "places of participants")
    case .source: say("источник", "source")
    case .author: say("кто сообщил", "author")
    case .reason: say("причина", "reason")
    case .visibility: say("кому видно", "visibility")
    case .notWith: say("с кем нельзя", "not with")
    case .notTraits: say("с какими нельзя", "not with such")
    case .consentKind: say("вид согласия", "kind of consent")
    case .number: say("номер", "number")
    case .givenBy: say("кем дано", "given by")
    case .representative: say("представитель", "representative")
    case .relation: say("кем приходится", "relation")
    case .withdrawn: say("дата отзыва", "withdrawn on")
    default: field.rawValue
    }
  }

  /// What may stand in such a cell; `nil` where there is no one way.
  func recordExample(_ field: Field) -> String? {
    switch field {
    case .interviewed, .trained, .admitted: "01.09.2026" + say(" или да", " or да")
    case .withdrawn: "01.09.2026"
    case .refusal: say("да или нет", "да or нет")
    case .source:
      say(
        "классный руководитель, психолог, социальный педагог или родители",
        "class teacher, psychologist, social worker or parents")
    case .visibility:
      say("куратор, директор или участники", "curator, director or participants")
    case .consentKind:
      say(
        "персональные данные, наставничество или дополнительное соглашение",
        "personal data, mentoring or addendum")
    case .givenBy:
      say("сам(а) или «мать Иванова Мария Петровна»", "own, or “mother Ivanova Maria”")
    default: nil
    }
  }
}
