import Mentorship
import Testing

@Suite("Names written by hand")
struct NameIndexTests {
  private static let names = [
    "Орлова Ирина Викторовна", "Орлов Илья Петрович", "Семёнов Пётр Алексеевич",
    "Семенов Павел Андреевич", "Носков Фёдор", "Мамин-Сибиряк Дмитрий",
  ]

  private let index = NameIndex(names.map { (PersonID($0), PersonName($0)) })

  /// Whole texts in cells of names; comparing them word by word and letter by letter would take minutes.
  @Test("a text in place of a name costs no more than a name")
  func longTexts() {
    for word in ["я \"", "яжз", "а."] {
      let text = String(repeating: word, count: 20_000)
      let other = String(repeating: word, count: 19_999) + "ё"
      let index = NameIndex([
        (PersonID("1"), PersonName(text)), (PersonID("2"), PersonName("Орлов")),
      ])
      #expect(index.resolve(text) != .unknown(suggestions: []))
      _ = index.resolve(other)
      #expect(index.resolve("Орлов") == .person(PersonID("2")))
    }
  }

  @Test("a name is found whatever its order, ё, case and initials")
  func found() {
    let mentions = [
      "Орлова Ирина Викторовна": 0, "Ирина Орлова": 0, "орлова и.в.": 0, "И. В. Орлова": 0,
      "Ирина Викторовна": 0, "Орлов И. П.": 1, "Орлов": 1, "Семенов Петр": 2,
      "СЕМЁНОВ П.Алексеевич": 2,
      "Носков Федор": 4, "Мамин-Сибиряк Д.": 5,
    ]
    for (mention, person) in mentions {
      #expect(index.resolve(mention) == .person(PersonID(Self.names[person])), "\(mention)")
    }
  }

  @Test("two who fit are ambiguous, never guessed")
  func ambiguous() {
    let both = [PersonID("Семенов Павел Андреевич"), PersonID("Семёнов Пётр Алексеевич")]
    for mention in ["Семёнов", "Семенов П.", "Семёнов П.А."] {
      #expect(index.resolve(mention) == .ambiguous(both), "\(mention)")
    }
  }

  @Test("a typing error is suggested, not repaired")
  func unknown() {
    #expect(index.resolve("Носокв Федор") == .unknown(suggestions: [PersonID("Носков Фёдор")]))
    #expect(index.resolve("Кто-то Другой") == .unknown(suggestions: []))
    #expect(index.resolve("И.В.") == .unknown(suggestions: []))
    // The class behind the name is no part of it.
    for text in ["Орлова Ирина 7Б", "Орлова И. (7 «Б»)", "Орлва Ирина 7Б"] {
      #expect(index.resolve(text) == .unknown(suggestions: [PersonID(Self.names[0])]), "\(text)")
    }
    #expect(index.resolve("") == .unknown(suggestions: []))
  }

  @Test("Latin letters among Cyrillic ones are those that look the same")
  func lookAlikes() {
    // The first letters of "Opлова", "Cемёнов" and "Hосков", and the initials, are Latin.
    let mentions = ["Opлова Ирина": 0, "Cемёнов Пётр": 2, "Hосков Фёдор": 4, "Семёнов Пётр A.": 2]
    for (mention, person) in mentions {
      #expect(index.resolve(mention) == .person(PersonID(Self.names[person])), "\(mention)")
    }
    #expect(PersonName.key("Смит Mark") == "смит mark")
    #expect(PersonName.key("Ann Cox") == "ann cox")
  }
}
