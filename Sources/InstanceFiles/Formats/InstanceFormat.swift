/// The formats an instance can come in; raw values are the names of `--format`.
public enum InstanceFormat: String, CaseIterable, Sendable {
  case json
  case orlibAssign = "orlib-assign"
  case orlibAssignSparse = "orlib-assign-sparse"
  case orlibGap = "orlib-gap"
  case npy
  case csv

  static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Guesses from the extension, and between the two OR-Library formats from the first line.
  init?(name: String, bytes: UnsafeRawBufferPointer) {
    switch name.split(separator: ".").last?.lowercased() {
    case "json", "ndjson", "jsonl": self = .json
    case "npy": self = .npy
    case "csv", "tsv": self = .csv
    case "txt": self = ORLibraryFile.isSparse(bytes) ? .orlibAssignSparse : .orlibAssign
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
