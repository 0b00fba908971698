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
      let syntax = SyntaxProblem(problem, context: context?.text)
      return finding(syntax, mark: mark, context: context?.mark, in: text, file: file)
    case .reader(_, let offset, _, _):
      let before = text.prefix(offset ?? 0).unicodeScalars
      let line = before.count { $0 == "\n" } + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      return Finding(
        .yamlSyntax(.controlCharacter), at: Place(file: file, line: line, column: column))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let first = context.mark
      let line = YAMLLines(text).second(key, after: first.line, column: first.column) ?? first.line
      return Finding(.keyTwice(key: key), at: Place(file: file, line: line, column: first.column))
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return Finding(.yamlSyntax(.other("\(error)")), at: Place(file: file))
    }
  }
}

extension YAMLReader {
  /// What the library found, and what it does not see: the blanks that are none.
  private static func finding(
    _ problem: SyntaxProblem, mark: Mark, context: Mark?, in text: String, file: String
  ) -> Finding {
    let lines = YAMLLines(text)
    func at(_ line: Int, _ column: Int, _ problem: SyntaxProblem) -> Finding {
      Finding(.yamlSyntax(problem), at: Place(file: file, line: line, column: column))
    }
    for line in [context?.line, mark.line - 1, mark.line].compactMap(\.self) {
      if let column = lines.noBreakSpace(in: line) { return at(line, column, .noBreakSpace) }
    }
    if lines.isTab(line: mark.line, column: mark.column) {
      return at(mark.line, mark.column, .tabIndent)
    }
    switch problem {
    // An open quotation or bracket is found at the end of the file, and a missing colon in the next
    // line; where it starts helps more.
    case .unclosedQuote, .unclosedBracket, .missingColon:
      let start = context ?? mark
      return at(start.line, start.column, problem)
    case .indentation, .unexpectedCharacter, .colonInValue, .controlCharacter, .severalDocuments,
      .unknownAlias, .tooComplex, .tabIndent, .noBreakSpace, .empty, .notText, .other:
      return at(mark.line, mark.column, problem)
    }
  }
}

/// The lines of a YAML file as they are written, to see what a parser has already left behind.
private struct YAMLLines {
  private let lines: [Substring.UnicodeScalarView]

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(\.unicodeScalars)
  }

  private func scalars(_ line: Int) -> [Unicode.Scalar] {
    lines.indices.contains(line - 1) ? Array(lines[line - 1]) : []
  }

  func isTab(line: Int, column: Int) -> Bool {
    scalars(line).dropFirst(column - 1).first == "\t"
  }

  /// The column of a no-break space in the indentation, or behind a colon.
  func noBreakSpace(in line: Int) -> Int? {
    let scalars = scalars(line)
    let indent = scalars.prefix { $0 == " " || $0 == "\t" || $0 == "\u{a0}" }
    if let index = indent.firstIndex(of: "\u{a0}") { return index + 1 }
    guard let colon = scalars.firstIndex(of: ":"), scalars.count > colon + 1,
      scalars[colon + 1] == "\u{a0}"
    else { return nil }
    return colon + 2
  }

  /// The line in which a key of a block stands again at the same column.
  func second(_ key: String, after line: Int, column: Int) -> Int? {
    guard line < lines.count else { return nil }
    return ((line + 1)...lines.count).first { number in
      let scalars = scalars(number)
      guard scalars.prefix(column - 1).allSatisfy({ $0 == " " }) else { return false }
      var rest = String(String.UnicodeScalarView(scalars.dropFirst(column - 1)))
      for quote in ["\"", "'"] where rest.hasPrefix(quote + key + quote) {
        rest = key + rest.dropFirst(key.count + 2)
      }
      return rest.hasPrefix(key)
        && rest.dropFirst(key.count).drop { $0 == " " }.first == ":"
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
      } else if problem.contains("nesting level") {
        .tooComplex
      } else if problem.contains("tab character") {
        .tabIndent
      } else if problem.contains("could not find expected ':'") {
        .missingColon
      } else if problem.contains("mapping values are not allowed") {
        .colonInValue
      } else if context.contains("quoted scalar") {
        .unclosedQuote
      } else if context.contains("flow sequence") || context.contains("flow mapping") {
        .unclosedBracket
      } else if problem.contains("cannot start any token") {
        .unexpectedCharacter
      } else if context.contains("block mapping") || context.contains("block collection")
        || problem.contains("block sequence entries")
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
      if name.unicodeScalars.first == "\u{a0}" {
        findings.append(Finding(.yamlSyntax(.noBreakSpace), at: keyNode.place))
        continue
      }
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
