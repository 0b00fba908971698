public import InstanceFiles
public import Mentorship
import Policies
public import Problems

/// Pairs that were approved before something changed, as far as their people are still there.
public struct ApprovedPairs: Equatable, Sendable {
  /// An approved pair of whom at least one is in no list any more.
  public struct Parted: Equatable, Sendable {
    public let mentee: String
    public let mentor: String
    /// `nil` where the file does not say it.
    public let form: FormCode?
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
  public var goneMentees: [Gone] {
    parted.filter { $0.menteeIndex == nil }.map { Gone(name: $0.mentee, form: $0.form) }
  }

  /// In the order of the file.
  public var goneMentors: [Gone] {
    parted.filter { $0.mentorIndex == nil }.map { Gone(name: $0.mentor, form: $0.form) }
  }

  /// Somebody who is in no list any more, or not in that of a form.
  public struct Gone: Hashable, Sendable {
    public let name: String
    public let form: FormCode?
  }
}

extension Array where Element: Hashable {
  var withoutRepetitions: [Element] {
    var known: Set<Element> = []
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
  /// - Throws: ``OfficeError/notApproved(file:)`` for a file that holds none, ``OfficeError/strangers(file:)`` where
  ///   nobody is there; that some are not is no error.
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
      let seats = SeasonSeats(encoding.season)
      guard file.entries.allSatisfy(\.isNamed) else { throw .notApproved(file: path) }
      return try approved(file, at: path) { seats.find($0) }
    case .instance(let own):
      let lists = InstanceLists(own: own, old: instance)
      let isOther = file.instanceHash.map { !own.hash.isNamed(by: $0) } ?? false
      return try approved(file, at: path, isOther: isOther) { [lists.find($0)] }
    }
  }

  private func approved(
    _ file: ApprovedFile, at path: String, isOther: Bool = false,
    _ seats: (ApprovedFile.Entry) -> [FoundPair]
  ) throws(OfficeError) -> ApprovedPairs {
    var (pairs, parted): (Set<Pair>, [ApprovedPairs.Parted]) = ([], [])
    for found in file.entries.flatMap(seats) {
      if let mentee = found.mentee, let mentor = found.mentor {
        pairs.insert(Pair(mentee: mentee, mentor: mentor))
      } else {
        parted.append(
          .init(
            mentee: found.menteeName, mentor: found.mentorName, form: found.form,
            menteeIndex: found.mentee, mentorIndex: found.mentor))
      }
    }
    let isStrange = parted.allSatisfy { $0.menteeIndex == nil && $0.mentorIndex == nil }
    if pairs.isEmpty, !parted.isEmpty, isStrange { throw .strangers(file: path) }
    return ApprovedPairs(
      pairs: pairs, parted: parted, isOfOtherInstance: isOther,
      solutionCount: file.solutionCount)
  }
}

/// The people of an instance, by index and id, as they are and as they were.
private struct InstanceLists {
  let own: Instance
  /// Whose indices the file has; `nil` = the same lists.
  let old: Instance?

  func find(_ entry: ApprovedFile.Entry) -> FoundPair {
    let mentee = find(
      entry.mentee, old?.menteeIDs, own.menteeIDs, own.problem.menteeCount, own.mentee(named:))
    let mentor = find(
      entry.mentor, old?.mentorIDs, own.mentorIDs, own.problem.mentorCount, own.mentor(named:))
    return FoundPair(
      menteeName: mentee.name, mentorName: mentor.name, form: nil, mentee: mentee.index,
      mentor: mentor.index)
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
