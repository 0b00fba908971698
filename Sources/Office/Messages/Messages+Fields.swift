public import Mentorship
import Problems

extension Messages {
  /// A column in words.
  func text(_ field: Field) -> String {
    switch field {
    case .id: say("код", "id")
    case .name: say("имя", "name")
    case .birthDate: say("дата рождения", "birth date")
    case .organisation: say("организация", "organisation")
    case .grade: say("класс", "grade")
    case .experience: say("стаж", "experience")
    case .consent: say("согласие", "consent")
    case .consentDate: say("дата согласия", "consent date")
    case .consentUntil: say("срок согласия", "consent until")
    case .form: say("форма", "form")
    case .requests: say("запросы", "requests")
    case .subjects: say("предметы", "subjects")
    case .interests: say("интересы", "interests")
    case .hours: say("свободное время", "free hours")
    case .format: say("формат встреч", "meeting format")
    case .wishedAges: say("желаемый возраст", "wished ages")
    case .capacity: say("число наставляемых", "number of mentees")
    case .minimum: say("минимум группы", "group minimum")
    case .totalCapacity: say("всего наставляемых", "mentees in total")
    case .admission: say("допуск", "admission")
    case .addendum: say("дополнительное соглашение", "contract addendum")
    case .deficit: say("дефицит", "deficit")
    case .meetingPlace: say("место встреч", "meeting place")
    case .important: say("самое важное", "most important")
    case .roleModel: say("ролевая модель", "role model")
    case .waitingSince: say("ждёт с", "waiting since")
    case .priority: say("приоритет", "priority")
    case .classTeacher: say("классный руководитель", "class teacher")
    case .leadsClass: say("классное руководство", "class led")
    case .serves: say("для каких организаций", "organisations served")
    case .present: say("присутствие", "presence")
    case .choice: say("выбор", "choice")
    case .list: say("список", "list")
    case .marks: say("оценки", "marks")
    case .veto: say("отказ", "veto")
    case .vetoReason: say("причина отказа", "reason of the veto")
    case .phone: say("телефон", "telephone")
    case .email: say("электронная почта", "e-mail")
    case .traits, .interviewed, .trained, .admitted, .ranking, .about, .mark, .refusal, .rank,
      .marksOf, .placesOf, .source, .author, .reason, .visibility, .notWith, .notTraits,
      .consentKind, .number, .givenBy, .representative, .relation, .withdrawn:
      recordText(field)
    }
  }

  /// That a fact is not stated.
  func missing(_ fact: Field?) -> String {
    switch fact {
    case .birthDate: say("не указана дата рождения", "no birth date")
    case .grade: say("не указан класс", "no grade")
    case .experience: say("не указан стаж", "no years of experience")
    case .hours: say("не указано свободное время", "no free hours")
    case .id, .name, .organisation, .consent, .consentDate, .consentUntil, .form, .requests,
      .subjects, .interests, .format, .wishedAges, .capacity, .minimum, .totalCapacity, .admission,
      .addendum, .deficit, .meetingPlace, .important, .roleModel, .waitingSince, .priority,
      .classTeacher, .leadsClass, .serves, .present, .choice, .list, .marks, .veto, .vetoReason,
      .traits, .interviewed, .trained, .admitted, .ranking, .about, .mark, .refusal, .rank,
      .marksOf, .placesOf, .source, .author, .reason, .visibility, .notWith, .notTraits,
      .consentKind, .number, .givenBy, .representative, .relation, .withdrawn, .phone, .email,
      nil:
      say("нет данных", "no data") + (fact.map { " (\(text($0)))" } ?? "")
    }
  }

