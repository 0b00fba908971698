import CSodium

/// The fingerprint by which a solution names its instance: of a file, or of a line of a stream.
///
/// ```swift
/// ContentHash(of: []).text  // "sha256:e3b0c442…"
/// ```
///
/// A file that becomes a line of a stream loses the line end at its end; it is still the same instance,
/// so both fingerprints name it.
///
/// Source: NIST FIPS 180-4, *Secure Hash Standard*, 2015, as computed by libsodium.
public struct ContentHash: Equatable, Sendable {
  /// `sha256:` and the hash of all bytes in hexadecimal digits.
  public let text: String
  /// The same without line ends at the end.
  private let lineText: String

  public init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentHash(of: $0) } }

  /// - Complexity: O(byte count).
  init(of bytes: UnsafeRawBufferPointer) {
    text = Self.digest(bytes)
    var end = bytes.count
    while end > 0, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    lineText =
      end == bytes.count ? text : Self.digest(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
  }

  /// Whether a solution that names this hash belongs to these bytes.
  public func isNamed(by text: String) -> Bool { text == self.text || text == lineText }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(
      &digest, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    let digits = Array("0123456789abcdef".utf8)
    let hex = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "sha256:" + String(decoding: hex, as: UTF8.self)
  }
}
