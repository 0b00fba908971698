/// A running FNV-1a hash of 64 bits: equal on every machine and in every version, against no attacker.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm",
/// IETF draft-eastlake-fnv.
public struct FNVHash: Sendable {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// The hash of bytes.
  init(of bytes: some Sequence<UInt8>) { combine(bytes) }

  /// The hash of letters.
  init(of letters: some Sequence<Unicode.Scalar>) { for letter in letters { combine(letter) } }

  /// Takes the lower two bytes of a letter.
  mutating func combine(_ letter: Unicode.Scalar) {
    combine(UInt8(truncatingIfNeeded: letter.value))
    combine(UInt8(truncatingIfNeeded: letter.value >> 8))
  }

  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(byte) }
  }

  public mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// 16 digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