  /// How to write what could not be read.
  func example(_ field: Field) -> String {
    let form = say("пишите так: ", "write it like this: ")
    return switch field {
    case .birthDate, .consentDate, .consentUntil, .waitingSince: form + "01.09.2026"
    case .grade, .leadsClass: form + "7 «Б»"
    case .experience: form + "2,5"
    case .hours: form + "Пн 15–17; Ср 14–16"
    case .format: form + say("очно, онлайн или любой", "очно, онлайн or любой")
    case .wishedAges: form + "12–14"
    case .capacity, .minimum, .totalCapacity: form + "2"
    case .admission:
      form
        + say(
          "кандидат, собеседование, обучен или допущен",
          "кандидат, собеседование, обучен or допущен")
    case .phone: form + "+7 912 345-67-89"
    case .email: form + "imya@example.ru"
    case .important:
      form
        + say(
          "запрос, предметы, интересы, время, возраст или выбор",
          "запрос, предметы, интересы, время, возраст or выбор")
    case .roleModel: say("впишите ролевую модель формы", "write a role model of the form")
    case .consent, .addendum, .deficit, .present, .priority: form + say("да или нет", "да or нет")
    case .traits, .interviewed, .trained, .admitted, .ranking, .about, .mark, .refusal, .rank,
      .marksOf, .placesOf, .source, .author, .reason, .visibility, .notWith, .notTraits,
      .consentKind, .number, .givenBy, .representative, .relation, .withdrawn:
      recordExample(field).map { form + $0 } ?? say("исправьте ячейку", "correct the cell")
    case .form, .id, .name, .organisation, .requests, .subjects, .interests, .meetingPlace,
      .classTeacher, .serves, .choice, .list, .marks, .veto, .vetoReason:
      say("исправьте ячейку", "correct the cell")
    }
  }

