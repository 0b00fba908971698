import Problems

/// Cells as RFC 4180 has them, with `,` between them.
struct CSVText {
  private(set) var text = ""

  mutating func append(_ cells: [String]) {
    text += cells.map(Self.quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let isPlain =
      !cell.unicodeScalars.contains { ",;\t\"\n\r".unicodeScalars.contains($0) }
      && !cell.hasPrefix(" ") && !cell.hasSuffix(" ")
    return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

/// The writer of ``PairsCSV``.
struct PairsCSVText {
  private let instance: Instance

  init(_ instance: Instance) { self.instance = instance }

  /// - Complexity: O(pairCount + length of the rankings), and their sum · log to sort.
  var text: String {
    let problem = instance.problem
    var csv = CSVText()
    csv.append(PairsCSV.columns)
    for mentee in problem.demands.indices {
      csv.append(
        [
          instance.name(ofMentee: mentee), "", "",
          Self.length(instance.rankings?.mentees, mentee), "", "\(problem.demands[mentee])", "", "",
        ])
    }
    for (mentor, limits) in problem.mentors.enumerated() {
      csv.append([
        "", instance.name(ofMentor: mentor), "", "",
        Self.length(instance.rankings?.mentors, mentor), "", "\(limits.capacity)",
        "\(limits.minimum)",
      ])
    }
    let places = places
    var pairs = Set(places.ofMentors.keys).union(places.ofMentees.keys)
    problem.table.forEachPair { pair, _ in pairs.insert(pair) }
    for pair in pairs.sorted() {
      csv.append([
        instance.name(ofMentee: pair.mentee), instance.name(ofMentor: pair.mentor),
        problem.table.entry(of: pair).map { points($0) } ?? "",
        places.ofMentors[pair].map(String.init) ?? "",
        places.ofMentees[pair].map(String.init) ?? "", "", "", "",
      ])
    }
    return csv.text
  }

  /// More is better in the file, so costs are negative.
  private func points(_ entry: Int) -> String {
    let number = instance.number(of: entry)
    return (instance.sense == .minimize ? number.negated : number).text
  }

  private static func length(_ lists: [Rankings.Tiers?]?, _ person: Int) -> String {
    guard let lists, lists.indices.contains(person), let tiers = lists[person] else { return "" }
    return "\(tiers.count)"
  }

  /// By pair: the mentor's place with the mentee, and the mentee's with the mentor.
  private var places: (ofMentors: [Pair: Int], ofMentees: [Pair: Int]) {
    var (ofMentors, ofMentees) = ([Pair: Int](), [Pair: Int]())
    for (mentee, tiers) in (instance.rankings?.mentees ?? []).enumerated() {
      for (tier, people) in (tiers ?? []).enumerated() {
        for mentor in people { ofMentors[Pair(mentee: mentee, mentor: mentor)] = tier + 1 }
      }
    }
    for (mentor, tiers) in (instance.rankings?.mentors ?? []).enumerated() {
      for (tier, people) in (tiers ?? []).enumerated() {
        for mentee in people { ofMentees[Pair(mentee: mentee, mentor: mentor)] = tier + 1 }
      }
    }
    return (ofMentors, ofMentees)
  }
}

/// The writer of ``RanksCSV``.
struct RanksCSVText {
  private let instance: Instance

  init(_ instance: Instance) { self.instance = instance }

  /// - Complexity: O(people · longest list).
  var text: String {
    let problem = instance.problem
    let rankings = instance.rankings
    let lists = (rankings?.mentees ?? []) + (rankings?.mentors ?? [])
    let width = max(1, lists.reduce(0) { max($0, $1?.count ?? 0) })
    var csv = CSVText()
    csv.append(RanksCSV.columns + (1..<width + 1).map { "\(RanksCSV.choice)\($0)" })
    func row(_ cells: [String], _ tiers: Rankings.Tiers?, _ name: (Int) -> String) {
      let choices = tiers.map { tiers in
        tiers.isEmpty ? ["-"] : tiers.map { TierText(names: $0.map(name)).text }
      }
      let blanks = Array(repeating: "", count: width - (choices?.count ?? 0))
      csv.append(cells + (choices ?? []) + blanks)
    }
    for mentee in problem.demands.indices {
      let tiers = rankings.flatMap {
        $0.mentees.indices.contains(mentee) ? $0.mentees[mentee] : nil
      }
      row(
        ["mentees", instance.name(ofMentee: mentee), "\(problem.demands[mentee])", ""], tiers,
        instance.name(ofMentor:))
    }
    for (mentor, limits) in problem.mentors.enumerated() {
      let tiers = rankings.flatMap {
        $0.mentors.indices.contains(mentor) ? $0.mentors[mentor] : nil
      }
      row(
        ["mentors", instance.name(ofMentor: mentor), "\(limits.capacity)", "\(limits.minimum)"],
        tiers, instance.name(ofMentee:))
    }
    return csv.text
  }
}

/// The writer of ``PrefLibFile``: new headers, a line a voter, in their order.
struct PrefLibText {
  private let instance: Instance

  init(_ instance: Instance) { self.instance = instance }

  /// - Complexity: O(length of the lists).
  var text: String {
    let mentorCount = instance.problem.mentorCount
    let lists = MenteeLists(instance).lists
    let isStrict = lists.allSatisfy { $0.allSatisfy { $0.count == 1 } }
    let isComplete = lists.allSatisfy { $0.reduce(0) { $0 + $1.count } == mentorCount }
    let kind = (isStrict ? "so" : "to") + (isComplete ? "c" : "i")
    var lines = [
      "# DATA TYPE: \(kind)", "# NUMBER ALTERNATIVES: \(mentorCount)",
      "# NUMBER VOTERS: \(lists.count)", "# NUMBER UNIQUE ORDERS: \(Set(lists).count)",
    ]
    lines += (0..<mentorCount).map {
      // A line is a line.
      let name = instance.name(ofMentor: $0).map { $0.isNewline ? " " : $0 }
      return "# ALTERNATIVE NAME \($0 + 1): \(String(name))"
    }
    lines += lists.map { tiers in
      "1: "
        + tiers.map { tier in
          let numbers = tier.map { "\($0 + 1)" }.joined(separator: ",")
          return tier.count == 1 ? numbers : "{\(numbers)}"
        }.joined(separator: ",")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The writer of ``ResidentsFile`` for two sides.
struct ResidentsText {
  private let instance: Instance

  init(_ instance: Instance) { self.instance = instance }

  /// - Complexity: O(length of the lists).
  var text: String {
    let problem = instance.problem
    var lines = ["\(problem.menteeCount) \(problem.mentorCount)"]
    lines += MenteeLists(instance).lists.enumerated().map { "\($0 + 1): \(Self.text($1))" }
    var wanting = [[Int]](repeating: [], count: problem.mentorCount)
    problem.table.forEachPair { pair, _ in wanting[pair.mentor].append(pair.mentee) }
    let lists = instance.rankings?.mentors ?? []
    let isOneSided = !lists.contains { $0 != nil }
    for (mentor, limits) in problem.mentors.enumerated() {
      let own = lists.indices.contains(mentor) ? lists[mentor] : nil
      let tiers = own ?? (isOneSided || wanting[mentor].isEmpty ? [] : [wanting[mentor]])
      lines.append("\(mentor + 1): \(limits.minimum): \(limits.capacity): \(Self.text(tiers))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(_ tiers: Rankings.Tiers) -> String {
    tiers.map { tier in
      let numbers = tier.map { "\($0 + 1)" }.joined(separator: " ")
      return tier.count == 1 ? numbers : "(\(numbers))"
    }.joined(separator: " ")
  }
}

/// The mentees' lists, where no answer is everybody eligible.
private struct MenteeLists {
  let lists: [Rankings.Tiers]

  init(_ instance: Instance) {
    let table = instance.problem.table
    let given = instance.rankings?.mentees ?? []
    lists = (0..<table.menteeCount).map { mentee in
      if given.indices.contains(mentee), let tiers = given[mentee] { return tiers }
      let eligible = table.entries(of: mentee).map { table.mentor(of: $0, mentee: mentee) }
      return eligible.isEmpty ? [] : [eligible]
    }
  }
}
