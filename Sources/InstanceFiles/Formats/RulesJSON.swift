import Problems

/// The rules of an instance over sets of people: quotas, `apart`, `together`.
struct RulesJSON {
  private let root: JSONNode
  private let menteeCount: Int
  private let mentorCount: Int

  init(_ root: JSONNode, menteeCount: Int, mentorCount: Int) {
    self.root = root
    self.menteeCount = menteeCount
    self.mentorCount = mentorCount
  }

  /// The quotas; one without a name is called by its place, `quotas[2]`.
  func quotas() throws(InstanceFileError) -> [Quota] {
    var quotas: [Quota] = []
    for node in try root.member("quotas")?.elements() ?? [] {
      try node.checkKeys(["name", "mentees", "mentors", "atLeast", "atMost", "when"])
      let atMost = try node.member("atMost")?.count()
      quotas.append(
        Quota(
          name: try node.member("name")?.string() ?? node.path,
          mentees: try node.member("mentees").map { node throws(InstanceFileError) in
            try people(node, below: menteeCount)
          },
          mentors: try node.member("mentors").map { node throws(InstanceFileError) in
            try people(node, below: mentorCount)
          },
          // No instance has more pairs; so sums cannot overflow.
          atLeast: min(try node.member("atLeast")?.count() ?? 0, Int(Int32.max)),
          atMost: atMost.flatMap { $0 < Int(Int32.max) ? $0 : nil },
          when: try node.member("when").map { node throws(InstanceFileError) in
            try people(node, below: menteeCount)
          }))
    }
    return quotas
  }

  /// The sets of mentees that stand under `apart` or `together`.
  func sets(_ kind: Grouping) throws(InstanceFileError) -> [[Int]] {
    var sets: [[Int]] = []
    for node in try root.member(kind.rawValue)?.elements() ?? [] {
      let set = try people(node, below: menteeCount)
      guard set.count >= 2 else { throw .groupTooSmall(node.place) }
      sets.append(set)
    }
    return sets
  }

  private func people(_ list: JSONNode, below count: Int) throws(InstanceFileError) -> [Int] {
    var people: [Int] = []
    var seen: Set<Int> = []
    for node in try list.elements() {
      let person = try node.index(below: count)
      guard seen.insert(person).inserted else {
        throw .duplicatePerson(node.place, person: person)
      }
      people.append(person)
    }
    return people
  }
}
