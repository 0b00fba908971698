public import Documents
public import Foundation
public import Mentorship
import Problems

/// The use case of handing out questionnaires and answer sheets: an XLSX file that importing reads back.
///
/// ```swift
/// let template = MakeTemplate(messages: Messages(.russian))
/// try template.questionnaire(of: .mentor, form: form)  // the bytes of a file
/// ```
/// A drop-down list gives one answer, so requests, subjects and interests have three columns each.
public struct MakeTemplate: Sendable {
  /// What can be handed out.
  public enum Kind: Equatable, Sendable {
    case questionnaires(Role)
    case answers

    public static let names: KeyValuePairs = [
      "mentors": Kind.questionnaires(.mentor), "mentees": .questionnaires(.mentee),
      "answers": .answers,
    ]
  }

  private let messages: Messages

  public init(messages: Messages) { self.messages = messages }

  /// A questionnaire of a form, whose drop-down lists offer the terms of vocabularies.
  ///
  /// - Throws: ``OfficeError/unexpected(_:)`` when the file cannot be made.
  public func questionnaire(
    of role: Role, form: Form, vocabularies: Vocabularies = .shipped
  ) throws(OfficeError) -> Data {
    try bytes(spreadsheet(of: role, form: form, vocabularies: vocabularies))
  }

  /// A questionnaire before it is a file.
  func spreadsheet(of role: Role, form: Form, vocabularies: Vocabularies) -> Spreadsheet {
    let sheets = TemplateSheets(messages: messages)
    let columns = TemplateColumns(messages: messages, vocabularies: vocabularies)
    let all = form.templateFields(role).flatMap { columns.column($0, role, form) }
    let title =
      role == .mentor
      ? messages.say("Анкета наставника", "Questionnaire of mentors")
      : messages.say("Анкета наставляемого", "Questionnaire of mentees")
    let full = "\(title): \(messages.title(form))"
    let remarks = [
      messages.say(
        "Одна строка – один человек. Заполняйте лист «Анкета»; этот лист не загружается.",
        "One row for one person. Fill in the sheet “Questionnaire”; this sheet is not imported."),
      messages.say(
        "Не переименовывайте столбцы. Пустая ячейка значит «не указано».",
        "Keep the headers. An empty cell says nothing."),
    ]
    return Spreadsheet(
      title: full,
      sheets: [
        sheets.sheet(messages.say("Анкета", "Questionnaire"), all),
        sheets.instructions(full, remarks, all),
      ])
  }

  /// The form that a word names, by its code or title.
  ///
  /// - Throws: ``OfficeError/unknownChoice(option:text:suggestion:choices:)`` with the nearest code.
  public static func form(
    _ text: String, among forms: [Form] = FormCatalogue.standard
  ) throws(OfficeError) -> Form {
    func key(_ text: String) -> String { Term(text).key.filter { $0 != " " } }
    let names = forms.map { [$0.code.rawValue, $0.title.russian, $0.title.english] }
    if let index = names.firstIndex(where: { $0.contains { key($0) == key(text) } }) {
      return forms[index]
    }
    let nearest = zip(forms, names).flatMap { form, names in
      names.map { (distance: editDistance(key($0), key(text)), code: form.code.rawValue) }
    }.min { $0.distance < $1.distance }
    throw .unknownChoice(
      option: "--form", text: text,
      suggestion: nearest.flatMap { $0.distance <= max(2, text.count / 3) ? $0.code : nil },
      choices: forms.map(\.code.rawValue))
  }

  /// One of the words of an option.
  ///
  /// - Throws: ``OfficeError/unknownChoice(option:text:suggestion:choices:)`` with the nearest word.
  public static func choice<Value>(
    _ text: String, option: String, among choices: KeyValuePairs<String, Value>
  ) throws(OfficeError) -> Value {
    let word = text.lowercased()
    if let choice = choices.first(where: { $0.key == word }) { return choice.value }
    let words = choices.map(\.key)
    let nearest = words.map { (distance: editDistance($0, word), word: $0) }
      .min { $0.distance < $1.distance }
    throw .unknownChoice(
      option: option, text: text,
      suggestion: nearest.flatMap { $0.distance <= 2 ? $0.word : nil }, choices: words)
  }

