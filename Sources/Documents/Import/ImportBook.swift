import Mentorship

/// The files that `nastavnik import` put into a season's folder: `imports.yaml`.
///
/// The programme owns it, so that the curator's season file is never rewritten; its entries are those of
/// `files` there.
struct ImportBook {
  static let file = "imports.yaml"
  static let schema = "nastavnik.imports/1"

  private(set) var entries: [FileEntry] = []
  /// Files that the season file lists, and whose newer version was imported: their encoding and separator are
  /// as their bytes tell, whatever the season file says of the older one.
  private(set) var replaced: [String] = []
  private var nodes: [YAMLNode] = []

  init() {}

  /// Reads the text of the file; the entries wait until the forms of the season are known.
  init(_ text: String, _ findings: inout [Finding]) {
    let (root, problems) = YAMLReader.read(text, file: Self.file)
    findings += problems
    guard let root, let map = YAMLMap(root, keys: ["schema", "files", "replaced"], &findings) else {
      return
    }
    _ = map.required("schema", &findings)?.choice([Self.schema: true], &findings)
    replaced = map["replaced"]?.list(&findings)?.compactMap { $0.string(&findings) } ?? []
    nodes = map["files"].flatMap { $0.list(&findings) } ?? []
  }

  var isEmpty: Bool { nodes.isEmpty && entries.isEmpty }

  mutating func readEntries(forms: [String], _ findings: inout [Finding]) {
    entries = nodes.compactMap { FileEntryReader.read($0, forms: forms, &findings) }
    nodes = []
  }

  /// Lists a file with what its columns mean, in place of what was listed of it before.
  mutating func list(
    _ table: (entry: FileEntry, mapped: MappedTable), replacing old: FileEntry?
  ) {
    let (entry, mapped) = table
    let place = Place(file: Self.file)
    var columns: [Field: [ColumnHeader]] = [:]
    for (field, headers) in mapped.headers {
      columns[field] = headers.map { ColumnHeader(term: Term($0), place: place) }
    }
    var listed = entry
    listed.columns = columns
    listed.ignored = mapped.ignored.map { Term($0) }
    let index = entries.firstIndex { $0.isSameFile(as: listed) || old?.isSameFile(as: $0) == true }
    if let index { entries[index] = listed } else { entries.append(listed) }
  }

  mutating func replace(_ path: String) {
    if !replaced.contains(path) { replaced.append(path) }
  }

  /// The text of the file.
  var text: String {
    var lines = ["schema: \(Self.schema)"]
    if !replaced.isEmpty { lines.append("replaced: \(YAMLText.list(replaced))") }
    if !entries.isEmpty { lines.append("files:") }
    for entry in entries {
      lines.append("  - path: \(YAMLText.scalar(entry.path))")
      lines.append("    kind: \(entry.kind.name)")
      if case .answers(let role) = entry.kind {
        lines.append("    from: \(role == .mentee ? "mentees" : "mentors")")
      }
      if let form = entry.form { lines.append("    form: \(YAMLText.scalar(form.rawValue))") }
      if let organisation = entry.organisation {
        lines.append("    organisation: \(YAMLText.scalar(organisation.text))")
      }
      if let encoding = entry.encoding {
        lines.append("    encoding: \(YAMLText.scalar(encoding.rawValue))")
      }
      if let separator = entry.separator {
        let name = separator == 9 ? "tab" : String(UnicodeScalar(separator))
        lines.append("    separator: \(YAMLText.scalar(name))")
      }
      if let sheet = entry.sheet { lines.append("    sheet: \(YAMLText.scalar(sheet))") }
      let columns = Field.allCases.compactMap { field in
        entry.columns[field].map { (field, $0.map(\.term.text)) }
      }
      lines += YAMLText.columns(columns, ignored: entry.ignored.map(\.text), indent: 4)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
