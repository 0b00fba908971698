/// The formats an instance can come in; raw values are the names of `--format`.
public enum InstanceFormat: String, CaseIterable, Sendable {
  case json
  case orlibAssign = "orlib-assign"
  case orlibAssignSparse = "orlib-assign-sparse"
  case orlibGap = "orlib-gap"
  case npy
  case csv
  case preflib
  case residents = "hr"
  case csvPairs = "csv-pairs"
  case csvRanks = "csv-ranks"

  static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Guesses from the extension, and between formats of one extension from the first lines.
  init?(name: String, bytes: UnsafeRawBufferPointer) {
    switch name.split(separator: ".").last?.lowercased() {
    case "json", "ndjson", "jsonl": self = .json
    case "npy": self = .npy
    case "csv", "tsv":
      self = PairsCSV.matches(bytes) ? .csvPairs : RanksCSV.matches(bytes) ? .csvRanks : .csv
    case "soc", "soi", "toc", "toi": self = .preflib
    case "txt":
      self =
        ResidentsFile.matches(bytes)
        ? .residents : ORLibraryFile.isSparse(bytes) ? .orlibAssignSparse : .orlibAssign
    default:
      // Without a known extension (standard input): both formats name themselves.
      if bytes.starts(with: NumpyFile.magic) {
        self = .npy
      } else if bytes.first(where: { !JSONParser.isSpace($0) }) == UInt8(ascii: "{") {
        self = .json
      } else {
        return nil
      }
    }
  }
}
