import Mentorship

/// Which rows belong together.
struct PersonGroups {
  private let rows: [QuestionnaireRow]
  private let same: SameNames
  /// The name that the curator gave a group, where it has several.
  private(set) var statedNames: [String?] = []
  /// The rows of each group, in order; groups in the order of their first row.
  private(set) var members: [[Int]] = []
  private(set) var groupOfRow: [Int] = []
  private var nameOfRow: [Int] = []
  private(set) var explicitIDs: [String?] = []
  private(set) var birthDates: [CalendarDate?] = []
  /// Names by number, so that each is folded and hashed once.
  private var numbers: [Term: Int] = [:]
  private var byName: [Int: [Int]] = [:]
  private var byNameAndDate: [NameAndDate: Int] = [:]
  /// Where the person of each row comes from.
  private let origins: [Origin]

  private struct NameAndDate: Hashable {
    let name: Int
    let date: CalendarDate
  }

  init(_ rows: [QuestionnaireRow], _ same: SameNames, _ organisation: Term?) {
    self.rows = rows
    self.same = same
    var names: [Term: OrganisationName] = [:]
    origins = rows.map { Origin($0, usual: organisation, &names) }
  }

  private mutating func number(of key: String) -> Int {
    let (term, next) = (Term(key), numbers.count)
    if let number = numbers[term] { return number }
    numbers[term] = next
    return next
  }

  /// The groups of each name, in order.
  mutating func sharers() -> [[Int]] {
    var sharers = numbers.map { _ in [Int]() }
    for group in members.indices {
      let name =
        statedNames[group].map { number(of: PersonName.key($0)) } ?? nameOfRow[members[group][0]]
      while sharers.count <= name { sharers.append([]) }
      sharers[name].append(group)
    }
    return sharers
  }

  /// Where a person comes from, by the first row that says it.
  func origin(ofGroup group: Int) -> Origin? {
    members[group].first { origins[$0].organisation != nil }.map { origins[$0] }
  }

  func areElsewhere(_ one: Int, _ other: Int) -> Bool {
    guard let one = origin(ofGroup: one), let other = origin(ofGroup: other) else { return false }
    return one.isElsewhere(other)
  }

  /// First the rows that say most about who they are, then those that must fit.
  mutating func assign() {
    groupOfRow = rows.map { _ in -1 }
    for row in rows { nameOfRow.append(number(of: row.name.key)) }
    let keys = nameOfRow
    assignBySameNames(keys)
    assignByID(keys)
    assignByBirthDate(keys)
    let dated = byName.mapValues { Set($0) }
    let rest = rows.indices.filter { groupOfRow[$0] < 0 }
    let orders = rest.map { origins[$0].order }
    for row in rest.indices.sorted(by: { orders[$0] < orders[$1] }).map({ rest[$0] }) {
      let group = group(fitting: row, dated: dated[keys[row]] ?? [], keys[row])
      put(row, into: group ?? newGroup(keys[row], id: nil), keys)
    }
    orderByFirstRow()
  }

  /// Whose a row without a birth date is; `nil` = somebody's whom no other row is about.
  ///
  /// Where it fits several who share the name, all such rows are one more person.
  private func group(fitting row: Int, dated: Set<Int>, _ key: Int) -> Int? {
    let origin = origins[row]
    let fitting = (byName[key] ?? []).filter { group in
      !members[group].contains { origins[$0].excludes(origin) }
    }
    let own = fitting.filter { group in members[group].contains { origins[$0].isSamePlace(origin) }
    }
    let ownDated = own.filter(dated.contains)
    let isParted = fitting.count < (byName[key] ?? []).count || own.count < fitting.count
    if ownDated.count == 1, isParted { return ownDated[0] }
    if fitting.count == 1 { return fitting[0] }
    let undated = fitting.filter { !dated.contains($0) }
    if origin.organisation != nil { return undated.first(where: own.contains) ?? undated.first }
    return undated.first { self.origin(ofGroup: $0) == nil }
  }

  /// What the curator says stands above birth dates and ids.
  private mutating func assignBySameNames(_ keys: [Int]) {
    guard !same.isEmpty else { return }
    var byName: [String: Int] = [:]
    for row in rows.indices {
      let name = same.name(
        for: rows[row].name.key, born: rows[row].facts.birthDate?.value,
        from: origins[row].organisation)
      guard let name else { continue }
      let group = byName[name] ?? newGroup(number(of: PersonName.key(name)), id: rows[row].facts.id)
      byName[name] = group
      statedNames[group] = name
      put(row, into: group, keys)
    }
  }

  private mutating func assignByID(_ keys: [Int]) {
    var byID: [String: Int] = [:]
    for (group, id) in explicitIDs.enumerated() { if let id { byID[id] = group } }
    for row in rows.indices where groupOfRow[row] < 0 {
      guard let id = rows[row].facts.id else { continue }
      let group = byID[id] ?? newGroup(keys[row], id: id)
      byID[id] = group
      put(row, into: group, keys)
    }
  }

  private mutating func assignByBirthDate(_ keys: [Int]) {
    let undated = byName.mapValues { groups in groups.filter { birthDates[$0] == nil } }
    for row in rows.indices where groupOfRow[row] < 0 {
      guard let date = rows[row].facts.birthDate?.value else { continue }
      var group = byNameAndDate[NameAndDate(name: keys[row], date: date)]
      if group == nil, let only = undated[keys[row]], only.count == 1, birthDates[only[0]] == nil {
        group = only[0]
      }
      put(row, into: group ?? newGroup(keys[row], id: nil), keys)
    }
  }

  private mutating func newGroup(_ key: Int, id: String?) -> Int {
    members.append([])
    explicitIDs.append(id)
    statedNames.append(nil)
    birthDates.append(nil)
    byName[key, default: []].append(members.count - 1)
    return members.count - 1
  }

  private mutating func put(_ row: Int, into group: Int, _ keys: [Int]) {
    members[group].append(row)
    groupOfRow[row] = group
    guard birthDates[group] == nil, let date = rows[row].facts.birthDate?.value else { return }
    birthDates[group] = date
    let key = NameAndDate(name: keys[row], date: date)
    byNameAndDate[key] = byNameAndDate[key] ?? group
  }

  private mutating func orderByFirstRow() {
    members = members.map { $0.sorted() }
    let order = members.indices.sorted { members[$0][0] < members[$1][0] }
    var position = members.map { _ in 0 }
    for (index, group) in order.enumerated() { position[group] = index }
    members = order.map { members[$0] }
    explicitIDs = order.map { explicitIDs[$0] }
    statedNames = order.map { statedNames[$0] }
    birthDates = order.map { birthDates[$0] }
    groupOfRow = groupOfRow.map { position[$0] }
  }
}
