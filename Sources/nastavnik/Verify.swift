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
      "Пример:\n  nastavnik verify instance.json solution.json\nКоды: 0 принято, 65 отвергнуто.",
      "Example:\n  nastavnik verify instance.json solution.json\nExit codes: 0 accepted, 65 rejected."
    ))

  @Argument(
    help: ArgumentHelp(Terminal.words.say("Файл задачи.", "The instance file.")))
  var instance: String

  @Argument(
    help: ArgumentHelp(
      Terminal.words.say("Файл решения nastavnik.solution/1.", "A nastavnik.solution/1 file.")))
  var solution: String

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let judgement: VerifySolution.Judgement
    do throws(OfficeError) {
      let problem = try Office.readInstance(instance, using: matrix.reader())
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
      return VerifySolution().judgement(of: try Office.readSolution(solution), for: problem)
    } catch {
      if case .instanceFile(_, let cause) = error, error.exitCode == 65 { return .unusable(cause) }
      throw error
    }
  }
}
