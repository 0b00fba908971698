import CLanes

/// The passes of `lanes.h` for one type of cells and one of prices.
///
/// Chosen once a problem and called once a row, so that the search is compiled once a type of prices, and
/// the passes once a type of cells.
struct LanePasses<Cost: CostNumber>: Sendable {
  typealias Lower = @Sendable (UnsafeRawPointer, Cost, UnsafeMutablePointer<Cost>, Int) -> Void
  typealias Groups =
    @Sendable (
      UnsafeRawPointer, Cost, UnsafePointer<Cost>, Int, Cost, UnsafeMutablePointer<Cost>
    ) -> Void
  typealias Collect =
    @Sendable (
      UnsafeRawPointer, Cost, UnsafePointer<Cost>, Int, Int, Cost, UnsafeMutableRawPointer, Int,
      UnsafeMutablePointer<Int>
    ) -> Int
  typealias CostOfCell = @Sendable (UnsafeRawPointer, Int) -> Cost

  let cellSize: Int
  let lower: Lower
  let groups: Groups
  let collect: Collect
  let cell: CostOfCell
  /// Real cells are multiplied by the flip, whole ones combined with its bits.
  private let isReal: Bool

  func flip(isNegated: Bool) -> Cost {
    isReal ? (isNegated ? 1 : 0 &- 1) : (isNegated ? 0 : 0 &- 1)
  }

  private init<Cell: BitwiseCopyable>(
    _: Cell.Type, lower: @escaping Lower, groups: @escaping Groups, collect: @escaping Collect,
    cost: @escaping @Sendable (Cell) -> Cost
  ) {
    cellSize = MemoryLayout<Cell>.stride
    self.lower = lower
    self.groups = groups
    self.collect = collect
    isReal = Cell.self == Double.self && Cost.self == Double.self
    cell = { cost($0.assumingMemoryBound(to: Cell.self)[$1]) }
  }
}

extension LanePasses<Int32> {
  static let uint8 = LanePasses(
    UInt8.self, lower: lanes_lower_u8_i32, groups: lanes_groups_u8_i32,
    collect: lanes_collect_u8_i32, cost: { Int32($0) })
  static let uint16 = LanePasses(
    UInt16.self, lower: lanes_lower_u16_i32, groups: lanes_groups_u16_i32,
    collect: lanes_collect_u16_i32, cost: { Int32($0) })
  static let int32 = LanePasses(
    Int32.self, lower: lanes_lower_i32_i32, groups: lanes_groups_i32_i32,
    collect: lanes_collect_i32_i32, cost: { $0 })
}

extension LanePasses<Double> {
  static let double = LanePasses(
    Double.self, lower: lanes_lower_f64_f64, groups: lanes_groups_f64_f64,
    collect: lanes_collect_f64_f64, cost: { $0 })
}

extension LanePasses<Int> {
  static let uint8 = LanePasses(
    UInt8.self, lower: lanes_lower_u8_i64, groups: lanes_groups_u8_i64,
    collect: lanes_collect_u8_i64, cost: { Int($0) })
  static let uint16 = LanePasses(
    UInt16.self, lower: lanes_lower_u16_i64, groups: lanes_groups_u16_i64,
    collect: lanes_collect_u16_i64, cost: { Int($0) })
  static let int32 = LanePasses(
    Int32.self, lower: lanes_lower_i32_i64, groups: lanes_groups_i32_i64,
    collect: lanes_collect_i32_i64, cost: { Int($0) })
  static let int64 = LanePasses(
    Int.self, lower: lanes_lower_i64_i64, groups: lanes_groups_i64_i64,
    collect: lanes_collect_i64_i64, cost: { $0 })
  static let double = LanePasses(
    Double.self, lower: lanes_lower_f64_i64, groups: lanes_groups_f64_i64,
    collect: lanes_collect_f64_i64, cost: { Int($0) })
}
