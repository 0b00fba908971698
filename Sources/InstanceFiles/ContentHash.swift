import CSodium

/// The fingerprint by which a solution names its instance.
///
/// ```swift
/// ContentHash.text(of: [])  // "sha256:e3b0c442…"
/// ```
///
/// Source: NIST FIPS 180-4, *Secure Hash Standard*, 2015, as computed by libsodium.
public enum ContentHash {
  /// `sha256:` and the hash in hexadecimal digits.
  ///
  /// - Complexity: O(byte count).
  public static func text(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { text(of: $0) }
  }

  static func text(of bytes: UnsafeRawBufferPointer) -> String {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(
      &digest, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    let digits = Array("0123456789abcdef".utf8)
    let hex = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "sha256:" + String(decoding: hex, as: UTF8.self)
  }
}
