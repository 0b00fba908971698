import Mentorship
import Problems

/// What is wrong, and how to mend it.
struct FindingWords {
  let message: String
  let hint: String
}

extension Messages {
  /// The words of a finding.
  func words(_ kind: FindingKind) -> FindingWords {
    switch language {
    case .russian: russian(kind)
    case .english: english(kind)
    }
  }

  private func russian(_ kind: FindingKind) -> FindingWords {
    func words(_ message: String, _ hint: String) -> FindingWords {
      FindingWords(message: message, hint: hint)
    }
    return switch kind {
    case .fileMissing(let path):
      words(
        "файла \(quote(path)) нет в папке", "положите файл в папку или исправьте путь в season.yaml"
      )
    case .fileEmpty: words("файл пуст", "выгрузите ответы ещё раз")
    case .fileTooLarge(let limit):
      words("файл больше \(limit) МБ", "проверьте, тот ли это файл, или разделите его")
    case .fileUnreadable(let path, let obstacle):
      words(
        "\(quote(path)): \(text(obstacle))", "нужен обычный файл, который можно прочесть")
    case .wrongEncoding(_, let actual?):
      words("файл в \(actual)", "исправьте или удалите encoding в season.yaml")
    case .wrongEncoding(let declared, nil):
      words(
        "текст не читается в кодировке \(declared ?? "UTF-8 или Windows-1251")",
        declared == nil
          ? "сохраните файл как «CSV UTF-8» или укажите encoding в season.yaml"
          : "исправьте encoding в season.yaml")
    case .noColumnFound:
      words(
        "ни один столбец не найден",
        "проверьте кодировку, разделитель и тот ли это файл")
    case .columnMissing(let header, let suggestion):
      words(
        "нет столбца \(quote(header))",
        suggestion.map { "похожий столбец: \(quote($0)) — исправьте название в season.yaml" }
          ?? "исправьте название столбца в season.yaml")
    case .columnUnused(let header):
      words(
        "столбец \(quote(header)) не используется",
        "опишите его в columns или добавьте в ignore, если он не нужен")
    case .columnTwice(let header):
      words("столбец \(quote(header)) встречается дважды, взят первый", "переименуйте один из них")
    case .rowTooLong(let cells, let expected):
      words(
        "в строке \(cells) ячеек, а в заголовке \(expected)",
        "проверьте разделители и кавычки; лишние ячейки не прочитаны")
    case .unclosedQuote:
      words("кавычка не закрыта", "закройте кавычку или удвойте её внутри текста")
    case .nameMissing: words("не указано имя", "впишите фамилию и имя или удалите строку")
    case .personTwice(let name, let line, let file):
      words("\(quote(name)) уже есть в \(lineOf(line, file))", "оставьте одну анкету")
    case .namesake(let name):
      words(
        "\(quote(name)) — два разных человека (даты рождения различаются)",
        "если это один человек, исправьте дату рождения")
    case .differs(let name, let field, let first, let second):
      words(
        "\(name): \(text(field)) различается, \(quote(first)) и \(quote(second)); взято первое",
        "исправьте один из файлов")
    case .unreadable(let field, let value):
      words("не понимаю \(quote(value)) в поле \(quote(text(field)))", example(field))
    case .capacityInvalid(let value):
      words(
        "число наставляемых \(quote(value)) — не целое число от 0",
        "впишите целое число или очистите ячейку")
    case .ruleUnchecked(let rule, let name):
      words(
        "\(name): \(missing(rule.fact)), правило \(quote(text(rule))) не проверено",
        "дополните анкету")
    case .ruleUncheckedInFile(let rule):
      words(
        "в файле ни у кого \(missing(rule.fact)): правило \(quote(text(rule))) не проверено",
        "добавьте столбец в columns или данные в анкеты")
    case .nobody(let role, let form):
      words(
        "в форме \(quoted(form)) нет ни одной анкеты "
          + (role == .mentee ? "наставляемых" : "наставников"),
        "добавьте файл с анкетами или уберите форму")
    case .formUnknown(let value, let forms, let isLeftOut):
      words(
        (value.isEmpty ? "форма не указана" : "формы \(quote(value)) в сезоне нет")
          + (isLeftOut ? ": анкета не учтена" : ", остальные формы анкеты учтены"),
        "впишите форму сезона: \(list(forms)); или добавьте форму в season.yaml")
    case .dateImplausible(let field, let date, let problem):
      words(
        "\(text(field)) \(date) — \(text(problem)); не учтено", "исправьте дату")
    case .unknownPerson(let name, let suggestions, let elsewhere):
      words(
        "\(quote(name)) не найден(а), ответ не учтён",
        whoElse(suggestions, elsewhere, question: fromQuestion)
      )
    case .ambiguousPerson(let name, let candidates):
      words(
        "\(quote(name)) — это может быть \(alternatives(candidates)); ответ не учтён",
        fullName(candidates))
    case .strangerAnswer(let name, let suggestions, let elsewhere):
      words(
        "отвечал(а) \(quote(name)), но такой анкеты нет; строка не учтена",
        whoElse(suggestions, elsewhere, question: fromQuestion))
    case .firstNameAlone(let name, let person):
      words(
        "\(quote(name)) — имя без фамилии, понято как \(quote(person))",
        "впишите фамилию; людей в ячейке разделяйте «;»")
    case .rankedTwice(let name):
      words(
        "\(quote(name)) назван(а) дважды", "оставьте одно упоминание; учтён отказ, а иначе первое")
    case .markInvalid(let value):
      words("оценка \(quote(value)) не от 1 до 5", "пишите «Фамилия Имя — 5»")
    case .answeredTwice(let name, let line, let file):
      words("\(quote(name)) уже отвечал(а) в \(lineOf(line, file))", "оставьте один ответ")
    case .yamlSyntax(let problem): words("файл не читается: \(text(problem))", mend(problem))
    case .keyUnknown(let key, let suggestion):
      words(
        "неизвестный ключ \(quote(key))",
        suggestion.map { "может быть, \(quote($0))?" } ?? "проверьте написание или удалите строку")
    case .keyMissing(let key):
      words("нет обязательного ключа \(quote(key))", "добавьте строку «\(lastKey(key)): …»")
    case .keyTwice(let key): words("ключ \(quote(key)) повторяется", "оставьте одну строку")
    case .valueInvalid("", _, _):
      words("в файле нет набора ключей", "начните так: «schema: nastavnik.season/1»")
    case .valueInvalid(let key, let value, let expected):
      words("\(quote(key)): не подходит \(quote(value))", "нужно: \(text(expected))")
    case .weightsSumToZero(let key):
      words("веса \(quote(key)) в сумме дают 0", "хотя бы один вес должен быть больше нуля")
    case .fileTwice(let path):
      words("файл \(quote(path)) указан дважды, прочитан один раз", "уберите одну из записей files")
    case .consentUnchecked(let form):
      words(
        "в форме \(quoted(form)) согласия на обработку персональных данных не проверяются",
        "152-ФЗ требует согласия: верните правило consent или проверьте согласия сами")
    case .pinIneligible(let mentee, let mentor, let rules):
      words(
        "закреплённая пара \(mentor) – \(mentee) нарушает правила: "
          + rules.map(text).joined(separator: "; "),
        "снимите закрепление или измените правило")
    case .pinExcluded(let name, let gates):
      words(
        "закреплённая пара невозможна: \(name) не участвует — "
          + gates.map(text).joined(separator: "; "),
        "устраните причину или снимите закрепление")
    case .pinNoCommonForm(let mentee, let mentor):
      words(
        "закреплённая пара невозможна: у \(mentor) и \(mentee) нет общей формы",
        "проверьте форму и анкеты")
    case .pinTwice(let mentee, let mentor):
      words("пара \(mentor) – \(mentee) закреплена дважды", "оставьте одну строку")
    case .pinAndBan(let mentee, let mentor):
      words("пара \(mentor) – \(mentee) и закреплена, и запрещена", "оставьте что-то одно")
    case .notApplied(let name, let role, let form, let suggestions, let elsewhere):
      words(
        "\(quote(name)): такой анкеты нет" + (role.map { " (\(text($0)))" } ?? "")
          + (form.map { ", форма \(quoted($0))" } ?? ""),
        whoElse(suggestions, elsewhere, question: rolesQuestion))
    case .pinAmbiguous(let name, let candidates):
      words(
        "\(quote(name)) — это может быть \(alternatives(candidates)); решение куратора не применено",
        fullName(candidates))
    case .rule(let finding): self.words(finding)
    case .column(let finding): self.words(finding)
    case .identity(let finding): self.words(finding)
    case .workbook(let finding): self.words(finding)
    case .vocabulary(let finding): self.words(finding)
    case .record(let finding): self.words(finding)
    }
  }

