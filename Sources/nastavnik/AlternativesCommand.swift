import ArgumentParser
import InstanceFiles
import Office

/// `nastavnik alternatives`: the next best solutions, and which pairs hold in all of the best.
struct AlternativesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alternatives",
    abstract: Terminal.words.say(
      "Следующие по качеству решения и пары, которые стоят в каждом лучшем.",
      "The next best solutions, and the pairs that stand in every optimum."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik alternatives samples/school-7 -k 5
        nastavnik alternatives samples/school-7 -k 3 --differ 6
        nastavnik alternatives instance.json -k 10 --classify --json
        nastavnik alternatives samples/school-7 -k 1 --robustness
      Коды: 0 готово, 3 условия невыполнимы, 4 предел времени, 65 плохие данные.
      """,
      """
      Examples:
        nastavnik alternatives samples/school-7 -k 5
        nastavnik alternatives samples/school-7 -k 3 --differ 6
        nastavnik alternatives instance.json -k 10 --classify --json
        nastavnik alternatives samples/school-7 -k 1 --robustness
      Exit codes: 0 done, 3 infeasible, 4 limit reached, 65 bad data.
      """))

  /// More than anybody reads, and few enough to be kept.
  private static let mostSolutions = 10_000

  @Option(
    name: .customShort("k"),
    help: ArgumentHelp(
      Terminal.words.say("Сколько решений.", "How many solutions."), valueName: "count"))
  var count = 5

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "В скольких парах каждое отличается от всех предыдущих.",
        "In how many pairs each differs from all before it."),
      valueName: "pairs"))
  var differ = 1

  @Flag(
    help: ArgumentHelp(
      Terminal.words.say(
        "Назвать пары, которые стоят в каждом лучшем решении и в некоторых.",
        "Name the pairs that stand in every optimum, and those in some.")))
  var classify = false

  @Flag(
    help: ArgumentHelp(
      Terminal.words.say(
        "Проверить, какие пары выдержат, если баллы немного другие.",
        "Try which pairs stand when points are a little off.")))
  var robustness = false

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "С --robustness: сколько раз менять баллы (по --seed).",
        "With --robustness: how many times points are drawn (by --seed)."),
      valueName: "count"))
  var draws = 100

  @OptionGroup var question: CaseQuestion

  func validate() throws {
    guard 1...Self.mostSolutions ~= count else {
      throw ValidationError(
        Terminal.words.say(
          "-k: нужно число от 1 до \(Self.mostSolutions).",
          "-k must be from 1 to \(Self.mostSolutions)."))
    }
    guard 1...Self.mostSolutions ~= draws else {
      throw ValidationError(
        Terminal.words.say(
          "--draws: нужно число от 1 до \(Self.mostSolutions).",
          "--draws must be from 1 to \(Self.mostSolutions)."))
    }
    if differ < 1 {
      throw ValidationError(
        Terminal.words.say("--differ: нужно число от 1.", "--differ must be at least 1."))
    }
  }

  func run() throws {
    try question.ask { solved throws(OfficeError) in
      let report = try solved.alternatives(count, differing: differ, classifies: classify)
      let seed = question.solver.seed ?? 1
      let robust = robustness ? try solved.robustness(draws: draws, seed: seed) : nil
      return CaseQuestion.Answer(
        isComplete: !report.isStopped, json: { $0.value(report, robust, seed: seed) },
        text: { $0.text(report, robust) })
    }
  }
}
