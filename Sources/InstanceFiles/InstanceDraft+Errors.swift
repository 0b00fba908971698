import Problems

extension InstanceDraft {
  func made(
    _ problem: AssignmentProblem, scale: NumberScale, hash: ContentHash, given: GivenNumbers? = nil,
    tolerance: Double? = nil
  ) -> Instance {
    Instance(
      id: id, hash: hash, menteeIDs: menteeIDs, mentorIDs: mentorIDs, problem: problem,
      sense: sense, scale: scale, hoursScale: hoursScale, tolerance: tolerance, rankings: rankings,
      waiting: waiting,
      fixedOrder: fixed.indices.sorted { fixed[$0] < fixed[$1] }, given: given)
  }

  /// A failure of the problem in terms of the file.
  func error(of failure: Failure) -> InstanceFileError {
    switch failure {
    case .tooLarge(let index): return .tooLarge(place(index))
    case .problem(let error):
      switch error {
      case .numbersTooLarge(let pair, _): return .tooLarge(place(index(of: pair)))
      case .fixedNotEligible(let pair): return .fixedIneligible(FilePlace(path: "fixed"), pair)
      case .fixedTwice(let pair): return .duplicatePair(FilePlace(path: "fixed"), pair)
      case .duplicatePair(let entry, let pair): return .duplicatePair(place(entry), pair)
      case .pairOutOfRange(let entry, let pair):
        return .indexOutOfRange(place(entry), index: pair.mentee, count: menteeCount)
      case .raggedRow(let row, let count, let expected):
        return .wrongCount(FilePlace(path: "[\(row)]"), count: count, expected: expected)
      case .countMismatch(_, let count, let expected):
        return .wrongCount(FilePlace(), count: count, expected: expected)
      case .negativeDemand(let mentee, _):
        return .negative(FilePlace(path: "mentees[\(mentee)].demand"))
      case .negativeCapacity(let mentor, _):
        return .negative(FilePlace(path: "mentors[\(mentor)].capacity"))
      case .negativeMinimum(let mentor, _):
        return .negative(FilePlace(path: "mentors[\(mentor)].minimum"))
      case .featureTooLarge(let side, let person, let dimension):
        return .tooLarge(FilePlace(path: "\(side)[\(person), \(dimension)]"))
      case .quotaMemberOutOfRange(let quota, let member):
        return .indexOutOfRange(
          FilePlace(path: "quotas[\(quota)]"), index: member,
          count: max(menteeCount, mentorCount))
      case .groupTooSmall(let kind, let index):
        return .groupTooSmall(FilePlace(path: "\(kind.rawValue)[\(index)]"))
      case .groupMemberOutOfRange(let kind, let index, let member):
        return .indexOutOfRange(
          FilePlace(path: "\(kind.rawValue)[\(index)]"), index: member, count: menteeCount)
      case .groupMemberTwice(let kind, let index, let member):
        return .duplicatePerson(FilePlace(path: "\(kind.rawValue)[\(index)]"), person: member)
      case .hoursOfNobody(let side, let person):
        return .indexOutOfRange(
          FilePlace(path: side.rawValue), index: person,
          count: side == .mentees ? menteeCount : mentorCount)
      case .hoursOutOfRange(let owner, let hours):
        let place = FilePlace(path: owner.path)
        return hours < 0 ? .negative(place) : .tooLarge(place)
      }
    }
  }

  private func index(of pair: Pair) -> Int {
    switch shape {
    case .matrix: pair.mentee * mentorCount + pair.mentor
    case .pairs(let pairs): pairs.firstIndex(of: pair) ?? 0
    }
  }
}

extension HoursOwner {
  fileprivate var path: String {
    switch self {
    case .mentor(let mentor): "mentors[\(mentor)].hours"
    case .mentee(let mentee): "mentees[\(mentee)].hours"
    case .pair(let pair): "pairs \(pair.text)"
    }
  }
}
