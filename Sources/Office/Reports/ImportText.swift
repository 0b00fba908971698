public import Documents
import Mentorship

/// An import as a curator reads it in a terminal.
public struct ImportText {
  private let report: ImportReport
  private let messages: Messages
  private let isDryRun: Bool
  private let hasSeason: Bool
  private let width: Int

  public init(
    _ report: ImportReport, messages: Messages, isDryRun: Bool, hasSeason: Bool, width: Int = 100
  ) {
    self.report = report
    self.messages = messages
    self.isDryRun = isDryRun
    self.hasSeason = hasSeason
    self.width = max(60, width)
  }

  /// All of it, ending in a newline.
  public var text: String {
    var lines = report.files.flatMap { summary($0) + columns($0) + people($0) + block($0) }
    // What the columns were taken for stands above already.
    let findings = report.findings.filter { finding in
      if case .column(.guessed) = finding.kind { false } else { true }
    }
    lines.append(messages.text(findings) + messages.tally(findings))
    lines.append(closing)
    return lines.joined(separator: "\n") + "\n"
  }

  private func summary(_ file: ImportReport.File) -> [String] {
    var title = file.path
    if let sheet = file.sheet {
      title += messages.say(", лист ", ", sheet ") + messages.quote(sheet)
    }
    title += ": " + messages.count(file.rowCount, ("строка", "строки", "строк"), ("row", "rows"))
    var lines = [title]
    if let old = file.replaces {
      lines.append(
        messages.say("  новая версия файла \(old)", "  a newer version of \(old)"))
    }
    var counts = [
      messages.say("новых \(file.new.count)", "\(file.new.count) new"),
      messages.say("изменились \(file.changed.count)", "\(file.changed.count) changed"),
      messages.say("без изменений \(file.unchanged.count)", "\(file.unchanged.count) unchanged"),
      messages.say("под вопросом \(file.doubtful.count)", "\(file.doubtful.count) doubtful"),
    ]
    if !file.missing.isEmpty {
      counts.append(messages.say("пропали \(file.missing.count)", "\(file.missing.count) missing"))
    }
    return lines + ["  " + counts.joined(separator: ", "), ""]
  }

  /// Every column with what it is taken for and the first values.
  private func columns(_ file: ImportReport.File) -> [String] {
    let header = [
      messages.say("Поле", "Field"), messages.say("Столбец", "Column"),
      messages.say("Например", "For example"),
    ]
    let rows = file.columns.map { column in
      [
        messages.text(column.field), short(column.headers.joined(separator: " + "), 40),
        short(column.examples.map { short($0, 24) }.joined(separator: " · "), 60),
      ]
    }
    var lines = TextLayout.table([header] + rows, indent: 2)
    if !file.unused.isEmpty {
      lines += wrapped(
        messages.say("не используются: ", "not used: ")
          + file.unused.map(messages.quote).joined(separator: ", "))
    }
    return lines + [""]
  }

  private func people(_ file: ImportReport.File) -> [String] {
    var lines: [String] = []
    // Of a first import everybody is new: nothing to read.
    if !file.unchanged.isEmpty || !file.changed.isEmpty {
      lines += list(messages.say("Новые", "New"), file.new)
    }
    for change in file.changed {
      let fields = change.fields.map { field in
        "\(messages.text(field.field)) \(messages.quote(field.before)) → \(messages.quote(field.after))"
      }
      lines += wrapped("\(change.person): \(fields.joined(separator: "; "))")
    }
    for doubt in file.doubtful {
      let candidates = doubt.candidates.prefix(3).map {
        "\($0.person) (\($0.score): \(messages.text($0.reasons)))"
      }
      lines += wrapped(
        messages.say(
          "\(doubt.person) — не \(candidates.joined(separator: " или не ")) ли это?",
          "\(doubt.person): is it \(candidates.joined(separator: ", or "))?"))
    }
    lines += list(
      messages.say("Были раньше, в новом файле их нет", "Known before, not in this file"),
      file.missing)
    return lines.isEmpty ? [] : lines + [""]
  }

  private func list(_ title: String, _ names: [String]) -> [String] {
    names.isEmpty ? [] : wrapped("\(title): \(names.joined(separator: ", "))")
  }

  private func wrapped(_ text: String) -> [String] {
    TextLayout.wrap(text, width: width, indent: 2, hanging: 4)
  }

  /// The mapping, ready to paste into a season file.
  private func block(_ file: ImportReport.File) -> [String] {
    let yaml = ImportReport.yaml(of: file)
    guard isDryRun, !yaml.isEmpty else { return [] }
    return [messages.say("  Для season.yaml:", "  For season.yaml:")]
      + yaml.split(separator: "\n").map { "    \($0)" } + [""]
  }

  private var closing: String {
    if !report.written.isEmpty {
      return messages.say("Записано: ", "Written: ") + report.written.joined(separator: ", ")
    }
    if isDryRun || !hasSeason { return messages.say("Ничего не записано.", "Nothing was written.") }
    return report.hasErrors
      ? messages.say(
        "Ничего не записано: сначала исправьте ошибки.",
        "Nothing was written: fix the errors first.")
      : messages.say(
        "Записывать нечего: всё уже в папке.", "Nothing to write: all is there already.")
  }

  private func short(_ text: String, _ count: Int) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    return line.count <= count ? line : line.prefix(count - 1) + "…"
  }
}

extension Messages {
  /// What taking back an import did.
  public func text(undo: ImportUndo?) -> String {
    guard let undo else {
      return say("Отменять нечего.", "There is nothing to take back.") + "\n"
    }
    let parts = [
      (say("возвращено: ", "restored: "), undo.restored),
      (say("убрано в imports/: ", "moved to imports/: "), undo.removed),
      (say("изменено с тех пор, не тронуто: ", "changed since, left alone: "), undo.leftAlone),
    ]
    return parts.filter { !$0.1.isEmpty }.map { $0.0 + $0.1.joined(separator: ", ") + "\n" }
      .joined()
  }
}
