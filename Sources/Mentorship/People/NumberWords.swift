/// Small whole numbers as people write them in a questionnaire.
///
/// ```swift
/// NumberWords.count("до 3-х")  // 3
/// NumberWords.count("пять человек")  // 5
/// NumberWords.count("1 234")  // 1234
/// NumberWords.count("2-3")  // nil: two numbers are none
/// ```
public enum NumberWords {
  /// A number of people or things; of an upper limit, the limit.
  ///
  /// - Returns: `nil` for anything left over, and for parts of a whole.
  public static func count(_ text: some StringProtocol) -> Int? {
    var words = Term(text).key.split { $0 == " " || $0 == "\u{a0}" }.map(String.init)
    words = joiningThousands(words)
    if words.count > 1, limits.contains(words[0]) {
      words.removeFirst()
    } else if words.count > 2, ["не", "no", "at"].contains(words[0]),
      ["более", "больше", "more", "most"].contains(words[1])
    {
      words.removeFirst(2)
      if words.count > 1, ["чем", "than"].contains(words[0]) { words.removeFirst() }
    }
    if words.count > 1, let last = words.last?.filter({ $0 != "." }), nouns.contains(last) {
      words.removeLast()
    }
    guard words.count == 1, let word = words.first else { return nil }
    return value(word)
  }

  /// What one word means: digits, `3-х`, `пять`.
  static func value(_ word: String) -> Int? {
    if let number = numbers[word] { return number }
    var digits = word[...]
    for ending in ["-х", "-ух", "-ех", "-ти", "-и", "-го", "-м", ",0", ".0"]
    where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
      break
    }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(digits)
  }

  /// `1 234` is one number; `2 3` is not.
  private static func joiningThousands(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      let isDigits = word.prefix { $0.isASCII && $0.isNumber }.count == 3
      if isDigits, word.count == 3 || ",.".contains(word.dropFirst(3).first ?? "x"),
        let last = result.last, last.allSatisfy({ $0.isASCII && $0.isNumber }), last.first != "0",
        last.count <= 3 || last.count % 3 != 1
      {
        result[result.count - 1] = last + word
      } else {
        result.append(word)
      }
    }
    return result
  }

  private static let limits: Set<String> = ["до", "максимум", "макс", "макс.", "max", "upto"]

  private static let nouns: Set<String> = [
    "человек", "человека", "чел", "наставляемых", "наставляемого", "наставляемый", "ученика",
    "учеников", "ученик", "подопечных", "подопечного", "педагога", "педагогов", "people", "person",
    "mentees", "mentee",
  ]

  private static let numbers: [String: Int] = {
    let forms = [
      ["ноль", "нуля", "zero"], ["один", "одна", "одного", "одну", "одному", "one"],
      ["два", "две", "двух", "двое", "двоих", "two"],
      ["три", "трех", "трое", "троих", "three"],
      ["четыре", "четырех", "четверо", "четверых", "four"],
      ["пять", "пяти", "пятеро", "пятерых", "five"], ["шесть", "шести", "six"],
      ["семь", "семи", "seven"], ["восемь", "восьми", "eight"], ["девять", "девяти", "nine"],
      ["десять", "десяти", "ten"], ["одиннадцать", "одиннадцати", "eleven"],
      ["двенадцать", "двенадцати", "twelve"],
    ]
    var numbers: [String: Int] = [:]
    for (number, words) in forms.enumerated() { for word in words { numbers[word] = number } }
    return numbers
  }()
}
