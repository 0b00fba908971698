import Mentorship
import Problems

extension Messages {
  /// The words of a finding about columns whose meaning nobody stated.
  func words(_ finding: ColumnFinding) -> FindingWords {
    switch finding {
    case .guessed(let columns, let service):
      let left =
        service.isEmpty
        ? ""
        : say("; служебные, не нужны: ", "; made by the form, left aside: ")
          + service.map(quote).joined(separator: ", ")
      return FindingWords(
        message: say("столбцы узнаны по заголовкам: ", "columns recognised by their headers: ")
          + text(columns) + left,
        hint: say(
          "если что-то неверно, опишите столбец в columns",
          "if one is wrong, state it under columns"))
    case .remembered(let columns):
      return FindingWords(
        message: say(
          "столбцы — как в прошлый раз для такой же выгрузки: ",
          "columns as for an earlier file with these headers: ") + text(columns),
        hint: say(
          "если что-то неверно, исправьте mappings.yaml", "if one is wrong, correct mappings.yaml"))
    case .ambiguous(let header, let fields):
      return FindingWords(
        message: say(
          "столбец \(quote(header)) можно понять по-разному: \(either(fields.map { text($0) })); не использован",
          "column \(quote(header)) may be \(either(fields.map { text($0) })); it is not used"),
        hint: say(
          "укажите его в columns или в ignore", "state it under columns, or list it under ignore"))
    case .several(let headers, let field):
      return FindingWords(
        message: say(
          "на поле \(quote(text(field))) похожи несколько столбцов: \(list(headers.map(quote))); ни один не взят",
          "several columns may be the \(text(field)): \(list(headers.map(quote))); none is taken"),
        hint: say(
          "укажите нужный: «columns: {\(field.rawValue): …}»",
          "state the right one: “columns: {\(field.rawValue): …}”"))
    case .nameNotFound:
      return FindingWords(
        message: say(
          "не понятно, в каком столбце имена", "no telling in which column the names are"),
        hint: say(
          "укажите его: «columns: {name: …}»; если файл из Excel, проверьте, что заголовки в первой строке",
          "state it: “columns: {name: …}”; of a sheet, check that the headers are in its first row")
      )
    case .noRows:
      return FindingWords(
        message: say(
          "таблицу никто не заполнил: под заголовком нет ни одной строки",
          "nobody filled the table in: there is no row under its header"),
        hint: say(
          "проверьте, тот ли это файл; если ответов ещё нет, ничего делать не нужно",
          "check that this is the file you mean; if there are no answers yet, nothing is to be done"
        ))
    case .formUnstated(let forms):
      return FindingWords(
        message: say(
          "не сказано, для какой формы наставничества эти анкеты",
          "no telling for which form of mentoring these questionnaires are"),
        hint: say("укажите --form: ", "give --form: ") + list(forms))
    }
  }

  /// `ФИО ← «Ваши ФИО»; класс ← «Класс»`.
  private func text(_ columns: [ColumnFinding.GuessedColumn]) -> String {
    columns.map { "\(text($0.field)) ← \($0.headers.map(quote).joined(separator: " + "))" }
      .joined(separator: "; ")
  }
}
