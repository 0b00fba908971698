import Mentorship

extension Messages {
  /// What a rule asks for.
  func text(_ rule: EligibilityRule) -> String {
    switch rule {
    case .consent: say("согласие на обработку персональных данных", "consent to data processing")
    case .admission: say("наставник допущен к работе", "the mentor is admitted")
    case .minimumAge(let age):
      say("возраст от \(age) лет", "at least \(age) years old")
    case .menteeGrade(let grade):
      say("наставляемый учится в \(grade) классе или старше", "the mentee is in grade \(grade)+")
    case .menteeExperience(let limit):
      say(
        "стаж наставляемого не больше \(limit) лет или заявлен дефицит",
        "the mentee has at most \(limit) years of experience or a declared deficit")
    case .mentorExperience(let least):
      say(
        "стаж наставника от \(least) лет", "the mentor has at least \(least) years of experience")
    case .mentorAddendum:
      say(
        "письменное согласие наставника и дополнительное соглашение (ст. 351.8 ТК РФ)",
        "the mentor's written consent and contract addendum (Labour Code, art. 351.8)")
    case .partnerAgreement:
      say("действующее соглашение с организацией-партнёром", "a partner agreement in force")
    case .sameOrganisation: say("одна организация", "the same organisation")
    case .gradeAbove(let gap):
      say(
        "наставник старше не менее чем на "
          + count(gap, ("класс", "класса", "классов"), ("grade", "grades")),
        "the mentor is at least " + count(gap, ("", "", ""), ("grade", "grades")) + " above")
    case .commonHours(let least):
      say(
        "не менее " + count(least, ("общего часа", "общих часов", "общих часов"), ("", ""))
          + " в неделю",
        "at least " + count(least, ("", "", ""), ("common hour", "common hours")) + " a week")
    case .compatibleFormat: say("подходящий формат встреч", "a meeting format that fits both")
    case .compatiblePlace:
      say("место встреч удобно обоим или онлайн", "a place that suits both, or online")
    case .notClassTeacher:
      say("наставник — не свой классный руководитель", "not the mentee's own class teacher")
    case .independence:
      say("не родственники и не зависимы друг от друга", "not related or dependent")
    case .ban: say("запрет куратора", "the curator's ban")
    case .veto(.mentee): say("отказ наставляемого после встречи", "the mentee's veto")
    case .veto(.mentor): say("отказ наставника после встречи", "the mentor's veto")
    case .failedBefore:
      say("эта пара уже была и не сложилась", "this pair was tried before and failed")
    case .servedOrganisation:
      say("наставник работает с этой организацией", "the mentor works for that organisation")
    case .contraindication(let source):
      say("противопоказание: ", "advised against: ") + text(source)
    case .notOneself: say("нельзя быть наставником самому себе", "nobody mentors oneself")
    }
  }

  /// Why a person takes no part in a form.
  func text(_ gate: Gate) -> String {
    switch gate {
    case .consentMissing:
      say(
        "нет согласия на обработку персональных данных", "no consent to personal-data processing")
    case .consentRefused:
      say(
        "в согласии на обработку персональных данных отказано",
        "consent to personal-data processing was refused")
    case .consentNotValid(let date):
      say("согласие не действует на \(date)", "the consent is not valid on \(date)")
    case .notAdmitted(let stage):
      say("не допущен(а) к наставничеству", "not admitted as a mentor")
        + (stage.map { " (\(text($0)))" } ?? "")
    case .tooYoung(let age, let minimum):
      say(
        "возраст " + count(age, ("год", "года", "лет"), ("", "")) + ", нужно от \(minimum)",
        "aged \(age), the least is \(minimum)")
    case .gradeTooLow(let grade, let minimum):
      say("\(grade) класс, форма — с \(minimum) класса", "grade \(grade), the least is \(minimum)")
    case .experienceTooLong(let years, let maximum):
      say(
        "стаж \(self.years(years)) при пределе \(self.years(maximum)), дефицит не заявлен",
        "\(self.years(years)) of experience, the most is \(maximum); no deficit declared")
    case .experienceTooShort(let years, let minimum):
      say(
        "стаж \(self.years(years)), нужно от \(self.years(minimum))",
        "\(self.years(years)) of experience, the least is \(minimum)")
    case .addendumMissing:
      say(
        "нет письменного согласия и дополнительного соглашения (ст. 351.8 ТК РФ)",
        "no written consent and contract addendum (Labour Code, art. 351.8)")
    case .consentWithdrawn(let kind, let date):
      say("\(text(kind)): отозвано \(date)", "\(text(kind)) was withdrawn on \(date)")
    case .consentNotByRepresentative(let age):
      say(
        "младше \(age) лет, а согласие дано без законного представителя",
        "under \(age), and no legal representative has consented")
    case .paperNotValid(let kind, let date):
      say("\(text(kind)): нет действующего на \(date)", "no \(text(kind)) valid on \(date)")
    case .agreementMissing(let organisation):
      say("нет действующего соглашения с организацией", "no agreement in force with")
        + " " + (organisation.map { quote($0) } ?? say("(не указана)", "(organisation not named)"))
    case .noCapacity: say("число мест — 0", "has no places")
    }
  }

  func text(_ stage: Admission) -> String {
    switch stage {
    case .candidate: say("кандидат", "candidate")
    case .interviewed: say("прошёл собеседование", "interviewed")
    case .trained: say("прошёл обучение", "trained")
    case .admitted: say("допущен", "admitted")
    }
  }

  func text(_ role: Role) -> String {
    switch role {
    case .mentee: say("наставляемый", "mentee")
    case .mentor: say("наставник", "mentor")
    }
  }
}
