import Mentorship

/// A map with known keys; every other key is a finding, with the nearest known one.
///
/// ```swift
/// let weights = YAMLMap(node, keys: ["profile", "preferences"], &findings)
/// weights?["profile"]?.wholeNumber(0...100, &findings)
/// ```
/// A key whose value is null counts as absent.
struct YAMLMap {
  private let node: YAMLNode
  private let values: [String: YAMLNode]

  /// - Returns: `nil`, with a finding, when the node is no map.
  init?(_ node: YAMLNode, keys: [String], _ findings: inout [Finding]) {
    guard case .map(let entries) = node.content else {
      findings.append(node.invalid(.map))
      return nil
    }
    self.node = node
    var values: [String: YAMLNode] = [:]
    for entry in entries {
      if !keys.contains(entry.key) {
        let suggestion = Suggestion.nearest(to: entry.key, among: keys)
        findings.append(
          Finding(.keyUnknown(key: entry.value.path, suggestion: suggestion), at: entry.place))
      } else if !entry.value.isNull {
        values[entry.key] = entry.value
      }
    }
    self.values = values
  }

  subscript(_ key: String) -> YAMLNode? { values[key] }

  /// The value of a key, with a finding when there is none.
  func required(_ key: String, _ findings: inout [Finding]) -> YAMLNode? {
    if let value = values[key] { return value }
    findings.append(missing(key))
    return nil
  }

  func missing(_ key: String) -> Finding {
    let path = node.path.isEmpty ? key : "\(node.path).\(key)"
    return Finding(.keyMissing(key: path), at: node.place)
  }
}

/// "Did you mean": the nearest of some words, when one is near.
enum Suggestion {
  /// Nobody mistypes a longer word, but files can hold one.
  private static let longest = 200

  /// - Complexity: O(*n* · *m*²) for *n* candidates of at most *m* letters.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let key = Term(word).key
    guard key.count <= longest else { return nil }
    // A single sign is near to every other.
    let limit = min(max(1, key.count / 3), key.count - 1)
    return candidates.compactMap { candidate -> (distance: Int, text: String)? in
      let other = Term(candidate).key
      guard abs(other.count - key.count) <= limit, other.count <= longest else { return nil }
      let distance = editDistance(other, key)
      return distance <= limit ? (distance, candidate) : nil
    }
    .min { ($0.distance, $0.text) < ($1.distance, $1.text) }?.text
  }
}
