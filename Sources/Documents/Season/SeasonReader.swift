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
  private let files: SeasonFiles

  init(_ files: SeasonFiles) { self.files = files }

  /// - Parameter bytes: The season file.
  /// - Returns: `nil` when there are no settings, no date or no form to make a season of.
  mutating func read(_ bytes: [UInt8]) -> Season? {
    guard let settings = settings(bytes) else { return nil }
    var tables: [MappedTable] = []
    var rows: [QuestionnaireRow] = []
    for (index, entry) in settings.files.enumerated() {
      guard !settings.files[..<index].contains(where: { $0.isSame(as: entry) }) else {
        findings.append(Finding(.fileTwice(path: entry.path), at: entry.place))
        continue
      }
      guard let table = table(entry) else { continue }
      tables.append(table)
      rows += questionnaireRows(table, settings)
    }
    let reader = PeopleReader(rows, &findings)
    let questionnaires = QuestionnaireReader(
      rows, people: reader.ids, forms: settings.forms, &findings
    ).questionnaires
    reportEmpty(settings, questionnaires)

    var answers = AnswerReader(people: reader.people, questionnaires: questionnaires)
    for table in tables {
      if case .answers(let role) = table.entry.kind { answers.read(table, by: role) }
    }
    var pairs = CuratorPairReader(people: reader.people, questionnaires: questionnaires)
    let dependent = pairs.dependent(settings.dependent)
    let (pins, bans) = (pairs.pairs(settings.pins), pairs.pairs(settings.bans))
    pairs.compare(pins: pins)
    let (together, apart) = (pairs.sets(settings.together), pairs.sets(settings.apart))
    let quotas = pairs.quotas(settings.quotas)
    findings += answers.findings + pairs.findings

    guard let date = settings.date, !settings.forms.isEmpty else { return nil }
    return Season(
      title: settings.title, organisation: settings.organisation, date: date,
      coverage: settings.coverage, forms: settings.forms,
      preferenceScale: settings.preferenceScale, partners: settings.partners,
      people: reader.people, questionnaires: questionnaires, answers: answers.answers,
      attended: answers.attended, pins: pins, bans: bans, dependent: dependent,
      together: together, apart: apart, quotas: quotas)
  }

  private mutating func settings(_ bytes: [UInt8]) -> SeasonSettings? {
    let decoding = TextDecoding(bytes, file: Self.seasonFile)
    findings += decoding.findings.map { Self.ofSeasonFile($0) }
    guard let text = decoding.text else { return nil }
    let (root, problems) = YAMLReader.read(
      String(decoding: text, as: UTF8.self), file: Self.seasonFile)
    findings += problems
    if root == nil && problems.isEmpty {
      findings.append(Finding(.yamlSyntax(.empty), at: Place(file: Self.seasonFile)))
    }
    return root.flatMap { SeasonSettingsReader.read($0, &findings) }
  }

  /// Nobody exports a season file, or states its encoding: what helps with tables does not help here.
  private static func ofSeasonFile(_ finding: Finding) -> Finding {
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
        sheet: entry.sheet)
      var mapping: [Finding] = []
      let mapped = read.table.map { MappedTable($0, entry: entry, &mapping) }
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
    _ table: MappedTable, _ settings: SeasonSettings
  ) -> [QuestionnaireRow] {
    guard case .questionnaires(let role) = table.entry.kind else { return [] }
    return table.rows.compactMap {
      QuestionnaireRow(
        $0, role: role, form: table.entry.form, forms: settings.forms, date: settings.date,
        &findings)
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
