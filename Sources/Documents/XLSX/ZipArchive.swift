import CZip
import Mentorship

/// The parts of a zip file in memory, each unpacked piece by piece.
///
/// ```swift
/// let archive = try ZipArchive(bytes)
/// try archive.read("xl/workbook.xml") { piece in parse(piece) }
/// ```
/// What a small file says about itself is never believed: unpacking stops at 50 MB a part, and where a
/// part grows over 200 times its packed size.
struct ZipArchive: ~Copyable {
  /// Of one part, unpacked.
  static let partLimit = 50 << 20
  /// Unpacked to packed.
  ///
  /// A megabyte of equal cells may well shrink further.
  static let ratioLimit = 200
  private static let ratioExempt = 1 << 20
  /// More parts than a workbook of hundreds of sheets has.
  private static let entryLimit = 10_000

  private let handle: OpaquePointer
  /// libzip reads from it until the archive closes.
  private let memory: UnsafeMutableRawBufferPointer

  /// Opens a zip file.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init(_ bytes: [UInt8]) throws(WorkbookError) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    memory.copyBytes(from: bytes)
    guard let source = zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, nil)
    else {
      memory.deallocate()
      throw WorkbookError(.directory)
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      memory.deallocate()
      throw WorkbookError(.directory)
    }
    guard zip_get_num_entries(handle, 0) <= Self.entryLimit else {
      zip_discard(handle)
      memory.deallocate()
      throw WorkbookError(.tooLarge(.parts))
    }
    (self.handle, self.memory) = (handle, memory)
  }

  deinit {
    zip_discard(handle)
    memory.deallocate()
  }

  /// The names of the parts, in their order.
  var names: [String] {
    (0..<zip_get_num_entries(handle, 0)).compactMap { index in
      zip_get_name(handle, UInt64(index), zip_flags_t(ZIP_FL_ENC_GUESS)).map(String.init(cString:))
    }
  }

  func contains(_ name: String) -> Bool { index(of: name) != nil }

  /// Some writers spell a part in the list of parts otherwise than in the archive.
  private func index(of name: String) -> UInt64? {
    for flags in [0, ZIP_FL_NOCASE] {
      let index = zip_name_locate(handle, name, zip_flags_t(flags))
      if index >= 0 { return UInt64(index) }
    }
    return nil
  }

  /// Unpacks a part, and hands over one piece after another until one is refused.
  ///
  /// - Parameters:
  ///   - name: Of the part.
  ///   - consume: Returns whether it wants more.
  /// - Throws: where there is no such part, and where it is damaged or grows too large.
  func read(
    _ name: String, _ consume: (UnsafeRawBufferPointer) throws(WorkbookError) -> Bool
  ) throws(WorkbookError) {
    guard let index = index(of: name) else { throw WorkbookError(.partMissing(name)) }
    var status = zip_stat_t()
    guard zip_stat_index(handle, index, 0, &status) == 0 else {
      throw WorkbookError(.partDamaged(name))
    }
    guard status.encryption_method == ZIP_EM_NONE else { throw WorkbookError(.encrypted) }
    guard let part = zip_fopen_index(handle, index, 0) else {
      throw WorkbookError(.partDamaged(name))
    }
    defer { zip_fclose(part) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { buffer.deallocate() }
    let allowed = max(Self.ratioExempt, Int(clamping: status.comp_size) * Self.ratioLimit)
    var total = 0
    while true {
      let count = zip_fread(part, buffer.baseAddress, UInt64(buffer.count))
      guard count >= 0 else { throw WorkbookError(.partDamaged(name)) }
      if count == 0 { return }
      total += Int(count)
      guard total <= Self.partLimit else { throw WorkbookError(.tooLarge(.part)) }
      guard total <= allowed else { throw WorkbookError(.tooLarge(.ratio)) }
      guard try consume(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)])) else { return }
    }
  }
}
