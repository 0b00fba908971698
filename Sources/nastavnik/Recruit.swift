import ArgumentParser
import InstanceFiles
import Office
import Problems

/// `nastavnik recruit`: where one place or one mentor more would help most.
struct Recruit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Кого искать: что прибавит ещё одно место или ещё один наставник.",
      "Whom to recruit: what one place or one mentor more would gain."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik recruit samples/school-7
        nastavnik recruit samples/school-7 --steps 20
        nastavnik recruit instance.json --json
      Коды: 0 готово, 3 условия невыполнимы, 4 предел времени, 65 плохие данные.
      """,
      """
      Examples:
        nastavnik recruit samples/school-7
        nastavnik recruit samples/school-7 --steps 20
        nastavnik recruit instance.json --json
      Exit codes: 0 done, 3 infeasible, 4 limit reached, 65 bad data.
      """))

  /// More mentors than any school looks for.
  private static let mostSteps = 1000

  @OptionGroup var target: CaseArgument

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Сколько наставников добавлять один за другим, самое большее.",
        "For how many mentors more, at most."),
      valueName: "count"))
  var steps = 10

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var solver: SolverOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard 0...Self.mostSteps ~= steps else {
      throw ValidationError(
        Terminal.words.say(
          "--steps: нужно число от 0 до \(Self.mostSteps).",
          "--steps must be from 0 to \(Self.mostSteps)."))
    }
  }

  func run() throws {
    Interrupt.watch()
    let report: RecruitReport
    do throws(OfficeError) {
      let settings = try solver.caseSettings
      let solved = try target.open(matrix, settings)
      report = try solved.recruitment(steps: steps, time: settings.limits.time)
      try? Terminal.print(
        output.json
          ? RecruitJSON(solved, messages: Terminal.words).value(report).text(.pretty) + "\n"
          : RecruitText(solved, messages: Terminal.words, width: Terminal.width).text(report))
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    if report.isStopped { throw ExitCode(4) }
  }
}
