public import Foundation
public import Mentorship

/// Takes exported files in: reads them, compares them with a season's folder, and puts them there.
///
/// ```swift
/// var desk = try FolderImport(season: URL(filePath: "samples/school-7"))
/// desk.read("новые.csv", as: .init(kind: "mentors", form: "student-student"))
/// desk.report.files[0].new  // ["Белов Артём", …]
/// try desk.write()
/// ```
/// Without a season everything is new but what an earlier file of the same import holds. What is wrong
/// with a file is a finding.
public struct FolderImport {
  /// How the files are meant.
  public struct Options: Sendable {
    /// As `kind` in a season file says it.
    public var kind: String
    public var form: String?
    /// Of answers: who gave them.
    public var from: Role?
    /// The name or the number of a workbook's sheet.
    public var sheet: String?

    public init(kind: String, form: String? = nil, from: Role? = nil, sheet: String? = nil) {
      (self.kind, self.form, self.from, self.sheet) = (kind, form, from, sheet)
    }
  }

  public private(set) var report = ImportReport()
  let root: URL?
  var reader: SeasonReader
  private(set) var accepted: [AcceptedFile] = []
  private var known: [ImportRecords] = []

  /// A file that can be put into the folder.
  struct AcceptedFile {
    let bytes: [UInt8]
    let mapped: MappedTable
    /// The entry whose file this one is a newer version of.
    let replaced: FileEntry?
    /// Whether the season file lists it, so that no entry of our own is needed.
    let isListed: Bool
  }

  /// Opens a season's folder, or none.
  ///
  /// - Throws: ``SeasonFolderError`` when there is no such folder, or no `season.yaml` in it.
  public init(season: URL?) throws(SeasonFolderError) {
    root = season
    reader = SeasonReader(SeasonFiles(root: season ?? URL(filePath: "/nowhere")))
    guard let season else { return }
    if let bytes = try SeasonFolder.settingsBytes(season) { _ = reader.read(bytes) }
    known = reader.tables.map { ImportRecords($0, same: reader.same) }
  }

  /// The kinds of files, as `kind` says them.
  public static let kinds = FileEntryReader.kindNames

  /// The codes of the forms that questionnaires can be for.
  public var forms: [Form] {
    reader.settings.forms.isEmpty ? FormCatalogue.standard : reader.settings.forms
  }

  /// Whether anything in the way of writing was found.
  public var hasErrors: Bool { report.findings.contains { $0.kind.severity == .error } }

  /// Reads one file and compares it with all that is known.
  public mutating func read(_ path: String, as options: Options) {
    let name = (path as NSString).lastPathComponent
    var findings: [Finding] = []
    defer { report.findings = SeasonFolder.sorted(report.findings + findings) }
    guard let kind = FileEntryReader.kind(named: options.kind, from: options.from),
      let bytes = bytes(path, name, &findings)
    else { return }
    let form = options.form.map { FormCode($0) } ?? (forms.count == 1 ? forms[0].code : nil)
    var entry = entry(name, kind: kind, form: form, sheet: options.sheet)
    let old = Self.listed(entry, in: reader, known)
    if let old { entry = entry.like(old, keepsColumns: isOfSeasonFile(old)) }
    let read = TableFile.read(
      bytes, file: name, encoding: entry.encoding, separator: entry.separator, sheet: entry.sheet,
      recognises: ColumnPlan.recognises(entry, book: reader.mappings, forms: forms))
    findings += read.findings
    guard let table = read.table else { return }
    if let sheet = table.sheet { entry.sheet = sheet }
    let mapped = MappedTable(
      table, entry: entry, book: reader.mappings, forms: forms, &findings)
    findings += contents(mapped)
    let records = ImportRecords(mapped, same: reader.same)
    let replaced = replacedRecords(records, old)
    if root != nil, entry.form == nil, case .questionnaires = kind, mapped.columns[.form] == nil {
      let problem = ColumnFinding.formUnstated(forms.map(\.code))
      findings.append(Finding(.column(problem), at: table.place(line: nil)))
    }
    var file = ImportReport.File(path: path, kind: options.kind, form: entry.form)
    describe(mapped, &file)
    file.replaces = replaced?.entry.path
    ImportComparison(
      known: known.filter { $0.entry.kind == kind }, replaced: replaced,
      different: reader.settings.different, forms: forms
    ).compare(records, &file)
    report.files.append(file)
    accepted.append(
      AcceptedFile(
        bytes: bytes, mapped: mapped, replaced: replaced?.entry,
        isListed: replaced.map { isOfSeasonFile($0.entry) } ?? false))
    if let replaced {
      known.removeAll { $0.entry.isSameFile(as: replaced.entry) && $0.entry.form == entry.form }
    }
    known.append(records)
  }

