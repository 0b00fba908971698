import ArgumentParser
import InstanceFiles
import Mentorship
import Office

/// `nastavnik propose`: a season's folder in, proposed pairs with reasons out.
struct Propose: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Предложить пары для папки сезона.", "Propose pairs for a season's folder."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik propose samples/school-7
        nastavnik propose samples/school-7 --out проект --json
        nastavnik propose samples/school-7 --backend both
      Коды: 0 готово, 3 условия невыполнимы, 4 предел времени, 65 ошибки в данных, 66 нет папки.
      """,
      """
      Examples:
        nastavnik propose samples/school-7
        nastavnik propose samples/school-7 --out proposal --json
        nastavnik propose samples/school-7 --backend both
      Exit codes: 0 done, 3 infeasible, 4 time limit, 65 errors in the data, 66 no such folder.
      """))

  @OptionGroup var season: SeasonFolderArgument

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Папка, куда записать проект: текст, JSON и таблицы CSV.",
        "Folder to write the proposal to: text, JSON and CSV tables."),
      valueName: "dir"))
  var out: String?

  @OptionGroup var solver: SolverOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if out == "" || out == "-" {
      throw ValidationError(
        Terminal.words.say("--out: нужна папка.", "--out needs a folder."))
    }
  }

  func run() throws {
    let report: MatchReport
    let aim = try solver.aim
    Interrupt.watch()
    do throws(OfficeError) {
      let reading = try Office.read(season.directory)
      guard let season = reading.season else { throw .findings(reading.findings) }
      let line = ProgressLine()
      defer { line?.wipe() }
      report = try MatchSeason(
        aim: aim, backend: solver.backend, limits: solver.limits,
        isCancelled: { Interrupt.isRaised },
        report: line?.report
      ).report(season, findings: reading.findings)
      if let out { try Office.write(ProposalFiles(report, messages: Terminal.words).all, to: out) }
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    if output.json {
      try Terminal.print(
        ProposalJSON(report, messages: Terminal.words).value().text(.pretty) + "\n")
    } else {
      try Terminal.print(
        ProposalText(report, messages: Terminal.words, width: Terminal.width).text)
      Terminal.report(Terminal.words.text(report.findings.filter { $0.kind.severity > .note }))
    }
    switch report.outcome {
    case .proposed(_, isOptimal: true): return
    case .proposed(_, isOptimal: false), .limitReached: throw ExitCode(4)
    case .impossible: throw ExitCode(3)
    }
  }
}

/// The folder that every command of a curator starts from.
struct SeasonFolderArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Terminal.words.say("Папка с файлом season.yaml.", "A folder with a season.yaml."),
      valueName: "dir"))
  var directory: String

  func validate() throws {
    if directory.isEmpty {
      throw ValidationError(
        Terminal.words.say("Назовите папку сезона.", "Name a season's folder."))
    }
  }
}
