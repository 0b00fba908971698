import Documents
import Mentorship
import Problems

/// A column of a sheet to hand out.
struct TemplateColumn {
  let header: String
  /// In characters.
  let width: Double
  /// How to fill it in; at most 255 characters.
  let hint: String
  /// As the sheet of instructions shows it.
  let example: String
  var rule = Spreadsheet.Rule.any
  /// Whether the drop-down list or range is all there can be; words of one's own are welcome elsewhere.
  var isStrict = true
  var style = Spreadsheet.Style.body
}

/// The columns of questionnaires: headers that importing recognises, hints, examples, what may be typed.
struct TemplateColumns {
  /// How many answers of one kind have columns of their own: a drop-down list gives one answer.
  private static let answerCount = 3

  let messages: Messages
  let vocabularies: Vocabularies

  func say(_ russian: String, _ english: String) -> String { messages.say(russian, english) }

  var yesNo: Spreadsheet.Rule { .list([say("да", "yes"), say("нет", "no")]) }

  func column(_ field: Field, _ role: Role, _ form: Form) -> [TemplateColumn] {
    switch field {
    case .requests, .subjects, .interests: terms(field, role, form)
    default: single(field, role, form).map { [$0] } ?? []
    }
  }

  /// Several columns with the terms of the vocabulary; an answer in own words is read too.
  private func terms(_ field: Field, _ role: Role, _ form: Form) -> [TemplateColumn] {
    let entries = (vocabularies[field]?.entries ?? []).filter {
      $0.audience == nil || $0.audience == form.audience
    }
    let titles = entries.map { entry in
      messages.language == .russian || entry.english.isEmpty ? entry.term.text : entry.english
    }
    let header: String
    switch field {
    case .subjects: header = say("Предмет", "Subject")
    case .interests: header = say("Интерес", "Interests")
    default:
      header =
        role == .mentee
        ? say("С чем нужна помощь", "Help needed") : say("Чем могу помочь", "Can help with")
    }
    return (1...Self.answerCount).map { number in
      TemplateColumn(
        header: "\(header) \(number)", width: 26,
        hint: say(
          "Выберите из списка или напишите своими словами, одно в ячейке.",
          "Choose from the list, or write your own words, one answer in a cell."),
        example: titles.dropFirst((number - 1) * 2).first ?? "",
        rule: titles.isEmpty ? .any : .list(titles), isStrict: false)
    }
  }

  private func single(_ field: Field, _ role: Role, _ form: Form) -> TemplateColumn? {
    switch field {
    case .name:
      TemplateColumn(
        header: say("ФИО", "Full name"), width: 32,
        hint: say("Фамилия, имя и отчество полностью.", "Surname first, in full."),
        example: say("Иванова Анна Петровна", "Ivanova Anna Petrovna"))
    case .birthDate:
      date(
        say("Дата рождения", "Birth date"), from: 1930, example: "12.03.2012",
        hint: say("Например, 12.03.2012.", "For example 12.03.2012."))
    case .grade:
      TemplateColumn(
        header: say("Класс", "Grade"), width: 10,
        hint: say("Номер и буква: 8Б.", "Number and letter: 8Б."), example: "8Б")
    case .organisation:
      TemplateColumn(
        header: say("Организация", "Organisation"), width: 30,
        hint: say(
          "Так, как в соглашении со школой.", "As the agreement with the school has it."),
        example: say("ООО «Пример»", "Example Ltd"))
    case .experience:
      TemplateColumn(
        header: say("Стаж", "Years of experience"), width: 12,
        hint: say("Полных лет; можно 2,5.", "Years; 2.5 is possible."), example: "7",
        rule: .decimal(0...70))
    default: meeting(field, role, form)
    }
  }

  private func meeting(_ field: Field, _ role: Role, _ form: Form) -> TemplateColumn? {
    switch field {
    case .format:
      TemplateColumn(
        header: say("Формат встреч", "Meeting format"), width: 16,
        hint: say("Выберите из списка.", "Choose from the list."),
        example: say("любой", "any"),
        rule: .list([say("очно", "in person"), say("онлайн", "online"), say("любой", "any")]))
    case .hours:
      TemplateColumn(
        header: say("Когда удобно встречаться", "Available hours"), width: 28,
        hint: say(
          "Дни и часы: Пн 15–17; Ср 14–16. Подойдёт и «вт, чт 15:00–16:30».",
          "Days and hours: Пн 15–17; Ср 14–16 (Пн, Вт, Ср, Чт, Пт, Сб, Вс)."),
        example: "Пн 15–17; Ср 14–16")
    case .meetingPlace:
      TemplateColumn(
        header: say("Место встреч", "Meeting place"), width: 22,
        hint: say("Где можно встречаться.", "Where meetings can be."),
        example: say("школа", "school"))
    default: further(field, role, form)
    }
  }