  private func english(_ kind: FindingKind) -> FindingWords {
    func words(_ message: String, _ hint: String) -> FindingWords {
      FindingWords(message: message, hint: hint)
    }
    return switch kind {
    case .fileMissing(let path):
      words(
        "no file \(quote(path)) in the folder", "put it there or correct the path in season.yaml")
    case .fileEmpty: words("the file is empty", "export the answers again")
    case .fileTooLarge(let limit):
      words("the file is larger than \(limit) MB", "check that it is the right one, or split it")
    case .fileUnreadable(let path, let obstacle):
      words("\(quote(path)): \(text(obstacle))", "a regular file that can be read is needed")
    case .wrongEncoding(_, let actual?):
      words("the file is \(actual)", "correct or delete encoding in season.yaml")
    case .wrongEncoding(let declared, nil):
      words(
        "the text is not \(declared ?? "UTF-8 or Windows-1251")",
        declared == nil
          ? "save the file as “CSV UTF-8” or state the encoding in season.yaml"
          : "correct encoding in season.yaml")
    case .noColumnFound:
      words("none of the columns is found", "check the encoding, the separator and the file itself")
    case .columnMissing(let header, let suggestion):
      words(
        "no column \(quote(header))",
        suggestion.map { "a similar one is \(quote($0)): correct the header in season.yaml" }
          ?? "correct the header in season.yaml")
    case .columnUnused(let header):
      words("column \(quote(header)) is not used", "map it under columns, or list it under ignore")
    case .columnTwice(let header):
      words("column \(quote(header)) stands twice, the first is read", "rename one of them")
    case .rowTooLong(let cells, let expected):
      words(
        "the row has \(cells) cells, the header \(expected)",
        "check separators and quotes; the extra cells are not read")
    case .unclosedQuote: words("an unclosed quotation mark", "close it, or double it inside a text")
    case .nameMissing: words("no name", "fill in surname and first name, or delete the row")
    case .personTwice(let name, let line, let file):
      words("\(quote(name)) already stands in \(lineOf(line, file))", "keep one questionnaire")
    case .namesake(let name):
      words(
        "\(quote(name)) is two people (their birth dates differ)",
        "if it is one person, correct the birth date")
    case .differs(let name, let field, let first, let second):
      words(
        "\(quote(name)): \(text(field)) differs, \(quote(first)) and \(quote(second)); the first is taken",
        "correct one of the files")
    case .unreadable(let field, let value):
      words("cannot read \(quote(value)) as \(text(field))", example(field))
    case .capacityInvalid(let value):
      words(
        "the number of mentees \(quote(value)) must be a whole number, 0 or more",
        "write a whole number or clear the cell")
    case .ruleUnchecked(let rule, let name):
      words(
        "\(name): \(missing(rule.fact)), the rule \(quote(text(rule))) was not checked",
        "complete the questionnaire")
    case .ruleUncheckedInFile(let rule):
      words(
        "for nobody in the file: \(missing(rule.fact)); the rule \(quote(text(rule))) was not checked",
        "map the column under columns, or complete the questionnaires")
    case .nobody(let role, let form):
      words(
        "form \(quoted(form)) has no questionnaire of any \(text(role))",
        "add a file or drop the form")
    case .formUnknown(let value, let forms, let isLeftOut):
      words(
        (value.isEmpty ? "no form is named" : "the season has no form \(quote(value))")
          + (isLeftOut ? "; the questionnaire is left aside" : "; its other forms count"),
        "write a form of the season: \(list(forms)); or add the form to season.yaml")
    case .dateImplausible(let field, let date, let problem):
      words("\(text(field)) \(date) \(text(problem)); it is left aside", "correct the date")
    case .unknownPerson(let name, let suggestions, let elsewhere):
      words(
        "nobody is called \(quote(name)); the answer is left aside",
        whoElse(suggestions, elsewhere, question: fromQuestion))
    case .ambiguousPerson(let name, let candidates):
      words(
        "\(quote(name)) may be \(alternatives(candidates)); the answer is left aside",
        fullName(candidates))
    case .strangerAnswer(let name, let suggestions, let elsewhere):
      words(
        "\(quote(name)) answered but has no questionnaire; the row is left aside",
        whoElse(suggestions, elsewhere, question: fromQuestion))
    case .firstNameAlone(let name, let person):
      words(
        "\(quote(name)) is a name without a surname, taken for \(quote(person))",
        "add the surname; separate people in a cell by “;”")
    case .rankedTwice(let name):
      words("\(quote(name)) is named twice", "keep one; a veto counts, otherwise the first mention")
    case .markInvalid(let value):
      words("mark \(quote(value)) is not 1 to 5", "write “Surname Name — 5”")
    case .answeredTwice(let name, let line, let file):
      words("\(quote(name)) already answered in \(lineOf(line, file))", "keep one answer")
    case .yamlSyntax(let problem): words("the file cannot be read: \(text(problem))", mend(problem))
    case .keyUnknown(let key, let suggestion):
      words(
        "unknown key \(quote(key))",
        suggestion.map { "did you mean \(quote($0))?" } ?? "check the spelling or delete the line")
    case .keyMissing(let key):
      words("the key \(quote(key)) is missing", "add a line “\(lastKey(key)): …”")
    case .keyTwice(let key): words("the key \(quote(key)) stands twice", "keep one line")
    case .valueInvalid("", _, _):
      words("the file holds no keys", "start with “schema: nastavnik.season/1”")
    case .valueInvalid(let key, let value, let expected):
      words("\(quote(key)): \(quote(value)) does not fit", "expected: \(text(expected))")
    case .weightsSumToZero(let key):
      words("the weights of \(quote(key)) sum to 0", "at least one must be greater than zero")
    case .fileTwice(let path):
      words("the file \(quote(path)) is listed twice and read once", "drop one of the two entries")
    case .consentUnchecked(let form):
      words(
        "consent to personal-data processing is not checked in form \(quoted(form))",
        "the law (152-FZ) asks for it: restore the rule consent, or check the consents yourself")
    case .pinIneligible(let mentee, let mentor, let rules):
      words(
        "the pinned pair \(mentor) – \(mentee) breaks rules: "
          + rules.map(text).joined(separator: "; "),
        "drop the pin or change the rule")
    case .pinExcluded(let name, let gates):
      words(
        "the pinned pair is impossible: \(name) does not take part — "
          + gates.map(text).joined(separator: "; "),
        "remove the cause or drop the pin")
    case .pinNoCommonForm(let mentee, let mentor):
      words(
        "the pinned pair is impossible: \(mentor) and \(mentee) share no form",
        "check the form and the questionnaires")
    case .pinTwice(let mentee, let mentor):
      words("the pair \(mentor) – \(mentee) is pinned twice", "keep one line")
    case .pinAndBan(let mentee, let mentor):
      words("the pair \(mentor) – \(mentee) is both pinned and banned", "keep one of the two")
    case .notApplied(let name, let role, let form, let suggestions, let elsewhere):
      words(
        "\(quote(name)): no such questionnaire" + (role.map { " (\(text($0)))" } ?? "")
          + (form.map { ", form \(quoted($0))" } ?? ""),
        whoElse(suggestions, elsewhere, question: rolesQuestion))
    case .pinAmbiguous(let name, let candidates):
      words(
        "\(quote(name)) may be \(alternatives(candidates)); the curator's decision is not applied",
        fullName(candidates))
    case .rule(let finding): self.words(finding)
    case .column(let finding): self.words(finding)
    case .identity(let finding): self.words(finding)
    case .workbook(let finding): self.words(finding)
    case .vocabulary(let finding): self.words(finding)
    case .record(let finding): self.words(finding)
    }
  }

