import ArgumentParser
import InstanceFiles
import Office

/// What every question about a solved case takes, and how it is asked.
struct CaseQuestion: ParsableArguments {
  /// What a question found out, for people and for programs.
  struct Answer {
    /// Whether all of it was found before the time was up.
    var isComplete = true
    let json: (CaseJSON) -> JSONValue
    let text: (CaseText) -> String
  }

  @OptionGroup var target: CaseArgument
  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var solver: SolverOptions
  @OptionGroup var output: OutputOptions

  /// How the case is solved.
  var settings: SolvedCase.Settings {
    var settings = SolvedCase.Settings()
    // Checked when the arguments were parsed.
    settings.aim = try? solver.aim
    settings.backend = solver.backend
    settings.limits = solver.limits
    return settings
  }

  /// Solves the case, asks, and prints the answer; exit code 4 where there was no time for all of it.
  func ask(_ question: (SolvedCase) throws(OfficeError) -> Answer) throws {
    try ask(settings, question)
  }

  func ask(
    _ settings: SolvedCase.Settings, _ question: (SolvedCase) throws(OfficeError) -> Answer
  ) throws {
    Interrupt.watch()
    let answer: Answer
    do throws(OfficeError) {
      let solved = try target.open(matrix, settings)
      answer = try question(solved)
      try? Terminal.print(
        output.json
          ? answer.json(CaseJSON(solved, messages: Terminal.words)).text(.pretty) + "\n"
          : answer.text(CaseText(solved, messages: Terminal.words, width: Terminal.width)))
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    if !answer.isComplete { throw ExitCode(4) }
  }
}

/// The season's folder or instance file that a question is about.
struct CaseArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      Terminal.words.say(
        "Папка сезона или файл задачи.", "A season's folder, or an instance file."),
      valueName: "dir|file"))
  var path: String

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Проект, о котором речь: файл решения или вывод propose --json (без него — тот, что находит решатель).",
        "The proposal in question: a solution file, or what propose --json printed (default: the one the solver finds)."
      ),
      valueName: "file"))
  var proposal: String?

  func open(
    _ matrix: MatrixOptions, _ settings: SolvedCase.Settings
  ) throws(OfficeError) -> SolvedCase {
    let line = ProgressLine()
    defer { line?.wipe() }
    var settings = settings
    settings.isCancelled = { Interrupt.isRaised }
    settings.report = line?.report
    let solved = try SolvedCase.open(path, reader: try matrix.reader(), settings: settings)
    return try proposal.map { file throws(OfficeError) in try solved.explaining(file) } ?? solved
  }
}
