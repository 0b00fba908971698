/// Rows over the field of two elements, with what they were made of: elimination finds sums of rows in which
/// all left sides are even and the right side is odd.
struct ParityMatrix {
  private let rowCount: Int
  /// Columns; the right side stands behind them.
  private let width: Int
  /// Words of the coefficients, and of a row with those behind them that name its members.
  private let words: Int
  private let stride: Int
  private var bits: [UInt64]
  /// By row: by how much its sum is loose, and of how many rows it is one.
  private var slack: [Double]
  private var weight: [Double]
  private var isUsed: [Bool]

  init(width: Int, slack: [Double]) {
    self.width = width
    self.slack = slack
    rowCount = slack.count
    words = (width + 1 + 63) / 64
    stride = words + (rowCount + 63) / 64
    bits = Array(repeating: 0, count: rowCount * stride)
    weight = Array(repeating: 1, count: rowCount)
    isUsed = Array(repeating: false, count: rowCount)
    for row in 0..<rowCount { bits[row * stride + words + row >> 6] |= 1 << UInt64(row & 63) }
  }

  mutating func flip(row: Int, place: Int) {
    bits[row * stride + place >> 6] ^= 1 << UInt64(place & 63)
  }

  mutating func flipRight(row: Int) { flip(row: row, place: width) }

  /// Makes column after column even, with the tightest row that is not used yet.
  ///
  /// - Complexity: O(columns · rows · stride).
  mutating func eliminate(_ columns: [Int]) {
    let (rowCount, stride) = (rowCount, stride)
    bits.withUnsafeMutableBufferPointer { bits in
      for column in columns {
        let (word, mask) = (column >> 6, UInt64(1) << UInt64(column & 63))
        var pivot = -1
        for row in 0..<rowCount where !isUsed[row] && bits[row * stride + word] & mask != 0 {
          if pivot < 0 || slack[row] + 0.001 * weight[row] < slack[pivot] + 0.001 * weight[pivot] {
            pivot = row
          }
        }
        guard pivot >= 0 else { continue }
        isUsed[pivot] = true
        for row in 0..<rowCount where !isUsed[row] && bits[row * stride + word] & mask != 0 {
          for at in 0..<stride { bits[row * stride + at] ^= bits[pivot * stride + at] }
          slack[row] += slack[pivot]
          weight[row] += weight[pivot]
        }
      }
    }
  }

  /// The members of every sum that is left, tight enough and odd on the right.
  func oddSums(slackUpTo limit: Double) -> [[Int]] {
    func isSet(_ row: Int, _ place: Int) -> Bool {
      bits[row * stride + place >> 6] >> UInt64(place & 63) & 1 != 0
    }
    return (0..<rowCount).filter { !isUsed[$0] && slack[$0] <= limit && isSet($0, width) }
      .map { row in (0..<rowCount).filter { isSet(row, 64 * words + $0) } }
  }
}
