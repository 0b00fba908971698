import ArgumentParser
import Foundation
import InstanceFiles
import Mentorship
import Office

/// `nastavnik template`: questionnaires and answer sheets to hand out, as XLSX.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Анкеты и листы ответов для раздачи (XLSX).",
      "Questionnaires and answer sheets to hand out (XLSX)."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik template --kind mentees --form student-student --out анкета.xlsx
        nastavnik template --kind mentors --form teacher-teacher --out наставники.xlsx samples/school-7
        nastavnik template --kind answers --form student-student --out ответы.xlsx samples/school-7
      С папкой сезона списки берутся из её словарей, а в листах ответов стоят имена участников.
      Коды: 0 готово, 64 нет такой формы или вида, 65 ошибки в данных сезона, 66 нет папки, 73 не записать.
      """,
      """
      Examples:
        nastavnik template --kind mentees --form student-student --out questionnaire.xlsx
        nastavnik template --kind mentors --form teacher-teacher --out mentors.xlsx samples/school-7
        nastavnik template --kind answers --form student-student --out answers.xlsx samples/school-7
      With a season's folder the lists are those of its vocabularies; answer sheets have its people's names.
      Exit codes: 0 done, 64 no such form or kind, 65 errors in the season, 66 no such folder, 73 cannot write.
      """))

  @Argument(
    help: ArgumentHelp(
      Terminal.words.say(
        "Папка сезона; для листов ответов нужна.", "A season's folder; answer sheets need one."),
      valueName: "dir"))
  var directory: String?

  @Option(help: ArgumentHelp("mentors, mentees, answers", valueName: "kind"))
  var kind: String

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Форма наставничества: код или название.", "The form of mentoring: its code or title."),
      valueName: "form"))
  var form: String

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Файл .xlsx; «-» — стандартный вывод.", "The .xlsx file; - is standard output."),
      valueName: "file"))
  var out: String

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Чьи ответы: mentees или mentors (без него — оба листа).",
        "Whose answers: mentees or mentors (default: a sheet for each)."),
      valueName: "role"))
  var from: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if out.isEmpty || directory?.isEmpty == true {
      throw ValidationError(
        Terminal.words.say("Назовите файл и папку.", "Name the file and the folder."))
    }
    if from != nil, kind.lowercased() != "answers" {
      throw ValidationError(
        Terminal.words.say("--from: только с --kind answers.", "--from goes with --kind answers."))
    }
  }

  func run() throws {
    do throws(OfficeError) {
      let data = try template()
      if out != "-" { try Office.write(data, to: out) }
      if out == "-" { FileHandle.standardOutput.write(data) }
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    guard out != "-" else { return }
    if output.json {
      let value: JSONValue = ["file": .string(out), "kind": .string(kind), "form": .string(form)]
      try Terminal.print(value.text() + "\n")
    } else {
      Terminal.report(Terminal.words.say("записано: \(out)\n", "written: \(out)\n"))
    }
  }

  private func template() throws(OfficeError) -> Data {
    let kind = try MakeTemplate.choice(
      kind, option: "--kind", among: MakeTemplate.Kind.names)
    let roles: KeyValuePairs = ["mentees": Role.mentee, "mentors": Role.mentor]
    var answering: [Role] = [.mentee, .mentor]
    if let from { answering = [try MakeTemplate.choice(from, option: "--from", among: roles)] }
    guard let directory else {
      let form = try MakeTemplate.form(form)
      guard case .questionnaires(let role) = kind else { throw .seasonNeeded }
      return try MakeTemplate(messages: Terminal.words).questionnaire(of: role, form: form)
    }
    let reading = try Office.read(directory)
    guard let season = reading.season else { throw .findings(reading.findings) }
    let form = try MakeTemplate.form(form, among: season.forms)
    let use = MakeTemplate(messages: Terminal.words.naming(season.forms))
    switch kind {
    case .questionnaires(let role):
      return try use.questionnaire(of: role, form: form, vocabularies: season.vocabularies)
    case .answers: return try use.answers(season, form: form, of: answering)
    }
  }
}
