public import Problems

/// Writes an instance in a format of another programme, and says what the format has no place for.
///
/// ```swift
/// let written = try InstanceWriter(.preflib).write(instance)
/// written.text    // "# FILE NAME: …"
/// written.losses  // [.capacities]: read them with --capacities
/// ```
///
/// Nothing is lost in silence: the text is read back, and whatever is not as it was is a loss.
public struct InstanceWriter: Sendable {
  /// The formats that can be written; raw values are the names of `--to`.
  public enum Format: String, CaseIterable, Sendable {
    case json
    case csvPairs = "csv-pairs"
    case csvRanks = "csv-ranks"
    case preflib
    case residents = "hr"

    /// The format of a file's name; `nil` where the extension tells none.
    public init?(name: String) {
      switch name.split(separator: ".").last?.lowercased() {
      case "json": self = .json
      case "csv": self = .csvPairs
      case "soc", "soi", "toc", "toi": self = .preflib
      case "txt": self = .residents
      default: return nil
      }
    }

    fileprivate var reading: InstanceFormat {
      switch self {
      case .json: .json
      case .csvPairs: .csvPairs
      case .csvRanks: .csvRanks
      case .preflib: .preflib
      case .residents: .residents
      }
    }
  }

  /// A text, and what of the instance is not in it.
  public struct Written: Sendable {
    public let text: String
    public let losses: [InstanceLoss]
  }

  public let format: Format

  public init(_ format: Format) { self.format = format }

  /// - Throws: ``InstanceFileError`` where what was written cannot be read: an instance too large for the format.
  /// - Complexity: O(pairCount · log + length of the rankings).
  public func write(_ instance: Instance) throws(InstanceFileError) -> Written {
    let text =
      switch format {
      case .json: instance.json.text(.pretty) + "\n"
      case .csvPairs: PairsCSVText(instance).text
      case .csvRanks: RanksCSVText(instance).text
      case .preflib: PrefLibText(instance).text
      case .residents: ResidentsText(instance).text
      }
    let copy = try InstanceReader(format: format.reading).read(Array(text.utf8))
    return Written(text: text, losses: InstanceLoss.allCases.filter { $0.tells(instance, copy) })
  }
}

/// A part of an instance that a format has no place for.
public enum InstanceLoss: String, CaseIterable, Sendable {
  case id, menteeNames, mentorNames, eligible, points, sense, menteeLists, mentorLists
  case demands, capacities, minimums, minimumRule, coverage
  case fixed, apart, together, quotas, hours, waiting

  /// Whether two instances differ in the part.
  ///
  /// - Complexity: O(size of the part).
  func tells(_ one: Instance, _ two: Instance) -> Bool {
    let (left, right) = (one.problem, two.problem)
    switch self {
    case .id: return one.id != nil && one.id != two.id
    case .menteeNames: return one.menteeIDs != nil && one.menteeIDs != two.menteeIDs
    case .mentorNames: return one.mentorIDs != nil && one.mentorIDs != two.mentorIDs
    case .eligible: return !left.table.hasSamePairs(as: right.table)
    case .points:
      guard left.table.hasSamePairs(as: right.table) else { return left.table.pairCount > 0 }
      let isNegated = one.sense != two.sense
      return left.table.points.indices.contains { entry in
        let number = two.number(of: entry)
        return one.number(of: entry) != (isNegated ? number.negated : number)
      }
    case .sense: return one.sense != two.sense
    case .menteeLists: return one.lists.mentees != two.lists.mentees
    case .mentorLists: return one.lists.mentors != two.lists.mentors
    case .demands: return left.demands != right.demands
    case .capacities: return left.mentors.map(\.capacity) != right.mentors.map(\.capacity)
    case .minimums: return left.mentors.map(\.minimum) != right.mentors.map(\.minimum)
    case .minimumRule:
      return left.mentors.contains { $0.minimum > 0 } && left.minimumRule != right.minimumRule
    case .coverage: return left.coverage != right.coverage
    case .fixed: return left.fixed != right.fixed
    case .apart: return left.apart != right.apart
    case .together: return left.together != right.together
    case .quotas: return left.quotas != right.quotas
    case .hours: return left.hours != right.hours || one.hoursScale != two.hoursScale
    case .waiting: return one.waiting.contains { $0 > 0 } && one.waiting != two.waiting
    }
  }

  /// What is lost, for people.
  public func text(in language: Language) -> String {
    switch language {
    case .english: words.english
    case .russian: words.russian
    }
  }

  private var words: (english: String, russian: String) {
    switch self {
    case .id: ("the instance's id", "обозначение задачи")
    case .menteeNames: ("the mentees' names", "имена наставляемых")
    case .mentorNames: ("the mentors' names", "имена наставников")
    case .eligible: ("which pairs are eligible", "какие пары допустимы")
    case .points: ("points", "баллы")
    case .sense:
      (
        "that less is better (costs are written as negative points)",
        "что меньше — лучше (затраты записаны отрицательными баллами)"
      )
    case .menteeLists: ("the mentees' lists, in part", "списки наставляемых, частью")
    case .mentorLists: ("the mentors' lists", "списки наставников")
    case .demands: ("how many mentors a mentee takes", "сколько наставников нужно наставляемому")
    case .capacities: ("capacities", "вместимость")
    case .minimums: ("minimums", "минимумы")
    case .minimumRule:
      (
        "whether a minimum binds a mentor who has nobody",
        "действует ли минимум для наставника, у которого никого нет"
      )
    case .coverage: ("whether coverage comes first", "важнее ли всего охват")
    case .fixed: ("fixed pairs", "закреплённые пары")
    case .apart: ("who must be apart", "кто должен быть порознь")
    case .together: ("who must be together", "кто должен быть вместе")
    case .quotas: ("quotas", "квоты")
    case .hours: ("hours", "часы")
    case .waiting: ("how long mentees have waited", "кто сколько ждёт")
    }
  }
}

extension PairTable {
  fileprivate func hasSamePairs(as other: PairTable) -> Bool {
    mentorCount == other.mentorCount && rowStarts == other.rowStarts && mentors == other.mentors
  }
}

extension Instance {
  /// The lists as they count: no answer is everybody eligible in one tier, and a place beyond the last one
  /// somebody has is none.
  fileprivate var lists: (mentees: [[Set<Int>]], mentors: [[Set<Int>]]) {
    var mentors = [Set<Int>](repeating: [], count: problem.mentorCount)
    problem.table.forEachPair { pair, _ in mentors[pair.mentor].insert(pair.mentee) }
    func counted(_ tiers: Rankings.Tiers?, _ eligible: @autoclosure () -> Set<Int>) -> [Set<Int>] {
      var places = tiers?.map(Set.init) ?? [eligible()]
      while places.last?.isEmpty ?? false { places.removeLast() }
      return places
    }
    func tiers(_ lists: [Rankings.Tiers?]?, _ person: Int) -> Rankings.Tiers? {
      lists.flatMap { $0.indices.contains(person) ? $0[person] : nil }
    }
    let table = problem.table
    return (
      (0..<problem.menteeCount).map { mentee in
        counted(
          tiers(rankings?.mentees, mentee),
          Set(table.entries(of: mentee).map { table.mentor(of: $0, mentee: mentee) }))
      },
      (0..<problem.mentorCount).map { mentor in
        counted(tiers(rankings?.mentors, mentor), mentors[mentor])
      }
    )
  }
}
