public import Foundation
import Mentorship

/// What the last import wrote, so that it can be taken back: `imports/last.yaml`.
struct ImportLog {
  /// One file that was written.
  struct Step {
    let path: String
    /// Where the version before is kept; `nil` = there was none.
    let kept: String?
    /// Of what was written: a file that was changed since is nobody's to take back.
    let hash: String
  }

  static let file = "imports/last.yaml"
  private static let schema = "nastavnik.import-log/1"

  let steps: [Step]

  init(steps: [Step]) { self.steps = steps }

  /// Reads the text of the file; steps that lead out of the folder are none.
  init?(_ text: String) {
    var findings: [Finding] = []
    let (root, _) = YAMLReader.read(text, file: Self.file)
    guard let root, let map = YAMLMap(root, keys: ["schema", "steps"], &findings),
      case .list(let nodes)? = map["steps"]?.content
    else { return nil }
    steps = nodes.compactMap { node in
      guard let map = YAMLMap(node, keys: ["path", "kept", "hash"], &findings),
        let path = map["path"]?.text, let hash = map["hash"]?.text, SeasonFiles.staysInside(path),
        SeasonFiles.staysInside(map["kept"]?.text ?? "")
      else { return nil }
      return Step(path: path, kept: map["kept"]?.text, hash: hash)
    }
  }

  func write(in root: URL) throws(WriteError) {
    var lines = ["schema: \(Self.schema)", "steps:"]
    for step in steps {
      lines.append("  - path: \(YAMLText.scalar(step.path))")
      if let kept = step.kept { lines.append("    kept: \(YAMLText.scalar(kept))") }
      lines.append("    hash: \(YAMLText.scalar(step.hash))")
    }
    let folder = root.appending(path: FolderImport.archive)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw WriteError(path: folder.path, reason: error.localizedDescription)
    }
    let text = lines.joined(separator: "\n") + "\n"
    try writeAtomically(Data(text.utf8), to: root.appending(path: Self.file))
  }
}

/// What taking back the last import did.
public struct ImportUndo: Equatable, Sendable {
  /// Files that stand as they did before.
  public var restored: [String] = []
  /// Files that were new, and are kept under `imports/` now.
  public var removed: [String] = []
  /// Files that somebody has changed since, and which stand as they are.
  public var leftAlone: [String] = []

  /// Takes back the last import of a folder; a second time there is nothing to take back.
  ///
  /// - Throws: ``WriteError`` when something cannot be written.
  public static func undo(in root: URL) throws(WriteError) -> ImportUndo? {
    let logFile = root.appending(path: ImportLog.file)
    guard let data = FileManager.default.contents(atPath: logFile.path),
      let log = ImportLog(String(decoding: data, as: UTF8.self))
    else { return nil }
    var undo = ImportUndo()
    for step in log.steps.reversed() {
      let target = root.appending(path: step.path)
      guard let now = FileManager.default.contents(atPath: target.path),
        FolderImport.hash(now) == step.hash
      else {
        undo.leftAlone.append(step.path)
        continue
      }
      if let kept = step.kept {
        guard let before = FileManager.default.contents(atPath: root.appending(path: kept).path)
        else {
          undo.leftAlone.append(step.path)
          continue
        }
        _ = try FolderImport.keep(now, step.path, in: root)
        try writeAtomically(before, to: target)
        undo.restored.append(step.path)
      } else {
        _ = try FolderImport.keep(now, step.path, in: root)
        try remove(target)
        undo.removed.append(step.path)
      }
    }
    try remove(logFile)
    return undo
  }

  private static func remove(_ file: URL) throws(WriteError) {
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      throw WriteError(path: file.path, reason: error.localizedDescription)
    }
  }
}
