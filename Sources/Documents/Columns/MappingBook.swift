import Mentorship

/// The mappings of columns that were shown and kept, by the fingerprint of the headers: `mappings.yaml`.
struct MappingBook {
  static let file = "mappings.yaml"
  static let schema = "nastavnik.mappings/1"

  /// What the columns of one form mean.
  struct Mapping {
    let fingerprint: String
    let kind: String
    let headers: [String]
    let columns: [Field: [ColumnHeader]]
    let ignored: [Term]
  }

  private(set) var mappings: [Mapping] = []

  init() {}

  /// Reads the text of the file.
  init(_ text: String, _ findings: inout [Finding]) {
    let (root, problems) = YAMLReader.read(text, file: Self.file)
    findings += problems
    guard let root, let map = YAMLMap(root, keys: ["schema", "mappings"], &findings) else { return }
    _ = map.required("schema", &findings)?.choice([Self.schema: true], &findings)
    guard let node = map["mappings"] else { return }
    mappings = (node.list(&findings) ?? []).compactMap { Self.mapping($0, &findings) }
  }

  private static func mapping(_ node: YAMLNode, _ findings: inout [Finding]) -> Mapping? {
    let keys = ["fingerprint", "kind", "headers", "columns", "ignore"]
    guard let map = YAMLMap(node, keys: keys, &findings),
      let fingerprint = map.required("fingerprint", &findings)?.string(&findings),
      let kind = map.required("kind", &findings)?.string(&findings)
    else { return nil }
    let headers = map["headers"]?.list(&findings)?.compactMap { $0.string(&findings) } ?? []
    let columns = FileEntryReader.columns(in: map, fields: Field.allCases, &findings)
    let ignored = map["ignore"]?.list(&findings)?.compactMap { $0.term(&findings) } ?? []
    return Mapping(
      fingerprint: fingerprint, kind: kind, headers: headers, columns: columns, ignored: ignored)
  }

  /// What is remembered of tables with exactly these headers, in any order.
  func mapping(for table: Table, kind: String) -> Mapping? {
    guard !mappings.isEmpty else { return nil }
    let fingerprint = HeaderFingerprint(table.header.map(\.text), kind: kind).text
    return mappings.last { $0.fingerprint == fingerprint && $0.kind == kind }
  }

  /// Keeps what a table's columns mean, in place of what was kept of its like.
  mutating func remember(_ mapped: MappedTable) {
    let kind = mapped.entry.kind.name
    let headers = mapped.table.header.map { Term($0.text).text }.filter { !$0.isEmpty }
    let fingerprint = HeaderFingerprint(headers, kind: kind).text
    let place = mapped.table.place(line: nil)
    var columns: [Field: [ColumnHeader]] = [:]
    for (field, headers) in mapped.headers {
      columns[field] = headers.map { ColumnHeader(term: Term($0), place: place) }
    }
    let isKnown = mappings.contains { old in
      old.fingerprint == fingerprint && old.kind == kind
        && old.columns.mapValues { $0.map(\.term) } == columns.mapValues { $0.map(\.term) }
        && Set(old.ignored) == Set(mapped.ignored.map { Term($0) })
    }
    // The same file with its columns in another order tells nothing new.
    guard !isKnown else { return }
    mappings.removeAll { $0.fingerprint == fingerprint && $0.kind == kind }
    mappings.append(
      Mapping(
        fingerprint: fingerprint, kind: kind, headers: headers, columns: columns,
        ignored: mapped.ignored.map { Term($0) }))
  }

  /// The text of the file.
  var text: String {
    var lines = ["schema: \(Self.schema)", "mappings:"]
    for mapping in mappings {
      lines.append("  - fingerprint: \(YAMLText.scalar(mapping.fingerprint))")
      lines.append("    kind: \(YAMLText.scalar(mapping.kind))")
      lines.append("    headers: \(YAMLText.list(mapping.headers))")
      lines += YAMLText.columns(
        Field.allCases.compactMap { field in
          mapping.columns[field].map { (field, $0.map(\.term.text)) }
        }, ignored: mapping.ignored.map(\.text), indent: 4)
    }
    return mappings.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }
}
