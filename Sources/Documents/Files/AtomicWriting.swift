public import Foundation

/// A file could not be written; nothing of it remains, and what was there before still is.
public struct WriteError: Error, Equatable {
  public let path: String
  /// As the system words it.
  public let reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// Writes a file so that readers see either the old one or the whole new one, even after a crash.
///
/// The bytes go to a hidden file beside it, then to the disk, and only then take the name.
/// - Throws: ``WriteError`` when the folder is missing, read-only or full.
/// - Complexity: O(*n*) for *n* bytes.
public func writeAtomically(_ data: Data, to file: URL) throws(WriteError) {
  let folder = file.deletingLastPathComponent()
  let name = ".\(file.lastPathComponent).\(UUID().uuidString.prefix(8)).tmp"
  let temporary = folder.appending(path: name)
  do {
    try data.write(to: temporary, options: .withoutOverwriting)
    let handle = try FileHandle(forUpdating: temporary)
    try handle.synchronize()
    try handle.close()
    // `FileManager` has no move that replaces; the system's is one step.
    guard rename(temporary.path, file.path) == 0 else {
      throw CocoaError(
        .fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: String(cString: strerror(errno))])
    }
    synchronizeFolder(folder)
  } catch {
    try? FileManager.default.removeItem(at: temporary)
    throw WriteError(path: file.path, reason: error.localizedDescription)
  }
}

/// Puts the new name on the disk; where folders cannot be synchronised the system does it later.
private func synchronizeFolder(_ folder: URL) {
  let descriptor = open(folder.path, O_RDONLY)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
}
