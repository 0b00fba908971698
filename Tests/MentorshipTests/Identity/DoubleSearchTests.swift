import Testing

@testable import Mentorship

@Suite("People who may be one")
struct DoubleSearchTests {
  private func person(
    _ name: String, born: String = "", grade: String = "", phone: String = "", email: String = "",
    id: String? = nil
  ) -> DoubleSearch.Traits {
    DoubleSearch.Traits(
      Person(
        id: PersonID(id ?? name), name: PersonName(name), birthDate: CalendarDate(parsing: born),
        grade: Grade(parsing: grade),
        contacts: Contacts(
          phones: PhoneNumber.list(phone) ?? [], emails: EmailAddress.list(email) ?? [])))
  }

  private func double(
    _ one: DoubleSearch.Traits, _ other: DoubleSearch.Traits
  ) -> PossibleDouble? {
    DoubleSearch([one, other]).doubles().first
  }

  @Test("participants with different numbers are different, however alike")
  func numbers() {
    for (one, other) in [
      ("mentor 1", "mentor 10"), ("mentor 11", "mentor 12"), ("Участник 101", "Участник 102"),
    ] {
      #expect(double(person(one), person(other)) == nil, "\(one) \(other)")
      #expect(
        NameIndex([(PersonID(one), PersonName(one))]).resolve(other) != .person(PersonID(one)))
    }
  }

  @Test("what is proposed, and why")
  func proposed() {
    typealias Reason = PossibleDouble.Reason
    let pairs: [(String, String, Reason)] = [
      ("Иванов П. С.", "Иванов Пётр Сергеевич", .initials),
      ("П.С. Иванов", "Иванов Пётр Сергеевич", .initials),
      ("Пётр Иванов", "Иванов Петр", .wordOrder),
      ("Носокв Фёдор Ильич", "Носков Федор Ильич", .typo("носков", "носокв")),
      ("Смирнова Наталья Игоревна", "Смирнова Наталия Игоревна", .typo("наталия", "наталья")),
      ("Иванов Пётр", "Иванов Пётр Сергеевич", .missingWords(["сергеевич"])),
      ("Орлова-Белова Анна Игоревна", "Белова Анна Игоревна", .hyphen),
      ("Колесниченко Дмитрий", "Колисничинко Дмитрий", .typo("колесниченко", "колисничинко")),
    ]
    for (one, other, reason) in pairs {
      let found = double(person(one), person(other, id: other + " (2)"))
      #expect(
        found?.reasons.contains(reason) == true, "\(one) / \(other): \(String(describing: found))")
    }
  }

  @Test("who is not proposed")
  func notProposed() {
    let pairs: [(DoubleSearch.Traits, DoubleSearch.Traits)] = [
      (person("Смирнова Ольга Игоревна"), person("Смирнова Юлия Игоревна")),
      (person("Иванов Александр"), person("Иванова Александра")),
      (person("Иванов"), person("Иванов Пётр")),
      (person("Козлова Дарья"), person("Козлова Марья")),
      (person("Ли Ян"), person("Ли Ин")),
      // Married names need a birth date, a telephone or an address.
      (person("Петрова Анна Игоревна"), person("Сидорова Анна Игоревна")),
      (person("Петров Иван Игоревич"), person("Сидоров Иван Игоревич", phone: "")),
      // Everything fits but the birth dates.
      (
        person("Иванов Пётр", born: "01.02.2010"),
        person("Иванов Пётр Сергеевич", born: "17.09.2012")
      ),
      (person("Петров Иван", grade: "5"), person("Петров Иван Ильич", grade: "9")),
    ]
    for (one, other) in pairs {
      let found = double(one, other)
      #expect(found == nil, "\(one.person.id.rawValue): \(String(describing: found))")
    }
    var (one, other) = (person("Иванов Пётр", id: "1"), person("Иванов Пётр", id: "2"))
    (one.statedID, other.statedID) = ("1", "2")
    #expect(double(one, other) == nil)
    let different: Set = [UnorderedPair(PersonID("А. Б."), PersonID("Абрамов Борис"))]
    let people = [person("Абрамов Б.", id: "А. Б."), person("Абрамов Борис")]
    #expect(DoubleSearch(people).doubles().count == 1)
    #expect(DoubleSearch(people).doubles(different: different).isEmpty)
  }

  @Test("evidence beside the names raises and lowers the score")
  func evidence() throws {
    let base = try #require(double(person("Иванов П. С."), person("Иванов Пётр Сергеевич")))
    let more = try #require(
      double(
        person("Иванов П. С.", grade: "9Б", phone: "89123456789"),
        person("Иванов Пётр Сергеевич", grade: "9", phone: "+7 912 345-67-89")))
    #expect(more.score > base.score)
    #expect(more.reasons.contains(.samePhone) && more.reasons.contains(.sameClass))
    let married = try #require(
      double(
        person("Петрова Анна Игоревна", born: "01.02.1990", email: "a@b.ru"),
        person("Сидорова Анна Игоревна", born: "01.02.1990", email: "A@b.ru")))
    #expect(married.reasons.contains(.otherSurname) && married.score < PossibleDouble.likely)
    let mistyped = try #require(
      double(
        person("Иванов Пётр", born: "12.03.2010"),
        person("Иванов Пётр", born: "13.03.2010", id: "x")))
    #expect(mistyped.reasons.contains(.nearBirthDate))
  }

  /// Comparing everybody with everybody finds nothing that the search over shared keys does not.
  @Test("nothing is missed by looking only at people who share something")
  func againstAllPairs() {
    var count = 0
    for seed in 0..<10 {
      var random = SplitMix(seed: UInt64(seed))
      let people = (0..<50).map { Self.draw($0, &random) }
      let found = Set(
        DoubleSearch(people).doubles().map { UnorderedPair($0.first, $0.second) })
      for (index, one) in people.enumerated() {
        for other in people[(index + 1)...] {
          let score = NameLikeness(one.person.name, other.person.name)?.score ?? 0
          let pair = UnorderedPair(one.person.id, other.person.id)
          #expect(
            found.contains(pair) == (score >= PossibleDouble.threshold),
            "seed \(seed): \(one.person.name.full) / \(other.person.name.full)")
          count += found.contains(pair) ? 1 : 0
        }
      }
      let shuffled = DoubleSearch(people.shuffled(using: &random)).doubles()
      #expect(shuffled == DoubleSearch(people).doubles(), "seed \(seed)")
    }
    #expect(count > 150)
  }

  /// What is ruled out at a glance is no double, whatever else is known of the two.
  @Test func glancesNeverRuleOutDoubles() {
    var (count, ruledOutCount) = (0, 0)
    for seed in 0..<60 {
      var random = SplitMix(seed: UInt64(seed))
      let people = (0..<40).map { Self.drawKnown($0, &random) }
      var outlines = Outlines()
      for person in people {
        outlines.append(person.person, NameWord.words(of: person.person.name))
      }
      for one in people.indices {
        for other in people.indices where other > one {
          let bound = outlines.bound(one, other)
          ruledOutCount += bound == nil ? 1 : 0
          let names = NameLikeness(people[one].person.name, people[other].person.name)
          guard let names else { continue }
          var evidence = Evidence(score: names.score, reasons: [])
          evidence.weigh(people[one], people[other])
          guard evidence.score >= PossibleDouble.threshold else { continue }
          count += 1
          #expect(
            bound ?? 0 >= evidence.score,
            "seed \(seed): \(people[one].person) / \(people[other].person)")
        }
      }
    }
    #expect(count > 300 && ruledOutCount > 3_000)
  }

  private static func drawKnown(
    _ index: Int, _ random: inout SplitMix
  ) -> DoubleSearch.Traits {
    var traits = draw(index, &random)
    func pick<Value>(_ values: [Value?]) -> Value? { values.randomElement(using: &random) ?? nil }
    let dates = ["01.02.2010", "02.01.2010", "01.02.2011", "17.09.2012"]
    traits.person.birthDate = pick(dates.map { CalendarDate(parsing: $0) } + [nil])
    traits.person.grade = pick(["5", "5А", "5Б", "9"].map { Grade(parsing: $0) } + [nil])
    traits.person.contacts = Contacts(
      phones: pick([PhoneNumber.list("89123456789"), PhoneNumber.list("2-34-56"), []]) ?? [],
      emails: pick([EmailAddress.list("a@b.ru"), EmailAddress.list("a@b.ru, c@d.ru"), []]) ?? [])
    traits.parts = pick([["a mentee"], []]) ?? []
    return traits
  }

  private static func draw(_ index: Int, _ random: inout SplitMix) -> DoubleSearch.Traits {
    let surnames = ["Иванов", "Петров", "Колесниченко", "Рыжиков", "Ким", "Абрамов-Ильин"]
    let names = ["Пётр", "Павел", "Наталья", "Наталия", "Александр"]
    let patronymics = ["Сергеевич", "Игоревич", "Александрович"]
    func pick(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    var words = [pick(surnames), pick(names), pick(patronymics)]
    if Int.random(in: 0..<4, using: &random) == 0 { words.removeLast() }
    for word in words.indices where Int.random(in: 0..<4, using: &random) == 0 {
      switch Int.random(in: 0..<3, using: &random) {
      // Nobody abbreviates a surname.
      case 0 where word > 0: words[word] = "\(words[word].prefix(1))."
      case 1: words[word].remove(at: words[word].index(words[word].startIndex, offsetBy: 1))
      default: words[word] += "а"
      }
    }
    // Forms ask for the surname first, and people write as they like.
    if Bool.random(using: &random) { words.append(words.removeFirst()) }
    let name = words.joined(separator: " ")
    return DoubleSearch.Traits(Person(id: PersonID("\(index)"), name: PersonName(name)))
  }
}

/// Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
