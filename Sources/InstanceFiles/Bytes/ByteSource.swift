import Foundation

/// The bytes of a file, read piece by piece and never held as a whole, or bytes that are in memory
/// because they came through a pipe.
///
/// A mapped file would count as resident memory beside the cells that are made of it, and would end the
/// programme if another one cut it short: so pieces are copied out of it.
final class ByteSource: Sendable {
  private enum Storage {
    case memory(Data)
    case file(descriptor: Int32)
  }

  /// For messages.
  let name: String
  let count: Int
  private let storage: Storage

  init(_ data: Data, name: String) {
    self.name = name
    count = data.count
    storage = .memory(data)
  }

  /// Opens a file.
  ///
  /// - Throws: ``InstanceFileError/missingFile(_:)``, ``InstanceFileError/unreadableFile(_:)``.
  init(path: String) throws(InstanceFileError) {
    name = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileManager.default.fileExists(atPath: path)
        ? .unreadableFile(path) : .missingFile(path)
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      count = Int(status.st_size)
      storage = .file(descriptor: descriptor)
      return
    }
    // A pipe or a terminal can be read only once; a folder not at all.
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard status.st_mode & S_IFMT != S_IFDIR, let data = try? handle.readToEnd() ?? Data() else {
      throw .unreadableFile(path)
    }
    count = data.count
    storage = .memory(data)
  }

  deinit {
    if case .file(let descriptor) = storage { close(descriptor) }
  }

  /// Copies the bytes from an offset on, as many as the buffer holds.
  ///
  /// - Throws: ``InstanceFileError/unreadableFile(_:)``, also when the file is no longer as long.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(InstanceFileError) {
    switch storage {
    case .memory(let data):
      guard offset >= 0, buffer.count <= data.count - offset else { throw .unreadableFile(name) }
      let start = data.startIndex + offset
      data.copyBytes(to: buffer, from: start..<start + buffer.count)
    case .file(let descriptor):
      var rest = buffer[...]
      while let base = UnsafeMutableRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let place = offset + (buffer.count - rest.count)
        let readCount = pread(descriptor, base, rest.count, off_t(place))
        if readCount < 0, errno == EINTR { continue }
        guard readCount > 0 else { throw .unreadableFile(name) }
        rest = rest.dropFirst(readCount)
      }
    }
  }

  /// The bytes of a range, or as many of them as there are.
  func bytes(_ range: Range<Int>) throws(InstanceFileError) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    var bytes = [UInt8](repeating: 0, count: range.count)
    var failure: InstanceFileError?
    bytes.withUnsafeMutableBytes { buffer in
      do throws(InstanceFileError) {
        try read(at: range.lowerBound, into: buffer)
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// All bytes, for formats that are read as a whole: mapped where the system can.
  func data() throws(InstanceFileError) -> Data {
    switch storage {
    case .memory(let data): return data
    case .file:
      do {
        return try Data(contentsOf: URL(fileURLWithPath: name), options: .mappedIfSafe)
      } catch {
        throw .unreadableFile(name)
      }
    }
  }
}
