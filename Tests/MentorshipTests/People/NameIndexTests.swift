import Mentorship
import Testing

@Suite("Names written by hand")
struct NameIndexTests {
  private static let names = [
    "Орлова Ирина Викторовна", "Орлов Илья Петрович", "Семёнов Пётр Алексеевич",
    "Семенов Павел Андреевич", "Носков Фёдор", "Мамин-Сибиряк Дмитрий",
  ]

  private let index = NameIndex(names.map { (PersonID($0), PersonName($0)) })

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
    #expect(index.resolve("") == .unknown(suggestions: []))
  }
}
