import Mentorship

/// Reads a season from its files, step by step.
///
/// Settings, tables, people, questionnaires, answers, pins and bans: every step goes on with what the
/// one before could make.
struct SeasonReader {
  static let seasonFile = "season.yaml"
  /// No season needs more; a YAML parser is no place for more.
  static let seasonLimitMegabytes = 1

  private(set) var findings: [Finding] = []
  /// People who may be one, the most likely first.
  private(set) var doubles: [PossibleDouble] = []
  // What an import compares new files with
  private(set) var settings = SeasonSettings()
  private(set) var tables: [MappedTable] = []
  private(set) var people: [PersonID: Person] = [:]
  private(set) var questionnaires: [Questionnaire] = []
  private(set) var same = SameNames()
  var mappings = MappingBook()
  var imports = ImportBook()
  private let files: SeasonFiles

  init(_ files: SeasonFiles) { self.files = files }

  /// - Parameter bytes: The season file.
  /// - Returns: `nil` when there are no settings, no date or no form to make a season of.
  mutating func read(_ bytes: [UInt8]) -> Season? {
    readBooks()
    guard let settings = settings(bytes) else { return nil }
    self.settings = settings
    let interpreter = interpreter(settings.vocabularies)
    var rows: [QuestionnaireRow] = []
    for entry in entries(settings) {
      guard let table = table(entry) else { continue }
      tables.append(table)
      rows += questionnaireRows(table, settings, interpreter)
    }
    same = SameNames(settings.same)
    let reader = PeopleReader(
      rows, same: same, organisation: settings.organisation, &findings)
    people = reader.people
    questionnaires =
      QuestionnaireReader(
        rows, people: reader.ids, forms: settings.forms, &findings
      ).questionnaires
    reportEmpty(settings, questionnaires)
    let doubleReader = DoubleReader(
      people: people, rows: rows, ids: reader.ids, different: settings.different)
    doubles = doubleReader.doubles
    findings.removeAll { doubleReader.coversNamesake($0) }
    findings += doubleReader.findings

    let records = RecordTables(
      tables, people: people, questionnaires: questionnaires, same: same,
      organisation: settings.organisation, date: settings.date, interpreter)
    findings += interpreter.findings
    var pairs = CuratorPairReader(people: people, questionnaires: questionnaires, same: same)
    let dependent = pairs.dependent(settings.dependent)
    let (pins, bans) = (pairs.pairs(settings.pins), pairs.pairs(settings.bans))
    pairs.compare(pins: pins)
    let (together, apart) = (pairs.sets(settings.together), pairs.sets(settings.apart))
    let quotas = pairs.quotas(settings.quotas)
    let lastYear = pairs.lastYear(settings.lastYear)
    findings += records.findings + pairs.findings
    findings += same.findings(rows, mentions: records.mentions.union(pairs.mentions))

    guard let date = settings.date, !settings.forms.isEmpty else { return nil }
    var season = Season(
      title: settings.title, organisation: settings.organisation, date: date,
      coverage: settings.coverage, forms: settings.forms,
      preferenceScale: settings.preferenceScale, partners: settings.partners,
      people: records.consents.people, questionnaires: questionnaires,
      answers: records.answers.answers, attended: records.answers.attended, pins: pins, bans: bans,
      dependent: dependent,
      together: together, apart: apart, quotas: quotas)
    season.lastYear = lastYear
    season.emphasis = settings.emphasis
    season.vocabularies = interpreter.vocabularies
    season.readings =
      Self.readings(rows, people: reader.ids, questionnaires) + records.thirdParty.readings
    season.thirdParty = records.thirdParty.statements
    season.consentRules = settings.consentRules
    return season
  }

  /// The files of the season file, then those that were imported and stand in no list of the curator.
  private mutating func entries(_ settings: SeasonSettings) -> [FileEntry] {
    var entries: [FileEntry] = []
    for entry in settings.files {
      if entries.contains(where: { $0.isSame(as: entry) }) {
        findings.append(Finding(.fileTwice(path: entry.path), at: entry.place))
      } else {
        let isReplaced = imports.replaced.contains(entry.path)
        entries.append(isReplaced ? entry.asItsBytesTell : entry)
      }
    }
    imports.readEntries(forms: settings.forms.map(\.code.rawValue), &findings)
    return entries
      + imports.entries.filter { entry in !entries.contains { $0.isSameFile(as: entry) } }
  }

  /// What the programme itself keeps in the folder.
  private mutating func readBooks() {
    if let text = ownText(MappingBook.file) { mappings = MappingBook(text, &findings) }
    if let text = ownText(ImportBook.file) { imports = ImportBook(text, &findings) }
  }

  private mutating func ownText(_ file: String) -> String? {
    switch files.read(file, limitMegabytes: Self.seasonLimitMegabytes) {
    case .missing, .outside: return nil
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .unreadable(let obstacle):
      let kind = FindingKind.fileUnreadable(path: file, obstacle: obstacle)
      findings.append(Finding(kind, at: Place(file: file)))
    case .tooLarge:
      let kind = FindingKind.fileTooLarge(limitMegabytes: Self.seasonLimitMegabytes)
      findings.append(Finding(kind, at: Place(file: file)))
    }
    return nil
  }

