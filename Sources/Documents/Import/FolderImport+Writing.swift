import Foundation
import Mentorship

extension FolderImport {
  /// Where older versions are kept.
  static let archive = "imports"

  /// Puts the files that were read into the season's folder, each whole or not at all.
  ///
  /// An older version is kept under `imports/` with its hash behind the name; mappings and the list of
  /// imported files are written last, so that they never name what is not there.
  ///
  /// - Throws: ``WriteError``.
  public mutating func write() throws(WriteError) {
    guard let root else { return }
    var written: [String] = []
    var steps: [ImportLog.Step] = []
    for file in accepted {
      let path = file.replaced?.path ?? freePath(for: file.mapped.entry)
      if let step = try Self.put(file.bytes, at: path, in: root) {
        steps.append(step)
        written.append(path)
      }
      reader.mappings.remember(file.mapped)
      if file.isListed {
        reader.imports.replace(path)
      } else {
        reader.imports.list(file.mapped.at(path), replacing: file.replaced)
      }
    }
    let books = [
      (MappingBook.file, reader.mappings.text), (ImportBook.file, reader.imports.text),
    ]
    for (name, text) in books where !accepted.isEmpty {
      guard let step = try Self.put(Array(text.utf8), at: name, in: root) else { continue }
      steps.append(step)
      written.append(name)
    }
    if !steps.isEmpty { try ImportLog(steps: steps).write(in: root) }
    note(written: written)
  }

  /// A path that no file of another kind has.
  private func freePath(for entry: FileEntry) -> String {
    let own = [SeasonReader.seasonFile, MappingBook.file, ImportBook.file]
    let listed = reader.tables.map(\.entry) + reader.settings.files + reader.imports.entries
    let isTaken = own.contains(entry.path) || listed.contains { $0.fileName == entry.fileName }
    return isTaken ? "\(entry.kind.name)-\(entry.fileName)" : entry.fileName
  }

  /// Writes one file and keeps what was there.
  ///
  /// - Returns: `nil` when the same bytes stand there already.
  static func put(
    _ bytes: [UInt8], at path: String, in root: URL
  ) throws(WriteError) -> ImportLog.Step? {
    let target = root.appending(path: path)
    let old = FileManager.default.contents(atPath: target.path)
    guard old != Data(bytes) else { return nil }
    var kept: String?
    if let old { kept = try keep(old, path, in: root) }
    try writeAtomically(Data(bytes), to: target)
    return ImportLog.Step(path: path, kept: kept, hash: hash(bytes))
  }

  /// Keeps a version of a file under its name and the hash of its bytes.
  static func keep(_ data: Data, _ path: String, in root: URL) throws(WriteError) -> String {
    let folder = root.appending(path: archive)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw WriteError(path: folder.path, reason: error.localizedDescription)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let kept = "\(archive)/\(name).\(hash(data).prefix(8))"
    try writeAtomically(data, to: root.appending(path: kept))
    return kept
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> String {
    var hash = FNVHash()
    hash.combine(bytes)
    return hash.hexadecimal
  }
}

extension MappedTable {
  /// The same table, listed under another path.
  fileprivate func at(_ path: String) -> (entry: FileEntry, mapped: MappedTable) {
    var listed = entry
    listed.path = path
    return (listed, self)
  }
}