  /// The sheets for the answers after the group meeting, with the names of everybody in the form; a sheet for each role that answers.
  ///
  /// - Throws: ``OfficeError/unexpected(_:)`` when the file cannot be made.
  public func answers(
    _ season: Season, form: Form, of roles: [Role] = [.mentee, .mentor]
  ) throws(OfficeError) -> Data {
    let sheets = TemplateSheets(messages: messages)
    let title =
      messages.say("Ответы после встречи: ", "Answers after the meeting: ") + messages.title(form)
    func names(_ role: Role) -> [String] {
      season.questionnaires.filter { $0.form == form.code && $0.role == role }
        .map(\.person.rawValue)
    }
    let remarks = [
      messages.say(
        "Одна строка – один ответивший. Кто был на встрече, у того поменяйте «нет» на «да».",
        "One row for one respondent. Change “no” to “yes” for those who were at the meeting."),
      messages.say(
        "Выбор по местам, список и оценки можно сочетать. Не назвать – не значит отказаться.",
        "Places, list and marks can be mixed. Not to name somebody is no refusal."),
    ]
    let columns = MeetingColumns(messages: messages)
    let filled = roles.map { role in
      sheets.sheet(
        role == .mentee
          ? messages.say("Отвечают наставляемые", "Mentees answer")
          : messages.say("Отвечают наставники", "Mentors answer"),
        columns.all(own: names(role), others: names(role.other)),
        // Whoever is on the sheet without a word would count as having been there.
        filled: names(role).map { [$0, messages.say("нет", "no")] })
    }
    let instructions = sheets.instructions(title, remarks, columns.all(own: [], others: []))
    return try bytes(Spreadsheet(title: title, sheets: filled + [instructions]))
  }

  private func bytes(_ spreadsheet: Spreadsheet) throws(OfficeError) -> Data {
    do {
      return try SpreadsheetWriter.bytes(
        of: spreadsheet, listSheet: messages.say("Списки", "Lists"))
    } catch {
      throw .unexpected("XLSX: \(error)")
    }
  }
}

/// The columns of the answers after the meeting.
struct MeetingColumns {
  let messages: Messages

  private func say(_ russian: String, _ english: String) -> String {
    messages.say(russian, english)
  }

  func all(own: [String], others: [String]) -> [TemplateColumn] {
    let names = Spreadsheet.Rule.list(others)
    let choices = [
      (say("1-й выбор", "First choice"), say("Кто подходит больше всех.", "Who fits best.")),
      (say("2-й выбор", "Second choice"), ""), (say("3-й выбор", "Third choice"), ""),
    ].map { header, hint in
      TemplateColumn(
        header: header, width: 28, hint: hint, example: others.first ?? "", rule: names)
    }
    return [
      TemplateColumn(
        header: say("Кто заполнил", "Respondent"), width: 32, hint: "", example: "",
        rule: .list(own)),
      TemplateColumn(
        header: say("Был(а) на встрече", "Present"), width: 14, hint: "",
        example: say("да", "yes"), rule: .list([say("да", "yes"), say("нет", "no")])),
    ] + choices + [
      TemplateColumn(
        header: say("С кем ещё готов(а) работать", "Also ready to work with"), width: 34,
        hint: say(
          "Имена через точку с запятой, без порядка.", "Names with semicolons, in any order."),
        example: say("Петров Олег; Сидорова Анна", "Petrov Oleg; Sidorova Anna")),
      TemplateColumn(
        header: say("Оценки", "Marks"), width: 34,
        hint: say(
          "Оценки от 1 до 5 тем, с кем познакомились: Петров Олег: 5; Сидорова Анна: 3.",
          "Marks from 1 to 5 for the people met: Petrov Oleg: 5; Sidorova Anna: 3."),
        example: say("Петров Олег: 5; Сидорова Анна: 3", "Petrov Oleg: 5; Sidorova Anna: 3")),
      TemplateColumn(
        header: say("С кем не хотел(а) бы работать", "Rather not with"), width: 28,
        hint: say(
          "Если такой человек есть; тогда напишите и почему.",
          "If there is such a person; then say why."),
        example: "", rule: names),
      TemplateColumn(header: say("Почему", "Reason"), width: 30, hint: "", example: ""),
    ]
  }
}
