import Mentorship

/// Columns that are the boxes of one question, as forms export it: `Чем могу помочь [Физика]`.
///
/// ```swift
/// BoxColumns.answer("✓", "Физика", .requests)  // "Физика"
/// BoxColumns.answer("5", "Иванов Пётр", .marks)  // "Иванов Пётр — 5"
/// BoxColumns.answer("15-17", "Понедельник", .hours)  // "Понедельник 15-17"
/// BoxColumns.answer("сделать сайт", "Другое", .requests)  // "сделать сайт"
/// ```
struct BoxColumns {
  /// The text in brackets, by column; only where a field has several columns of one question.
  private(set) var labels: [Int: String] = [:]
  private var fields: [Int: Field] = [:]

  init(_ header: [Table.Cell], _ columns: [Field: [Int?]]) {
    let hasBoxes: (Field) -> Bool = {
      $0.takesSeveral && $0 != .choice && !GridColumns.fields.contains($0)
    }
    for (field, found) in columns where hasBoxes(field) {
      let found = found.compactMap(\.self)
      let words = found.map { HeaderWords(header[$0].text) }
      guard found.count > 1, Set(words.map(\.base)).count == 1 else { continue }
      for (column, words) in zip(found, words) {
        guard let label = words.label else { continue }
        labels[column] = label
        fields[column] = field
      }
    }
  }

  /// What a box says, empty where it is not ticked.
  static func answer(_ text: String, _ label: String, _ field: Field) -> String {
    guard !text.isEmpty else { return "" }
    switch field {
    case .marks: return "\(label) — \(text)"
    case .hours: return isTicked(text) == false ? "" : "\(label) \(text)"
    default:
      let isTick = isTicked(text) != nil || Term(text) == Term(label)
      if isOther(label) { return isTick ? "" : text }
      return isTicked(text) == true || Term(text) == Term(label) ? label : ""
    }
  }

  /// Whether the box is the line for an answer of one's own.
  private static func isOther(_ label: String) -> Bool {
    ["другое", "другой", "другая", "другие", "иное", "свой вариант", "свой ответ", "other"]
      .contains(Term(label).key)
  }

  /// `nil` for what is neither a tick nor none.
  static func isTicked(_ text: String) -> Bool? {
    switch Term(text).key {
    case "x", "х", "☑", "☒", "✔️", "могу", "готов", "готова", "хочу", "нужно", "нужна", "нужен": true
    case "☐", "не могу", "не нужно", "0": false
    default: CellWords.yesOrNo(text)
    }
  }

  /// Boxes with something in them that is no tick.
  func findings(_ table: Table) -> [Finding] {
    guard !labels.isEmpty else { return [] }
    return table.rows.flatMap { row in
      labels.keys.sorted().compactMap { column -> Finding? in
        guard let field = fields[column], field != .marks, field != .hours,
          row.cells.indices.contains(column)
        else { return nil }
        let cell = row.cells[column]
        let label = labels[column] ?? ""
        let isAnswer = Term(cell.text) == Term(label) || Self.isOther(label)
        guard !cell.isBlank, !isAnswer, Self.isTicked(cell.text) == nil else { return nil }
        let header = Term(table.header[column].text).text
        return Finding(
          .unreadable(field: field, text: Term(cell.text).text),
          at: table.place(line: cell.line, column: cell.column, cell: header))
      }
    }
  }
}
