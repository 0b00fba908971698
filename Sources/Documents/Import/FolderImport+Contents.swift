import Mentorship

extension FolderImport {
  /// What is wrong in the rows of a file.
  mutating func contents(_ mapped: MappedTable) -> [Finding] {
    var findings: [Finding] = []
    switch mapped.entry.kind {
    case .questionnaires(let role):
      var usual = mapped.entry
      // Without a season it makes no difference for which form they are.
      if root == nil { usual.form = usual.form ?? forms.first?.code }
      let interpreter = reader.interpreter(reader.settings.vocabularies)
      let (forms, date) = (forms, reader.settings.date)
      let rows = mapped.rows.compactMap {
        QuestionnaireRow(
          $0, role: role, usual: usual, forms: forms, date: date, interpreter, &findings)
      }
      let people = PeopleReader(
        rows, same: reader.same, organisation: reader.settings.organisation, &findings)
      _ = QuestionnaireReader(rows, people: people.ids, forms: forms, &findings)
      let doubles = DoubleReader(
        people: people.people, rows: rows, ids: people.ids, different: [])
      findings += doubles.findings.filter { !isDecided($0) }
    case .answers, .consents, .thirdParty:
      // Whom the names mean only a season knows.
      findings +=
        reader.people.isEmpty
        ? missingNames(mapped)
        : RecordTables(
          [mapped], people: reader.people, questionnaires: reader.questionnaires,
          same: reader.same, organisation: reader.settings.organisation,
          date: reader.settings.date, reader.interpreter(reader.settings.vocabularies)
        ).findings
    }
    return findings
  }

  /// Rows without a name, of tables that need no more.
  private func missingNames(_ mapped: MappedTable) -> [Finding] {
    mapped.rows.filter { PersonName($0.text(.name)).isEmpty && $0.text(.id).isEmpty }.map {
      Finding(.nameMissing, at: $0.place(.name))
    }
  }

  /// Whether the season file says that the two are different people.
  private func isDecided(_ finding: Finding) -> Bool {
    guard case .identity(.possibleDouble(let double)) = finding.kind else { return false }
    return reader.settings.different.contains { group in
      let keys = Set(group.map { PersonName.key($0.name) })
      return keys.contains(PersonName.key(double.first.rawValue))
        && keys.contains(PersonName.key(double.second.rawValue))
    }
  }
}
