import Foundation

/// The reader of `.npy` files: arrays of integers and floats of one or two dimensions.
///
/// Source: NumPy Enhancement Proposal 1, R. Kern, *A Simple File Format for NumPy Arrays*, 2007, and
/// the documentation of `numpy.lib.format`, versions 1.0 to 3.0.
struct NumpyFile {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  private let bytes: UnsafeRawBufferPointer
  private let header: NumpyHeader

  init(_ bytes: UnsafeRawBufferPointer) throws(InstanceFileError) {
    self.bytes = bytes
    header = try NumpyHeader(bytes)
  }

  /// - Throws: ``InstanceFileError/numpy(_:)``, `notFinite` and `tooLarge` with the cell.
  /// - Complexity: O(cells).
  func matrix() throws(InstanceFileError) -> BareMatrix {
    guard header.shape.count == 2 else {
      throw .numpy(.dimensions(header.shape.count, expected: 2))
    }
    let (rows, columns) = (header.shape[0], header.shape[1])
    let place = { (index: Int) -> FilePlace in
      .cell(row: index / max(1, columns), column: index % max(1, columns))
    }
    return BareMatrix(
      rowCount: rows, columnCount: columns,
      numbers: try numbers(rows: rows, columns: columns, place), place: place)
  }

  /// A one-dimensional array of whole numbers, 0 or more.
  func counts() throws(InstanceFileError) -> [Int] {
    guard header.shape.count == 1 else {
      throw .numpy(.dimensions(header.shape.count, expected: 1))
    }
    let place = { (index: Int) in FilePlace(path: "[\(index)]") }
    guard
      case .exact(let numbers) = try numbers(rows: header.shape[0], columns: 1, place)
    else { throw .numpy(.dtype(header.dtype)) }
    if let index = numbers.significands.firstIndex(where: { $0 < 0 }) {
      throw .negative(place(index))
    }
    return numbers.significands
  }

  private func numbers(
    rows: Int, columns: Int, _ place: (Int) -> FilePlace
  ) throws(InstanceFileError) -> InstanceDraft.Numbers {
    switch header.dtype {
    case "i1": return .exact(integers(of: Int8.self, rows, columns))
    case "i2": return .exact(integers(of: Int16.self, rows, columns))
    case "i4": return .exact(integers(of: Int32.self, rows, columns))
    case "i8": return .exact(integers(of: Int64.self, rows, columns))
    case "u1": return .exact(integers(of: UInt8.self, rows, columns))
    case "u2": return .exact(integers(of: UInt16.self, rows, columns))
    case "u4": return .exact(integers(of: UInt32.self, rows, columns))
    case "u8":
      let numbers = integers(of: UInt64.self, rows, columns)
      // Above Int64.max the bits read as a negative number, which none of them can be.
      if let index = numbers.significands.firstIndex(where: { $0 < 0 }) {
        throw .tooLarge(place(index))
      }
      return .exact(numbers)
    case "f4": return try reals(cells(Float32.self, rows, columns) { Double($0) }, place)
    case "f8": return try reals(cells(Float64.self, rows, columns) { $0 }, place)
    default: throw .numpy(.dtype(header.dtype))
    }
  }

  private func reals(
    _ cells: [Double], _ place: (Int) -> FilePlace
  ) throws(InstanceFileError) -> InstanceDraft.Numbers {
    if let index = cells.firstIndex(where: { !$0.isFinite }) { throw .notFinite(place(index)) }
    return .reals(cells)
  }

  private func integers<Cell: FixedWidthInteger & BitwiseCopyable>(
    of type: Cell.Type, _ rows: Int, _ columns: Int
  ) -> CompactNumbers {
    CompactNumbers(integers: cells(type, rows, columns) { Int(truncatingIfNeeded: $0) })
  }

