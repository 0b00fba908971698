public import ArgumentParser
import InstanceFiles
import Office
public import Policies
import Problems
import Solvers
import Synchronization

/// `nastavnik compare`: what every policy makes of the same instances.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Сравнить правила подбора на одних и тех же данных.",
      "Compare matching policies on the same data."),
    discussion: Terminal.words.say(
      """
      Данные — файлы задач и папки сезонов. Каждый ответ проверяется до того, как измерен.

      Примеры:
        nastavnik compare samples/school-7
        nastavnik compare markets/*.json --policies coverage-first,max-points,stable-mentee --csv > table.csv
        nastavnik compare markets/*.json --policies all --threads 2 --out run.json --html report.html
      --out пишет JSON после каждой задачи; прерванное сравнение с тем же --out продолжается с того же места.
      Коды: 0 готово, 4 остановлено, 64 нет такого правила, 65 плохие данные, 66 нет файла.
      """,
      """
      The data are instance files and folders of seasons. Every answer is checked before it is measured.

      Examples:
        nastavnik compare samples/school-7
        nastavnik compare markets/*.json --policies coverage-first,max-points,stable-mentee --csv > table.csv
        nastavnik compare markets/*.json --policies all --threads 2 --out run.json --html report.html
      --out writes JSON after each instance; a comparison that was stopped goes on from there with the same --out.
      Exit codes: 0 done, 4 stopped, 64 no such policy, 65 bad data, 66 no such file.
      """))

  @Argument(
    help: ArgumentHelp(
      Terminal.words.say("Файлы задач и папки сезонов.", "Instance files and folders of seasons."),
      valueName: "dir|file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Правила через запятую, all — все; и цели: goals:matched+worst.",
        "Policies with commas, all = every one; goals too: goals:matched+worst."),
      valueName: "policy,policy"))
  var policies = "all"

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Показатели через запятую, all — все (без параметра таблица показывает главные).",
        "Metrics with commas, all = every one (default: the table shows the main ones)."),
      valueName: "metric,metric"))
  var metrics: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Откуда предпочтения: rankings — из ответов, points — из баллов (без параметра: из ответов, где они"
          + " есть).",
        "Where preferences come from: rankings, or points (default: rankings where there are any)."),
      valueName: "rankings|points"))
  var preferences: Market.Preferences?

  @Flag(help: ArgumentHelp(Terminal.words.say("Вывести CSV.", "Print CSV.")))
  var csv = false

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Записать страницу с графиками.", "Write a page with drawings."),
      valueName: "file"))
  var html: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Записывать JSON после каждой задачи и продолжать с него.",
        "Write JSON after each instance, and go on from it."),
      valueName: "file"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Сколько людей каждой стороны спросить, что дала бы им неправда, и как стоят пары при шуме: правило"
          + " считается заново на каждую попытку.",
        "How many people of a side to ask what else than the truth would gain, and how pairs stand under"
          + " noise: the policy is run again for each try."),
      valueName: "n"))
  var probe = 0

  @Option(help: ArgumentHelp(Terminal.words.say("Решатель.", "Backend."), valueName: "name"))
  var backend: Backend = .auto

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Предел времени одного правила на одной задаче (без параметра 30).",
        "Time limit of one policy on one instance (default: 30)."),
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Сколько задач считать одновременно.", "How many instances to work on side by side."),
      valueName: "n"))
  var threads = 1

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Зерно жребиев, записывается в ответ.", "Seed of lots, recorded."),
      valueName: "n"))
  var seed: Int?

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var output: OutputOptions

  /// A policy that takes longer is stopped, and its best so far is measured.
  private static let timeLimit = 30.0

  func validate() throws {
    try SolverOptions.check(threads: threads)
    if let timeLimit, !(timeLimit > 0) {
      throw ValidationError(
        Terminal.words.say(
          "--time-limit: нужно число секунд больше 0.",
          "--time-limit must be more than 0 seconds."))
    }
    if csv, output.json {
      throw ValidationError(
        Terminal.words.say("Что-то одно: --csv или --json.", "--csv or --json, not both."))
    }
    _ = try chosenPolicies
    _ = try chosenMetrics
  }

  private var chosenPolicies: [Aim] {
    get throws {
      if policies == "all" { return Policy.allCases.map { .policy($0) } }
      var chosen: [Aim] = []
      for name in policies.split(separator: ",").map(String.init) {
        guard let aim = Aim(named: name.replacing("+", with: ",")), !chosen.contains(aim) else {
          let all = Policy.allCases.map(\.rawValue)
          throw ValidationError(
            Terminal.words.say(
              "--policies: «\(name)» — нет такого правила, или названо дважды; есть: all, "
                + all.joined(separator: ", ") + ".",
              "--policies: “\(name)” is no policy, or named twice; there are: all, "
                + all.joined(separator: ", ") + "."))
        }
        chosen.append(aim)
      }
      return chosen
    }
  }

  private var chosenMetrics: [Metric] {
    get throws {
      guard let metrics, metrics != "all" else { return Metric.allCases }
      return try metrics.split(separator: ",").map { name in
        guard let metric = Metric(rawValue: String(name)) else {
          let all = Metric.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError(
            Terminal.words.say(
              "--metrics: «\(name)» — нет такого показателя; есть: all, \(all).",
              "--metrics: “\(name)” is no metric; there are: all, \(all)."))
        }
        return metric
      }
    }
  }

  func run() throws {
    Interrupt.watch()
    let report: ComparisonReport
    do throws(OfficeError) {
      let markets = try read()
      report = try compare(markets)
      if let html {
        try Office.write(
          text: ComparisonPage(messages: Terminal.words).html(report), to: html)
      }
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    let shown = try metrics == nil ? ComparisonText.shown : chosenMetrics
    try Terminal.print(
      output.json
        ? report.json().text(.pretty) + "\n"
        : csv
          ? report.csv
          : ComparisonText(metrics: shown, messages: Terminal.words).text(report))
    if report.rows.count < report.entries.count * report.policies.count { throw ExitCode(4) }
  }

  private func read() throws(OfficeError) -> [ComparedMarket] {
    let reader = try matrix.reader()
    var markets: [ComparedMarket] = []
    for file in files {
      let market = try ComparedMarket(at: file, reader: reader, preferences: preferences)
      Terminal.warn(market.warnings, about: file)
      markets.append(market)
    }
    return markets
  }

  private func compare(_ markets: [ComparedMarket]) throws(OfficeError) -> ComparisonReport {
    let known = try out.flatMap { (path) throws(OfficeError) in try Office.readComparison(path) }
    let line = ProgressLine()
    defer { line?.wipe() }
    let failure = Mutex<OfficeError?>(nil)
    let (out, output) = (out, line?.note)
    let policies = (try? chosenPolicies) ?? []
    let useCase = ComparePolicies(
      policies, metrics: (try? chosenMetrics) ?? [],
      run: PolicyRun(
        seed: seed ?? 1, drawsTies: seed != nil, backend: backend,
        limits: SolverLimits(time: .seconds(timeLimit ?? Self.timeLimit)),
        watch: SolverWatch(isCancelled: { Interrupt.isRaised })), probeSize: max(0, probe),
      threads: threads)
    let report = useCase.report(on: markets, known: known) { report, progress in
      output?("\(progress.done) / \(progress.count)")
      guard let out else { return }
      do throws(OfficeError) {
        try Office.write(text: report.json().text(.pretty) + "\n", to: out)
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return report
  }
}

extension Market.Preferences: ExpressibleByArgument {}
