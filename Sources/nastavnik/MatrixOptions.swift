public import ArgumentParser
public import InstanceFiles
import Office
public import Problems

/// What a file that is only a matrix leaves open.
struct MatrixOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Формат файла (без него — по расширению).", "File format (default: by extension)."),
      valueName: "name"))
  var format: InstanceFormat?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Вместимость наставников матрицы или PrefLib: .npy, число на строку или .dat с руководителями.",
        "Capacities of the mentors of a matrix or PrefLib: .npy, a number a line, or a .dat of supervisors."
      ),
      valueName: "file"))
  var capacities: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Что значат числа матрицы: min — затраты (по умолчанию; для dot — баллы), max — баллы.",
        "What a matrix's numbers are: min = costs (default, but for dot), max = points."),
      valueName: "min|max"))
  var sense: Sense?

  func reader() throws(OfficeError) -> InstanceReader {
    var reader = InstanceReader(format: format, sense: sense)
    if let capacities { try Office.readPlaces(capacities, for: &reader) }
    return reader
  }
}

/// An instance of two files whose numbers are computed from them.
struct ProfileOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      Terminal.words.say(
        "Задача — два файла .npy с анкетами: наставляемые, наставники; строка — человек, столбец — целый"
          + " признак.",
        "The instance is two .npy files of profiles: mentees, mentors; a row a person, a column an"
          + " integer feature.")))
  var profiles = false

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "С --profiles: l1 — сумма разностей, hamming — число несовпадений (затраты), dot — сумма"
          + " произведений (баллы).",
        "With --profiles: l1 = sum of differences, hamming = number of mismatches (costs), dot = sum of"
          + " products (points)."),
      valueName: "l1|dot|hamming"))
  var score: ProfileScores.Measure?

  func validate() throws {
    if profiles != (score != nil) {
      throw ValidationError(
        Terminal.words.say(
          "--profiles и --score нужны вместе.", "--profiles and --score go together."))
    }
  }

  /// Reads the instance of the given files: two of profiles, or one of another kind.
  func instance(_ files: [String], _ matrix: MatrixOptions) throws(OfficeError) -> Instance {
    let reader = try matrix.reader()
    guard profiles, let score, files.count == 2 else {
      return try Office.readInstance(files.first ?? "-", using: reader)
    }
    return try Office.readProfiles(
      mentees: files[0], mentors: files[1], measure: score, using: reader)
  }
}

extension ProfileScores.Measure: ExpressibleByArgument {}
extension InstanceFormat: ExpressibleByArgument {}
extension Sense: ExpressibleByArgument {}
