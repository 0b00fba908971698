import Problems

/// The reader of `.npy` files: arrays of integers and floats of one or two dimensions.
///
/// Cells keep the width that the file has where it is one of ours; others, and floats that are all
/// whole, go into the narrowest cells that hold them. Only then is a file read twice.
///
/// Source: NumPy Enhancement Proposal 1, R. Kern, *A Simple File Format for NumPy Arrays*, 2007, and
/// the documentation of `numpy.lib.format`, versions 1.0 to 3.0.
struct NumpyFile: Sendable {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  private let header: NumpyHeader
  private let scan: NumpyScan

  init(_ source: ByteSource) throws(InstanceFileError) {
    header = try NumpyHeader(source)
    scan = NumpyScan(source: source, header: header)
  }

  /// A two-dimensional array, its bytes added to a hash.
  ///
  /// - Throws: ``InstanceFileError/numpy(_:)``, `notFinite` and `tooLarge` with the cell.
  /// - Complexity: O(cells).
  func matrix(hashing hasher: ContentHasher) throws(InstanceFileError) -> BareMatrix {
    try check(dimensions: 2)
    return BareMatrix(
      rowCount: header.rowCount, columnCount: header.columnCount,
      numbers: try numbers(hashing: hasher), place: header.place)
  }

  /// A two-dimensional array of whole numbers, row by row, its bytes added to a hash.
  ///
  /// - Throws: as ``matrix(hashing:)``, and `fractional` with the cell.
  /// - Complexity: O(cells).
  func integers(
    hashing hasher: ContentHasher
  ) throws(InstanceFileError) -> (rowCount: Int, columnCount: Int, cells: [Int]) {
    try check(dimensions: 2)
    switch try numbers(hashing: hasher) {
    case .whole(let points): return (header.rowCount, header.columnCount, Array(points))
    case .reals(let reals): throw .fractional(header.place(try reals.firstFraction))
    case .exact: throw .numpy(.dtype(header.dtype))
    }
  }

  /// A one-dimensional array of whole numbers, 0 or more.
  func counts() throws(InstanceFileError) -> [Int] {
    try check(dimensions: 1)
    let hasher = ContentHasher()
    guard header.dtype.first != "f", case .whole(let points) = try numbers(hashing: hasher) else {
      throw .numpy(.dtype(header.dtype))
    }
    if let index = points.firstIndex(where: { $0 < 0 }) { throw .negative(header.place(index)) }
    return Array(points)
  }

  private func check(dimensions: Int) throws(InstanceFileError) {
    guard header.shape.count == dimensions else {
      throw .numpy(.dimensions(header.shape.count, expected: dimensions))
    }
  }

  private func numbers(
    hashing hasher: ContentHasher
  ) throws(InstanceFileError) -> InstanceDraft.Numbers {
    switch header.dtype {
    case "u1": .whole(Points(.uint8(try scan.cells(hashing: hasher))))
    case "u2": .whole(Points(.uint16(try scan.cells(hashing: hasher))))
    case "i4": .whole(Points(.int32(try scan.cells(hashing: hasher))))
    case "i1": .whole(try narrowed(Int8.self, hasher))
    case "i2": .whole(try narrowed(Int16.self, hasher))
    case "u4": .whole(try narrowed(UInt32.self, hasher))
    case "i8": .whole(try narrowed(Int64.self, hasher))
    case "u8": .whole(try narrowed(UInt64.self, hasher))
    case "f4": try reals(Float32.self, hasher)
    case "f8": try reals(Float64.self, hasher)
    default: throw .numpy(.dtype(header.dtype))
    }
  }

  private func narrowed<Source: FixedWidthInteger & BitwiseCopyable>(
    _ type: Source.Type, _ hasher: ContentHasher
  ) throws(InstanceFileError) -> Points {
    var (least, most) = (Int.max, Int.min)
    let tooLarge = try scan.firstIndex(hashing: hasher) { (cell: Source) in
      guard let cell = Int(exactly: cell) else { return true }
      least = min(least, cell)
      most = max(most, cell)
      return false
    }
    if let tooLarge { throw .tooLarge(header.place(tooLarge)) }
    return try narrowed(least, most) { (cell: Source) in Int(truncatingIfNeeded: cell) }
  }

  private func reals<Source: BinaryFloatingPoint & BitwiseCopyable & Sendable>(
    _ type: Source.Type, _ hasher: ContentHasher
  ) throws(InstanceFileError) -> InstanceDraft.Numbers {
    var (least, most, isWhole) = (Double.infinity, -Double.infinity, true)
    let notFinite = try scan.firstIndex(hashing: hasher) { (cell: Source) in
      let cell = Double(cell)
      least = min(least, cell)
      most = max(most, cell)
      if cell != cell.rounded(.towardZero) { isWhole = false }
      return !cell.isFinite
    }
    if let notFinite { throw .notFinite(header.place(notFinite)) }
    guard isWhole else {
      return .reals(NumpyReals(type, scan, largest: max(abs(least), abs(most))))
    }
    if header.cellCount > 0, max(abs(least), abs(most)) >= 0x1p63 {
      let place = try scan.firstIndex { (cell: Source) in abs(Double(cell)) >= 0x1p63 }
      throw .tooLarge(header.place(place ?? 0))
    }
    return .whole(
      try narrowed(Int(exactly: least) ?? 0, Int(exactly: most) ?? 0) { (cell: Source) in
        Int(exactly: cell)
      })
  }

  /// The cells in the narrowest width that holds a range.
  private func narrowed<Source: BitwiseCopyable>(
    _ least: Int, _ most: Int, _ value: (Source) -> Int?
  ) throws(InstanceFileError) -> Points {
    // Another range than before: the file has changed meanwhile.
    func fitting<Cell: FixedWidthInteger & BitwiseCopyable & Sendable>() throws(InstanceFileError)
      -> CellBuffer<Cell>
    {
      try scan.cells { cell in value(cell).flatMap { Cell(exactly: $0) } }
    }
    let cells: Points.Cells =
      switch CellWidth(holding: min(least, most)...max(least, most)) {
      case .uint8: .uint8(try fitting())
      case .uint16: .uint16(try fitting())
      case .int32: .int32(try fitting())
      case .int64: .int64(try fitting())
      }
    return Points(cells)
  }
}
