public import Problems

extension Instance {
  /// An instance that no file holds yet: points, more is better.
  ///
  /// The hash is that of its one line of JSON.
  ///
  /// Without `rankings` nobody was asked; `waiting` stands by mentee, in any unit.
  ///
  /// - Complexity: O(pairCount + length of the rankings).
  public init(
    _ problem: AssignmentProblem, id: String? = nil, rankings: Rankings? = nil,
    menteeIDs: [String]? = nil, mentorIDs: [String]? = nil, waiting: [Int] = []
  ) {
    self = Instance.hashed { hash in
      Instance(
        id: id.map { .string($0) }, hash: hash, menteeIDs: menteeIDs, mentorIDs: mentorIDs,
        problem: problem, sense: .maximize, scale: .decimal(fractionDigits: 0),
        hoursScale: .decimal(fractionDigits: 0), tolerance: nil, rankings: rankings,
        waiting: waiting, fixedOrder: Array(problem.fixed.indices), given: nil)
    }
  }

  /// An instance with the hash of its own JSON.
  private static func hashed(_ made: (ContentHash) -> Instance) -> Instance {
    let text = made(ContentHash(of: [])).json.text()
    return made(ContentHash(of: Array(text.utf8)))
  }

  /// The same market without its names: people in another order, called e1, e2, … and m1, m2, ….
  ///
  /// Quotas lose their names too, and the instance its own.
  ///
  /// - Parameters:
  ///   - menteeOrder: the mentees, each once, in their new order.
  ///   - mentorOrder: the mentors likewise.
  /// - Returns: an instance of the same optima.
  /// - Throws: ``InstanceFileError/tooLarge(_:)`` as the reader would.
  /// - Complexity: O(pairCount · log pairCount + sizes of the rules).
  public func anonymous(
    menteeOrder: [Int], mentorOrder: [Int]
  ) throws(InstanceFileError) -> Instance {
    let (mentees, mentors) = (Renumbering(menteeOrder), Renumbering(mentorOrder))
    let entries = entries(mentees, mentors)
    let renumbered: AssignmentProblem
    do throws(ProblemError) {
      renumbered = try renumberedProblem(mentees, mentors, entries)
    } catch { throw .tooLarge(FilePlace()) }
    let given = given.map { given in GivenNumbers.list(entries.map { given[$0.old] ?? 0 }) }
    let waited = problem.demands.indices.map { waiting.indices.contains($0) ? waiting[$0] : 0 }
    return Instance.hashed { hash in
      Instance(
        id: nil, hash: hash, menteeIDs: menteeOrder.indices.map { "e\($0 + 1)" },
        mentorIDs: mentorOrder.indices.map { "m\($0 + 1)" }, problem: renumbered,
        sense: sense, scale: scale, hoursScale: hoursScale, tolerance: tolerance,
        rankings: rankings.map { rankings in
          Rankings(
            mentees: mentees.ordered(rankings.mentees.map { $0?.map(mentors.numbers) }),
            mentors: mentors.ordered(rankings.mentors.map { $0?.map(mentees.numbers) }))
        },
        waiting: waiting.isEmpty ? [] : mentees.ordered(waited),
        fixedOrder: Array(problem.fixed.indices), given: given)
    }
  }

  private typealias Entry = (pair: Pair, points: Int, old: Int)

  /// The eligible pairs in their new order, each with the entry that it had.
  private func entries(_ mentees: Renumbering, _ mentors: Renumbering) -> [Entry] {
    var entries: [Entry] = []
    problem.table.forEachPair { pair, entry in
      let new = Pair(mentee: mentees.new[pair.mentee], mentor: mentors.new[pair.mentor])
      entries.append((new, problem.table.points[entry], entry))
    }
    return entries.sorted { $0.pair < $1.pair }
  }

  private func renumberedProblem(
    _ mentees: Renumbering, _ mentors: Renumbering, _ entries: [Entry]
  ) throws(ProblemError) -> AssignmentProblem {
    func pair(_ old: Pair) -> Pair {
      Pair(mentee: mentees.new[old.mentee], mentor: mentors.new[old.mentor])
    }
    func sets(_ old: [[Int]]) -> [[Int]] {
      old.map(mentees.numbers).sorted { $0.lexicographicallyPrecedes($1) }
    }
    let hours = problem.hours
    // Hours of pairs of nobody say nothing.
    let known = hours.pairs.filter {
      mentees.new.indices.contains($0.key.mentee) && mentors.new.indices.contains($0.key.mentor)
    }
    return try AssignmentProblem(
      table: PairTable(
        entries: entries.map { ($0.pair, $0.points) }, menteeCount: problem.menteeCount,
        mentorCount: problem.mentorCount),
      demands: mentees.ordered(problem.demands), mentors: mentors.ordered(problem.mentors),
      minimumRule: problem.minimumRule,
      quotas: problem.quotas.enumerated().map { index, quota in
        Quota(
          name: "q\(index + 1)", mentees: quota.mentees.map(mentees.numbers),
          mentors: quota.mentors.map(mentors.numbers), atLeast: quota.atLeast,
          atMost: quota.atMost, when: quota.when.map(mentees.numbers))
      },
      fixed: problem.fixed.map(pair), apart: sets(problem.apart), together: sets(problem.together),
      hours: MentorHours(
        limits: hours.limits.renamed { mentors.new[$0] },
        mentees: hours.mentees.renamed { mentees.new[$0] }, pairs: known.renamed(pair)),
      coverage: problem.coverage)
  }
}

/// People in another order.
private struct Renumbering {
  /// By new number, the old one.
  let order: [Int]
  /// By old number, the new one.
  let new: [Int]

  init(_ order: [Int]) {
    self.order = order
    var new = [Int](repeating: 0, count: order.count)
    for (number, old) in order.enumerated() { new[old] = number }
    self.new = new
  }

  /// New numbers, ascending, so that their order says nothing.
  func numbers(_ old: [Int]) -> [Int] { old.map { new[$0] }.sorted() }

  func ordered<Value>(_ values: [Value]) -> [Value] { order.map { values[$0] } }
}

extension Dictionary {
  fileprivate func renamed<Other: Hashable>(_ key: (Key) -> Other) -> [Other: Value] {
    Dictionary<Other, Value>(uniqueKeysWithValues: map { (key($0.key), $0.value) })
  }
}
