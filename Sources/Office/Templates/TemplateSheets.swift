import Documents
import Mentorship
import Problems

/// Lays columns out as sheets: one to fill in, one that says how.
struct TemplateSheets {
  /// Rows that are checked while they are filled in.
  private static let rowCount = 500

  let messages: Messages

  func say(_ russian: String, _ english: String) -> String { messages.say(russian, english) }

  /// A sheet to fill in, the first cells of its first rows filled already.
  func sheet(_ name: String, _ columns: [TemplateColumn], filled: [[String]] = [])
    -> Spreadsheet.Sheet
  {
    let header = columns.map { Spreadsheet.Cell.text($0.header, .header) }
    let rows = filled.map { $0.map { Spreadsheet.Cell.text(Self.safe($0)) } }
    let last = max(Self.rowCount, filled.count)
    return Spreadsheet.Sheet(
      name: name,
      columns: columns.map { .init(width: $0.width, style: $0.style) },
      rows: [header] + rows, frozen: (1, 1),
      validations: columns.enumerated().compactMap { index, column in
        guard column.rule != .any || !column.hint.isEmpty else { return nil }
        return Spreadsheet.Validation(
          column: index, rows: 1...last, rule: Self.safe(column.rule), hint: column.hint,
          error: error(column), isStrict: column.isStrict)
      })
  }

  /// What each column is for, with an example: beside the questionnaire, so that nobody is taken for a person.
  func instructions(_ title: String, _ remarks: [String], _ columns: [TemplateColumn])
    -> Spreadsheet.Sheet
  {
    var rows: [[Spreadsheet.Cell]] = [[.text(title, .title)]]
    rows += remarks.map { [.text($0)] } + [[]]
    rows += [
      [
        .text(say("Столбец", "Column"), .header), .text(say("Как заполнять", "How"), .header),
        .text(say("Пример", "Example"), .header),
      ]
    ]
    rows += columns.map { column in
      [.text(column.header), .text(column.hint), .text(column.example, .quiet)]
    }
    return Spreadsheet.Sheet(
      name: say("Как заполнять", "How to fill in"),
      columns: [.init(width: 40), .init(width: 70), .init(width: 40)], rows: rows)
  }

  private func error(_ column: TemplateColumn) -> String {
    switch column.rule {
    case .list where !column.isStrict:
      say(
        "Этого нет в списке. Если нужен ответ своими словами, оставьте его.",
        "This is not in the list. Keep it if you mean to answer in your own words.")
    case .list: say("Выберите ответ из списка.", "Choose an answer from the list.")
    case .wholeNumber(let range):
      say(
        "Нужно целое число от \(range.lowerBound) до \(range.upperBound).",
        "This must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    case .decimal(let range):
      say(
        "Нужно число от \(range.lowerBound) до \(range.upperBound).",
        "This must be a number from \(range.lowerBound) to \(range.upperBound).")
    case .date(let range):
      say(
        "Нужна дата вида 15.10.2026, не раньше \(range.lowerBound).",
        "This must be a date like 15.10.2026, not before \(range.lowerBound).")
    case .any: ""
    }
  }

  /// A text cell is never a formula; but it becomes one when it is edited, or saved as CSV and opened.
  static func safe(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    return isFormula ? "'" + text : text
  }

  private static func safe(_ rule: Spreadsheet.Rule) -> Spreadsheet.Rule {
    if case .list(let items) = rule { return .list(items.map(safe)) }
    return rule
  }
}
