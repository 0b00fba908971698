import Problems

/// What was changed about a problem since it was solved from scratch.
///
/// Shared by a session and by the rows that its search looks at; changed only between two searches.
final class ProblemEdits: @unchecked Sendable {
  // Sendable, because the search reads while nobody writes.
  let table: PairTable
  /// By mentee: all points with the mentors of then; `nil` = not eligible.
  private(set) var mentees: [Int: [Int?]] = [:]
  /// By mentor: all points with the mentees of then.
  private(set) var mentors: [Int: [Int?]] = [:]
  private(set) var forbidden: Set<Pair> = []
  private(set) var menteeCount: Int
  private(set) var mentorCount: Int
  /// Whether anything but whole mentees was changed, so that stored rows are not as they were.
  var touchesRows: Bool { !mentors.isEmpty || !forbidden.isEmpty }

  var isEmpty: Bool { mentees.isEmpty && mentors.isEmpty && forbidden.isEmpty }

  init(_ table: PairTable) {
    self.table = table
    menteeCount = table.menteeCount
    mentorCount = table.mentorCount
  }

  /// The points of a pair now, `nil` where it is not eligible or of nobody.
  func points(_ pair: Pair) -> Int? {
    guard 0..<menteeCount ~= pair.mentee, 0..<mentorCount ~= pair.mentor else { return nil }
    return forbidden.contains(pair) ? nil : pointsIfAllowed(pair)
  }

  private func pointsIfAllowed(_ pair: Pair) -> Int? {
    // Whoever was written last wrote into the other as well.
    if let points = mentees[pair.mentee] {
      return pair.mentor < points.count ? points[pair.mentor] : mentors[pair.mentor]?[pair.mentee]
    }
    if let points = mentors[pair.mentor] {
      return pair.mentee < points.count ? points[pair.mentee] : nil
    }
    return table.points(of: pair)
  }

  /// All points of a mentee who was replaced or came, `nil` for all others.
  func replacement(ofMentee mentee: Int) -> [Int?]? {
    guard var points = mentees[mentee] else { return nil }
    for mentor in points.count..<mentorCount { points.append(mentors[mentor]?[mentee]) }
    for pair in forbidden where pair.mentee == mentee { points[pair.mentor] = nil }
    return points
  }

  /// All points of a mentor who was replaced or came, `nil` for all others.
  func replacement(ofMentor mentor: Int) -> [Int?]? {
    guard var points = mentors[mentor] else { return nil }
    for mentee in points.count..<menteeCount { points.append(mentees[mentee]?[mentor]) }
    for pair in forbidden where pair.mentor == mentor { points[pair.mentee] = nil }
    return points
  }

  func setMentee(_ mentee: Int, _ points: [Int?]) {
    menteeCount = max(menteeCount, mentee + 1)
    mentees[mentee] = points
    for mentor in mentors.keys where mentee < mentors[mentor]?.count ?? 0 {
      mentors[mentor]?[mentee] = points[mentor]
    }
  }

  func setMentor(_ mentor: Int, _ points: [Int?]) {
    mentorCount = max(mentorCount, mentor + 1)
    mentors[mentor] = points
    for mentee in mentees.keys where mentor < mentees[mentee]?.count ?? 0 {
      mentees[mentee]?[mentor] = points[mentee]
    }
  }

  func forbid(_ pair: Pair) { forbidden.insert(pair) }
  func allow(_ pair: Pair) { forbidden.remove(pair) }

  /// The table as it is now.
  ///
  /// - Complexity: O(menteeCount · mentorCount).
  func currentTable() throws(ProblemError) -> PairTable {
    try PairTable(
      rows: (0..<menteeCount).map { mentee in
        (0..<mentorCount).map { points(Pair(mentee: mentee, mentor: $0)) }
      }, mentorCount: mentorCount)
  }
}
