import ArgumentParser
import InstanceFiles
import Office

/// `nastavnik check`: everything wrong with a season's inputs, and how ready it is.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Все замечания к данным сезона и его готовность.",
      "All findings of a season's inputs, and its readiness."),
    discussion: Terminal.words.say(
      "Пример:\n  nastavnik check samples/school-7\nКоды: 0 ошибок нет, 65 есть ошибки, 66 нет папки.",
      "Example:\n  nastavnik check samples/school-7\nExit codes: 0 no errors, 65 errors, 66 no such folder."
    ))

  @OptionGroup var season: SeasonFolderArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    let reading: Office.SeasonReading
    do throws(OfficeError) {
      reading = try Office.read(season.directory)
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    let words = Terminal.words
    guard let season = reading.season else {
      try Terminal.print(
        output.json
          ? FindingsJSON(reading.findings, messages: words).value.text(.pretty) + "\n"
          : words.text(reading.findings) + words.tally(reading.findings) + "\n")
      throw ExitCode(65)
    }
    let report = CheckSeason().report(
      season, findings: reading.findings, doubles: reading.doubles)
    try Terminal.print(
      output.json
        ? CheckJSON(report, messages: words).value.text(.pretty) + "\n"
        : CheckText(report, messages: words, width: Terminal.width).text)
    if report.hasErrors { throw ExitCode(65) }
  }
}
