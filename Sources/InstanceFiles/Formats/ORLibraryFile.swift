import Problems

/// The reader of the assignment problems of the OR-Library.
///
/// Dense: `n`, then n rows of n costs, over as many lines as they like. Sparse: `n`, then lines
/// `row column cost`, 1-based; pairs that are not listed are not eligible.
///
/// Source: J. E. Beasley, "OR-Library: distributing test problems by electronic mail", J. Oper. Res.
/// Soc. 41, 1990, doi:10.1057/jors.1990.166.
struct ORLibraryFile {
  private let bytes: [UInt8]
  private static let largestCount = 1_000_000

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether all lines after the first, of the first hundred, hold three numbers.
  ///
  /// A dense file of three columns is one of 3 × 3: its first number says so.
  static func isSparse(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    var lines = text.split { $0.isNewline }
    if bytes.count > 4096 { lines.removeLast() }
    let words = lines.prefix(100).map { $0.split { $0 == " " || $0 == "\t" || $0 == "\r" } }
      .filter { !$0.isEmpty }
    guard let first = words.first?.first, let size = Int(first), words.count > 1 else {
      return false
    }
    guard words.dropFirst().allSatisfy({ $0.count == 3 }) else { return false }
    return size != 3 || words.count != 4
  }

  /// - Throws: ``InstanceFileError`` with line and column.
  /// - Complexity: O(byte count).
  func denseMatrix() throws(InstanceFileError) -> BareMatrix {
    var scanner = TextScanner(bytes)
    let size = try size(&scanner)
    var numbers = CompactNumbers()
    var offsets: [Int] = []
    while let word = scanner.next() {
      guard numbers.count < size * size else {
        throw .wrongCount(
          scanner.place(word.lowerBound), count: numbers.count + 1, expected: size * size)
      }
      numbers.append(try scanner.number(word))
      offsets.append(word.lowerBound)
    }
    guard numbers.count == size * size else {
      throw .wrongCount(
        scanner.place(bytes.count), count: numbers.count, expected: size * size)
    }
    let (bytes, places) = (bytes, offsets)
    return BareMatrix(
      rowCount: size, columnCount: size, numbers: .exact(numbers),
      place: {
        FilePlace(
          offset: places[$0], in: bytes,
          path: FilePlace.cell(row: $0 / size, column: $0 % size).path)
      })
  }

  /// - Throws: ``InstanceFileError`` with line and column.
  /// - Complexity: O(byte count).
  func sparseMatrix() throws(InstanceFileError) -> BareMatrix {
    var scanner = TextScanner(bytes)
    let size = try size(&scanner)
    var numbers = CompactNumbers()
    var pairs: [Pair] = []
    var offsets: [Int] = []
    var seen: Set<Pair> = []
    while let row = scanner.next() {
      guard let column = scanner.next(), let cost = scanner.next() else {
        throw .wrongCount(scanner.place(row.lowerBound), count: 2, expected: 3)
      }
      let pair = Pair(
        mentee: try index(row, below: size, scanner),
        mentor: try index(column, below: size, scanner))
      guard seen.insert(pair).inserted else {
        // As the file counts: from 1.
        throw .duplicatePair(
          scanner.place(row.lowerBound),
          Pair(mentee: pair.mentee + 1, mentor: pair.mentor + 1))
      }
      pairs.append(pair)
      numbers.append(try scanner.number(cost))
      offsets.append(cost.lowerBound)
    }
    let (bytes, places) = (bytes, offsets)
    return BareMatrix(
      rowCount: size, columnCount: size, shape: .pairs(pairs), numbers: .exact(numbers),
      place: { FilePlace(offset: places[$0], in: bytes) })
  }

  private func size(_ scanner: inout TextScanner) throws(InstanceFileError) -> Int {
    guard let word = scanner.next() else { throw .empty }
    let size = try scanner.count(word)
    guard size <= Self.largestCount else { throw .tooLarge(scanner.place(word.lowerBound)) }
    return size
  }

  private func index(
    _ word: Range<Int>, below count: Int, _ scanner: TextScanner
  ) throws(InstanceFileError) -> Int {
    guard let number = try scanner.number(word).integer, 1...max(1, count) ~= number, count > 0
    else {
      let found = try scanner.number(word).integer ?? -1
      throw .ordinalOutOfRange(scanner.place(word.lowerBound), number: found, count: count)
    }
    return number - 1
  }
}
