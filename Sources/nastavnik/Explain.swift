import ArgumentParser
import InstanceFiles
import Office
import Problems

/// `nastavnik explain`: why these two, why not those, why nobody, and what a change would cost.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Почему эта пара, почему не та, почему никто — и цена замены.",
      "Why this pair, why not that one, why nobody, and the price of a change."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik explain samples/school-7 --mentee "Носков"
        nastavnik explain samples/school-7 --mentee "Носков" --mentor "Лебедева"
        nastavnik explain instance.json --mentee 3 --mentor 7 --json
      Коды: 0 готово, 3 условия невыполнимы, 4 предел времени, 64 нет такого человека, 65 плохие данные.
      """,
      """
      Examples:
        nastavnik explain samples/school-7 --mentee "Носков"
        nastavnik explain samples/school-7 --mentee "Носков" --mentor "Лебедева"
        nastavnik explain instance.json --mentee 3 --mentor 7 --json
      Exit codes: 0 done, 3 infeasible, 4 time limit, 64 nobody of that name, 65 bad data.
      """))

  @OptionGroup var target: CaseArgument

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Наставляемый: имя, обозначение или номер с нуля.",
        "The mentee: a name, an id, or an index from 0."),
      valueName: "name"))
  var mentee: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Наставник: имя, обозначение или номер с нуля.",
        "The mentor: a name, an id, or an index from 0."),
      valueName: "name"))
  var mentor: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Форма, если человек участвует в нескольких.", "The form, for people in several."),
      valueName: "code"))
  var form: String?

  @OptionGroup var matrix: MatrixOptions
  @OptionGroup var solver: SolverOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard mentee == nil, mentor == nil else { return }
    throw ValidationError(
      Terminal.words.say(
        "О ком рассказать? Назовите --mentee, --mentor или обоих.",
        "Whom about? Name --mentee, --mentor or both."))
  }

  func run() throws {
    Interrupt.watch()
    do throws(OfficeError) {
      let solved = try target.open(matrix, try solver.caseSettings)
      let (json, text) = try answer(solved)
      try? Terminal.print(output.json ? json.text(.pretty) + "\n" : text)
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
  }

  private func answer(_ solved: SolvedCase) throws(OfficeError) -> (json: JSONValue, text: String) {
    let (json, text) = (
      ExplainJSON(solved, messages: Terminal.words),
      ExplainText(solved, messages: Terminal.words, width: Terminal.width)
    )
    if let mentee, let mentor {
      let (one, other) = (
        try solved.person(mentee, of: .mentees, form: form),
        try solved.person(mentor, of: .mentors, form: form)
      )
      switch (one, other) {
      case (.seat(let mentee), .seat(let mentor)):
        let pair = try solved.explanation(of: Pair(mentee: mentee, mentor: mentor))
        return (json.value(pair), text.text(pair))
      // Who does not take part is no half of a pair: that is the answer.
      case (.excluded, _):
        let person = try solved.explanation(of: one, side: .mentees)
        return (json.value(person), text.text(person))
      case (_, .excluded):
        let person = try solved.explanation(of: other, side: .mentors)
        return (json.value(person), text.text(person))
      }
    }
    let side: Side = mentee == nil ? .mentors : .mentees
    let person = try solved.person(mentee ?? mentor ?? "", of: side, form: form)
    let explanation = try solved.explanation(of: person, side: side)
    return (json.value(explanation), text.text(explanation))
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

extension SolverOptions {
  var caseSettings: SolvedCase.Settings {
    get throws(OfficeError) {
      var settings = SolvedCase.Settings()
      // Checked when the arguments were parsed.
      settings.aim = try? aim
      settings.backend = backend
      settings.limits = limits
      return settings
    }
  }
}
