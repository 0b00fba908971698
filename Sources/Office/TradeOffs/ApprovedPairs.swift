public import InstanceFiles
import Mentorship
import Policies
public import Problems

/// Pairs that were approved before something changed, as far as their people are still there.
public struct ApprovedPairs: Equatable, Sendable {
  /// An approved pair of whom at least one is in no list any more.
  public struct Parted: Equatable, Sendable {
    public let mentee: String
    public let mentor: String
    /// `nil` = gone.
    public let menteeIndex: Int?
    /// `nil` = gone.
    public let mentorIndex: Int?
  }

  /// Of people of the case.
  public let pairs: Set<Pair>
  /// In the order of the file.
  public let parted: [Parted]
  /// Whether the pairs are those of another instance than the case.
  public let isOfOtherInstance: Bool
  /// How many solutions the file holds; the first counts.
  public let solutionCount: Int

  /// In the order of the file.
  public var goneMentees: [String] {
    parted.filter { $0.menteeIndex == nil }.map(\.mentee).withoutRepetitions
  }

  /// In the order of the file.
  public var goneMentors: [String] {
    parted.filter { $0.mentorIndex == nil }.map(\.mentor).withoutRepetitions
  }
}

extension [String] {
  fileprivate var withoutRepetitions: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}

extension SolvedCase {
  /// Reads approved pairs as people of this case.
  ///
  /// - Parameters:
  ///   - path: a solution file, or the JSON of a proposal or of alternatives; `-` is standard input.
  ///   - instance: the instance that the indices of a solution belong to, where it is an older one whose lists are
  ///     others; then people with ids are found by id.
  /// - Returns: the pairs, and who of them is gone.
  /// - Throws: ``OfficeError/notApproved(file:)`` for a file that holds none; people who are not there are no error.
  public func approvedPairs(
    at path: String, of instance: Instance? = nil
  ) throws(OfficeError) -> ApprovedPairs {
    let file = try Office.readApproved(path)
    if let instance, let hash = file.instanceHash, !instance.hash.isNamed(by: hash) {
      throw .instanceFile(
        file: path, .foreignSolution(found: hash, expected: instance.hash.text))
    }
    switch origin {
    case .season(let encoding):
      let hall = SeasonHall(encoding.season)
      guard file.entries.allSatisfy({ $0.names != nil }) else { throw .notApproved(file: path) }
      return approved(file) { hall.seats($0) }
    case .instance(let own):
      let lists = InstanceLists(own: own, old: instance)
      return approved(file, isOther: file.instanceHash.map { !own.hash.isNamed(by: $0) } ?? false) {
        [lists.seats($0)]
      }
    }
  }

  private func approved(
    _ file: ApprovedFile, isOther: Bool = false, _ seats: (ApprovedFile.Entry) -> [FoundPair]
  ) -> ApprovedPairs {
    var (pairs, parted): (Set<Pair>, [ApprovedPairs.Parted]) = ([], [])
    for found in file.entries.flatMap(seats) {
      if let mentee = found.mentee, let mentor = found.mentor {
        pairs.insert(Pair(mentee: mentee, mentor: mentor))
      } else {
        parted.append(
          .init(
            mentee: found.menteeName, mentor: found.mentorName, menteeIndex: found.mentee,
            mentorIndex: found.mentor))
      }
    }
    return ApprovedPairs(
      pairs: pairs, parted: parted, isOfOtherInstance: isOther,
      solutionCount: file.solutionCount)
  }
}

/// A pair of a file, each half looked for.
private struct FoundPair {
  let menteeName: String
  let mentorName: String
  let mentee: Int?
  let mentor: Int?
}

extension ApprovedFile.Entry {
  fileprivate var names: (mentee: String, mentor: String)? {
    guard case .name(let mentee) = mentee, case .name(let mentor) = mentor else { return nil }
    return (mentee, mentor)
  }
}

/// The seats of a season by name and form.
private struct SeasonHall {
  private var mentees: [String: [(form: String, index: Int)]] = [:]
  private var mentors: [String: [(form: String, index: Int)]] = [:]

  init(_ season: ScoredSeason) {
    for index in season.mentees.indices {
      let seat = season.seat(ofMentee: index)
      mentees[seat.person.rawValue, default: []].append((seat.form.rawValue, index))
    }
    for index in season.mentors.indices {
      let seat = season.seat(ofMentor: index)
      mentors[seat.person.rawValue, default: []].append((seat.form.rawValue, index))
    }
  }

  /// The seats in the form of the pair; without a form in all that both sit in.
  func seats(_ entry: ApprovedFile.Entry) -> [FoundPair] {
    guard let names = entry.names else { return [] }
    let mentees = (mentees[names.mentee] ?? []).filter {
      entry.form.map([$0.form].contains) ?? true
    }
    let mentors = (mentors[names.mentor] ?? []).filter {
      entry.form.map([$0.form].contains) ?? true
    }
    let common = mentees.flatMap { mentee in
      mentors.filter { $0.form == mentee.form }.map { (mentee.index, $0.index) }
    }
    guard common.isEmpty else {
      return common.map {
        FoundPair(menteeName: names.mentee, mentorName: names.mentor, mentee: $0, mentor: $1)
      }
    }
    // In no form together: of whom nothing is left there, that one is gone.
    return [
      FoundPair(
        menteeName: names.mentee, mentorName: names.mentor,
        mentee: mentors.isEmpty ? mentees.first?.index : nil,
        mentor: mentees.isEmpty ? mentors.first?.index : nil)
    ]
  }
}

/// The people of an instance, by index and id, as they are and as they were.
private struct InstanceLists {
  let own: Instance
  /// Whose indices the file has; `nil` = the same lists.
  let old: Instance?

  func seats(_ entry: ApprovedFile.Entry) -> FoundPair {
    let mentee = find(
      entry.mentee, old?.menteeIDs, own.menteeIDs, own.problem.menteeCount, own.mentee(named:))
    let mentor = find(
      entry.mentor, old?.mentorIDs, own.mentorIDs, own.problem.mentorCount, own.mentor(named:))
    return FoundPair(
      menteeName: mentee.name, mentorName: mentor.name, mentee: mentee.index, mentor: mentor.index)
  }

  private func find(
    _ person: ApprovedFile.Person, _ oldIDs: [String]?, _ ids: [String]?, _ count: Int,
    _ named: (String) -> Int?
  ) -> (name: String, index: Int?) {
    switch person {
    case .name(let name): return (name, named(name))
    case .index(let index):
      if let oldIDs, let ids {
        guard oldIDs.indices.contains(index) else { return ("\(index)", nil) }
        return (oldIDs[index], ids.firstIndex(of: oldIDs[index]))
      }
      let isThere = 0..<count ~= index
      return (isThere ? ids?[index] ?? "\(index)" : "\(index)", isThere ? index : nil)
    }
  }
}
