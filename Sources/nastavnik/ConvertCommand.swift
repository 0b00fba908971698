public import ArgumentParser
public import InstanceFiles
import Office
import Problems

/// `nastavnik convert`: a market or a season in, the format of another programme out.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: Terminal.words.say(
      "Перевести задачу или сезон в другой формат, при желании без имён.",
      "Convert an instance or a season to another format, without names if wanted."),
    discussion: Terminal.words.say(
      """
      Пишет json, csv-pairs (строка — пара), csv-ranks (строка — человек), preflib (списки наставляемых), hr. Чему \
      в формате нет места, перечисляется.

      Примеры:
        nastavnik convert 00038-00000001.soi задача.json
        nastavnik convert задача.json пары.csv --to csv-pairs --anonymous
        nastavnik convert samples/school-7 сезон.json      сезон — всегда без имён; с именами: --no-anonymous
      Коды: 0 готово, 64 формат неясен, 65 плохие данные, 66 нет файла, 73 не записать.
      """,
      """
      Writes json, csv-pairs (a row a pair), csv-ranks (a row a person), preflib (the mentees' lists), hr. What a \
      format has no place for is said.

      Examples:
        nastavnik convert 00038-00000001.soi instance.json
        nastavnik convert instance.json pairs.csv --to csv-pairs --anonymous
        nastavnik convert samples/school-7 season.json     a season loses its names; with names: --no-anonymous
      Exit codes: 0 done, 64 unclear format, 65 bad data, 66 no such file, 73 cannot write.
      """))

  @Argument(
    help: ArgumentHelp(
      Terminal.words.say(
        "Файл задачи, «-» или папка сезона.", "An instance file, - or a season's folder."),
      valueName: "in"))
  var input: String

  @Argument(
    help: ArgumentHelp(
      Terminal.words.say(
        "Что записать; «-» — стандартный вывод.", "What to write; - is standard output."),
      valueName: "out"))
  var out: String

  @Option(
    name: [.customLong("from"), .customLong("format")],
    help: ArgumentHelp(
      Terminal.words.say(
        "Формат исходного файла (без него — по расширению).",
        "Format of the input (default: by extension)."),
      valueName: "format"))
  var from: InstanceFormat?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Формат записи (без него — по расширению; .csv — csv-pairs, .txt — hr, «-» — json).",
        "Format of the output (default: by extension; .csv = csv-pairs, .txt = hr, - = json)."),
      valueName: "format"))
  var to: InstanceWriter.Format?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Вместимость наставников, где её нет в файле.",
        "Capacities of the mentors, where the file has none."),
      valueName: "file"))
  var capacities: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Что значат числа матрицы: min — затраты, max — баллы.",
        "What a matrix's numbers are: min = costs, max = points."),
      valueName: "min|max"))
  var sense: Sense?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      Terminal.words.say(
        "Люди в случайном порядке, e1… и m1…, без имён (для сезонов — всегда, если не запрещено).",
        "People in a random order, e1… and m1…, without names (default for seasons).")))
  var anonymous: Bool?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Повторимый порядок для --anonymous; кто знает число и список, узнает людей.",
        "A repeatable order for --anonymous; who knows it and the list knows the people."),
      valueName: "n"))
  var seed: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard to == nil, out != "-", InstanceWriter.Format(name: out) == nil else { return }
    throw ValidationError(
      Terminal.words.say(
        "Назовите формат записи: --to \(Self.formats).",
        "Name the output's format: --to \(Self.formats)."))
  }

  private static let formats =
    InstanceWriter.Format.allCases.map(\.rawValue).joined(separator: ", ")

  func run() throws {
    let format = to ?? InstanceWriter.Format(name: out) ?? .json
    let converted: ConvertInstance.Converted
    do throws(OfficeError) {
      var reader = InstanceReader(format: from, sense: sense)
      if let capacities { try Office.readPlaces(capacities, for: &reader) }
      converted = try ConvertInstance(
        reader: reader, writer: InstanceWriter(format), isAnonymous: anonymous, seed: seed
      ).converted(input)
      if out != "-" { try Office.write(text: converted.text, to: out) }
    } catch {
      throw try Terminal.failure(error, json: output.json)
    }
    if out == "-" { try Terminal.print(converted.text) }
    if output.json, out != "-" {
      try Terminal.print(report(converted, format).text(.pretty) + "\n")
    } else {
      for line in lines(converted, format) { Terminal.report(line + "\n") }
    }
  }

  private func lines(
    _ converted: ConvertInstance.Converted, _ format: InstanceWriter.Format
  ) -> [String] {
    let language = Terminal.language
    Terminal.warn(converted.warnings, about: input)
    var lines: [String] = []
    if !converted.losses.isEmpty {
      let parts = converted.losses.map { $0.text(in: language) }.joined(separator: "; ")
      lines.append(
        Terminal.words.say(
          "предупреждение: в формате \(format.rawValue) не сохранено: \(parts)",
          "warning: \(format.rawValue) does not hold: \(parts)"))
    }
    if out != "-" { lines.append(Terminal.words.say("записано: \(out)", "written: \(out)")) }
    return lines
  }

  private func report(
    _ converted: ConvertInstance.Converted, _ format: InstanceWriter.Format
  ) -> JSONValue {
    [
      "file": .string(out), "format": .string(format.rawValue),
      "losses": JSONValue(converted.losses.map { .string($0.rawValue) }),
      "warnings": JSONValue(
        converted.warnings.map { warning -> JSONValue in
          ["code": .string(warning.code), "message": .string(warning.text(in: Terminal.language))]
        }),
    ]
  }
}

extension InstanceWriter.Format: ExpressibleByArgument {}
