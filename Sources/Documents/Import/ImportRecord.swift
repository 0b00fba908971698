import Mentorship

/// What a file says about one person.
struct ImportRecord {
  let name: PersonName
  /// What names are compared by; all names of a person whom the curator gave several are one.
  let nameKey: String
  let id: String?
  private(set) var birthDate: CalendarDate?
  let organisation: Term?
  private(set) var values: [Field: [FieldValue]] = [:]
  private(set) var person: Person
  let place: Place

  /// Reads a row; `nil` for one without a name or an id.
  init?(_ row: MappedRow, fields: [Field], same: SameNames, forms: [Form]) {
    let name = PersonName(row.text(.name))
    let id = row.text(.id).isEmpty ? nil : Term(row.text(.id)).text
    guard !name.isEmpty || id != nil else { return nil }
    self.name = name.isEmpty ? PersonName(id ?? "") : name
    self.id = id
    place = row.place
    birthDate = CalendarDate(parsing: row.text(.birthDate))
    let key = PersonName.key(self.name.full)
    organisation = row.organisation
    nameKey =
      same.name(for: key, born: birthDate, from: organisation).map { PersonName.key($0) } ?? key
    person = Person(
      id: PersonID(self.name.full), name: self.name, birthDate: birthDate,
      grade: Grade(parsing: row.text(.grade)),
      contacts: Contacts(
        phones: PhoneNumber.list(row.text(.phone)) ?? [],
        emails: EmailAddress.list(row.text(.email)) ?? []))
    for field in fields where field != .id {
      values[field] = FieldValue.read(field, row, forms: forms).map { [$0] } ?? []
    }
  }

  /// Another row of the same person in the same file.
  mutating func add(_ other: ImportRecord) {
    birthDate = birthDate ?? other.birthDate
    for (field, found) in other.values {
      for value in found where !(values[field] ?? []).contains(value) {
        values[field, default: []].append(value)
      }
    }
  }

  /// Whether both can be one person, where their names are one.
  func fits(_ other: ImportRecord) -> Bool {
    if let id, let otherID = other.id { return id == otherID }
    guard nameKey == other.nameKey else { return false }
    guard let birthDate, let otherDate = other.birthDate else {
      // A pupil goes to one school.
      return !(isElsewhere(other) && person.grade != nil && other.person.grade != nil)
    }
    return birthDate == otherDate
  }

  func isElsewhere(_ other: ImportRecord) -> Bool {
    guard let organisation, let otherOrganisation = other.organisation else { return false }
    return OrganisationName(organisation).isOther(than: OrganisationName(otherOrganisation))
  }

  /// What differs from an earlier file, in the order of the fields.
  ///
  /// A column that only one of the files has is a difference where it says something.
  func changes(since old: ImportRecord) -> [FieldChange] {
    Field.allCases.compactMap { field in
      let (before, after) = (old.text(field), text(field))
      let keys = (old.key(field), key(field))
      guard field != .name, keys.0 != keys.1 else { return nil }
      return FieldChange(field: field, before: before, after: after)
    }
  }

  private func text(_ field: Field) -> String {
    (values[field] ?? []).map(\.text).sorted().joined(separator: " | ")
  }

  private func key(_ field: Field) -> String {
    (values[field] ?? []).map(\.key).sorted().joined(separator: " | ")
  }
}

/// The people of one table.
struct ImportRecords {
  private(set) var records: [ImportRecord] = []
  let entry: FileEntry
  let fingerprint: String

  init(_ mapped: MappedTable, same: SameNames, forms: [Form]) {
    entry = mapped.entry
    fingerprint =
      HeaderFingerprint(mapped.table.header.map(\.text), kind: mapped.entry.kind.name).text
    let fields = Field.allCases.filter { mapped.columns[$0] != nil }
    var byKey: [String: [Int]] = [:]
    for row in mapped.rows {
      guard let record = ImportRecord(row, fields: fields, same: same, forms: forms) else {
        continue
      }
      let key = record.id ?? record.nameKey
      if let index = byKey[key]?.first(where: { records[$0].fits(record) }) {
        records[index].add(record)
      } else {
        byKey[key, default: []].append(records.count)
        records.append(record)
      }
    }
  }
}
