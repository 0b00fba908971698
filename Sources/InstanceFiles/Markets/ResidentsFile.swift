import Problems

/// The reader of the texts of `matchingproblems`: hospital/residents, and student–project allocation.
///
/// ```text
/// 2 2                first side, second side (and lecturers)
/// 1: (1 2)           whom 1 of the first side would like: best first, equals in brackets
/// 2: 2 1
/// 1: 0: 1: 2 1       second side: at least, at most, and its list
/// 2: 1: 2: (1 2)
/// ```
///
/// With three counts the second side is projects, `number: at least: at most: lecturer`, and lecturers follow,
/// `number: at least: target: at most: list`. Projects are mentors, lecturers quotas of their projects. A lecturer's
/// list is that of each project, of the students who list it. Targets have no place in an instance and are not
/// read; nor are stability policies about lecturers' places, which quotas are to them.
///
/// What must be reached is reached always, as there without closures. Where no list of the second side has
/// anybody, the market is one-sided, and they count as no answer. Below the first blank line stands what the reader
/// does not look at.
///
/// Source: F. Cooper, `matchingproblems`, 2020; D. J. Abraham, R. W. Irving, D. F. Manlove, "Two algorithms for the
/// student–project allocation problem", J. Discrete Algorithms 5, 2007, doi:10.1016/j.jda.2006.03.006.
struct ResidentsFile {
  private let lines: TextLines
  private let counts: [Int]
  private let rows: [Range<Int>]

  /// Whether a text looks like one: two or three counts, then a line that begins with `1:`.
  static func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard let first = lines.first, lines.count > 1 else { return false }
    let words = first.split { $0 == " " || $0 == "\t" }
    return 2...3 ~= words.count && words.allSatisfy { Int($0) != nil }
      && lines[1].drop { $0 == " " }.hasPrefix("1:")
  }

  /// - Throws: ``InstanceFileError`` with line and column.
  init(_ bytes: [UInt8]) throws(InstanceFileError) {
    lines = try TextLines(bytes)
    guard let first = lines.ranges.firstIndex(where: { [lines] in !lines.isBlank($0) }) else {
      throw .empty
    }
    var counts: [Int] = []
    for word in lines.split(lines.trimmed(lines.ranges[first]), at: " ")
    where !lines.isBlank(word) {
      guard let count = lines.count(word), count <= MarketDraft.largestCount else {
        throw .notANumber(lines.place(word.lowerBound), found: String(lines.text(word).prefix(40)))
      }
      counts.append(count)
    }
    guard 2...3 ~= counts.count else {
      throw .market(lines.place(lines.ranges[first].lowerBound), .badLine("6 4"))
    }
    self.counts = counts
    let total = counts.reduce(0, +)
    rows = Array(lines.ranges[(first + 1)...].prefix { [lines] in !lines.isBlank($0) })
    guard rows.count >= total else {
      throw .market(
        rows.last.map { [lines] in lines.place($0.upperBound) } ?? lines.end,
        .endsEarly(missing: total - rows.count))
    }
    if rows.count > total {
      throw .wrongCount(
        lines.place(rows[total].lowerBound), count: rows.count, expected: total)
    }
  }

  /// - Complexity: O(byte count), and for lecturers the lists of their students by project.
  func market() throws(InstanceFileError) -> MarketDraft {
    let (students, hosts) = (counts[0], counts[1])
    var mentees: [Rankings.Tiers?] = []
    for mentee in 0..<students {
      let fields = try fields(mentee, number: mentee, pattern: "1: 3 (1 4) 5", count: 2)
      mentees.append(try scanner(hosts).tiers(fields[1]))
    }
    let (lines, rows) = (lines, rows)
    var market = MarketDraft(
      menteeIDs: (1..<students + 1).map(String.init), mentorIDs: (1..<hosts + 1).map(String.init),
      mentees: mentees, mentors: Array(repeating: nil, count: hosts), limits: [],
      minimumRule: .always, place: { lines.place(rows[min($0, rows.count - 1)].lowerBound) })
    if counts.count == 2 { try readHosts(into: &market) } else { try readProjects(into: &market) }
    return market
  }

  private func readHosts(into market: inout MarketDraft) throws(InstanceFileError) {
    var lists: [Rankings.Tiers] = []
    for host in 0..<counts[1] {
      let fields = try fields(
        counts[0] + host, number: host, pattern: "1: 0: 2: 3 (1 4) 5", count: 4)
      market.limits.append(
        MentorLimits(capacity: try number(fields[2]), minimum: try number(fields[1])))
      lists.append(try scanner(counts[0]).tiers(fields[3]))
    }
    if lists.contains(where: { !$0.isEmpty }) { market.mentors = lists }
  }

  private func readProjects(into market: inout MarketDraft) throws(InstanceFileError) {
    var projects = [[Int]](repeating: [], count: counts[2])
    for project in 0..<counts[1] {
      let fields = try fields(counts[0] + project, number: project, pattern: "1: 0: 2: 3", count: 4)
      market.limits.append(
        MentorLimits(capacity: try number(fields[2]), minimum: try number(fields[1])))
      let lecturer = try number(fields[3])
      guard 1..<counts[2] + 1 ~= lecturer else {
        throw .ordinalOutOfRange(
          lines.place(fields[3].lowerBound), number: lecturer, count: counts[2])
      }
      projects[lecturer - 1].append(project)
    }
    var lists: [Rankings.Tiers] = []
    for lecturer in 0..<counts[2] {
      let fields = try fields(
        counts[0] + counts[1] + lecturer, number: lecturer, pattern: "1: 0: 2: 3: 3 (1 4)", count: 5
      )
      let (least, most) = (try number(fields[1]), try number(fields[3]))
      _ = try number(fields[2])
      lists.append(try scanner(counts[0]).tiers(fields[4]))
      guard !projects[lecturer].isEmpty || least > 0 else { continue }
      market.quotas.append(
        Quota(
          name: "lecturer \(lecturer + 1)", mentors: projects[lecturer], atLeast: least,
          atMost: most))
    }
    if lists.contains(where: { !$0.isEmpty }) { rank(projects, lists, in: &market) }
  }

  /// Gives every project its lecturer's list, of those who want it.
  private func rank(
    _ projects: [[Int]], _ lists: [Rankings.Tiers], in market: inout MarketDraft
  ) {
    var wanting = [Set<Int>](repeating: [], count: market.mentors.count)
    for (mentee, tiers) in market.mentees.enumerated() {
      for project in (tiers ?? []).joined() { wanting[project].insert(mentee) }
    }
    for (own, list) in zip(projects, lists) {
      for project in own {
        market.mentors[project] =
          list.map { $0.filter(wanting[project].contains) }.filter { !$0.isEmpty }
      }
    }
  }

  private func scanner(_ count: Int) -> TierScanner {
    TierScanner(lines, .residents, others: count)
  }

  private func fields(
    _ row: Int, number: Int, pattern: String, count: Int
  ) throws(InstanceFileError) -> [Range<Int>] {
    let fields = lines.split(rows[row], at: ":")
    guard fields.count == count, let found = lines.count(fields[0]) else {
      throw .market(lines.place(rows[row].lowerBound), .badLine(pattern))
    }
    guard found == number + 1 else {
      throw .market(
        lines.place(rows[row].lowerBound), .wrongNumber(found: found, expected: number + 1))
    }
    return fields
  }

  private func number(_ field: Range<Int>) throws(InstanceFileError) -> Int {
    guard let number = lines.count(field) else {
      throw .notANumber(lines.place(field.lowerBound), found: String(lines.text(field).prefix(40)))
    }
    return number
  }
}
