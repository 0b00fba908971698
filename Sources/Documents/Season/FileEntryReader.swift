import Mentorship

/// Reads one entry of `files`.
enum FileEntryReader {
  private static let keys = [
    "path", "kind", "form", "organisation", "from", "encoding", "separator", "sheet", "columns",
    "ignore",
  ]
  private static let separators: KeyValuePairs<String, UInt8> = [
    ",": UInt8(ascii: ","), ";": UInt8(ascii: ";"), "|": UInt8(ascii: "|"),
    "tab": UInt8(ascii: "\t"),
  ]

  /// Reads an entry of a season with the forms of those codes.
  ///
  /// - Returns: `nil`, with findings, when it is not said which file this is or what it holds.
  static func read(
    _ node: YAMLNode, forms: [String], _ findings: inout [Finding]
  ) -> FileEntry? {
    guard let map = YAMLMap(node, keys: keys, &findings) else { return nil }
    let path = Self.path(in: map, &findings)
    let kind = Self.kind(in: map, &findings)
    let form = map["form"].flatMap { FormsReader.code($0, among: forms, &findings) }
    let encodings: KeyValuePairs = [
      "utf-8": TextEncoding.utf8, "windows-1251": .windows1251, "koi8-r": .koi8r,
    ]
    let encoding = map["encoding"]?.choice(encodings, &findings)
    let separator =
      map["separator"]?.text == "\t"
      ? UInt8(ascii: "\t") : map["separator"]?.choice(separators, &findings)
    let sheet = map["sheet"]?.string(&findings)
    let columns = kind.map { Self.columns(in: map, fields: $0.fields, &findings) } ?? [:]
    // A column may say it, and whether there is one only the file knows.
    var formMissing: Finding?
    if case .questionnaires = kind, map["form"] == nil { formMissing = map.missing("form") }
    let ignored = map["ignore"]?.list(&findings)?.compactMap { $0.term(&findings) } ?? []
    guard let path, let kind else { return nil }
    return FileEntry(
      path: path.name, place: path.place, key: "\(node.path).path", kind: kind, form: form,
      organisation: map["organisation"]?.term(&findings), encoding: encoding, separator: separator,
      sheet: sheet, columns: columns, ignored: ignored, formMissing: formMissing)
  }

  private static func path(in map: YAMLMap, _ findings: inout [Finding]) -> Mention? {
    guard let node = map.required("path", &findings), let path = node.string(&findings) else {
      return nil
    }
    guard SeasonFiles.staysInside(path) else {
      findings.append(node.invalid(.pathInFolder))
      return nil
    }
    return Mention(name: path, place: node.place)
  }

  private static let kinds: KeyValuePairs = [
    "mentors": FileEntry.Kind.questionnaires(.mentor), "mentees": .questionnaires(.mentee),
    "answers": .answers(.mentee), "consents": .consents, "third-party": .thirdParty,
  ]

  static var kindNames: [String] { kinds.map(\.key) }

  /// The kind of that name; of answers, those of `from`.
  static func kind(named name: String, from: Role?) -> FileEntry.Kind? {
    let kind = kinds.first { $0.key == name }?.value
    guard case .answers = kind else { return kind }
    return .answers(from ?? .mentee)
  }

  private static func kind(in map: YAMLMap, _ findings: inout [Finding]) -> FileEntry.Kind? {
    let kind = map.required("kind", &findings)?.choice(kinds, &findings)
    guard case .answers = kind else { return kind }
    let roles: KeyValuePairs = ["mentees": Role.mentee, "mentors": .mentor]
    let role = map.required("from", &findings)?.choice(roles, &findings)
    return role.map { .answers($0) }
  }

  /// Reads `columns`; what it leaves out is remembered or guessed later.
  static func columns(
    in map: YAMLMap, fields: [Field], _ findings: inout [Finding]
  ) -> [Field: [ColumnHeader]] {
    guard let node = map["columns"],
      let columns = YAMLMap(node, keys: fields.map(\.rawValue), &findings)
    else { return [:] }
    var headers: [Field: [ColumnHeader]] = [:]
    for field in fields {
      guard let node = columns[field.rawValue] else { continue }
      headers[field] = self.headers(node, takesList: field.takesColumns, &findings)
    }
    return headers
  }

  private static func headers(
    _ node: YAMLNode, takesList: Bool, _ findings: inout [Finding]
  ) -> [ColumnHeader]? {
    var nodes = [node]
    if takesList, case .list = node.content { nodes = node.list(&findings) ?? [] }
    let headers = nodes.compactMap { node in
      node.term(&findings).map { ColumnHeader(term: $0, place: node.place) }
    }
    return headers.isEmpty ? nil : headers
  }
}

extension FileEntry.Kind {
  /// As `kind` in a season file says it.
  var name: String {
    switch self {
    case .questionnaires(.mentor): "mentors"
    case .questionnaires(.mentee): "mentees"
    case .answers: "answers"
    case .consents: "consents"
    case .thirdParty: "third-party"
    }
  }

  /// What a header may be guessed to mean: what only the other role is asked is left out.
  var guessedFields: [Field] {
    let ofMentors: Set<Field> = [
      .wishedAges, .capacity, .minimum, .totalCapacity, .admission, .addendum, .leadsClass, .serves,
    ]
    let ofMentees: Set<Field> = [.deficit, .waitingSince, .priority, .classTeacher]
    return switch self {
    case .questionnaires(.mentor): fields.filter { !ofMentees.contains($0) }
    case .questionnaires(.mentee): fields.filter { !ofMentors.contains($0) }
    case .answers, .consents, .thirdParty: fields
    }
  }
}