  private mutating func settings(_ bytes: [UInt8]) -> SeasonSettings? {
    guard let root = Self.yaml(bytes, file: Self.seasonFile, &findings) else { return nil }
    return SeasonSettingsReader.read(root, hasImports: !imports.isEmpty, &findings)
  }

  private static func yaml(
    _ bytes: [UInt8], file: String, _ findings: inout [Finding]
  ) -> YAMLNode? {
    let decoding = TextDecoding(bytes, file: file)
    findings += decoding.findings.map { ofSettings($0) }
    guard let text = decoding.text else { return nil }
    let (root, problems) = YAMLReader.read(String(decoding: text, as: UTF8.self), file: file)
    findings += problems
    if root == nil && problems.isEmpty {
      findings.append(Finding(.yamlSyntax(.empty), at: Place(file: file)))
    }
    return root
  }

  mutating func interpreter(_ settings: VocabularySettings) -> AnswerInterpreter {
    var found: [Finding] = []
    let vocabularies = settings.vocabularies(&found) { vocabulary($0, &$1) }
    let interpreter = AnswerInterpreter(
      vocabularies, corrections: settings.corrections, &found)
    findings += found
    return interpreter
  }

  private func vocabulary(_ file: Mention, _ findings: inout [Finding]) -> YAMLNode? {
    switch files.read(file.name, limitMegabytes: Self.seasonLimitMegabytes) {
    case .bytes(let bytes): return Self.yaml(bytes, file: file.name, &findings)
    case .missing, .outside:
      findings.append(Finding(.fileMissing(path: file.name), at: file.place))
    case .unreadable(let obstacle):
      let kind = FindingKind.fileUnreadable(path: file.name, obstacle: obstacle)
      findings.append(Finding(kind, at: file.place))
    case .tooLarge:
      let kind = FindingKind.fileTooLarge(limitMegabytes: Self.seasonLimitMegabytes)
      findings.append(Finding(kind, at: Place(file: file.name)))
    }
    return nil
  }

  /// Nobody exports a file of settings, or states its encoding: what helps with tables does not help here.
  private static func ofSettings(_ finding: Finding) -> Finding {
    switch finding.kind {
    case .fileEmpty: Finding(.yamlSyntax(.empty), at: finding.place)
    case .wrongEncoding, .workbook: Finding(.yamlSyntax(.notText), at: finding.place)
    default: finding
    }
  }

  private mutating func table(_ entry: FileEntry) -> MappedTable? {
    let whole = Place(file: entry.path)
    switch files.read(entry.path, limitMegabytes: TextDecoding.limitMegabytes) {
    case .missing:
      findings.append(Finding(.fileMissing(path: entry.path), at: entry.place))
    case .unreadable(let obstacle):
      let kind = FindingKind.fileUnreadable(path: entry.path, obstacle: obstacle)
      findings.append(Finding(kind, at: entry.place))
    case .outside:
      let kind = FindingKind.valueInvalid(
        key: entry.key, text: entry.path, expected: .pathInFolder)
      findings.append(Finding(kind, at: entry.place))
    case .tooLarge:
      findings.append(
        Finding(.fileTooLarge(limitMegabytes: TextDecoding.limitMegabytes), at: whole))
    case .bytes(let bytes):
      let read = TableFile.read(
        bytes, file: entry.path, encoding: entry.encoding, separator: entry.separator,
        sheet: entry.sheet,
        recognises: ColumnPlan.recognises(entry, book: mappings, forms: settings.forms))
      var mapping: [Finding] = []
      let mapped = read.table.map {
        MappedTable($0, entry: entry, book: mappings, forms: settings.forms, &mapping)
      }
      // Of a file that is another one altogether, its rows say nothing.
      let isOther = mapping.contains { $0.kind == .noColumnFound }
      findings += mapping + read.findings.filter { !isOther || !Self.isOfRows($0) }
      return mapped
    }
    return nil
  }

  private static func isOfRows(_ finding: Finding) -> Bool {
    switch finding.kind {
    case .columnTwice, .rowTooLong: true
    default: false
    }
  }

  private mutating func questionnaireRows(
    _ table: MappedTable, _ settings: SeasonSettings, _ interpreter: AnswerInterpreter
  ) -> [QuestionnaireRow] {
    guard case .questionnaires(let role) = table.entry.kind else { return [] }
    return table.rows.compactMap {
      QuestionnaireRow(
        $0, role: role, usual: table.entry, forms: settings.forms, date: settings.date,
        interpreter, &findings)
    }
  }

  /// Of the rows that became questionnaires: what a second row for the same form says counts for nothing.
  private static func readings(
    _ rows: [QuestionnaireRow], people: [PersonID], _ questionnaires: [Questionnaire]
  ) -> [AnswerReading] {
    let places = Set(questionnaires.map(\.place))
    return zip(rows, people).filter { places.contains($0.0.place) }.flatMap { row, person in
      row.readings.map {
        AnswerReading(
          person: person, field: $0.field, place: $0.place, text: $0.text, terms: $0.terms,
          confidence: $0.confidence)
      }
    }
  }

  private mutating func reportEmpty(_ settings: SeasonSettings, _ questionnaires: [Questionnaire]) {
    for (form, place) in zip(settings.forms, settings.formPlaces) {
      for role in Role.allCases
      where !questionnaires.contains(where: { $0.form == form.code && $0.role == role }) {
        findings.append(Finding(.nobody(role: role, form: form.code), at: place))
      }
    }
  }
}
