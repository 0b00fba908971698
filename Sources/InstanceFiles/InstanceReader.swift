public import Foundation
import Problems

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
  /// Of matrix formats; `nil` = costs.
  public var sense: Sense?
  /// Of the mentors of matrix formats and PrefLib, in order; `nil` = 1 each.
  public var capacities: [Int]?
  /// Places that several mentors of PrefLib share.
  public var shared: [SharedPlaces] = []

  public init(
    format: InstanceFormat? = nil, sense: Sense? = nil, capacities: [Int]? = nil
  ) {
    self.format = format
    self.sense = sense
    self.capacities = capacities
  }

  /// Reads the file at a path.
  ///
  /// - Throws: ``InstanceFileError``; ``InstanceFileError/missingFile(_:)`` when there is none.
  public func read(path: String) throws(InstanceFileError) -> Instance {
    try read(ByteSource(path: path))
  }

  /// Reads the bytes of a file, whose name matters for its extension alone.
  ///
  /// - Throws: ``InstanceFileError``.
  /// - Complexity: O(byte count), sparse formats O(*p* log *p*) for *p* pairs.
  public func read(_ data: Data, name: String) throws(InstanceFileError) -> Instance {
    try read(ByteSource(data, name: name))
  }

  /// Reads an instance from bytes, in JSON where no format is set.
  ///
  /// - Throws: ``InstanceFileError``.
  public func read(_ bytes: [UInt8]) throws(InstanceFileError) -> Instance {
    try read(bytes, format ?? .json)
  }

  private func read(_ source: ByteSource) throws(InstanceFileError) -> Instance {
    guard source.count > 0 else { throw .empty }
    if try isNumpy(source) { return try readNumpy(source) }
    // Other formats are small beside what is made of them.
    let bytes = Array(try source.data())
    guard
      let format = format ?? bytes.withUnsafeBytes({ InstanceFormat(name: source.name, bytes: $0) })
    else { throw .unknownFormat(source.name) }
    return try read(bytes, format, name: source.name)
  }

  private func readNumpy(_ source: ByteSource) throws(InstanceFileError) -> Instance {
    let hasher = ContentHasher()
    let matrix = try NumpyFile(source).matrix(hashing: hasher)
    return try draft(matrix).instance(hash: hasher.hash)
  }

  private func isNumpy(_ source: ByteSource) throws(InstanceFileError) -> Bool {
    if let format { return format == .npy }
    return try source.bytes(0..<NumpyFile.magic.count).withUnsafeBytes {
      InstanceFormat(name: source.name, bytes: $0) == .npy
    }
  }

  private func read(
    _ bytes: [UInt8], _ format: InstanceFormat, name: String = ""
  ) throws(InstanceFileError) -> Instance {
    guard !bytes.isEmpty else { throw .empty }
    let draft: InstanceDraft
    switch format {
    case .json:
      var parser = JSONParser(bytes)
      draft = try InstanceJSON(parser.parseDocument()).draft()
    case .npy: return try readNumpy(ByteSource(Data(bytes), name: "instance.npy"))
    case .csv: draft = try self.draft(MatrixCSV(bytes).matrix())
    case .orlibAssign: draft = try self.draft(ORLibraryFile(bytes).denseMatrix())
    case .orlibAssignSparse: draft = try self.draft(ORLibraryFile(bytes).sparseMatrix())
    case .orlibGap: draft = try self.draft(ORLibraryGapFile(bytes))
    case .preflib:
      let kind = PrefLibFile.Kind(name: name)
      draft = try self.draft(PrefLibFile(bytes, kind: kind).market())
    case .residents: draft = try self.draft(ResidentsFile(bytes).market())
    case .csvPairs: draft = try PairsCSV(bytes).draft(sense: sense ?? .maximize)
    case .csvRanks: draft = try self.draft(RanksCSV(bytes).market())
    }
    return try draft.instance(hash: ContentHash(of: bytes))
  }

  /// Every job has one agent; how many an agent takes is a matter of hours alone, or of `capacities`.
  private func draft(_ file: ORLibraryGapFile) throws(InstanceFileError) -> InstanceDraft {
    var reader = self
    let (jobCount, agentCount) = (file.matrix.rowCount, file.matrix.columnCount)
    reader.capacities = capacities ?? Array(repeating: jobCount, count: agentCount)
    var draft = try reader.draft(file.matrix)
    draft.coverage = .everyMentee
    (draft.hours, draft.hoursScale) = (file.hours, file.hoursScale)
    return draft
  }

  func draft(_ matrix: BareMatrix) throws(InstanceFileError) -> InstanceDraft {
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
      numbers: matrix.numbers, place: matrix.place, sense: sense ?? .minimize,
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

extension InstanceReader {
  /// Reads the capacities of the mentors: a one-dimensional `.npy`, or one number a line.
  ///
  /// - Throws: ``InstanceFileError``.
  public static func readCapacities(path: String) throws(InstanceFileError) -> [Int] {
    try readCapacities(ByteSource(path: path))
  }

  /// Reads the capacities of the mentors from the bytes of a file.
  ///
  /// - Throws: ``InstanceFileError``.
  public static func readCapacities(_ data: Data) throws(InstanceFileError) -> [Int] {
    try readCapacities(ByteSource(data, name: "capacities"))
  }

  private static func readCapacities(_ source: ByteSource) throws(InstanceFileError) -> [Int] {
    guard source.count > 0 else { throw .empty }
    let isNumpy = try source.bytes(0..<NumpyFile.magic.count) == NumpyFile.magic
    return isNumpy
      ? try NumpyFile(source).counts() : try CountLines(Array(source.data())).counts()
  }
}
