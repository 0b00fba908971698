import Problems

/// Places that several mentors share: the supervisor of some projects.
///
/// ```swift
/// // Supervisor,Capacity,Projects
/// // Supervisor 1,3,5 6 7
/// SharedPlaces(name: "Supervisor 1", places: 3, mentors: [5, 6, 7])
/// ```
///
/// The `.dat` files beside PrefLib's student projects (00038) list them, projects counted from 0.
public struct SharedPlaces: Equatable, Sendable {
  public let name: String
  public let places: Int
  /// 0-based.
  public let mentors: [Int]

  public init(name: String, places: Int, mentors: [Int]) {
    self.name = name
    self.places = places
    self.mentors = mentors
  }

  static let header = "Supervisor,Capacity,Projects"

  /// - Throws: ``InstanceFileError`` with line and column.
  /// - Complexity: O(byte count).
  static func read(_ bytes: [UInt8]) throws(InstanceFileError) -> [SharedPlaces] {
    let lines = try TextLines(bytes)
    var (all, seen) = ([SharedPlaces](), Set<Int>())
    for line in lines.ranges.dropFirst() where !lines.isBlank(line) {
      let parts = lines.split(line, at: ",")
      guard parts.count == 3, let places = lines.count(parts[1]) else {
        throw .market(lines.place(line.lowerBound), .badLine("Supervisor 1,3,5 6 7"))
      }
      var mentors: [Int] = []
      for word in lines.split(parts[2], at: " ") where !lines.isBlank(word) {
        guard let mentor = lines.count(word) else {
          throw .notANumber(lines.place(word.lowerBound), found: lines.text(word))
        }
        guard seen.insert(mentor).inserted else {
          throw .duplicatePerson(lines.place(word.lowerBound), person: mentor)
        }
        mentors.append(mentor)
      }
      all.append(SharedPlaces(name: lines.text(parts[0]), places: places, mentors: mentors))
    }
    return all
  }
}

extension InstanceReader {
  /// Reads the mentors' places: a one-dimensional `.npy`, one number a line, or the supervisors of a
  /// `.dat` file.
  ///
  /// - Throws: ``InstanceFileError``.
  public mutating func readPlaces(path: String) throws(InstanceFileError) {
    let source = try ByteSource(path: path)
    if try source.bytes(0..<SharedPlaces.header.utf8.count) == Array(SharedPlaces.header.utf8) {
      shared = try SharedPlaces.read(Array(source.data()))
    } else {
      capacities = try Self.readCapacities(path: path)
    }
  }

  /// A market with the places that the file itself does not give.
  func draft(_ market: MarketDraft) throws(InstanceFileError) -> InstanceDraft {
    var market = market
    if let capacities {
      guard capacities.count == market.mentors.count else {
        throw .wrongCount(
          FilePlace(path: "capacities"), count: capacities.count, expected: market.mentors.count)
      }
      if let mentor = capacities.firstIndex(where: { $0 < 0 }) {
        throw .negative(FilePlace(path: "capacities[\(mentor)]"))
      }
      market.limits = zip(capacities, market.limits).map {
        MentorLimits(capacity: $0, minimum: $1.minimum)
      }
    }
    for (index, group) in shared.enumerated() {
      if let mentor = group.mentors.first(where: { !market.mentors.indices.contains($0) }) {
        throw .indexOutOfRange(
          FilePlace(path: "capacities[\(index)]"), index: mentor, count: market.mentors.count)
      }
      // A supervisor of one project is its capacity.
      if let mentor = group.mentors.first, group.mentors.count == 1 {
        market.limits[mentor] = MentorLimits(
          capacity: group.places, minimum: market.limits[mentor].minimum)
      } else if !group.mentors.isEmpty {
        market.quotas.append(
          Quota(name: group.name, mentors: group.mentors, atMost: group.places))
      }
    }
    return try market.draft()
  }
}
