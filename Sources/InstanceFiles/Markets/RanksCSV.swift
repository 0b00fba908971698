import Problems

/// The reader of `csv-ranks`: a row a person, whom they would like in columns from the best on.
///
/// ```csv
/// side,id,places,minimum,choice1,choice2
/// mentees,anna,1,,boris,vera=gleb
/// mentees,dima,1,,,
/// mentors,boris,2,1,dima,anna
/// mentors,vera,1,,-,
/// mentors,gleb,1,,,
/// ```
///
/// - `side`: `mentees` or `mentors`; where one of the two has no row, its people are those whom the other names.
/// - `places`: demand or capacity, 1 where empty; `minimum`: of mentors.
/// - choices: equals in one cell, `vera=gleb` or `{vera gleb}`; `{}` is a place that nobody has. No choice at all is
///   no answer: everybody is welcome. `-` alone is the answer that nobody is.
/// - In a name `=`, `{`, `}`, `\` and blanks at its ends stand after a backslash; so does a name that is only `-`.
///
/// Points and eligible pairs are as in ``MarketDraft``.
struct RanksCSV {
  static let columns = ["side", "id", "places", "minimum"]
  static let choice = "choice"

  private let table: CSVColumns

  static func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let header = CSVRecords.header(bytes)
    return ["side", "id", "\(choice)1"].contains(where: header.contains)
  }

  /// - Throws: ``InstanceFileError`` with line and column.
  init(_ bytes: [UInt8]) throws(InstanceFileError) {
    let records = try CSVRecords(bytes)
    let choices = Set((1..<(records.records.first?.count ?? 0) + 1).map { "\(Self.choice)\($0)" })
    table = try CSVColumns(records, known: Self.columns, isKnown: choices.contains)
    try table.require(["side", "id"])
  }

  private typealias Row = (side: Side, cells: [CSVRecords.Cell], offset: CSVRecords.Cell)

  /// - Complexity: O(byte count).
  func market() throws(InstanceFileError) -> MarketDraft {
    let rows = try rows()
    var mentees = NamedPeople(isClosed: rows.contains { $0.side == .mentees })
    var mentors = NamedPeople(isClosed: rows.contains { $0.side == .mentors })
    let records = table.records
    for row in rows {
      let place = { records.place(row.offset) }
      switch row.side {
      case .mentees: try mentees.add(row.offset.text, place)
      case .mentors: try mentors.add(row.offset.text, place)
      }
    }
    var (menteeLists, mentorLists) = ([Rankings.Tiers?](), [Rankings.Tiers?]())
    var (demands, limits, places) = ([Int](), [MentorLimits](), [CSVRecords.Cell]())
    for row in rows {
      let count = try table.count("places", row.cells) ?? 1
      switch row.side {
      case .mentees:
        menteeLists.append(try tiers(row, &mentors))
        demands.append(count)
        places.append(row.offset)
      case .mentors:
        mentorLists.append(try tiers(row, &mentees))
        limits.append(
          MentorLimits(capacity: count, minimum: try table.count("minimum", row.cells) ?? 0))
      }
    }
    let (moreMentees, moreMentors) = (
      mentees.names.count - menteeLists.count, mentors.names.count - mentorLists.count
    )
    menteeLists += Array(repeating: nil, count: moreMentees)
    demands += Array(repeating: 1, count: moreMentees)
    mentorLists += Array(repeating: nil, count: moreMentors)
    limits += Array(repeating: MentorLimits(capacity: 1), count: moreMentors)
    let cells = places
    return MarketDraft(
      menteeIDs: mentees.names, mentorIDs: mentors.names, mentees: menteeLists,
      mentors: mentorLists, demands: demands, limits: limits,
      place: { cells.indices.contains($0) ? records.place(cells[$0]) : FilePlace() })
  }

  private func rows() throws(InstanceFileError) -> [Row] {
    var rows: [Row] = []
    for cells in table.records.records.dropFirst() {
      try table.checkWidth(cells)
      let side = table.cell("side", cells)
      guard let known = side.flatMap({ Side(rawValue: $0.text.lowercased()) }) else {
        throw .market(table.records.place(side ?? cells[0]), .noSide(side?.text ?? ""))
      }
      guard let id = table.cell("id", cells) else {
        throw .wrongType(table.records.place(cells[0]), expected: .identifier)
      }
      rows.append((known, cells, id))
    }
    return rows
  }

  /// The list of a row; `nil` = no answer.
  private func tiers(
    _ row: Row, _ others: inout NamedPeople
  ) throws(InstanceFileError) -> Rankings.Tiers? {
    var (tiers, seen) = (Rankings.Tiers(), Set<Int>())
    let width = table.records.records.first?.count ?? 0
    let last = (1..<max(1, width)).last { table.cell("\(Self.choice)\($0)", row.cells) != nil }
    guard let last else { return nil }
    let records = table.records
    for number in 1..<last + 1 {
      guard let cell = table.cell("\(Self.choice)\(number)", row.cells) else {
        throw .market(records.place(row.offset), .gap)
      }
      if number == 1, last == 1, cell.text == "-" { return [] }
      var tier: [Int] = []
      let names: [String]
      do throws(TierText.Fault) {
        names = try TierText(cell.text).names
      } catch {
        throw .market(records.place(cell), .unclosed("{"))
      }
      for name in names {
        let index = try others.index(of: name, { records.place(cell) })
        guard seen.insert(index).inserted else {
          throw .market(records.place(cell), .listedTwice(name))
        }
        tier.append(index)
      }
      tiers.append(tier)
    }
    return tiers
  }
}

/// Names of equals in one cell: `vera=gleb` or `{vera gleb}`.
struct TierText {
  struct Fault: Error {}

  let names: [String]

  init(names: [String]) { self.names = names }

  /// - Throws: where a bracket is not closed.
  init(_ text: String) throws(Fault) {
    let isBraced = text.hasPrefix("{")
    var (names, name, isEscaped, isOpen) = ([String](), "", false, isBraced)
    // Blanks around a name are none of it, those after a backslash are.
    var blanks = ""
    for letter in isBraced ? text.dropFirst() : text[...] {
      // Behind the closing bracket nothing may stand.
      if isBraced, !isOpen { throw Fault() }
      let isSeparator = isBraced ? letter == " " || letter == "," : letter == "="
      switch letter {
      case _ where isEscaped:
        name += blanks + String(letter)
        (blanks, isEscaped) = ("", false)
      case "\\": isEscaped = true
      case "}" where isBraced: isOpen = false
      case _ where isSeparator:
        names.append(name)
        (name, blanks) = ("", "")
      case " ": blanks += name.isEmpty ? "" : " "
      default:
        name += blanks + String(letter)
        blanks = ""
      }
    }
    if isOpen || isEscaped { throw Fault() }
    names.append(name)
    self.names = names.filter { !$0.isEmpty }
  }

  /// The names as a cell; nobody is `{}`.
  var text: String {
    guard !names.isEmpty else { return "{}" }
    return names.map(Self.escaped).joined(separator: "=")
  }

  private static func escaped(_ name: String) -> String {
    if name == "-" { return "\\-" }
    return name.enumerated().reduce(into: "") { text, next in
      let isOuter = next.offset == 0 || next.offset == name.count - 1
      if "={}\\".contains(next.element) || isOuter && next.element == " " { text.append("\\") }
      text.append(next.element)
    }
  }
}
