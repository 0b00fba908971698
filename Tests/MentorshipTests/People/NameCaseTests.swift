import Mentorship
import TestSupport
import Testing

@Suite("Names in capitals")
struct NameCaseTests {
  @Test("are shown as names are written")
  func shown() {
    let cases = [
      "ИВАНОВ ИВАН ПЕТРОВИЧ": "Иванов Иван Петрович", "иванов иван": "Иванов Иван",
      "ИВАНОВА Мария": "Иванова Мария", "Иванов пётр": "Иванов Пётр",
      "ИВАНОВ-ПЕТРОВ Ян": "Иванов-Петров Ян", "САЛТЫКОВ-ЩЕДРИН М.Е.": "Салтыков-Щедрин М.Е.",
      "ИВАНОВ И. П.": "Иванов И. П.", "ИВАНОВ ИП": "Иванов ИП", "ЛИ ЯН": "Ли Ян",
      "АЛИЕВ РАШИД ВАГИФ ОГЛЫ": "Алиев Рашид Вагиф оглы",
      "МАМЕДОВА ЛЕЙЛА РЗА-КЫЗЫ": "Мамедова Лейла Рза-кызы",
      "ФОН БЕРГ АННА": "фон Берг Анна", "д'артаньян шарль": "Д'Артаньян Шарль",
      "САГ'ДИЕВ ТИМУР": "Саг'диев Тимур", "SMITH JOHN": "Smith John",
      "ЁЛКИН ПЁТР": "Ёлкин Пётр",
    ]
    for (typed, shown) in cases { #expect(PersonName(typed).full == shown, "\(typed)") }
  }

  @Test("stay as somebody chose them")
  func unchanged() {
    for name in [
      "Иванов Пётр", "Алиев Рашид оглы", "фон Берг Анна", "Гарсия де Паула", "МакДональд Ян",
      "Иванов И.П.", "А", "Б В", "mentor 1", "m17", "ИВАНОВ-2", "Иванов Пётр (староста)", "",
    ] { #expect(PersonName(name).full == name, "\(name)") }
  }

  @Test("whatever the case, the name is compared alike")
  func identity() {
    let words = [
      "Иванов", "Пётр", "Ли", "оглы", "фон", "И.", "П", "Ким-Сан", "Д'Арк", "О’Нил", "МакДональд",
      "(мл.)", "Ян", "Smith",
    ]
    var random = SplitMix64(seed: 7)
    for seed in 0..<500 {
      let name = (0..<(1 + seed % 4)).map { _ in
        words[Int.random(in: words.indices, using: &random)]
      }
      .map { [$0, $0.uppercased(), $0.lowercased()][Int.random(in: 0..<3, using: &random)] }.joined(
        separator: " ")
      let shown = PersonName(name)
      #expect(PersonName.key(name) == PersonName.key(shown.full), "seed \(seed): \(name)")
      #expect(shown.words == PersonName(shown.full).words, "seed \(seed): \(name)")
      #expect(PersonName(shown.full).full == shown.full, "seed \(seed): \(name)")
    }
  }
}
