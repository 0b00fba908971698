import CLanes

/// How whole rows of scores are computed, and how the profiles have to lie for it.
package struct ProfileKernel<Feature: ProfileNumber, Score: ProfileNumber>: Sendable {
  /// See `lanes.h`: rows, their number, tiles, their number, dimensions, scores, stride.
  typealias Run =
    @Sendable (
      UnsafePointer<Feature>, Int, UnsafePointer<Feature>, Int, Int, UnsafeMutablePointer<Score>,
      Int
    ) -> Void

  let measure: ProfileScores.Measure
  /// So many features of a mentor lie side by side; profiles are filled up with zeros to a multiple.
  let depth: Int
  let run: Run
}

/// A width that features or scores are stored in.
package protocol ProfileNumber: FixedWidthInteger, BitwiseCopyable, Sendable {}

extension UInt8: ProfileNumber {}
extension UInt16: ProfileNumber {}
extension Int32: ProfileNumber {}

extension ProfileKernel<UInt8, UInt16> {
  static var differencesOfBytes: ProfileKernel {
    ProfileKernel(measure: .l1, depth: Int(LANES_DEPTH)) {
      lanes_l1_bytes($0, $1, $2, $3, $4, $5, $6)
    }
  }
}

extension ProfileKernel<UInt8, UInt8> {
  static func uint8(_ measure: ProfileScores.Measure) -> ProfileKernel {
    let run: Run =
      switch measure {
      case .l1: { lanes_l1_u8($0, $1, $2, $3, $4, $5, $6) }
      case .dot: { lanes_dot_u8($0, $1, $2, $3, $4, $5, $6) }
      case .hamming: { lanes_hamming_u8($0, $1, $2, $3, $4, $5, $6) }
      }
    return ProfileKernel(measure: measure, depth: 1, run: run)
  }
}

extension ProfileKernel<UInt16, UInt16> {
  static func uint16(_ measure: ProfileScores.Measure) -> ProfileKernel {
    let run: Run =
      switch measure {
      case .l1: { lanes_l1_u16($0, $1, $2, $3, $4, $5, $6) }
      case .dot: { lanes_dot_u16($0, $1, $2, $3, $4, $5, $6) }
      case .hamming: { lanes_hamming_u16($0, $1, $2, $3, $4, $5, $6) }
      }
    return ProfileKernel(measure: measure, depth: 1, run: run)
  }
}

extension ProfileKernel<Int32, Int32> {
  static func int32(_ measure: ProfileScores.Measure) -> ProfileKernel {
    let run: Run =
      switch measure {
      case .l1: { lanes_l1_i32($0, $1, $2, $3, $4, $5, $6) }
      case .dot: { lanes_dot_i32($0, $1, $2, $3, $4, $5, $6) }
      case .hamming: { lanes_hamming_i32($0, $1, $2, $3, $4, $5, $6) }
      }
    return ProfileKernel(measure: measure, depth: 1, run: run)
  }
}
