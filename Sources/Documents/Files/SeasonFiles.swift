import Foundation
import Mentorship

/// The files of one season's folder, by their relative paths.
///
/// ```swift
/// let files = SeasonFiles(root: URL(filePath: "samples/school-7"))
/// files.read("mentors.csv", limitMegabytes: 50)  // .bytes([…])
/// ```
/// Nothing outside the folder is ever opened, neither by `..` nor through a symbolic link.
struct SeasonFiles {
  enum Content: Equatable {
    case bytes([UInt8])
    case missing
    case unreadable(FileObstacle)
    case tooLarge
    /// The path leaves the folder.
    case outside
  }

  private let root: URL

  init(root: URL) { self.root = root.standardizedFileURL.resolvingSymlinksInPath() }

  /// - Complexity: O(*n*) for *n* bytes of the file; larger ones than the limit are not read.
  func read(_ path: String, limitMegabytes: Int) -> Content {
    guard Self.staysInside(path) else { return .outside }
    let file = root.appending(path: path).resolvingSymlinksInPath()
    let inside = root.path.hasSuffix("/") ? root.path : root.path + "/"
    guard file.path == root.path || file.path.hasPrefix(inside) else { return .outside }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: file.path) else {
      return .missing
    }
    let type = attributes[.type] as? FileAttributeType
    // A link that could not be followed to its end leads nowhere.
    if type == .typeSymbolicLink { return .missing }
    // A pipe or a device would never end.
    guard type == .typeRegular else {
      return .unreadable(type == .typeDirectory ? .directory : .notRegular)
    }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard size <= limitMegabytes << 20 else { return .tooLarge }
    guard let data = try? Data(contentsOf: file) else { return .unreadable(.noPermission) }
    return .bytes([UInt8](data))
  }

  static func staysInside(_ path: String) -> Bool {
    // `\` and `C:` lead outside on the machine where the folder may have been made.
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), !path.contains("\\"), !path.contains("\0"),
      !path.dropFirst().hasPrefix(":")
    else { return false }
    return !path.split(separator: "/").contains("..")
  }
}