  private func further(_ field: Field, _ role: Role, _ form: Form) -> TemplateColumn? {
    switch field {
    case .wishedAges:
      TemplateColumn(
        header: say("Возраст наставляемого", "Preferred age of mentee"), width: 16,
        hint: say("12–14, от 12, до 14 или любой.", "12–14, 12+ or any."), example: "12–14")
    case .capacity:
      TemplateColumn(
        header: say("Сколько наставляемых", "Number of mentees"), width: 16,
        hint: say(
          "Не больше \(form.capacityLimit).", "At most \(form.capacityLimit)."), example: "1",
        rule: .wholeNumber(0...max(1, form.capacityLimit)))
    case .admission:
      TemplateColumn(
        header: say("Статус", "Status"), width: 16,
        hint: say("Заполняет куратор.", "For the curator."), example: say("допущен", "admitted"),
        rule: .list([
          say("кандидат", "candidate"), say("собеседование", "interviewed"),
          say("обучен", "trained"), say("допущен", "admitted"),
        ]))
    case .addendum:
      TemplateColumn(
        header: say("Дополнительное соглашение", "Contract addendum"), width: 18,
        hint: say(
          "Есть ли письменное согласие и дополнительное соглашение (ст. 351.8 ТК РФ). Заполняет куратор.",
          "Written consent and addendum (Labour Code, art. 351.8). For the curator."),
        example: say("да", "yes"), rule: yesNo)
    case .deficit:
      TemplateColumn(
        header: say("Профессиональный дефицит", "Professional deficit"), width: 18,
        hint: say(
          "Да, если при большом стаже есть в чём помочь.",
          "Yes, where help is needed in spite of long experience."),
        example: say("нет", "no"), rule: yesNo)
    default: formal(field, form)
    }
  }

  private func formal(_ field: Field, _ form: Form) -> TemplateColumn? {
    switch field {
    case .roleModel:
      TemplateColumn(
        header: say("Ролевая модель", "Role model"), width: 28,
        hint: say("Можно не заполнять.", "Can be left empty."), example: "",
        rule: .list(form.models.map { say($0.title.russian, $0.title.english) }))
    case .classTeacher:
      TemplateColumn(
        header: say("Классный руководитель", "Class teacher"), width: 28,
        hint: say("Фамилия, имя, отчество.", "Surname first."), example: "")
    case .leadsClass:
      TemplateColumn(
        header: say("Классное руководство", "Leads class"), width: 14,
        hint: say("В каком классе: 8Б.", "Which class: 8Б."), example: "")
    case .consent:
      TemplateColumn(
        header: say("Согласие на обработку ПДн", "Consent to data processing"), width: 18,
        hint: say(
          "За несовершеннолетнего согласие даёт законный представитель.",
          "For a minor a legal representative consents."),
        example: say("да", "yes"), rule: yesNo)
    case .consentDate:
      date(
        say("Дата согласия", "Consent date"), from: 2015, example: "01.09.2026",
        hint: say("Когда подписано.", "When it was signed."))
    default: nil
    }
  }

  private func date(
    _ header: String, from year: Int, example: String, hint: String
  ) -> TemplateColumn? {
    guard let from = CalendarDate(day: 1, month: 1, year: year),
      let until = CalendarDate(day: 31, month: 12, year: 2100)
    else { return nil }
    return TemplateColumn(
      header: header, width: 14, hint: hint, example: example, rule: .date(from...until),
      style: .date)
  }
}

extension Form {
  /// Whose words its questionnaires offer.
  var audience: Vocabulary.Audience { hasTeacherMentee ? .teachers : .pupils }

  private var hasTeacherMentee: Bool { rules.contains { $0.key == "mentee-experience" } }

  private func has(_ key: String) -> Bool { rules.contains { $0.key == key } }

  private var minimumAge: Int? {
    for case .minimumAge(let age) in rules { return age }
    return nil
  }

  /// The columns of a questionnaire, as the rules of the form need them.
  func templateFields(_ role: Role) -> [Field] {
    let isPupil =
      role == .mentee ? !hasTeacherMentee && (minimumAge ?? 0) < 16 : has("grade-above")
    let isTeacher = role == .mentee ? hasTeacherMentee : has("mentor-addendum")
    var fields: [Field] = [.name]
    func add(_ field: Field, _ isNeeded: Bool) { if isNeeded { fields.append(field) } }
    add(.organisation, role == .mentor && has("partner-agreement"))
    add(.birthDate, !isTeacher && (isPupil || minimumAge != nil))
    add(.grade, isPupil)
    add(.classTeacher, role == .mentee && has("not-class-teacher"))
    add(.leadsClass, role == .mentor && has("not-class-teacher"))
    add(.experience, has(role == .mentee ? "mentee-experience" : "mentor-experience"))
    add(.deficit, role == .mentee && hasTeacherMentee)
    fields += [.requests, .subjects, .interests, .hours, .format]
    add(.meetingPlace, has("compatible-place"))
    add(.wishedAges, role == .mentor && !hasTeacherMentee)
    add(.capacity, role == .mentor)
    add(.roleModel, role == .mentee && !models.isEmpty)
    add(.admission, role == .mentor && has("admission"))
    add(.addendum, role == .mentor && has("mentor-addendum"))
    add(.consent, has("consent"))
    add(.consentDate, has("consent"))
    return fields
  }
}
