import ArgumentParser
import InstanceFiles
import Office

/// `nastavnik verify`: the independent checker alone.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Проверить решение по двум файлам, не доверяя решателю.",
      "Check a solution from the two files alone, trusting no solver."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik verify instance.json solution.json
        nastavnik verify --profiles mentees.npy mentors.npy --score l1 solution.json
      Коды: 0 принято, 65 отвергнуто.
      """,
      """
      Examples:
        nastavnik verify instance.json solution.json
        nastavnik verify --profiles mentees.npy mentors.npy --score l1 solution.json
      Exit codes: 0 accepted, 65 rejected.
      """))

  @Argument(
    help: ArgumentHelp(
      Terminal.words.say(
        "Файл задачи (с --profiles два) и за ним файл решения nastavnik.solution/1.",
        "The instance file (two with --profiles), then a nastavnik.solution/1 file."),
      valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Число потоков; ответ от него не зависит.",
        "Threads; the answer is the same for any number."),
      valueName: "n"))
  var threads = 1

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var profiles: ProfileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let count = profiles.profiles ? 3 : 2
    if files.count != count {
      throw ValidationError(
        Terminal.words.say(
          "Нужно файлов: \(count), последним — решение.",
          "Name \(count) files, the solution last."))
    }
    try SolverOptions.check(threads: threads)
  }

  func run() throws {
    let judgement: VerifySolution.Judgement
    do throws(OfficeError) {
      let problem = try profiles.instance(files.dropLast(), matrix)
      judgement = try claim(problem)
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    let (verdict, problems) = Terminal.words.words(judgement)
    if output.json {
      let value: JSONValue = [
        "accepted": .bool(problems.isEmpty), "problems": JSONValue(problems.map { .string($0) }),
        "proof": judgement.standing.map { .string($0) } ?? nil,
      ]
      try Terminal.print(value.text() + "\n")
    } else {
      try Terminal.print(([verdict] + problems.map { "  " + $0 }).joined(separator: "\n") + "\n")
    }
    if !problems.isEmpty { throw ExitCode(65) }
  }

  /// An unreadable solution is a rejected one; only a missing file is none at all.
  private func claim(_ problem: Instance) throws(OfficeError) -> VerifySolution.Judgement {
    do throws(OfficeError) {
      let solution = try Office.readSolution(files.last ?? "-")
      return VerifySolution(threads: threads).judgement(of: solution, for: problem)
    } catch {
      if case .instanceFile(_, let cause) = error, error.exitCode == 65 { return .unusable(cause) }
      throw error
    }
  }
}
