import TestSupport

/// A table of questionnaires whose cells, rows and columns go astray.
struct RandomTable {
  var rows: [[String]] = [
    ["ФИО", "Дата рождения", "Класс", "Согласие", "Компетенции", "Время", "Сколько", "Допуск"],
    ["Сидоров Олег", "01.02.2010", "10А", "да", "физика, химия", "Пн 15-17", "2", "допущен"],
    ["Петрова Анна", "05.06.2009", "11", "да", "адаптация", "вт 14:00–16:00", "", "допущена"],
    ["Кузнецов И. П.", "1.1.2011", "9 «Б»", "нет", "химия; \"био\"", "", "3,0", "обучен"],
  ]

  init(_ random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 0...5, using: &random) where !rows.isEmpty {
      let row = Int.random(in: rows.indices, using: &random)
      guard !rows[row].isEmpty else { continue }
      let column = Int.random(in: rows[row].indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: rows.remove(at: row)
      case 1: rows.insert(rows[row], at: row)
      case 2: rows[row].remove(at: column)
      case 3: rows[row].insert(OddTexts.random(&random), at: column)
      case 4: rows.swapAt(row, Int.random(in: rows.indices, using: &random))
      case 5 where random.happens(percent: 5):
        rows[row] += [String](repeating: "x", count: 3_000)
      default: rows[row][column] = OddTexts.random(&random)
      }
    }
  }
}

enum CSVMutations {
  static func file(_ random: inout SplitMix64) -> [UInt8] {
    let table = RandomTable(&random)
    let separator = [";", ",", "\t", "|"].randomElement(using: &random) ?? ";"
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let quotes = Int.random(in: 0..<3, using: &random)
    var text = table.rows.map { row in
      row.map { quoted($0, separator, quotes, &random) }.joined(separator: separator)
    }.joined(separator: lineEnd)
    if random.happens(percent: 10) { text = "sep=\(separator)\(lineEnd)" + text }
    let bytes = encoded(text, &random)
    return random.happens(percent: 50) ? ByteMutations.apply(bytes, &random) : bytes
  }

  /// By the book, where it is needed alone, or at random.
  private static func quoted(
    _ text: String, _ separator: String, _ style: Int, _ random: inout SplitMix64
  ) -> String {
    let isNeeded = text.contains { "\"\n\r".contains($0) } || text.contains(separator)
    guard style == 0 || style == 1 && isNeeded || random.happens(percent: 30) else { return text }
    return "\"\(text.replacing("\"", with: style == 2 ? "\"" : "\"\""))\""
  }

  private static func encoded(_ text: String, _ random: inout SplitMix64) -> [UInt8] {
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let swapped = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 1: return [0xFF, 0xFE] + utf16
    case 2: return [0xFE, 0xFF] + swapped
    case 3: return utf16
    case 4: return swapped
    // A page of single bytes, whichever.
    case 5: return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    default: return Array(text.utf8)
    }
  }
}
