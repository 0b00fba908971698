public import Foundation
public import Mentorship

/// A folder with a `season.yaml` and the tables that it names.
///
/// ```swift
/// let reading = try SeasonFolder.read(URL(filePath: "samples/school-7"))
/// reading.season?.questionnaires.count  // 118
/// reading.findings.filter { $0.kind.severity == .error }  // what stands in the way
/// ```
/// Whatever is wrong with the contents is a finding, all of them in one pass, sorted by place; only a
/// folder that is not there is an error. Nothing outside the folder is read.
public enum SeasonFolder {
  /// What a folder holds.
  public struct Reading: Equatable, Sendable {
    /// `nil` when no season can be formed at all.
    ///
    /// Then the settings are unreadable, without a date, or without a form. A season may be
    /// incomplete when some findings are errors.
    public let season: Season?
    /// By file, line and column.
    public let findings: [Finding]
    /// People who may be one, the most likely first.
    public var doubles: [PossibleDouble] = []
  }

  /// Reads a season's folder.
  ///
  /// - Throws: ``SeasonFolderError`` when there is no such folder, or no `season.yaml` in it.
  /// - Complexity: O(*n* log *n*) for *n* bytes and rows; names that are not written in full cost
  ///   O(people) each.
  public static func read(_ directory: URL) throws(SeasonFolderError) -> Reading {
    let files = SeasonFiles(root: directory)
    let limit = SeasonReader.seasonLimitMegabytes
    let place = Place(file: SeasonReader.seasonFile)
    switch try content(directory) {
    case .missing, .outside:
      throw .noSeasonFile(path: directory.appending(path: SeasonReader.seasonFile).path)
    case .unreadable(let obstacle):
      let kind = FindingKind.fileUnreadable(path: SeasonReader.seasonFile, obstacle: obstacle)
      return Reading(season: nil, findings: [Finding(kind, at: place)])
    case .tooLarge:
      return Reading(
        season: nil, findings: [Finding(.fileTooLarge(limitMegabytes: limit), at: place)])
    case .bytes(let bytes):
      var reader = SeasonReader(files)
      let season = reader.read(bytes)
      return Reading(
        season: season, findings: sorted(reader.findings), doubles: reader.doubles)
    }
  }

  /// The season file, `nil` when it is there and cannot be read.
  static func settingsBytes(_ directory: URL) throws(SeasonFolderError) -> [UInt8]? {
    switch try content(directory) {
    case .missing, .outside:
      throw .noSeasonFile(path: directory.appending(path: SeasonReader.seasonFile).path)
    case .unreadable, .tooLarge: return nil
    case .bytes(let bytes): return bytes
    }
  }

  private static func content(
    _ directory: URL
  ) throws(SeasonFolderError) -> SeasonFiles.Content {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: directory.path, isDirectory: &isDirectory),
      isDirectory.boolValue
    else { throw .noSuchFolder(path: directory.path) }
    return SeasonFiles(root: directory)
      .read(SeasonReader.seasonFile, limitMegabytes: SeasonReader.seasonLimitMegabytes)
  }

  /// By place, then by code; findings of one kind and place keep their order.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
      if left.element.place < right.element.place { return true }
      if right.element.place < left.element.place { return false }
      return (left.element.kind.code, left.offset) < (right.element.kind.code, right.offset)
    }
    .map(\.element)
  }
}

/// A season's folder could not be opened.
public enum SeasonFolderError: Error, Equatable {
  case noSuchFolder(path: String)
  case noSeasonFile(path: String)
}