  /// What should stand where something else does.
  func text(_ expected: ExpectedValue) -> String {
    switch expected {
    case .text: say("текст", "a text")
    case .list(nil): say("список, каждая строка с «- »", "a list, each line with “- ”")
    case .list(let count?): say("список из \(count)", "a list of \(count)")
    case .map: say("набор строк «ключ: значение»", "lines of “key: value”")
    case .wholeNumber(let range):
      range.upperBound >= 1_000_000
        ? say("целое число от \(range.lowerBound)", "a whole number from \(range.lowerBound)")
        : say(
          "целое число от \(range.lowerBound) до \(range.upperBound)",
          "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .percent: say("целое число от 0 до 100", "a whole number from 0 to 100")
    case .date: say("дата вида 15.10.2026", "a date like 15.10.2026")
    case .dateNotBefore(let date): say("дата не раньше \(date)", "a date not before \(date)")
    case .onOff: say("да или нет", "on or off")
    case .oneOf(let values, let suggestion):
      either(values)
        + (suggestion.map { say("; может быть, \(quote($0))?", "; did you mean \(quote($0))?") }
          ?? "")
    case .names(let count): say("имена, не меньше \(count)", "at least \(count) names")
    case .schoolClass: say("класс вида 9Б", "a class like 9Б")
    case .part: say("доля больше 0 вида 0.7 или 70%", "a part above 0, like 0.7 or 70%")
    case .pathInFolder:
      say("файл внутри папки сезона", "a file inside the season's folder")
    }
  }

  /// A text in quotation marks, those inside it changed to the inner ones.
  func quote(_ text: String) -> String {
    let inner: [Character: Character] =
      switch language {
      case .russian: ["«": "„", "»": "“"]
      case .english: ["“": "‘", "”": "’"]
      }
    return quoted(String(text.map { inner[$0] ?? $0 }))
  }

  /// One of several: `а, б или в`.
  func either(_ items: [String]) -> String {
    guard let last = items.last else { return say("другое значение", "another value") }
    guard items.count > 1 else { return last }
    return items.dropLast().joined(separator: ", ") + say(" или ", " or ") + last
  }

  /// Why a date cannot be meant, after the date.
  func text(_ problem: DateProblem) -> String {
    switch problem {
    case .afterSeason(let date):
      say("позже даты сезона \(date)", "is after the season's date \(date)")
    case .tooLongAgo: say("больше 110 лет назад", "is more than 110 years ago")
    case .beforeStart(let date):
      say("раньше начала срока \(date)", "is before the start of the term, \(date)")
    }
  }

  /// A form by its title, or by its code where that is all there is.
  func quoted(_ code: FormCode) -> String {
    quote(title(code))
  }

  /// Codes of forms with their titles: `student-student (ученик – ученик)`.
  func list(_ forms: [FormCode]) -> String {
    forms.map { code in
      code.rawValue + (form(code).map { " (\(title($0)))" } ?? "")
    }.joined(separator: ", ")
  }

  /// Why a YAML file cannot be read.
  func text(_ problem: SyntaxProblem) -> String {
    switch problem {
    case .indentation: say("отступ не сходится со строками выше", "the indentation does not fit")
    case .tabIndent: say("табуляция в отступе", "a tab in the indentation")
    case .noBreakSpace: say("неразрывный пробел", "a no-break space")
    case .missingColon:
      say("нет двоеточия с пробелом после ключа", "no colon and blank after the key")
    case .empty: say("в нём ничего нет", "it is empty")
    case .notText: say("это не текст", "it is no text")
    case .unexpectedCharacter:
      say("знак, с которого значение начинаться не может", "a character that cannot start a value")
    case .colonInValue: say("лишнее двоеточие", "a colon where none can stand")
    case .unclosedQuote: say("кавычка не закрыта", "an unclosed quotation mark")
    case .unclosedBracket: say("скобка не закрыта или пропущена запятая", "an unclosed bracket")
    case .controlCharacter: say("управляющий символ", "a control character")
    case .severalDocuments: say("в файле несколько документов", "several documents in one file")
    case .unknownAlias: say("ссылка * на то, чего нет", "an alias of nothing")
    case .tooComplex:
      say(
        "слишком глубокая вложенность или слишком много ссылок *",
        "too deeply nested, or too many aliases")
    case .other(let message): message
    }
  }

  /// Why a file cannot be opened.
  func text(_ obstacle: FileObstacle) -> String {
    switch obstacle {
    case .directory: say("это папка", "this is a folder")
    case .notRegular: say("это не обычный файл", "this is no regular file")
    case .noPermission: say("файл не открывается: нет прав", "no permission to open it")
    }
  }

  /// How to mend it.
  func mend(_ problem: SyntaxProblem) -> String {
    switch problem {
    case .indentation: say("выровняйте строку пробелами", "align the line with blanks")
    case .tabIndent: say("замените табуляцию пробелами", "use blanks instead")
    case .noBreakSpace: say("замените его обычным пробелом", "use a plain blank instead")
    case .missingColon: say("пишите «ключ: значение»", "write “key: value”")
    case .empty, .notText:
      say(
        "опишите сезон: schema, title, date, forms, files",
        "describe the season: schema, title, date, forms, files")
    case .unexpectedCharacter, .colonInValue:
      say("возьмите значение в кавычки", "put the value in quotation marks")
    case .unclosedQuote: say("закройте кавычку", "close it")
    case .unclosedBracket: say("закройте скобку", "close it")
    case .controlCharacter: say("удалите символ", "delete it")
    case .severalDocuments: say("оставьте один", "keep one")
    case .tooComplex:
      say("уберите лишние скобки и ссылки *", "remove needless brackets and aliases")
    case .unknownAlias, .other:
      say("проверьте строку и соседние", "check this line and its neighbours")
    }
  }

  /// Findings as lines: `анкеты.csv:17:5: ошибка N0123: …`, worst kinds as they come.
  public func text(_ findings: [Finding]) -> String {
    findings.map { finding in
      let words = words(finding.kind)
      let place = text(finding.place)
      let cell = finding.place.cell.map { " [\($0)]" } ?? ""
      return "\(place)\(cell): \(text(finding.kind.severity)) \(finding.kind.code):"
        + " \(words.message). \(words.hint.prefix(1).uppercased() + words.hint.dropFirst())\n"
    }.joined()
  }

  func text(_ severity: Severity) -> String {
    switch severity {
    case .error: say("ошибка", "error")
    case .warning: say("предупреждение", "warning")
    case .note: say("примечание", "note")
    }
  }

  /// How many findings of each kind.
  public func tally(_ findings: [Finding]) -> String {
    guard !findings.isEmpty else { return say("Замечаний нет.", "No findings.") }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = findings.count { $0.kind.severity == severity }
      guard number > 0 else { return nil }
      return switch severity {
      case .error: count(number, ("ошибка", "ошибки", "ошибок"), ("error", "errors"))
      case .warning:
        count(
          number, ("предупреждение", "предупреждения", "предупреждений"), ("warning", "warnings"))
      case .note: count(number, ("примечание", "примечания", "примечаний"), ("note", "notes"))
      }
    }
    return say("Замечания: ", "Findings: ") + counts.joined(separator: ", ") + "."
  }
}
