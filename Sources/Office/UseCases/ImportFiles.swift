public import Documents
import Foundation
public import Mentorship

/// The use case of taking exported files in.
///
/// ```swift
/// let report = try ImportFiles(kind: "mentors", form: "student-student").report(["новые.csv"])
/// report.files[0].new  // whom nobody knew
/// ```
public struct ImportFiles: Sendable {
  private let options: FolderImport.Options

  /// - Parameters:
  ///   - kind: One of ``kinds``.
  ///   - form: The code of the form of all rows that name none.
  ///   - from: Of answers: who gave them.
  ///   - sheet: Of a workbook: the name of the sheet, or its number.
  public init(kind: String, form: String? = nil, from: Role? = nil, sheet: String? = nil) {
    options = FolderImport.Options(kind: kind, form: form, from: from, sheet: sheet)
  }

  /// What files can hold.
  public static let kinds = FolderImport.kinds

  /// Reads files and compares them with a season's folder; writes them there unless it is a dry run.
  ///
  /// Nothing is written where anything is an error.
  ///
  /// - Throws: ``OfficeError/folder(_:)``, ``OfficeError/noSuchFile(_:)``, ``OfficeError/unknownForm(_:codes:)``
  ///   or ``OfficeError/cannotWrite(path:reason:)``.
  public func report(
    _ files: [String], season: String? = nil, isDryRun: Bool = true
  ) throws(OfficeError) -> ImportReport {
    do {
      var desk = try FolderImport(
        season: season.map { URL(filePath: $0, directoryHint: .isDirectory) })
      let codes = desk.forms.map(\.code.rawValue)
      if let form = options.form, !codes.contains(form) {
        throw OfficeError.unknownForm(form, codes: codes)
      }
      for file in files {
        guard FileManager.default.fileExists(atPath: file) else {
          throw OfficeError.noSuchFile(file)
        }
        desk.read(file, as: options)
      }
      if !isDryRun, !desk.hasErrors { try desk.write() }
      return desk.report
    } catch let error as WriteError {
      throw .cannotWrite(path: error.path, reason: error.reason)
    } catch {
      throw OfficeError(error)
    }
  }

  /// Takes back the last import of a folder.
  ///
  /// - Returns: `nil` when there is nothing to take back.
  /// - Throws: ``OfficeError/folder(_:)`` or ``OfficeError/cannotWrite(path:reason:)``.
  public static func undo(season: String) throws(OfficeError) -> ImportUndo? {
    let root = URL(filePath: season, directoryHint: .isDirectory)
    guard FileManager.default.fileExists(atPath: root.path) else {
      throw .folder(.noSuchFolder(path: season))
    }
    do throws(WriteError) {
      return try ImportUndo.undo(in: root)
    } catch {
      throw .cannotWrite(path: error.path, reason: error.reason)
    }
  }
}

extension ImportReport {
  public var hasErrors: Bool { findings.contains { $0.kind.severity == .error } }
}
