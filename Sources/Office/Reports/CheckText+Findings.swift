import Mentorship

/// Findings in the order in which a curator needs them.
extension CheckText {
  /// Notes that are shown; the rest is counted.
  private static let mostNotes = 20

  /// Errors, then warnings, and why no proposal is possible.
  var toMend: [String] {
    var lines: [String] = []
    for (severity, heading) in [
      (Severity.error, messages.say("Исправьте, без этого подбора не будет:", "To mend first:")),
      (.warning, messages.say("Проверьте:", "To look at:")),
    ] {
      let findings = report.findings.filter { $0.kind.severity == severity }
      guard !findings.isEmpty else { continue }
      lines += (lines.isEmpty ? [] : [""]) + [heading] + texts(findings)
    }
    if let impossibility = report.impossibility {
      if !lines.isEmpty { lines.append("") }
      lines += TextLayout.wrap(messages.text(impossibility), width: width, indent: 2)
    }
    return lines
  }

  /// What is good to know, but what columns were recognised as.
  var notes: [String] {
    let notes = report.findings.filter { $0.kind.severity == .note && $0.kind.columns == nil }
    guard !notes.isEmpty else { return [] }
    let all = texts(notes)
    let left = all.count - Self.mostNotes
    return [messages.say("К сведению:", "Good to know:")] + all.prefix(Self.mostNotes)
      + (left > 0
        ? [messages.say("  … и ещё \(left), все — в --json", "  … and \(left) more, all in --json")]
        : [])
  }

  /// What each file was understood to hold, in a line or two.
  var columns: [String] {
    let lines = report.findings.compactMap { finding -> String? in
      guard let columns = finding.kind.columns else { return nil }
      let place = Place(file: finding.place.file, sheet: finding.place.sheet)
      return messages.text(place) + ": "
        + columns.map { messages.text($0.field) }.joined(separator: ", ")
    }
    guard !lines.isEmpty else { return [] }
    return [messages.say("Какие столбцы узнаны по заголовкам:", "Columns recognised by headers:")]
      + lines.flatMap { TextLayout.wrap($0, width: width, indent: 2, hanging: 4) }
      + TextLayout.wrap(
        messages.say(
          "Из каких заголовков — в --json. Если что-то неверно, опишите столбец в columns.",
          "From which headers: --json. If one is wrong, state it under columns."),
        width: width, indent: 2)
  }

  /// One line for what is said of several rows of a file.
  private func texts(_ findings: [Finding]) -> [String] {
    var order: [String] = []
    var groups: [String: [Finding]] = [:]
    for finding in findings {
      let key = [
        finding.place.file, finding.place.sheet ?? "", finding.kind.code,
        finding.kind.sharedKey ?? messages.words(finding.kind).message,
      ].joined(separator: "\n")
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(finding)
    }
    // Unbroken, the place first, as editors and `grep` know it.
    return order.map { key in
      let group = groups[key] ?? []
      let several = group.count > 1 ? several(group) : nil
      return several ?? group.map { String(messages.text([$0]).dropLast()) }.first ?? ""
    }
  }

  private func several(_ group: [Finding]) -> String? {
    guard let first = group.first else { return nil }
    let lines = Set(group.compactMap(\.place.line)).sorted()
    let words = messages.words(first.kind)
    var message = words.message
    let names = group.compactMap { finding -> String? in
      if case .ruleUnchecked(_, let name) = finding.kind { name } else { nil }
    }
    if case .ruleUnchecked(let rule, _) = first.kind {
      message = messages.unchecked(rule, of: names)
    }
    let place = Place(file: first.place.file, sheet: first.place.sheet)
    return "\(messages.text(place)), "
      + messages.say("строки ", "lines ") + lines.map(String.init).joined(separator: ", ")
      + ": \(messages.text(first.kind.severity)) \(first.kind.code): \(message)."
      + " \(words.hint.prefix(1).uppercased() + words.hint.dropFirst())"
  }
}

extension FindingKind {
  /// The columns of a file, where they were recognised by their headers.
  fileprivate var columns: [ColumnFinding.GuessedColumn]? {
    if case .column(.guessed(let columns, _)) = self { columns } else { nil }
  }

  /// What findings about several people have in common.
  fileprivate var sharedKey: String? {
    if case .ruleUnchecked(let rule, _) = self { rule.name } else { nil }
  }
}
