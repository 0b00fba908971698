import ArgumentParser
import InstanceFiles
import Mentorship
import Office

/// `nastavnik import`: exported files in, compared with a season's folder and put there.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Принять файлы с анкетами и ответами: узнать столбцы, сравнить, положить в папку сезона.",
      "Take in questionnaires and answers: recognise columns, compare, put into a season's folder."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik import анкеты.csv --kind mentees --dry-run
        nastavnik import анкеты.csv --kind mentees --form student-student --season осень-2026
        nastavnik import --undo --season осень-2026
      Старая версия файла хранится в imports/. Коды: 0 готово, 65 ошибки в данных, 66 нет файла или папки.
      """,
      """
      Examples:
        nastavnik import answers.csv --kind mentees --dry-run
        nastavnik import answers.csv --kind mentees --form student-student --season autumn-2026
        nastavnik import --undo --season autumn-2026
      An older version of a file is kept in imports/. Exit codes: 0 done, 65 errors in the data, 66 no such file or folder.
      """))

  @Argument(
    help: ArgumentHelp(
      Terminal.words.say("Файлы CSV или XLSX.", "CSV or XLSX files."), valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Что в файлах: ", "What the files hold: ")
        + ImportFiles.kinds.joined(separator: ", ") + ".",
      valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Форма наставничества, если её нет в самих анкетах.",
        "The form of mentoring, where the questionnaires do not say it."),
      valueName: "form"))
  var form: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Чьи это ответы: mentees или mentors.", "Whose answers these are: mentees or mentors."),
      valueName: "mentees|mentors"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Папка сезона; без неё файлы только показываются.",
        "The season's folder; without it files are only shown."),
      valueName: "dir"))
  var season: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say("Лист книги: название или номер.", "Sheet of a workbook: name or number."),
      valueName: "sheet"))
  var sheet: String?

  @Flag(
    help: ArgumentHelp(
      Terminal.words.say("Только показать, ничего не записывать.", "Show only, write nothing.")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      Terminal.words.say("Отменить последний приём файлов.", "Take back the last import.")))
  var undo = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if undo {
      guard season != nil, files.isEmpty else {
        throw ValidationError(
          Terminal.words.say(
            "--undo: назовите только папку, --season.", "--undo takes a folder alone, --season."))
      }
      return
    }
    if files.isEmpty || files.contains("") {
      throw ValidationError(Terminal.words.say("Назовите файлы.", "Name the files."))
    }
    guard let kind, ImportFiles.kinds.contains(kind) else {
      throw ValidationError(
        Terminal.words.say("--kind: нужно одно из: ", "--kind must be one of: ")
          + ImportFiles.kinds.joined(separator: ", "))
    }
    if let from, !["mentees", "mentors"].contains(from) {
      throw ValidationError(
        Terminal.words.say("--from: mentees или mentors.", "--from must be mentees or mentors."))
    }
    if kind == "answers", from == nil, season != nil {
      throw ValidationError(
        Terminal.words.say(
          "Скажите, чьи это ответы: --from mentees или --from mentors.",
          "Say whose answers these are: --from mentees or --from mentors."))
    }
  }

  func run() throws {
    if undo { return try takeBack() }
    let role = from.map { $0 == "mentors" ? Role.mentor : .mentee }
    let isDryRun = dryRun || season == nil
    let words = Terminal.words
    let text: String
    let hasErrors: Bool
    do throws(OfficeError) {
      let report = try ImportFiles(kind: kind ?? "", form: form, from: role, sheet: sheet)
        .report(files, season: season, isDryRun: isDryRun)
      text =
        output.json
        ? ImportJSON(report, messages: words, isDryRun: isDryRun).value.text(.pretty) + "\n"
        : ImportText(
          report, messages: words, isDryRun: isDryRun, hasSeason: season != nil,
          width: Terminal.width
        ).text
      hasErrors = report.hasErrors
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    try Terminal.print(text)
    if hasErrors { throw ExitCode(65) }
  }

  private func takeBack() throws {
    let text: String
    do throws(OfficeError) {
      let undone = try ImportFiles.undo(season: season ?? "")
      text =
        output.json
        ? Terminal.words.json(undo: undone).text(.pretty) + "\n" : Terminal.words.text(undo: undone)
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    try Terminal.print(text)
  }
}
