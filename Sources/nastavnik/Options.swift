public import ArgumentParser
import Office
public import Policies
import Problems

/// What every command takes.
struct OutputOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      Terminal.words.say("Печатать JSON вместо текста.", "Print JSON instead of text.")))
  var json = false

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Язык: ru или en (без него — по локали).", "Language: ru or en (default: the locale's)."),
      valueName: "ru|en"))
  var lang: Language?
}

/// What the commands that solve take.
struct SolverOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Правило подбора.", "Policy."),
      valueName: "name"))
  var policy: Policy?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Свой порядок целей через запятую: \(GoalChain.names).",
        "Goals of your own, one after the other, with commas: \(GoalChain.names)."),
      valueName: "goal,goal"))
  var goals: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Решатель.", "Backend."),
      valueName: "name"))
  var backend: Backend = .auto

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Предел времени; лучшее из найденного возвращается с кодом 4.",
        "Time limit; the best found so far is returned with exit code 4."),
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Предел памяти решателя GLPK; дойдя до него, он отдаёт лучшее из найденного.",
        "Memory limit of the GLPK backend; when it is reached the best found so far is returned."),
      valueName: "megabytes"))
  var memoryLimit: Int?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Число потоков; ответ от него не зависит.",
        "Threads; the answer is the same for any number."),
      valueName: "n"))
  var threads = 1

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Зерно случайности, записывается в ответ.", "Seed of lots, recorded in the answer."),
      valueName: "n"))
  var seed: Int?

  /// A year; more is no limit at all.
  private static let longestLimit = 31_536_000.0

  /// What is asked for; `nil` = what the instance itself says.
  var aim: Aim? {
    get throws {
      guard let goals else { return policy.map { .policy($0) } }
      guard let chain = GoalChain(parsing: goals) else {
        throw ValidationError(Terminal.words.unknownGoals(goals))
      }
      return .goals(chain)
    }
  }

  /// What the solver may take.
  var limits: SolverLimits {
    SolverLimits(
      time: timeLimit.map { .seconds($0) }, memoryMegabytes: memoryLimit, threads: threads)
  }

  func validate() throws {
    if let timeLimit, !(timeLimit > 0 && timeLimit <= Self.longestLimit) {
      throw ValidationError(
        Terminal.words.say(
          "--time-limit: нужно число секунд больше 0 и не больше \(Int(Self.longestLimit)).",
          "--time-limit must be more than 0 and at most \(Int(Self.longestLimit)) seconds."))
    }
    if let memoryLimit, memoryLimit < 1 {
      throw ValidationError(
        Terminal.words.say(
          "--memory-limit: нужно число мегабайт от 1.",
          "--memory-limit must be at least 1 megabyte."))
    }
    if goals != nil, policy != nil {
      throw ValidationError(
        Terminal.words.say(
          "Назовите что-то одно: --policy или --goals.", "Give --policy or --goals, not both."))
    }
    _ = try aim
    try Self.check(threads: threads)
  }

  static func check(threads: Int) throws {
    guard threads < 1 else { return }
    throw ValidationError(
      Terminal.words.say("--threads: нужно число от 1.", "--threads must be at least 1."))
  }
}

extension Policy: ExpressibleByArgument {}
extension Backend: ExpressibleByArgument {}
