import Problems

/// The reals of a `.npy` file that are not all whole.
///
/// They stay in the file: beside the grid that is solved on, a copy of all of them would double the
/// memory, and only those of the chosen pairs are ever asked for again.
struct NumpyReals: Sendable {
  /// The largest magnitude.
  let largest: Double
  private let scan: NumpyScan
  private let isSingle: Bool

  init<Real: BinaryFloatingPoint>(_ type: Real.Type, _ scan: NumpyScan, largest: Double) {
    self.largest = largest
    self.scan = scan
    isSingle = type == Float32.self
  }

  /// A number by its place row by row, read from the file again; `nil` when that fails.
  subscript(index: Int) -> Double? {
    let size = isSingle ? MemoryLayout<Float32>.size : MemoryLayout<Float64>.size
    let start = scan.header.dataStart + scan.header.fileIndex(index) * size
    guard let bytes = try? scan.source.bytes(start..<start + size), bytes.count == size else {
      return nil
    }
    return bytes.withUnsafeBytes { bytes in
      isSingle
        ? Double(bytes.loadUnaligned(as: Float32.self)) : bytes.loadUnaligned(as: Float64.self)
    }
  }

  /// All numbers in units of 2^(−exponent), rounded to whole ones.
  ///
  /// - Throws: ``InstanceFileError/unreadableFile(_:)``.
  /// - Complexity: O(cells).
  func grid(
    exponent: Int
  ) throws(InstanceFileError) -> (cells: CellBuffer<Double>, isRounded: Bool) {
    let grid = NumberGrid(exponent: exponent)
    var isRounded = false
    func cell(_ real: Double) -> Double? {
      // Once finite, always finite: or the file has changed meanwhile.
      guard abs(real) <= largest else { return nil }
      let rounded = grid.rounded(real)
      if rounded.isInexact { isRounded = true }
      return rounded.value
    }
    let cells =
      isSingle
      ? try scan.cells { (real: Float32) in cell(Double(real)) }
      : try scan.cells { (real: Float64) in cell(real) }
    return (cells, isRounded)
  }

  /// The place of a number that is not whole.
  var firstFraction: Int {
    get throws(InstanceFileError) {
      let index =
        isSingle
        ? try scan.firstIndex { (real: Float32) in real != real.rounded(.towardZero) }
        : try scan.firstIndex { (real: Float64) in real != real.rounded(.towardZero) }
      return index ?? 0
    }
  }
}
