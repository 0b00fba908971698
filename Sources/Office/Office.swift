import Documents
public import Foundation
public import InstanceFiles
public import Mentorship
public import Problems

/// The doors of the house to folders and files.
public enum Office {
  /// The version of the programme, as solutions record it.
  public static let version = "0.1.0"

  /// A season's folder, read.
  public struct SeasonReading: Equatable, Sendable {
    /// `nil` when no season can be formed at all.
    public let season: Season?
    /// By place.
    public let findings: [Finding]
    /// People who may be one, the most likely first.
    public var doubles: [PossibleDouble] = []
  }

  /// Reads a season's folder.
  ///
  /// - Throws: ``OfficeError/folder(_:)``; whatever is wrong inside is a finding.
  public static func read(_ directory: String) throws(OfficeError) -> SeasonReading {
    do {
      let reading = try SeasonFolder.read(URL(filePath: directory, directoryHint: .isDirectory))
      return SeasonReading(
        season: reading.season, findings: reading.findings, doubles: reading.doubles)
    } catch {
      throw .folder(error)
    }
  }

  /// Writes files into a folder, which is made when it is missing; each file whole or not at all.
  ///
  /// - Throws: ``OfficeError/cannotWrite(path:reason:)``.
  public static func write(
    _ files: [(name: String, text: String)], to directory: String
  ) throws(OfficeError) {
    let folder = URL(filePath: directory, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files {
        try writeAtomically(Data(file.text.utf8), to: folder.appending(path: file.name))
      }
    } catch let error as WriteError {
      throw .cannotWrite(path: error.path, reason: error.reason)
    } catch {
      throw .cannotWrite(path: directory, reason: error.localizedDescription)
    }
  }

  /// Writes one file, whole or not at all; the folder must be there.
  ///
  /// - Throws: ``OfficeError/cannotWrite(path:reason:)``.
  public static func write(_ data: Data, to path: String) throws(OfficeError) {
    do throws(WriteError) {
      try writeAtomically(data, to: URL(filePath: path))
    } catch {
      throw .cannotWrite(path: error.path, reason: error.reason)
    }
  }

  /// Writes a text as one file, whole or not at all; the folder must be there.
  ///
  /// - Throws: ``OfficeError/cannotWrite(path:reason:)``.
  public static func write(text: String, to path: String) throws(OfficeError) {
    try write(Data(text.utf8), to: path)
  }

  /// Reads an instance file; `-` is standard input.
  ///
  /// - Throws: ``OfficeError/instanceFile(file:_:)``.
  public static func readInstance(
    _ path: String, using reader: InstanceReader = InstanceReader()
  ) throws(OfficeError) -> Instance {
    do throws(InstanceFileError) {
      return path == "-"
        ? try reader.read(standardInput(), name: path) : try reader.read(path: path)
    } catch {
      throw .instanceFile(file: path, error)
    }
  }

  /// Reads an instance from two files of profiles; one of them may be `-`, standard input.
  ///
  /// - Throws: ``OfficeError/instanceFile(file:_:)`` with the file that is wrong.
  public static func readProfiles(
    mentees: String, mentors: String, measure: ProfileScores.Measure,
    using reader: InstanceReader = InstanceReader()
  ) throws(OfficeError) -> Instance {
    func path(_ file: String) -> String { file == "-" ? "/dev/stdin" : file }
    do throws(InstanceReader.ProfileError) {
      return try reader.readProfiles(
        mentees: path(mentees), mentors: path(mentors), measure: measure)
    } catch {
      throw .instanceFile(file: error.side == .mentees ? mentees : mentors, error.cause)
    }
  }

  /// Reads a solution file; `-` is standard input.
  ///
  /// - Throws: ``OfficeError/instanceFile(file:_:)``.
  public static func readSolution(_ path: String) throws(OfficeError) -> SolutionFile {
    do throws(InstanceFileError) {
      return try SolutionFile(bytes: bytes(of: path))
    } catch {
      throw .instanceFile(file: path, error)
    }
  }

  /// Reads the places of the mentors of a matrix or of PrefLib, for a reader to give them.
  ///
  /// - Throws: ``OfficeError/instanceFile(file:_:)``.
  public static func readPlaces(
    _ path: String, for reader: inout InstanceReader
  ) throws(OfficeError) {
    do throws(InstanceFileError) {
      try reader.readPlaces(path: path)
    } catch {
      throw .instanceFile(file: path, error)
    }
  }

  /// What a file holds, or standard input.
  static func bytes(of path: String) throws(InstanceFileError) -> [UInt8] {
    path == "-" ? Array(standardInput()) : try contents(of: path)
  }

  private static func contents(of path: String) throws(InstanceFileError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingFile(path)
    }
    if isFolder.boolValue { throw .folder(path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadableFile(path)
    }
    return Array(data)
  }

  private static func standardInput() -> Data {
    (try? FileHandle.standardInput.readToEnd()) ?? Data()
  }
}