  /// A rule that could not be held against several people.
  func unchecked(_ rule: EligibilityRule, of names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    let more =
      names.count > 5 ? say(" и ещё \(names.count - 5)", " and \(names.count - 5) more") : ""
    return say(
      "\(missing(rule.fact)) у \(names.count) (\(shown)\(more)): правило \(quote(text(rule))) не проверено",
      "\(missing(rule.fact)) of \(names.count) (\(shown)\(more)): the rule \(quote(text(rule))) was not checked"
    )
  }

  func maybe(_ names: [String]) -> String {
    names.isEmpty
      ? say("проверьте имя по анкетам", "compare the name with the questionnaires")
      : say("может быть, \(alternatives(names))?", "did you mean \(alternatives(names))?")
  }

  /// A line of this file, or of another one.
  private func lineOf(_ line: Int, _ file: String?) -> String {
    say("строке \(line)", "line \(line)")
      + (file.map { say(" файла \(quote($0))", " of \(quote($0))") } ?? "")
  }

  /// How to tell apart those whom a name fits; namesakes have their birth dates or schools behind the name.
  func fullName(_ candidates: [String]) -> String {
    let brackets = candidates.filter { $0.hasSuffix(")") }
    guard let first = brackets.first else {
      return say("напишите имя полностью", "write the full name")
    }
    let isDate = first.split(separator: "(").last.flatMap { CalendarDate(parsing: $0.dropLast()) }
    return isDate != nil
      ? say("добавьте дату рождения, как в скобках", "add the birth date, as in the brackets")
      : say(
        "напишите вместе со скобками, как \(quote(first)), или добавьте столбец с организацией",
        "write it with the brackets, as \(quote(first)), or add a column with the organisation")
  }

  private var fromQuestion: String { say("верно ли указано from?", "is from right?") }

  private var rolesQuestion: String {
    say("не перепутаны ли mentee и mentor?", "are mentee and mentor mixed up?")
  }

  /// Whom else a name that was not found may mean.
  private func whoElse(_ suggestions: [String], _ elsewhere: Elsewhere?, question: String) -> String
  {
    switch elsewhere {
    case .onlyAs(let role):
      say(
        "есть только как \(text(role)) — \(question)",
        "found only as a \(text(role)): \(question)")
    case .otherForm: say("есть в другой форме: проверьте form", "found in another form: check form")
    case nil: maybe(suggestions)
    }
  }

  func alternatives(_ names: [String]) -> String { either(names.map(quote)) }

  /// `files[0].form` is `form`: what stands in the file.
  private func lastKey(_ key: String) -> String {
    key.split(separator: ".").last.map(String.init) ?? key
  }
}
