public import ArgumentParser
public import InstanceFiles
import Office

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
        "Вместимость наставников матрицы: .npy или число на строку.",
        "Capacities of a matrix's mentors: .npy, or a number a line."),
      valueName: "file"))
  var capacities: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Что значат числа матрицы: min — затраты (по умолчанию), max — баллы.",
        "What a matrix's numbers are: min = costs (default), max = points."),
      valueName: "min|max"))
  var sense: Sense = .minimize

  func reader() throws(OfficeError) -> InstanceReader {
    var reader = InstanceReader(format: format, sense: sense)
    if let capacities { reader.capacities = try Office.readCapacities(capacities) }
    return reader
  }
}

extension InstanceFormat: ExpressibleByArgument {}
extension Sense: ExpressibleByArgument {}
