import Mentorship
import Testing

@Suite("Quotas and their filters")
struct CuratorRulesTests {
  @Test("a part is exact, and rounds up to whole people")
  func parts() throws {
    for (text, ceilings) in [
      ("0.7", [0, 1, 7, 14]), ("70%", [0, 1, 7, 14]), ("0,75", [0, 1, 8, 15]),
      ("12,5 %", [0, 1, 2, 3]), ("1", [0, 1, 10, 20]), ("0.0001", [0, 1, 1, 1]),
    ] {
      let part = try #require(Part(parsing: text), "\(text)")
      #expect([0, 1, 10, 20].map(part.ceiling) == ceilings, "\(text)")
    }
    for text in ["", "0", "1.01", "-0.5", "0.", ".5", "1e-1", "70%%", "0.70000", "7 из 10"] {
      #expect(Part(parsing: text) == nil, "\(text)")
    }
  }

  @Test("a filter selects by everything that it says, and nobody by what is not stated")
  func filters() throws {
    var small = try SmallSeason()
    small.season.people[PersonID("А")]?.experience = Years(2)
    func selected(_ change: (inout PeopleFilter) -> Void) -> [String] {
      var filter = PeopleFilter()
      change(&filter)
      return small.season.questionnaires.filter { filter.selects($0, in: small.season) }
        .map(\.person.rawValue)
    }
    #expect(selected { _ in } == ["А", "Б", "В", "Г"])
    #expect(selected { $0.grades = [9] } == ["Б", "В"])
    #expect(selected { $0.classes = [Grade(number: 9)].compactMap(\.self) } == ["Б", "В"])
    #expect(selected { $0.experienceAtMost = Years(2) } == ["А"])
    #expect(selected { $0.experienceAtLeast = Years(3) } == [])
    #expect(selected { $0.organisations = [Term("школа")] } == ["А", "Б", "В", "Г"])
    #expect(selected { $0.organisations = [Term("завод")] } == [])
    #expect(selected { $0.forms = [FormCode("teacher-teacher")] } == [])
    #expect(
      selected {
        $0.people = [PersonID("Б"), PersonID("Г")]
        $0.grades = [10]
      } == ["Г"])
  }
}
