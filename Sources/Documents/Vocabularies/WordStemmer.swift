import CStemmer

/// Cuts the endings off words: `математику`, `математике` → `математик`.
///
/// The owner of one stemmer of the library, which keeps its result in the stemmer itself: so a stemmer
/// belongs to one thread, and is not `Sendable`.
///
/// Source: M. Porter, Snowball, 2001; libstemmer's `russian` and `english`.
final class WordStemmer {
  private let handle: OpaquePointer?

  init(_ language: StemmedLanguage) {
    handle = sb_stemmer_new(language.rawValue, "UTF_8")
  }

  deinit { sb_stemmer_delete(handle) }

  /// The stem of a folded word; the word itself where the library has no such language or no memory.
  ///
  /// - Complexity: O(*n*) for *n* letters.
  func stem(_ word: String) -> String {
    guard let handle else { return word }
    let bytes = Array(word.utf8)
    guard let length = Int32(exactly: bytes.count),
      let result = sb_stemmer_stem(handle, bytes, length)
    else { return word }
    let count = Int(sb_stemmer_length(handle))
    return String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
  }
}

/// The languages of answers.
enum StemmedLanguage: String {
  case russian, english
}
