import Mentorship

/// What a file says about one person.
struct ImportRecord {
  /// What names are compared by; all names of a person whom the curator gave several are one.
  let nameKey: String
  let id: String?
  private(set) var birthDate: CalendarDate?
  let organisation: Term?
  let person: Person
  /// What it says is read where it is compared: of a first import nothing is.
  private var rows: [MappedRow]

  /// Reads a row; `nil` for one without a name or an id.
  init?(_ row: MappedRow, same: SameNames) {
    let name = PersonName(row.text(.name))
    let id = row.text(.id).isEmpty ? nil : Term(row.text(.id)).text
    guard !name.isEmpty || id != nil else { return nil }
    let known = name.isEmpty ? PersonName(id ?? "") : name
    self.id = id
    rows = [row]
    birthDate = row.meaning(.birthDate) { CalendarDate(parsing: $0) }
    let key = known.key
    organisation = row.organisation
    nameKey =
      same.name(for: key, born: birthDate, from: organisation).map { PersonName.key($0) } ?? key
    person = Person(
      id: PersonID(known.full), name: known, birthDate: birthDate,
      grade: row.meaning(.grade) { Grade(parsing: $0) },
      contacts: Contacts(
        phones: PhoneNumber.list(row.text(.phone)) ?? [],
        emails: EmailAddress.list(row.text(.email)) ?? []))
  }

  var name: PersonName { person.name }

  /// Another row of the same person in the same file.
  mutating func add(_ other: ImportRecord) {
    birthDate = birthDate ?? other.birthDate
    rows += other.rows
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
  func changes(since old: ImportRecord, forms: [Form]) -> [FieldChange] {
    Field.allCases.compactMap { field in
      guard field != .name, field != .id else { return nil }
      let (before, after) = (old.values(field, forms), values(field, forms))
      guard Self.joined(before.map(\.key)) != Self.joined(after.map(\.key)) else { return nil }
      return FieldChange(
        field: field, before: Self.joined(before.map(\.text)),
        after: Self.joined(after.map(\.text)))
    }
  }

  /// What the rows say in a field, each once.
  private func values(_ field: Field, _ forms: [Form]) -> [FieldValue] {
    var values: [FieldValue] = []
    for row in rows where row.has(field) {
      guard let value = FieldValue.read(field, row, forms: forms), !values.contains(value) else {
        continue
      }
      values.append(value)
    }
    return values
  }

  private static func joined(_ parts: [String]) -> String {
    parts.count < 2 ? parts.first ?? "" : parts.sorted().joined(separator: " | ")
  }
}

/// The people of one table.
struct ImportRecords {
  private(set) var records: [ImportRecord] = []
  let entry: FileEntry
  let fingerprint: String

  init(_ mapped: MappedTable, same: SameNames) {
    entry = mapped.entry
    fingerprint =
      HeaderFingerprint(mapped.table.header.map(\.text), kind: mapped.entry.kind.name).text
    var byKey: [PersonID: [Int]] = [:]
    for row in mapped.rows {
      guard let record = ImportRecord(row, same: same) else { continue }
      let key = PersonID(record.id ?? record.nameKey)
      if let index = byKey[key]?.first(where: { records[$0].fits(record) }) {
        records[index].add(record)
      } else {
        byKey[key, default: []].append(records.count)
        records.append(record)
      }
    }
  }
}
