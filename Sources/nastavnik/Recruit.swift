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

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Сколько наставников добавлять один за другим, самое большее.",
        "For how many mentors more, at most."),
      valueName: "count"))
  var steps = 10

  @OptionGroup var question: CaseQuestion

  func validate() throws {
    guard 0...Self.mostSteps ~= steps else {
      throw ValidationError(
        Terminal.words.say(
          "--steps: нужно число от 0 до \(Self.mostSteps).",
          "--steps must be from 0 to \(Self.mostSteps)."))
    }
  }

  func run() throws {
    try question.ask { solved throws(OfficeError) in
      let report = try solved.recruitment(steps: steps, time: question.settings.limits.time)
      return CaseQuestion.Answer(
        isComplete: !report.isStopped, json: { $0.value(report) }, text: { $0.text(report) })
    }
  }
}