  /// The cells row by row, whichever order the file keeps.
  private func cells<Cell: BitwiseCopyable, Value>(
    _ type: Cell.Type, _ rows: Int, _ columns: Int, _ value: (Cell) -> Value
  ) -> [Value] {
    let size = MemoryLayout<Cell>.size
    let start = header.dataStart
    return [Value](unsafeUninitializedCapacity: rows * columns) { buffer, count in
      var index = 0
      for row in 0..<rows {
        for column in 0..<columns {
          let cell = header.isFortranOrder ? column * rows + row : index
          let loaded = bytes.loadUnaligned(fromByteOffset: start + cell * size, as: type)
          buffer.initializeElement(at: index, to: value(loaded))
          index += 1
        }
      }
      count = index
    }
  }
}

/// The description of an array: `{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), }`.
struct NumpyHeader {
  /// Kind and size without the byte order: `i4`.
  let dtype: String
  let isFortranOrder: Bool
  let shape: [Int]
  let dataStart: Int

  /// - Throws: ``InstanceFileError/numpy(_:)``, also when the numbers are not as many as described.
  init(_ bytes: UnsafeRawBufferPointer) throws(InstanceFileError) {
    guard bytes.count >= 10, bytes.starts(with: NumpyFile.magic) else { throw .numpy(.magic) }
    let version = Int(bytes[6])
    guard 1...3 ~= version else { throw .numpy(.version(version)) }
    let lengthSize = version == 1 ? 2 : 4
    guard bytes.count >= 8 + lengthSize else { throw .numpy(.header) }
    let length = (0..<lengthSize).reduce(0) { $0 | Int(bytes[8 + $1]) << (8 * $1) }
    dataStart = 8 + lengthSize + length
    guard bytes.count >= dataStart else { throw .numpy(.header) }
    let text = String(decoding: bytes[(8 + lengthSize)..<dataStart], as: UTF8.self)
    guard let descr = Self.value(of: "descr", in: text),
      let order = Self.value(of: "fortran_order", in: text),
      let shapeText = Self.value(of: "shape", in: text),
      let shape = Self.shape(shapeText), order.hasPrefix("True") || order.hasPrefix("False")
    else { throw .numpy(.header) }
    isFortranOrder = order.hasPrefix("True")
    self.shape = shape
    guard let quote = descr.first, quote == "'" || quote == "\"" else {
      throw .numpy(.dtype(String(descr.prefix(40))))
    }
    let name = descr.dropFirst().prefix { $0 != quote }
    let isNative = name.hasPrefix("<") || name.hasPrefix("|") || name.hasPrefix("=")
    dtype = String(isNative ? name.dropFirst() : name)
    try checkSize(byteCount: bytes.count - dataStart)
  }

  private func checkSize(byteCount: Int) throws(InstanceFileError) {
    guard 1...2 ~= shape.count else {
      throw .numpy(.dimensions(shape.count, expected: 2))
    }
    guard let size = dtype.last?.wholeNumberValue, "iuf".contains(dtype.prefix(1)), dtype.count == 2
    else { throw .numpy(.dtype(dtype)) }
    // Nothing is allocated before the file is known to hold as much.
    var expected = size
    for extent in shape {
      let (product, overflow) = expected.multipliedReportingOverflow(by: extent)
      expected = overflow ? .max : product
    }
    let isCrowd = shape.contains { $0 > 10_000_000 }
    guard byteCount == expected, !isCrowd else {
      throw .numpy(.size(byteCount, expected: expected))
    }
  }

  /// The text behind a key of the dictionary.
  private static func value(of key: String, in text: String) -> Substring? {
    for quote in ["'", "\""] {
      guard let range = text.range(of: "\(quote)\(key)\(quote)") else { continue }
      let rest = text[range.upperBound...].drop { $0 == " " }
      guard rest.first == ":" else { return nil }
      return rest.dropFirst().drop { $0 == " " }
    }
    return nil
  }

  private static func shape(_ text: Substring) -> [Int]? {
    guard text.first == "(", let end = text.firstIndex(of: ")") else { return nil }
    let parts = text[..<end].dropFirst().split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let extents = parts.compactMap { Int($0) }
    return extents.count == parts.count && extents.allSatisfy { $0 >= 0 } ? extents : nil
  }
}
