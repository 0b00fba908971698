public import Foundation
import Problems

/// The formats an instance can come in; raw values are the names of `--format`.
public enum InstanceFormat: String, CaseIterable, Sendable {
  case json
  case orlibAssign = "orlib-assign"
  case orlibAssignSparse = "orlib-assign-sparse"
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

/// Reads instances of every format.
///
/// ```swift
/// let instance = try InstanceReader().read(path: "assign100.txt")
/// instance.problem.menteeCount  // 100
/// ```
///
/// Matrix formats say nothing of sense, coverage and capacities: they default to costs, everybody
/// matched on the side that has fewer places, and one place each.
public struct InstanceReader: Sendable {
  /// `nil` = by the extension of the name.
  public var format: InstanceFormat?
  /// Of matrix formats.
  public var sense: Sense
  /// Of the mentors of matrix formats, in order; `nil` = 1 each.
  public var capacities: [Int]?

  public init(
    format: InstanceFormat? = nil, sense: Sense = .minimize, capacities: [Int]? = nil
  ) {
    self.format = format
    self.sense = sense
    self.capacities = capacities
  }

  /// Reads the file at a path.
  ///
  /// - Throws: ``InstanceFileError``; ``InstanceFileError/missingFile(_:)`` when there is none.
  public func read(path: String) throws(InstanceFileError) -> Instance {
    try read(FileBytes.read(path), name: path)
  }

  /// Reads the bytes of a file, whose name matters for its extension alone.
  ///
  /// - Throws: ``InstanceFileError``.
  /// - Complexity: O(byte count), sparse formats O(*p* log *p*) for *p* pairs.
  public func read(_ data: Data, name: String) throws(InstanceFileError) -> Instance {
    try FileBytes.with(data) { bytes throws(InstanceFileError) in
      try read(bytes, name: name)
    }
  }

  /// Reads an instance from bytes, in JSON where no format is set.
  ///
  /// - Throws: ``InstanceFileError``.
  public func read(_ bytes: [UInt8]) throws(InstanceFileError) -> Instance {
    try FileBytes.with(bytes) { bytes throws(InstanceFileError) in
      try read(bytes, name: "instance.json")
    }
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, name: String
  ) throws(InstanceFileError) -> Instance {
    guard !bytes.isEmpty else { throw .empty }
    guard let format = format ?? InstanceFormat(name: name, bytes: bytes) else {
      throw .unknownFormat(name)
    }
    let draft: InstanceDraft
    switch format {
    case .json:
      var parser = JSONParser(Array(bytes))
      draft = try InstanceJSON(parser.parseDocument()).draft()
    case .npy: draft = try self.draft(NumpyFile(bytes).matrix())
    case .csv: draft = try self.draft(MatrixCSV(Array(bytes)).matrix())
    case .orlibAssign: draft = try self.draft(ORLibraryFile(Array(bytes)).denseMatrix())
    case .orlibAssignSparse: draft = try self.draft(ORLibraryFile(Array(bytes)).sparseMatrix())
    }
    return try draft.instance(hash: ContentHash(of: bytes))
  }

  private func draft(_ matrix: BareMatrix) throws(InstanceFileError) -> InstanceDraft {
    let capacities = capacities ?? Array(repeating: 1, count: matrix.columnCount)
    guard capacities.count == matrix.columnCount else {
      throw .wrongCount(
        FilePlace(path: "capacities"), count: capacities.count, expected: matrix.columnCount)
    }
    if let mentor = capacities.firstIndex(where: { $0 < 0 }) {
      throw .negative(FilePlace(path: "capacities[\(mentor)]"))
    }
    // "All" is as many pairs as the smaller side has places, as solvers of matrices understand it.
    let places = capacities.reduce(0) { $0 + min($1, matrix.rowCount) }
    return InstanceDraft(
      menteeCount: matrix.rowCount, mentorCount: matrix.columnCount, shape: matrix.shape,
      numbers: matrix.numbers, place: matrix.place, sense: sense,
      coverage: matrix.rowCount <= places ? .everyMentee : .everyMentor,
      mentors: capacities.map { MentorLimits(capacity: min($0, matrix.rowCount)) })
  }
}

/// What a format without people or rules holds.
struct BareMatrix {
  var rowCount: Int
  var columnCount: Int
  var shape: InstanceDraft.Shape = .matrix
  var numbers: InstanceDraft.Numbers
  var place: (_ index: Int) -> FilePlace
}

/// The bytes of a file, mapped rather than copied where the system can.
enum FileBytes {
  /// The standard library's own way to the bytes forgets the type of an error.
  static func with<Value>(
    _ bytes: some ContiguousBytes,
    _ body: (UnsafeRawBufferPointer) throws(InstanceFileError) -> Value
  ) throws(InstanceFileError) -> Value {
    try bytes.withUnsafeBytes { buffer in
      Result { () throws(InstanceFileError) in try body(buffer) }
    }.get()
  }

  static func read(_ path: String) throws(InstanceFileError) -> Data {
    guard FileManager.default.fileExists(atPath: path) else { throw .missingFile(path) }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw .unreadableFile(path)
    }
  }
}

extension InstanceReader {
  /// Reads the capacities of the mentors: a one-dimensional `.npy`, or one number a line.
  ///
  /// - Throws: ``InstanceFileError``.
  public static func readCapacities(path: String) throws(InstanceFileError) -> [Int] {
    try readCapacities(FileBytes.read(path))
  }

  /// Reads the capacities of the mentors from the bytes of a file.
  ///
  /// - Throws: ``InstanceFileError``.
  public static func readCapacities(_ data: Data) throws(InstanceFileError) -> [Int] {
    try FileBytes.with(data) { bytes throws(InstanceFileError) in
      guard !bytes.isEmpty else { throw .empty }
      return bytes.starts(with: NumpyFile.magic)
        ? try NumpyFile(bytes).counts() : try CountLines(Array(bytes)).counts()
    }
  }
}
