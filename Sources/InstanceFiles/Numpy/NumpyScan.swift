import Problems

/// Passes over the numbers of a `.npy` file, a chunk in memory at a time.
struct NumpyScan: Sendable {
  let source: ByteSource
  let header: NumpyHeader
  private static let chunkSize = 1 << 20

  /// All numbers converted, row by row whichever order the file keeps.
  ///
  /// - Throws: ``InstanceFileError/unreadableFile(_:)``, also when a number has no value: it had one in an
  ///   earlier pass.
  /// - Complexity: O(cells).
  func cells<Source: BitwiseCopyable, Cell>(
    hashing hasher: ContentHasher? = nil, _ value: (Source) -> Cell?
  ) throws(InstanceFileError) -> CellBuffer<Cell> {
    try CellBuffer(count: header.cellCount) { cells throws(InstanceFileError) in
      var isWhole = true
      try visitChunks(hashing: hasher) { (chunk: NumpyChunk<Source>) in
        chunk.visit { index, cell in
          if let value = value(cell) { cells[index] = value } else { isWhole = false }
        }
      }
      guard isWhole else { throw .unreadableFile(source.name) }
    }
  }

  /// All numbers as they are, row by row.
  ///
  /// - Throws: ``InstanceFileError/unreadableFile(_:)``.
  /// - Complexity: O(cells).
  func cells<Cell>(hashing hasher: ContentHasher) throws(InstanceFileError) -> CellBuffer<Cell> {
    guard !header.isTransposed else { return try cells(hashing: hasher) { (cell: Cell) in cell } }
    try hashHeader(hasher)
    // Straight to their place.
    return try CellBuffer(count: header.cellCount) { cells throws(InstanceFileError) in
      let bytes = UnsafeMutableRawBufferPointer(cells)
      for start in stride(from: 0, to: bytes.count, by: Self.chunkSize) {
        let chunk = UnsafeMutableRawBufferPointer(
          rebasing: bytes[start..<min(bytes.count, start + Self.chunkSize)])
        try source.read(at: header.dataStart + start, into: chunk)
        hasher.update(UnsafeRawBufferPointer(chunk))
      }
    }
  }

  /// The place of the first number, row by row, that a test picks out; it sees every number.
  ///
  /// - Throws: ``InstanceFileError/unreadableFile(_:)``.
  /// - Complexity: O(cells).
  func firstIndex<Source: BitwiseCopyable>(
    hashing hasher: ContentHasher? = nil, _ isPicked: (Source) -> Bool
  ) throws(InstanceFileError) -> Int? {
    var first: Int?
    try visitChunks(hashing: hasher) { (chunk: NumpyChunk<Source>) in
      chunk.visit { index, cell in
        if isPicked(cell) { first = min(first ?? index, index) }
      }
    }
    return first
  }

  private func visitChunks<Source: BitwiseCopyable>(
    hashing hasher: ContentHasher?, _ visit: (NumpyChunk<Source>) -> Void
  ) throws(InstanceFileError) {
    try hashHeader(hasher)
    let size = MemoryLayout<Source>.stride
    let buffer = UnsafeMutableBufferPointer<Source>.allocate(capacity: Self.chunkSize / size)
    defer { buffer.deallocate() }
    var start = 0
    while start < header.cellCount {
      let count = header.cellsOfChunk(from: start, atMost: buffer.count)
      let cells = UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      let bytes = UnsafeMutableRawBufferPointer(cells)
      try source.read(at: header.dataStart + start * size, into: bytes)
      hasher?.update(UnsafeRawBufferPointer(bytes))
      visit(NumpyChunk(cells: UnsafeBufferPointer(cells), start: start, header: header))
      start += count
    }
  }

  private func hashHeader(_ hasher: ContentHasher?) throws(InstanceFileError) {
    guard let hasher else { return }
    try source.bytes(0..<header.dataStart).withUnsafeBytes { hasher.update($0) }
  }
}

/// Some numbers that follow each other in a file.
private struct NumpyChunk<Cell: BitwiseCopyable> {
  let cells: UnsafeBufferPointer<Cell>
  /// Numbers of the file before these.
  let start: Int
  let header: NumpyHeader

  /// Visits the numbers with their place in rows one after the other.
  @inline(__always)
  func visit(_ body: (_ index: Int, Cell) -> Void) {
    guard header.isTransposed else {
      for offset in cells.indices { body(start + offset, cells[offset]) }
      return
    }
    // Row by row inside the chunk, so that what is written lies together.
    let (column, row) = start.quotientAndRemainder(dividingBy: header.rowCount)
    let height = min(cells.count, header.rowCount - row)
    for offset in 0..<height {
      let target = (row + offset) * header.columnCount + column
      var (index, place) = (target, offset)
      while place < cells.count {
        body(index, cells[place])
        (index, place) = (index + 1, place + height)
      }
    }
  }
}

extension NumpyHeader {
  /// How many numbers to read at once: of a transposed file whole columns, or a part of one.
  fileprivate func cellsOfChunk(from start: Int, atMost most: Int) -> Int {
    let count = min(most, cellCount - start)
    guard isTransposed else { return count }
    guard rowCount <= most else { return min(count, rowCount - start % rowCount) }
    return count / rowCount * rowCount
  }

  /// Where a number stands, counted row by row.
  func place(_ index: Int) -> FilePlace {
    guard shape.count == 2 else { return FilePlace(path: "[\(index)]") }
    let (row, column) = index.quotientAndRemainder(dividingBy: max(1, columnCount))
    return .cell(row: row, column: column)
  }

  /// Where a number stands in the file, from its place row by row.
  func fileIndex(_ index: Int) -> Int {
    guard isTransposed else { return index }
    let (row, column) = index.quotientAndRemainder(dividingBy: columnCount)
    return column * rowCount + row
  }
}
