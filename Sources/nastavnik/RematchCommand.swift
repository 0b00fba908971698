import ArgumentParser
import InstanceFiles
import Office
import Policies

/// `nastavnik rematch`: something has changed after the approval; keep what can be kept.
struct RematchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rematch",
    abstract: Terminal.words.say(
      "Подбор заново с наименьшим числом замен и что даёт каждая замена.",
      "Match anew with the fewest changes, and what every change more would bring."),
    discussion: Terminal.words.say(
      """
      Сначала как можно больше пар, затем как можно меньше распавшихся утверждённых пар, затем баллы; дальше — \
      лучшее для каждого большего числа замен.

      Примеры:
        nastavnik rematch осень-2026 --approved осень-2026/approved/proposal.json
        nastavnik rematch осень-2026 --approved proposal.json --svg curve.svg
        nastavnik rematch new.json --approved solution.json --approved-instance old.json --json
      Коды: 0 готово, 3 условия невыполнимы, 4 предел времени, 65 плохие данные, 66 нет файла.
      """,
      """
      As many pairs as possible, then as few approved pairs parted as possible, then points; and the best for \
      every larger number of changes.

      Examples:
        nastavnik rematch autumn-2026 --approved autumn-2026/approved/proposal.json
        nastavnik rematch autumn-2026 --approved proposal.json --svg curve.svg
        nastavnik rematch new.json --approved solution.json --approved-instance old.json --json
      Exit codes: 0 done, 3 infeasible, 4 limit reached, 65 bad data, 66 no such file.
      """))

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Утверждённые пары: файл решения или JSON команды propose либо alternatives.",
        "The approved pairs: a solution file, or the JSON of propose or alternatives."),
      valueName: "file"))
  var approved: String

  @OptionGroup var approval: ApprovalOptions
  @OptionGroup var plot: PlotOptions
  @OptionGroup var question: CaseQuestion

  func run() throws {
    try question.ask { solved throws(OfficeError) in
      let report = try solved.rematch(
        try approval.pairs(at: approved, in: solved, question.matrix))
      try plot.write(report.svg(of: solved, messages: Terminal.words))
      return CaseQuestion.Answer(
        isComplete: report.curve.isComplete, json: { $0.value(report) },
        text: { $0.text(report) })
    }
  }
}

/// Whose indices the approved pairs of an instance are.
struct ApprovalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Задача, к которой относятся номера утверждённого решения, если списки людей с тех пор изменились:"
          + " люди находятся по обозначениям.",
        "The instance whose indices the approved solution has, where the lists have changed since: people"
          + " are found by id."),
      valueName: "file"))
  var approvedInstance: String?

  func pairs(
    at path: String, in solved: SolvedCase, _ matrix: MatrixOptions
  ) throws(OfficeError) -> ApprovedPairs {
    guard let approvedInstance else { return try solved.approvedPairs(at: path) }
    let old = try Office.readInstance(approvedInstance, using: try matrix.reader())
    return try solved.approvedPairs(at: path, of: old)
  }
}

/// Where a drawing goes.
struct PlotOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Записать и кривую, рисунком SVG.", "Write the curve too, as an SVG drawing."),
      valueName: "file"))
  var svg: String?

  func write(_ text: @autoclosure () -> String) throws(OfficeError) {
    guard let svg else { return }
    try Office.write(text: text(), to: svg)
  }
}
