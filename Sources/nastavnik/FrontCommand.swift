import ArgumentParser
import InstanceFiles
import Office
import Policies

/// `nastavnik front`: what one goal costs in another.
struct FrontCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "front",
    abstract: Terminal.words.say(
      "Что чего стоит: решения, в которых одну цель не улучшить, не ухудшив другой.",
      "What costs what: the solutions in which one goal cannot gain without the other losing."),
    discussion: Terminal.words.say(
      """
      Две цели называет --goals: \(GoalChain.numberNames). Если охват важнее всего, берутся только решения с наибольшим \
      числом пар, кроме цели matched.

      Примеры:
        nastavnik front samples/school-7 --goals points,worst
        nastavnik front samples/school-7 --goals matched,points --svg front.svg
        nastavnik front instance.json --goals points,blocking-pairs --json
      Коды: 0 готово, 3 условия невыполнимы, 4 предел времени, 64 такой цены нет, 65 плохие данные.
      """,
      """
      --goals names the two goals: \(GoalChain.numberNames). Where coverage comes first only solutions with the most \
      pairs count, unless a goal is matched.

      Examples:
        nastavnik front samples/school-7 --goals points,worst
        nastavnik front samples/school-7 --goals matched,points --svg front.svg
        nastavnik front instance.json --goals points,blocking-pairs --json
      Exit codes: 0 done, 3 infeasible, 4 limit reached, 64 no such price, 65 bad data.
      """))

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Утверждённые пары, если цель — changes: файл решения или JSON команды propose.",
        "The approved pairs, where a goal is changes: a solution file, or the JSON of propose."),
      valueName: "file"))
  var approved: String?

  @OptionGroup var approval: ApprovalOptions
  @OptionGroup var plot: PlotOptions
  @OptionGroup var question: CaseQuestion

  func validate() throws {
    guard try question.solver.aim?.chain?.goals.count != 2 || question.solver.policy != nil else {
      return
    }
    throw ValidationError(
      Terminal.words.say(
        "Назовите две цели через запятую, например --goals points,worst; есть: \(GoalChain.numberNames).",
        "Name two goals with a comma, as --goals points,worst; there are: \(GoalChain.numberNames)."
      ))
  }

  func run() throws {
    // Checked when the arguments were parsed.
    guard let goals = try question.solver.aim?.chain?.goals, let first = goals.first,
      let second = goals.last
    else { return }
    var settings = question.settings
    settings.aim = nil
    try question.ask(settings) { solved throws(OfficeError) in
      var pairs: ApprovedPairs?
      if let approved { pairs = try approval.pairs(at: approved, in: solved, question.matrix) }
      let report = try solved.front(first, second, approved: pairs)
      try plot.write(report.svg(of: solved, messages: Terminal.words))
      return CaseQuestion.Answer(
        isComplete: report.front.isComplete, json: { $0.value(report) },
        text: { $0.text(report) })
    }
  }
}
