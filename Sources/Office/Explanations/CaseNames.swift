import Mentorship

/// What has to be said of the people of a season so that nobody is taken for somebody else.
struct CaseNames {
  /// Mentees with a seat in several forms.
  private(set) var menteesOfSeveral: Set<PersonID> = []
  private(set) var mentorsOfSeveral: Set<PersonID> = []
  private var namesakes: Set<String> = []

  /// Of an instance, whose people have ids.
  init() {}

  /// - Complexity: O(people).
  init(_ season: ScoredSeason) {
    let mentees = season.mentees.map(\.person)
    let mentors = season.mentors.map(\.questionnaire.person)
    menteesOfSeveral = Self.repeated(mentees)
    mentorsOfSeveral = Self.repeated(mentors)
    let people = Set(mentees).union(mentors)
    namesakes = Self.repeated(people.map { PersonName($0.rawValue).short })
  }

  /// Surname and first name, or all of it where another one has the same.
  func text(_ person: PersonID) -> String {
    let name = PersonName(person.rawValue)
    return namesakes.contains(name.short) ? name.full : name.short
  }

  private static func repeated<Element: Hashable>(_ elements: [Element]) -> Set<Element> {
    var (known, repeated): (Set<Element>, Set<Element>) = ([], [])
    for one in elements where !known.insert(one).inserted { repeated.insert(one) }
    return repeated
  }
}
