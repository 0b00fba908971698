import Mentorship

/// Holds the people of a file against those who are known.
struct ImportComparison {
  private let known: [ImportRecords]
  private let replaced: ImportRecords?
  /// Names that the curator says are different people's, as keys.
  private let different: [[String]]
  private let forms: [Form]

  /// `known` are all tables of the kind, `replaced` the one whose newer version is compared.
  init(
    known: [ImportRecords], replaced: ImportRecords?, different: [[Mention]], forms: [Form]
  ) {
    self.known = known
    self.replaced = replaced
    self.different = different.map { group in group.map { PersonName.key($0.name) } }
    self.forms = forms
  }

  /// Fills in who is new, changed, unchanged, doubtful and missing.
  ///
  /// - Complexity: O(*n* log *n*) for *n* people.
  func compare(_ records: ImportRecords, _ file: inout ImportReport.File) {
    // The version that is replaced speaks first, then files of the same form, then the others.
    let sameForm = known.filter { $0.entry.form == records.entry.form }
    let others = known.filter { $0.entry.form != records.entry.form }
    let old = ([replaced].compactMap(\.self) + sameForm + others).flatMap(\.records)
    var index: [String: [Int]] = [:]
    for (position, record) in old.enumerated() {
      index[record.nameKey, default: []].append(position)
      if let id = record.id { index["#\(id)", default: []].append(position) }
    }
    var unmatched: [ImportRecord] = []
    for record in records.records {
      let keys = [record.id.map { "#\($0)" }, record.nameKey].compactMap(\.self)
      let found = keys.flatMap { index[$0] ?? [] }.filter { old[$0].fits(record) }
      guard let first = found.first else {
        unmatched.append(record)
        continue
      }
      if let doubt = ambiguity(record, found.map { old[$0] }) {
        file.doubtful.append(doubt)
        continue
      }
      let changes = record.changes(since: old[first], forms: forms)
      if changes.isEmpty {
        file.unchanged.append(record.name.full)
      } else {
        file.changed.append(.init(person: record.name.full, fields: changes))
      }
    }
    sort(unmatched, among: old + records.records, &file)
    if let replaced {
      let present = Dictionary(grouping: records.records, by: \.nameKey)
      let ids = Set(records.records.compactMap(\.id))
      file.missing = replaced.records.filter { record in
        !(present[record.nameKey] ?? []).contains { $0.fits(record) }
          && !(record.id.map(ids.contains) ?? false)
      }.map(\.name.full)
    }
  }

  /// Several known people of one name, of whom the file does not say which.
  private func ambiguity(_ record: ImportRecord, _ found: [ImportRecord]) -> ImportReport.Doubt? {
    guard record.birthDate == nil, record.id == nil else { return nil }
    var what = Set(found.compactMap(\.birthDate)).sorted().map { "\($0)" }
    if what.isEmpty, let first = found.first, found.contains(where: first.isElsewhere) {
      what = Set(found.compactMap { $0.organisation?.text }).sorted()
    }
    guard what.count > 1 else { return nil }
    return ImportReport.Doubt(
      person: record.name.full,
      candidates: what.map {
        .init(person: "\(record.name.full) (\($0))", score: 100, reasons: [.sameName])
      })
  }

  /// Parts those who may be somebody known from those who are new.
  private func sort(
    _ unmatched: [ImportRecord], among all: [ImportRecord], _ file: inout ImportReport.File
  ) {
    guard !unmatched.isEmpty else { return }
    var seen: Set<PersonID> = []
    var traits: [DoubleSearch.Traits] = []
    var order: [PersonID: Int] = [:]
    for record in all {
      let id = Self.shownID(record)
      guard seen.insert(record.id.map { PersonID($0) } ?? id).inserted else { continue }
      let known = record.person
      let person = Person(
        id: id, name: known.name, birthDate: known.birthDate, grade: known.grade,
        contacts: known.contacts)
      order[id] = traits.count
      traits.append(DoubleSearch.Traits(person, statedID: record.id))
    }
    var candidates: [PersonID: [PossibleDouble]] = [:]
    for double in DoubleSearch(traits).doubles() where !isDifferent(double) {
      // Of two rows of one file the later one is in doubt.
      let isLater = (order[double.first] ?? 0) > (order[double.second] ?? 0)
      candidates[isLater ? double.first : double.second, default: []].append(double)
    }
    for record in unmatched {
      let id = Self.shownID(record)
      let doubles = candidates[id] ?? []
      if doubles.isEmpty {
        file.new.append(record.name.full)
      } else {
        file.doubtful.append(
          .init(
            person: record.name.full,
            candidates: doubles.map { double in
              let other = double.first == id ? double.second : double.first
              return .init(person: other.rawValue, score: double.score, reasons: double.reasons)
            }))
      }
    }
  }

  /// The name, with the birth date behind it where it is known.
  private static func shownID(_ record: ImportRecord) -> PersonID {
    record.birthDate.map { PersonID("\(record.name.full) (\($0))") } ?? record.person.id
  }

  private func isDifferent(_ double: PossibleDouble) -> Bool {
    different.contains { keys in
      [double.first, double.second].allSatisfy { id in
        let name = id.rawValue.hasSuffix(")") ? id.rawValue.prefix { $0 != "(" } : id.rawValue[...]
        return keys.contains(PersonName.key(id.rawValue))
          || keys.contains(PersonName.key(String(name)))
      }
    }
  }
}
