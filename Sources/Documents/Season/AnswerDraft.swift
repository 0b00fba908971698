import Mentorship

/// One person's answer while it is put together, from whatever formats it is written in.
///
/// Every function says whether the word counts: the first place, list or mark of a person does, and a veto
/// stands against all of them, whichever was read first.
struct AnswerDraft {
  private var answer: MeetingAnswer
  private var ranked: Set<PersonID> = []

  init(person: PersonID, role: Role, place: Place) {
    answer = MeetingAnswer(person: person, role: role, place: place)
  }

  var role: Role { answer.role }
  var place: Place { answer.place }

  /// The answer in canonical order; places after the last one named say nothing.
  var finished: MeetingAnswer {
    var finished = answer
    while finished.tiers.last?.isEmpty == true { finished.tiers.removeLast() }
    finished.tiers = finished.tiers.map { $0.sorted() }
    finished.listed.sort()
    return finished
  }

  /// Places start at 1; those between stay empty.
  mutating func rank(_ person: PersonID, at place: Int) -> Bool {
    guard answer.vetoes[person] == nil, ranked.insert(person).inserted else { return false }
    while answer.tiers.count < place { answer.tiers.append([]) }
    answer.tiers[place - 1].append(person)
    answer.listed.removeAll { $0 == person }
    return true
  }

  /// Who has a place is on the list already, and no slip.
  mutating func list(_ person: PersonID) -> Bool {
    guard answer.vetoes[person] == nil, !answer.listed.contains(person) else { return false }
    if !ranked.contains(person) { answer.listed.append(person) }
    return true
  }

  mutating func mark(_ person: PersonID, _ mark: Int) -> Bool {
    guard answer.vetoes[person] == nil, answer.marks[person] == nil else { return false }
    answer.marks[person] = mark
    return true
  }

  /// - Returns: whether nobody praised the person; the veto counts in any case.
  mutating func veto(_ person: PersonID, reason: String) -> Bool {
    let isNew = answer.vetoes[person] == nil
    let isPraised = ranked.contains(person) || answer.listed.contains(person)
    if isNew || answer.vetoes[person] == "" { answer.vetoes[person] = reason }
    answer.tiers = answer.tiers.map { tier in tier.filter { $0 != person } }
    answer.listed.removeAll { $0 == person }
    answer.marks[person] = nil
    return !(isNew && isPraised)
  }

  mutating func passOver(_ person: PersonID) { answer.passedOver.insert(person) }

  mutating func haveNotMet(_ person: PersonID) { answer.notMet.insert(person) }
}
