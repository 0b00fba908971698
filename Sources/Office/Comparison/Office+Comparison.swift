import Foundation
import InstanceFiles

extension Office {
  /// Reads a comparison that was begun.
  ///
  /// - Returns: `nil` where there is no file yet.
  /// - Throws: ``OfficeError/instanceFile(file:_:)``; a file that holds something else is never written over.
  public static func readComparison(_ path: String) throws(OfficeError) -> ComparisonReport? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do throws(InstanceFileError) {
      let json = try JSONValue(parsing: try bytes(of: path))
      guard let report = ComparisonReport(json: json) else {
        throw .unknownFormat(path)
      }
      return report
    } catch {
      throw .instanceFile(file: path, error)
    }
  }
}
