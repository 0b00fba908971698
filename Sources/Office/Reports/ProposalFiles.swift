import InstanceFiles
import Mentorship

/// The files that `propose --out` writes: the report as text and JSON, and tables for a spreadsheet.
///
/// Files are passed on, so they hold nothing that is for the curator alone.
public struct ProposalFiles {
  private let report: MatchReport
  private let messages: Messages

  public init(_ report: MatchReport, messages: Messages) {
    self.report = report
    self.messages = messages.naming(report.season.forms).reading(as: .participants)
  }

  /// Names and contents, in the order to write them.
  public var all: [(name: String, text: String)] {
    var files = [
      ("proposal.txt", ProposalText(report, messages: messages, reader: .participants).text),
      (
        "proposal.json",
        ProposalJSON(report, messages: messages).value(withTimings: false).text(.pretty) + "\n"
      ),
    ]
    if case .proposed(let proposal, _) = report.outcome {
      files.append(("pairs.csv", pairs(proposal)))
      files.append(("unmatched.csv", unmatched(proposal)))
    }
    return files
  }

  private func pairs(_ proposal: Proposal) -> String {
    let header = [
      messages.say("Форма", "Form"), messages.say("Наставник", "Mentor"),
      messages.say("Класс наставника", "Mentor's grade"), messages.say("Наставляемый", "Mentee"),
      messages.say("Класс наставляемого", "Mentee's grade"), messages.say("Баллы", "Points"),
      messages.say("Закреплено куратором", "Pinned by the curator"), messages.say("Почему", "Why"),
    ]
    return table(
      [header]
        + proposal.pairs.map {
          [
            messages.title($0.form), $0.mentor.rawValue, grade($0.mentor), $0.mentee.rawValue,
            grade($0.mentee), String($0.points), $0.pinReason ?? "", messages.explanation($0),
          ]
        })
  }

  private func grade(_ person: PersonID) -> String {
    report.season.people[person]?.grade?.description ?? ""
  }

  private func unmatched(_ proposal: Proposal) -> String {
    let header = [
      messages.say("Форма", "Form"), messages.say("Кто", "Who"), messages.say("Роль", "Role"),
      messages.say("Причина", "Reason"),
    ]
    return table(
      [header]
        + proposal.unmatched.map {
          [
            messages.title($0.form), $0.person.rawValue, messages.text($0.role),
            messages.text($0.reason, in: $0.form),
          ]
        })
  }

  /// Semicolons, and a byte order mark: what a Russian Excel opens by a double click.
  private func table(_ rows: [[String]]) -> String {
    "\u{feff}" + rows.map { $0.map(escaped).joined(separator: ";") + "\r\n" }.joined()
  }

  /// Quotes where needed; a text that a spreadsheet would run as a formula gets an apostrophe.
  private func escaped(_ cell: String) -> String {
    let isFormula = cell.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula && Int(cell) == nil ? "'" + cell : cell
    guard safe.contains(where: { "\";\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
