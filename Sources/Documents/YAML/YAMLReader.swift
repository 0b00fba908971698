import Mentorship
import Yams

/// Reads the text of a YAML file into nodes, or says where it cannot be read.
///
/// ```swift
/// let (root, findings) = YAMLReader.read("title: Осень", file: "season.yaml")
/// ```
/// Lines and characters count from 1, as the YAML library counts them (Unicode scalars).
enum YAMLReader {
  /// - Returns: `nil`, with a finding, when this is no YAML; without one when it holds nothing.
  static func read(_ text: String, file: String) -> (root: YAMLNode?, findings: [Finding]) {
    guard aliasCount(in: text) <= aliasLimit else {
      return (nil, [Finding(.yamlSyntax(.tooComplex), at: Place(file: file))])
    }
    do {
      // The basic resolver takes every scalar as text; so a key written twice is found whatever
      // type YAML would give it.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return (nil, []) }
      var builder = NodeBuilder(file: file)
      let node = builder.node(root, path: "", fallback: Place(file: file, line: 1, column: 1))
      return (builder.remaining > 0 ? node : nil, builder.findings)
    } catch let error as YamlError {
      return (nil, [finding(for: error, in: text, file: file)])
    } catch {
      return (nil, [Finding(.yamlSyntax(.other("\(error)")), at: Place(file: file))])
    }
  }

  /// Aliases of aliases multiply; this many cannot make more than 3¹⁰ copies of anything.
  private static let aliasLimit = 30

  /// How many words look like an alias: `*name` after a blank or an opening.
  private static func aliasCount(in text: String) -> Int {
    let openings = Set(" \t\r\n[{,:".utf8)
    var count = 0
    var (beforeLast, last) = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
    for byte in text.utf8 {
      if last == UInt8(ascii: "*"), byte > 0x20, byte != last, openings.contains(beforeLast) {
        count += 1
      }
      (beforeLast, last) = (last, byte)
    }
    return count
  }

  private static func finding(for error: YamlError, in text: String, file: String) -> Finding {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // An open quotation or bracket is found at the end of the file; where it starts helps more.
      let syntax = SyntaxProblem(problem, context: context?.text)
      let start = syntax == .unclosedQuote || syntax == .unclosedBracket ? context?.mark : nil
      let place = Place(
        file: file, line: (start ?? mark).line, column: (start ?? mark).column)
      return Finding(.yamlSyntax(syntax), at: place)
    case .reader(_, let offset, _, _):
      let before = text.prefix(offset ?? 0).unicodeScalars
      let line = before.count { $0 == "\n" } + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      return Finding(
        .yamlSyntax(.controlCharacter), at: Place(file: file, line: line, column: column))
    case .duplicatedKeysInMapping(let keys, let context):
      let place = Place(file: file, line: context.mark.line, column: context.mark.column)
      return Finding(.keyTwice(key: keys.first ?? ""), at: place)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return Finding(.yamlSyntax(.other("\(error)")), at: Place(file: file))
    }
  }
}

extension SyntaxProblem {
  /// Reads the words of libyaml, which has no codes.
  fileprivate init(_ problem: String, context: String?) {
    let context = context ?? ""
    self =
      if problem.contains("another document") {
        .severalDocuments
      } else if problem.contains("undefined alias") {
        .unknownAlias
      } else if problem.contains("maximum depth") {
        .tooComplex
      } else if problem.contains("mapping values are not allowed") {
        .colonInValue
      } else if context.contains("quoted scalar") {
        .unclosedQuote
      } else if context.contains("flow sequence") || context.contains("flow mapping") {
        .unclosedBracket
      } else if problem.contains("cannot start any token") {
        .unexpectedCharacter
      } else if context.contains("block mapping") || context.contains("block collection")
        || problem.contains("expected ':'") || problem.contains("block sequence entries")
        || problem.contains("document start")
      {
        .indentation
      } else {
        .other(context.isEmpty ? problem : "\(context): \(problem)")
      }
  }
}

/// Turns the library's tree into ours, within a limit that aliases cannot multiply away.
private struct NodeBuilder {
  let file: String
  var remaining = 200_000
  var findings: [Finding] = []

  init(file: String) { self.file = file }

  mutating func node(_ node: Node, path: String, fallback: Place) -> YAMLNode {
    let place =
      node.mark.map { Place(file: file, line: $0.line, column: $0.column) } ?? fallback
    remaining -= 1
    if remaining == 0 { findings.append(Finding(.yamlSyntax(.tooComplex), at: place)) }
    guard remaining > 0 else { return YAMLNode(content: .null, path: path, place: place) }
    let content: YAMLNode.Content
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string.lowercased())
      content = isNull ? .null : .scalar(scalar.string)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for (index, item) in sequence.enumerated() where remaining > 0 {
        items.append(self.node(item, path: "\(path)[\(index)]", fallback: place))
      }
      content = .list(items)
    case .mapping(let mapping):
      content = .map(entries(mapping, path: path, place: place))
    case .alias:
      content = .null
    }
    return YAMLNode(content: content, path: path, place: place)
  }

  private mutating func entries(
    _ mapping: Node.Mapping, path: String, place: Place
  ) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var keys: Set<String> = []
    for (key, value) in mapping where remaining > 0 {
      let keyNode = node(key, path: path, fallback: place)
      // `[a]: b` has a list for a key; shown as such, it is unknown everywhere.
      let name = keyNode.text
      let keyPath = path.isEmpty ? name : "\(path).\(name)"
      guard keys.insert(name).inserted else {
        findings.append(Finding(.keyTwice(key: keyPath), at: keyNode.place))
        continue
      }
      entries.append(
        YAMLNode.Entry(
          key: name, place: keyNode.place,
          value: node(value, path: keyPath, fallback: keyNode.place)))
    }
    return entries
  }
}
