import Problems
import Solvers
import Solvers

/// The choices of an encoding: an *item*, which is a mentee or a set of mentees who stay together, with
/// a mentor.
///
/// A set of *k* mentees is one item of size *k*, not *k* items held together by rows: fewer columns,
/// and no relaxation that splits it. Its arcs go to the mentors who are eligible for all of it and have
/// the places. Sets that overlap are one item. Where one of the set is fixed to a mentor, the arc is
/// forced, and holds the pairs of the others.
struct MergedArcs {
  /// The mentees of each item, ascending; items by their first mentee.
  let items: [[Int]]
  /// By item.
  private(set) var ofItem: [Range<Int>] = []
  /// By mentor, ascending.
  private(set) var ofMentor: [[Int]]
  /// By arc.
  private(set) var mentors: [Int] = []
  /// Arcs that must be chosen.
  private(set) var forced: [Int] = []
  /// Whether somebody is fixed to a mentor who is not eligible for all of the set.
  private(set) var areContradictory = false

  private let table: PairTable
  /// The entries of the free table in arc *a* stand at `starts[a]..<starts[a + 1]`.
  private var starts = [0]
  private var entries: [Int] = []
  private var mentees: [Int] = []
  private let itemOf: [Int]

  /// - Parameters:
  ///   - free: the problem with its fixed pairs counted out.
  ///   - needsPlaces: whether arcs go only to mentors with places for the whole set.
  /// - Complexity: O(pairCount · log mentorCount).
  init(_ free: FreeProblem, needsPlaces: Bool = true) {
    table = free.table
    (items, itemOf) = Self.items(of: free.problem)
    ofMentor = Array(repeating: [], count: free.mentors.count)
    for members in items {
      let first = mentors.count
      if members.count == 1 {
        for entry in table.entries(of: members[0]) {
          append(table.mentor(of: entry, mentee: members[0]), [(members[0], entry)])
        }
      } else {
        appendMerged(members, free, needsPlaces)
      }
      ofItem.append(first..<mentors.count)
    }
  }

  /// The mentees in sets that share nobody; the root of a set is its first mentee.
  private static func items(of problem: AssignmentProblem) -> (items: [[Int]], itemOf: [Int]) {
    var sets = DisjointSets(count: problem.menteeCount)
    for set in problem.together {
      for (one, other) in zip(set, set.dropFirst()) { sets.join(one, other) }
    }
    var items: [[Int]] = []
    var itemOf = Array(repeating: 0, count: problem.menteeCount)
    for mentee in itemOf.indices {
      let first = sets.root(of: mentee)
      if first == mentee {
        itemOf[mentee] = items.count
        items.append([mentee])
      } else {
        itemOf[mentee] = itemOf[first]
        items[itemOf[first]].append(mentee)
      }
    }
    return (items, itemOf)
  }

  private mutating func appendMerged(
    _ members: [Int], _ free: FreeProblem, _ needsPlaces: Bool
  ) {
    let problem = free.problem
    let set = Set(members)
    var pinned = Set(problem.fixed.filter { set.contains($0.mentee) }.map(\.mentor))
    for first in problem.table.entries(of: members[0]) {
      let mentor = problem.table.mentor(of: first, mentee: members[0])
      let pairs = members.map { Pair(mentee: $0, mentor: mentor) }
      guard pairs.allSatisfy({ problem.table.entry(of: $0) != nil }) else { continue }
      let isForced = pinned.remove(mentor) != nil
      // Pairs that are fixed are counted out already.
      let own = pairs.compactMap { pair in table.entry(of: pair).map { (pair.mentee, $0) } }
      let fits = own.count <= free.mentors[mentor].upper
      guard isForced || fits || !needsPlaces else { continue }
      if isForced { forced.append(mentors.count) }
      append(mentor, own)
    }
    if !pinned.isEmpty { areContradictory = true }
  }

  private mutating func append(_ mentor: Int, _ pairs: [(mentee: Int, entry: Int)]) {
    ofMentor[mentor].append(mentors.count)
    mentors.append(mentor)
    entries += pairs.map(\.entry)
    mentees += pairs.map(\.mentee)
    starts.append(entries.count)
  }

  var count: Int { mentors.count }

  func item(of mentee: Int) -> Int { itemOf[mentee] }

  /// How many free pairs an arc stands for.
  func pairCount(of arc: Int) -> Int { starts[arc + 1] - starts[arc] }

  /// The free pairs that an arc stands for.
  func pairs(of arc: Int) -> [Pair] {
    mentees[starts[arc]..<starts[arc + 1]].map { Pair(mentee: $0, mentor: mentors[arc]) }
  }

  /// Their entries in the free table.
  func entries(of arc: Int) -> ArraySlice<Int> { entries[starts[arc]..<starts[arc + 1]] }
}
