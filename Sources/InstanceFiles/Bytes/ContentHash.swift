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
    let hasher = ContentHasher()
    hasher.update(bytes)
    self = hasher.hash
  }

  fileprivate init(text: String, lineText: String) {
    (self.text, self.lineText) = (text, lineText)
  }

  /// Whether a solution that names this hash belongs to these bytes.
  public func isNamed(by text: String) -> Bool { text == self.text || text == lineText }
}

/// Hashes bytes that come piece by piece.
final class ContentHasher {
  private var state = crypto_hash_sha256_state()
  /// As it was behind the last byte that is no line end.
  private var lineState: crypto_hash_sha256_state

  init() {
    crypto_hash_sha256_init(&state)
    lineState = state
  }

  /// - Complexity: O(byte count).
  func update(_ bytes: UnsafeRawBufferPointer) {
    let last = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let lineEnd = last.map { $0 + 1 } ?? 0
    feed(bytes[..<lineEnd])
    if last != nil { lineState = state }
    feed(bytes[lineEnd...])
  }

  private func feed(_ bytes: Slice<UnsafeRawBufferPointer>) {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    guard let base = bytes.baseAddress else { return }
    crypto_hash_sha256_update(
      &state, base.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
  }

  /// The fingerprint of all bytes so far.
  var hash: ContentHash { ContentHash(text: Self.text(state), lineText: Self.text(lineState)) }

  private static func text(_ state: crypto_hash_sha256_state) -> String {
    var (state, digest) = (state, [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES)))
    crypto_hash_sha256_final(&state, &digest)
    let digits = Array("0123456789abcdef".utf8)
    let hex = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "sha256:" + String(decoding: hex, as: UTF8.self)
  }
}
