import ArgumentParser
import InstanceFiles
import Office
import Policies
import Problems

/// `nastavnik solve`: abstract instances in, verified solutions out.
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Решить абстрактные задачи до доказанного оптимума.",
      "Solve abstract instances to proven optimality."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik solve instance.json --json > solution.json
        nastavnik solve costs.npy --capacities capacities.txt
        nastavnik solve --profiles mentees.npy mentors.npy --score l1
        cat *.json | nastavnik solve --stream > solutions.ndjson
      Коды: 0 оптимум, 3 невыполнимо (со свидетельством), 4 предел времени, 65 плохие данные.
      """,
      """
      Examples:
        nastavnik solve instance.json --json > solution.json
        nastavnik solve costs.npy --capacities capacities.txt
        nastavnik solve --profiles mentees.npy mentors.npy --score l1
        cat *.json | nastavnik solve --stream > solutions.ndjson
      Exit codes: 0 optimal, 3 infeasible (with a witness), 4 limit reached, 65 bad data.
      """))

  @Argument(
    help: ArgumentHelp(
      Terminal.words.say(
        "Файлы задач; «-» — стандартный ввод.", "Instance files; - is standard input."),
      valueName: "file"))
  var files: [String] = []

  @Flag(
    help: ArgumentHelp(
      Terminal.words.say(
        "Читать NDJSON и писать NDJSON, в том же порядке.",
        "Read NDJSON and write NDJSON, in the same order.")))
  var stream = false

  @Flag(
    help: ArgumentHelp(
      Terminal.words.say(
        "С --stream: и времена тоже.", "With --stream: timings too.")))
  var timings = false

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Утверждённое решение: его пары держит цель changes.",
        "An approved solution: the goal changes holds on to its pairs."),
      valueName: "solution"))
  var approved: String?

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var profiles: ProfileOptions
  @OptionGroup var solver: SolverOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if files.isEmpty, !stream {
      throw ValidationError(
        Terminal.words.say("Назовите файл задачи.", "Name an instance file."))
    }
    if profiles.profiles, stream || files.count != 2 {
      throw ValidationError(
        Terminal.words.say(
          "--profiles: назовите два файла, без --stream.",
          "--profiles needs two files, and no --stream."))
    }
  }

  private var approvedPairs: Set<Pair> {
    get throws {
      guard let approved else { return [] }
      do throws(OfficeError) {
        return Set(try Office.readSolution(approved).pairs)
      } catch {
        throw try Terminal.failure(error, json: output.json)
      }
    }
  }

  func run() throws {
    let useCase = SolveInstance(
      aim: try solver.aim, approved: try approvedPairs, backend: solver.backend,
      limits: solver.limits, seed: solver.seed,
      isCancelled: { Interrupt.isRaised })
    Interrupt.watch()
    if stream {
      let codes = try (files.isEmpty ? ["-"] : files).map { try answerLines(of: $0, useCase) }
      if let code = codes.max(), code != 0 { throw ExitCode(code) }
      return
    }
    var worst: Int32 = 0
    let instances = profiles.profiles ? [files] : files.map { [$0] }
    for files in instances {
      worst = Self.worse(worst, try solve(files, useCase, isOnly: instances.count == 1))
    }
    if worst != 0 { throw ExitCode(worst) }
  }

  private var looksAtRanks: Bool { (try? solver.aim)?.looksAtRanks ?? false }

  /// Answers every line of a file, and gives the exit code; a missing file does not stop the others.
  private func answerLines(of file: String, _ useCase: SolveInstance) throws -> Int32 {
    do {
      try SolveStream(useCase, withTimings: timings).run(file) { try Terminal.print($0) }
      return 0
    } catch let error as OfficeError {
      return Terminal.failure(error).rawValue
    }
  }

  /// Solves one instance, prints, and gives the exit code; an unreadable one among several does not
  /// stop the others.
  private func solve(
    _ files: [String], _ useCase: SolveInstance, isOnly: Bool
  ) throws -> Int32 {
    let instance: Instance
    let solution: SolutionFile
    do throws(OfficeError) {
      var watch = Stopwatch()
      let read = try profiles.instance(files, matrix)
      instance = read
      if looksAtRanks {
        Terminal.warn(read.warnings, about: files.joined(separator: " × "))
      }
      let line = ProgressLine { read.number(total: $0).text }
      defer { line?.wipe() }
      solution = try useCase.solution(
        of: read, reading: watch.lap(), report: line?.report)
    } catch {
      if output.json {
        var object = SolutionFile.errorLine(
          id: nil, code: "unsolved", message: Terminal.words.text(error), line: nil)
        if case .instanceFile(let file, let error) = error {
          object = SolutionFile.errorLine(
            id: nil, code: error.code, message: "\(file): \(error.text(in: Terminal.language))",
            line: error.place?.line)
        }
        try Terminal.print(object.text() + "\n")
      }
      return Terminal.failure(error).rawValue
    }
    if output.json {
      try Terminal.print(solution.json.text(isOnly ? .pretty : .compact) + "\n")
    } else {
      try Terminal.print(
        SolutionText(
          name: files.joined(separator: " × "), instance: instance, solution: solution,
          messages: Terminal.words
        ).text)
    }
    return solution.exitCode
  }

  /// Broken input outweighs limits, limits outweigh infeasibility.
  private static func worse(_ left: Int32, _ right: Int32) -> Int32 { max(left, right) }
}

extension SolutionFile {
  fileprivate var exitCode: Int32 {
    switch status {
    case .optimal: 0
    case .infeasible: 3
    case .feasible, .unknown: 4
    case .error: 65
    }
  }
}
