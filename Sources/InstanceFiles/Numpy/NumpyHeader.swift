import Foundation

/// The description of an array: `{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), }`.
struct NumpyHeader {
  /// Kind and size without the byte order: `i4`.
  let dtype: String
  let shape: [Int]
  /// Whether the file goes column by column, and that is another order than row by row.
  let isTransposed: Bool
  /// Offset of the first number.
  let dataStart: Int

  var rowCount: Int { shape.first ?? 0 }
  var columnCount: Int { shape.dropFirst().first ?? 1 }
  var cellCount: Int { rowCount * columnCount }

  /// - Throws: ``InstanceFileError/numpy(_:)``, also when the numbers are not as many as described.
  init(_ source: ByteSource) throws(InstanceFileError) {
    let start = try source.bytes(0..<12)
    guard start.count >= 10, start.starts(with: NumpyFile.magic) else { throw .numpy(.magic) }
    let version = Int(start[6])
    guard 1...3 ~= version else { throw .numpy(.version(version)) }
    let lengthSize = version == 1 ? 2 : 4
    guard start.count >= 8 + lengthSize else { throw .numpy(.header) }
    let length = (0..<lengthSize).reduce(0) { $0 | Int(start[8 + $1]) << (8 * $1) }
    dataStart = 8 + lengthSize + length
    guard source.count >= dataStart else { throw .numpy(.header) }
    let text = String(
      decoding: try source.bytes(8 + lengthSize..<dataStart), as: UTF8.self)
    guard let descr = Self.value(of: "descr", in: text),
      let order = Self.value(of: "fortran_order", in: text),
      let shapeText = Self.value(of: "shape", in: text),
      let shape = Self.shape(shapeText), order.hasPrefix("True") || order.hasPrefix("False")
    else { throw .numpy(.header) }
    self.shape = shape
    isTransposed = order.hasPrefix("True") && shape.count == 2 && !shape.contains { $0 < 2 }
    guard let quote = descr.first, quote == "'" || quote == "\"" else {
      throw .numpy(.dtype(String(descr.prefix(40))))
    }
    let name = descr.dropFirst().prefix { $0 != quote }
    let isNative = name.hasPrefix("<") || name.hasPrefix("|") || name.hasPrefix("=")
    dtype = String(isNative ? name.dropFirst() : name)
    try checkSize(byteCount: source.count - dataStart)
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
