import Mentorship

/// A value of a YAML file with its path and place; scalars are text, whatever YAML thinks they are.
///
/// ```yaml
/// date: 15.10.2026     # path "date", scalar "15.10.2026"
/// pins: [{form: ~}]    # path "pins[0].form", null
/// ```
/// YAML 1.1 reads `да` as text but `on` as true, `1-й` as text but `12` as a number: what a value
/// means is decided by the key, so every scalar stays as written.
struct YAMLNode {
  struct Entry {
    let key: String
    let place: Place
    let value: YAMLNode
  }

  indirect enum Content {
    /// Nothing, `~` or `null`, without quotes.
    case null
    case scalar(String)
    case list([YAMLNode])
    case map([Entry])
  }

  let content: Content
  let path: String
  let place: Place

  var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// What a message shows of the value.
  var text: String {
    switch content {
    case .null: ""
    case .scalar(let text): text
    case .list(let nodes): nodes.isEmpty ? "[]" : "[…]"
    case .map(let entries): entries.isEmpty ? "{}" : "{…}"
    }
  }

  /// The value of a key, where this is a map that has it.
  func value(of key: String) -> YAMLNode? {
    guard case .map(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  func invalid(_ expected: ExpectedValue) -> Finding {
    Finding(.valueInvalid(key: path, text: text, expected: expected), at: place)
  }
}

extension YAMLNode {
  /// Any scalar but an empty one.
  func string(_ findings: inout [Finding]) -> String? {
    if case .scalar(let text) = content, !Term(text).isEmpty { return text }
    findings.append(invalid(.text))
    return nil
  }

  func term(_ findings: inout [Finding]) -> Term? { string(&findings).map { Term($0) } }

  func wholeNumber(_ range: ClosedRange<Int>, _ findings: inout [Finding]) -> Int? {
    if case .scalar(let text) = content, let number = Int(text), range.contains(number) {
      return number
    }
    findings.append(invalid(.wholeNumber(range)))
    return nil
  }

  func percent(_ findings: inout [Finding]) -> Int? {
    if case .scalar(let text) = content, let number = Int(text), (0...100).contains(number) {
      return number
    }
    findings.append(invalid(.percent))
    return nil
  }

  func date(_ findings: inout [Finding]) -> CalendarDate? {
    if case .scalar(let text) = content, let date = CalendarDate(parsing: text) { return date }
    findings.append(invalid(.date))
    return nil
  }

  /// One of a few words; each comes with what it means.
  func choice<Value>(
    _ choices: KeyValuePairs<String, Value>, _ findings: inout [Finding]
  ) -> Value? {
    if case .scalar(let text) = content,
      let choice = choices.first(where: { $0.key == text.lowercased() })
    {
      return choice.value
    }
    let words = choices.map(\.key)
    let suggestion = Suggestion.nearest(to: text, among: words)
    findings.append(invalid(.oneOf(words, suggestion: suggestion)))
    return nil
  }

  /// `on`, `off` and their kin; `nil` for anything else, without a finding.
  var onOff: Bool? {
    guard case .scalar(let text) = content else { return nil }
    return switch Term(text).key {
    case "on", "true", "yes", "да": true
    case "off", "false", "no", "нет": false
    default: nil
    }
  }

  /// The items of a list of that many; `nil` = one or more.
  func list(count: Int? = nil, _ findings: inout [Finding]) -> [YAMLNode]? {
    if case .list(let nodes) = content, count.map({ $0 == nodes.count }) ?? !nodes.isEmpty {
      return nodes
    }
    findings.append(invalid(.list(count: count)))
    return nil
  }

  /// The entries of a map whose keys are free; null is an empty map.
  func entries(_ findings: inout [Finding]) -> [Entry] {
    switch content {
    case .map(let entries): return entries
    case .null: return []
    case .scalar, .list:
      findings.append(invalid(.map))
      return []
    }
  }
}
