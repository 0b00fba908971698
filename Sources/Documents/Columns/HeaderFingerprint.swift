import Mentorship

/// Tells whether two files came from the same form, whatever the order of their columns.
///
/// ```swift
/// HeaderFingerprint(["ФИО", "Класс"], kind: "mentees") == HeaderFingerprint(["класс", " ФИО"], kind: "mentees")
/// ```
/// FNV-1a over the folded headers in their sorted order: equal on every machine and in every version.
struct HeaderFingerprint: Hashable {
  /// `fnv1a:` and 16 hexadecimal digits.
  let text: String

  init(_ headers: [String], kind: String) {
    let keys = Set(headers.map { Term($0).key }.filter { !$0.isEmpty }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    var hash = FNVHash()
    for part in [kind] + keys {
      hash.combine(part.utf8)
      hash.combine([0x1F])
    }
    text = "fnv1a:" + hash.hexadecimal
  }
}