  mutating func note(written names: [String]) { report.written += names }

  func isOfSeasonFile(_ entry: FileEntry) -> Bool {
    reader.settings.files.contains { $0.isSameFile(as: entry) }
  }

  private func bytes(_ path: String, _ name: String, _ findings: inout [Finding]) -> [UInt8]? {
    let file = URL(filePath: path)
    let files = SeasonFiles(root: file.deletingLastPathComponent())
    switch files.read(name, limitMegabytes: TextDecoding.limitMegabytes) {
    case .bytes(let bytes): return bytes
    case .missing, .outside:
      findings.append(Finding(.fileMissing(path: path), at: Place(file: name)))
    case .unreadable(let obstacle):
      let kind = FindingKind.fileUnreadable(path: path, obstacle: obstacle)
      findings.append(Finding(kind, at: Place(file: name)))
    case .tooLarge:
      let kind = FindingKind.fileTooLarge(limitMegabytes: TextDecoding.limitMegabytes)
      findings.append(Finding(kind, at: Place(file: name)))
    }
    return nil
  }

  private func entry(
    _ name: String, kind: FileEntry.Kind, form: FormCode?, sheet: String?
  ) -> FileEntry {
    FileEntry(
      path: name, place: Place(file: name), key: "path", kind: kind, form: form, sheet: sheet)
  }

  /// The entry of the season's folder with this file name and kind.
  private static func listed(
    _ entry: FileEntry, in reader: SeasonReader, _ known: [ImportRecords]
  ) -> FileEntry? {
    known.map(\.entry).last { old in
      old.fileName == entry.fileName && old.kind == entry.kind
        && (entry.form == nil || old.form == nil || old.form == entry.form)
        && (entry.sheet == nil || old.sheet == nil || old.sheet == entry.sheet)
    }
  }

  /// The version that a file replaces: of the same name, or of the same form with mostly the same people.
  ///
  /// Exports often carry the day in their name.
  private func replacedRecords(_ records: ImportRecords, _ listed: FileEntry?) -> ImportRecords? {
    guard root != nil else { return nil }
    if let listed { return known.last { $0.entry.isSame(as: listed) } }
    let names = Set(records.records.map(\.nameKey))
    return known.last { old in
      let common = old.records.count { names.contains($0.nameKey) }
      return old.entry.kind == records.entry.kind && old.fingerprint == records.fingerprint
        && (records.entry.form == nil || old.entry.form == nil
          || old.entry.form == records.entry.form)
        && common > 0 && common * 2 >= old.records.count
    }
  }

  private func describe(_ mapped: MappedTable, _ file: inout ImportReport.File) {
    file.sheet = mapped.table.sheet
    file.rowCount = mapped.table.rows.count
    file.ignored = mapped.ignored
    file.unused = mapped.unused
    let rows = mapped.table.rows.prefix(3).map { MappedRow(mapped: mapped, row: $0) }
    file.columns = mapped.headers.map { field, headers in
      let examples = rows.compactMap { FieldValue.read(field, $0, forms: forms)?.text }
      return .init(field: field, headers: headers, examples: examples)
    }
  }
}

extension FileEntry {
  /// This file, read as an earlier version of it was.
  ///
  /// With `keepsColumns` the curator stated what they mean; else that is remembered.
  fileprivate func like(_ old: FileEntry, keepsColumns: Bool) -> FileEntry {
    var entry = self
    entry.path = old.path
    entry.form = form ?? old.form
    entry.organisation = old.organisation
    entry.sheet = sheet ?? old.sheet
    if keepsColumns { (entry.columns, entry.ignored) = (old.columns, old.ignored) }
    return entry
  }
}
