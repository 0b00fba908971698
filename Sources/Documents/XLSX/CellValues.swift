import Mentorship

/// One cell of a sheet while its tags are read.
struct CellDraft {
  enum Kind {
    case number, shared, formulaText, inline, boolean, error, date

    /// As the attribute `t` says; what it does not say is a number.
    init(_ text: UnsafePointer<CChar>) {
      switch XMLName(text) {
      case "s": self = .shared
      case "str": self = .formulaText
      case "inlineStr": self = .inline
      case "b": self = .boolean
      case "e": self = .error
      case "d": self = .date
      default: self = .number
      }
    }
  }

  var kind = Kind.number
  var style = 0
  var hasFormula = false
  var value: [UInt8] = []
  var isInText = false
  var isPhonetic = false

  mutating func clear() {
    kind = .number
    style = 0
    hasFormula = false
    value.removeAll(keepingCapacity: true)
    isInText = false
    isPhonetic = false
  }

  /// At `v`, and at each `t` of an inline text but phonetic guides.
  mutating func startText(isValue: Bool) {
    isInText = !isPhonetic && (kind != .inline || !isValue)
  }
}

/// What the values of cells mean in their workbook.
struct CellValues {
  enum Meaning {
    /// Where its text lies.
    case text(Range<UInt32>)
    case nothing
    /// A formula's error, as a Russian spreadsheet shows it.
    case error(String)
    /// A formula without a value.
    case uncomputed
    case failed(WorkbookProblem)
  }

  let strings: SharedStrings
  /// Whether the workbook has shared strings at all.
  let hasStrings: Bool
  let formats: [NumberFormat]
  let startsIn1904: Bool

  /// The meaning of a cell, whose text is put behind the others where it is not shared.
  func range(of cell: inout CellDraft, in text: inout [UInt8]) -> Meaning {
    if cell.value.isEmpty {
      return cell.hasFormula && cell.kind == .number ? .uncomputed : .nothing
    }
    let start = text.count
    switch cell.kind {
    case .shared: return shared(cell.value)
    case .formulaText, .inline:
      text.append(contentsOf: cell.value)
      EscapedText.unescape(&text, from: start)
    case .boolean:
      text.append(contentsOf: (cell.value == [UInt8(ascii: "0")] ? "ЛОЖЬ" : "ИСТИНА").utf8)
    case .error: return .error(Self.errorText(String(decoding: cell.value, as: UTF8.self)))
    case .date: text.append(contentsOf: Self.date(String(decoding: cell.value, as: UTF8.self)).utf8)
    case .number:
      let format = formats.indices.contains(cell.style) ? formats[cell.style] : .general
      if format == .general, Self.isPlain(cell.value) {
        text.append(contentsOf: cell.value)
      } else {
        let stored = String(decoding: cell.value, as: UTF8.self).filter { !$0.isWhitespace }
        let shown = CellNumber.text(of: stored, format, startsIn1904: startsIn1904)
        text.append(contentsOf: shown.utf8)
      }
    }
    return .text(UInt32(start)..<UInt32(text.count))
  }

  private func shared(_ value: [UInt8]) -> Meaning {
    guard hasStrings else { return .failed(.partMissing("xl/sharedStrings.xml")) }
    let number = Int(String(decoding: value, as: UTF8.self).filter { !$0.isWhitespace })
    guard let number, strings.ranges.indices.contains(number) else {
      return .failed(.partDamaged("xl/sharedStrings.xml"))
    }
    return .text(strings.ranges[number])
  }

  /// A whole number that needs no other spelling.
  private static func isPlain(_ value: [UInt8]) -> Bool {
    value.count <= 15 && (value.count == 1 || value[0] != 0x30)
      && value.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `2026-10-15T09:30:00` as `15.10.2026 09:30`; the time goes where it is midnight.
  private static func date(_ text: String) -> String {
    let parts = text.split(separator: "T")
    guard let day = parts.first, let date = CalendarDate(parsing: day) else { return text }
    let time = parts.count > 1 ? parts[1].prefix(5) : "00:00"
    return time == "00:00" ? date.description : "\(date) \(time)"
  }

  private static func errorText(_ stored: String) -> String {
    switch stored {
    case "#N/A": "#Н/Д"
    case "#REF!": "#ССЫЛКА!"
    case "#VALUE!": "#ЗНАЧ!"
    case "#DIV/0!": "#ДЕЛ/0!"
    case "#NAME?": "#ИМЯ?"
    case "#NUM!": "#ЧИСЛО!"
    case "#NULL!": "#ПУСТО!"
    default: String(stored.prefix(40))
    }
  }
}
