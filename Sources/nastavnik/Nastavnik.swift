import ArgumentParser
import Mentorship
import Office

/// The command line: thin skins over the use cases of ``Office``.
@main
struct Nastavnik: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nastavnik",
    abstract: Terminal.words.say(
      "Подбор наставнических пар с доказательством, что лучше нельзя.",
      "Mentor–mentee matching, proven optimal."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik import анкеты.csv --kind mentees   что в файле, кто новый
        nastavnik check samples/school-7      замечания и готовность
        nastavnik propose samples/school-7    проект пар с объяснениями
        nastavnik solve instance.json --json  абстрактная задача
      """,
      """
      Examples:
        nastavnik import forms.csv --kind mentees    what a file holds, who is new
        nastavnik check samples/school-7      findings and readiness
        nastavnik propose samples/school-7    proposed pairs with reasons
        nastavnik solve instance.json --json  an abstract instance
      """),
    version: Office.version,
    subcommands: [
      Propose.self, Check.self, Explain.self, AlternativesCommand.self, RematchCommand.self,
      FrontCommand.self, Recruit.self, Import.self, Template.self,
      Solve.self, Compare.self, Verify.self, ConvertCommand.self, GenerateCommand.self,
    ])

  /// Names the command that was meant before the parser speaks of unexpected arguments.
  static func main() {
    let names = configuration.subcommands.map { $0._commandName }
    if let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-"),
      !names.contains(first), first != "help"
    {
      let nearest = names.min { editDistance($0, first) < editDistance($1, first) }
      let meant = nearest.flatMap { editDistance($0, first) <= 2 ? $0 : nil }
      Terminal.report(
        "nastavnik: " + Terminal.words.unknownCommand(first, meant: meant, of: names) + "\n")
      exit(withError: ExitCode.validationFailure)
    }
    main(nil)
  }
}
