/// How likely two names are the name of one person, by the names alone.
///
/// Words are paired: equal ones, then initials with what they begin, then words that differ by a typing
/// error; what is left over on one side is missing on the other.
struct NameLikeness {
  let score: Int
  let reasons: [PossibleDouble.Reason]

  /// - Returns: `nil` when the names are those of two people.
  init?(_ left: PersonName, _ right: PersonName) {
    self.init(NameWord.words(of: left), NameWord.words(of: right))
  }

  /// The same for names whose words are known already.
  init?(_ left: [NameWord], _ right: [NameWord]) {
    var pairing = Pairing(left, right)
    guard let (score, reasons) = pairing.judgement else { return nil }
    (self.score, self.reasons) = (score, reasons)
  }

  /// The score of names that are one to the letter.
  static let highest = 85

  /// What surnames cost that may have become one another.
  enum Loss {
    static let hyphen = 20
    static let otherSurname = 40
  }

  /// How many edits make a typing error in a word of so many letters.
  static func typoLimit(_ length: Int) -> Int { length < 4 ? 0 : length < 8 ? 1 : 2 }

  /// Whether a name has several spellings.
  static func hasVariants(_ name: String) -> Bool { allVariants.contains(name) }

  private static let allVariants = variants.reduce(into: Set<String>()) { $0.formUnion($1) }

  /// Names that are one name in two spellings, by their beginning and letters that come and go.
  fileprivate static let variants: [Set<String>] = [
    ["даниил", "данил", "данила", "даниель"], ["наталья", "наталия"], ["софья", "софия"],
    ["анастасия", "настасья"], ["артем", "артемий"], ["дмитрий", "димитрий"], ["юлия", "юлья"],
    ["мария", "марья"], ["егор", "егорий"], ["алена", "елена"], ["ксения", "аксинья", "оксана"],
    ["алексей", "алексий"], ["сергей", "сергий"], ["полина", "паулина"], ["карина", "карине"],
    ["иван", "иоанн"], ["татьяна", "татиана"], ["лидия", "лидья"], ["наталя", "наталья"],
  ]
}

/// Which words of one name are which of the other.
private struct Pairing {
  private let left: [NameWord]
  private let right: [NameWord]
  private var isUsed: (left: [Bool], right: [Bool])
  private var pairs: [(left: Int, right: Int)] = []
  private var reasons: [PossibleDouble.Reason] = []
  private var score = NameLikeness.highest

  init(_ left: [NameWord], _ right: [NameWord]) {
    (self.left, self.right) = (left, right)
    isUsed = (left.map { _ in false }, right.map { _ in false })
  }

  var judgement: (score: Int, reasons: [PossibleDouble.Reason])? {
    mutating get {
      guard min(left.count, right.count) >= 2, max(left.count, right.count) <= 6 else { return nil }
      guard !numbersDiffer else { return nil }
      pairEqual()
      let fullCount = pairs.count
      pairInitials()
      guard pairTypos() else { return nil }
      let rest = (left: rest(left, isUsed.left), right: rest(right, isUsed.right))
      switch (rest.left.count, rest.right.count) {
      case (0, 0): break
      case (0, _), (_, 0):
        guard pairs.count >= 2 else { return nil }
        let words = (rest.left + rest.right).map(\.text)
        take(12, .missingWords(words))
      case (1, 1):
        guard fullCount >= 1, weighSurnames(rest.left[0], rest.right[0]) else { return nil }
      default: return nil
      }
      // A surname alone, or initials alone, say too little.
      guard pairs.contains(where: { !left[$0.left].isInitial && !right[$0.right].isInitial }) else {
        return nil
      }
      if pairs.map(\.right) != pairs.map(\.right).sorted() { take(0, .wordOrder) }
      if reasons.isEmpty { take(0, .sameName) }
      return (score, reasons)
    }
  }

  /// Participants 101 and 102 are two, however alike.
  private var numbersDiffer: Bool {
    let one = left.filter(\.hasNumber).map(\.text).sorted()
    let other = right.filter(\.hasNumber).map(\.text).sorted()
    return !one.isEmpty && !other.isEmpty && one != other
  }

  private mutating func take(_ loss: Int, _ reason: PossibleDouble.Reason) {
    score -= loss
    reasons.append(reason)
  }

  private mutating func pair(_ one: Int, _ other: Int) {
    isUsed.left[one] = true
    isUsed.right[other] = true
    pairs.append((one, other))
    pairs.sort { $0.left < $1.left }
  }

  private mutating func pairEqual() {
    for one in left.indices {
      guard
        let other = right.indices.first(where: {
          !isUsed.right[$0] && right[$0].text == left[one].text
        })
      else { continue }
      pair(one, other)
    }
  }

  private mutating func pairInitials() {
    var count = 0
    for one in left.indices where !isUsed.left[one] {
      guard
        let other = right.indices.first(where: { index in
          !isUsed.right[index] && left[one].isInitial != right[index].isInitial
            && (left[one].isInitial
              ? right[index].text.hasPrefix(left[one].text)
              : left[one].text.hasPrefix(right[index].text))
        })
      else { continue }
      pair(one, other)
      count += 1
    }
    if count > 0 { take(10 + 3 * (count - 1), .initials) }
  }

  /// - Returns: `false` when more words differ than anybody mistypes.
  private mutating func pairTypos() -> Bool {
    var count = 0
    for one in left.indices where !isUsed.left[one] && !left[one].isInitial {
      var best: (index: Int, distance: Int)?
      for other in right.indices where !isUsed.right[other] && !right[other].isInitial {
        guard let distance = Self.distance(left[one], right[other]),
          distance < best?.distance ?? .max
        else { continue }
        best = (other, distance)
      }
      guard let best else { continue }
      count += 1
      take(loss(one, best.index, best.distance), .typo(left[one].text, right[best.index].text))
      pair(one, best.index)
    }
    return count <= 2
  }

  /// A typing error in a first name often makes another first name.
  private func loss(_ one: Int, _ other: Int, _ distance: Int) -> Int {
    let (word, written) = (left[one].text, right[other].text)
    if NameLikeness.variants.contains(where: { $0.contains(word) && $0.contains(written) }) {
      return 5
    }
    let isOtherGender = word == written + "а" || written == word + "а"
    return 8 * distance + (one == 1 || other == 1 ? 18 : 0) + (isOtherGender ? 12 : 0)
  }

  /// How far apart two words are, where that may be a typing error: the longer, the more errors.
  private static func distance(_ one: NameWord, _ other: NameWord) -> Int? {
    let length = min(one.letters.count, other.letters.count)
    let limit = NameLikeness.typoLimit(length)
    if limit > 0, let distance = one.distance(to: other, atMost: limit) { return distance }
    // Such names are few, and their sets are asked last.
    guard one.letters.first == other.letters.first || length < 6 else { return nil }
    let isVariant = NameLikeness.variants.contains {
      $0.contains(one.text) && $0.contains(other.text)
    }
    return isVariant ? 1 : nil
  }

  private func rest(_ words: [NameWord], _ isUsed: [Bool]) -> [NameWord] {
    words.indices.filter { !isUsed[$0] }.map { words[$0] }
  }

  /// Whether one surname may have become the other: a double one, or that of a married woman.
  private mutating func weighSurnames(_ one: NameWord, _ other: NameWord) -> Bool {
    let parts = (one.text.split(separator: "-"), other.text.split(separator: "-"))
    let matched = pairs.map { left[$0.left] }
    guard !one.isInitial, !other.isInitial, !matched.contains(where: \.isInitial) else {
      return false
    }
    if parts.0.count + parts.1.count > 2, parts.0.contains(where: { parts.1.contains($0) }) {
      take(NameLikeness.Loss.hyphen, .hyphen)
      return true
    }
    let isFeminine = matched.contains { $0.text.hasSuffix("вна") || $0.text.hasSuffix("чна") }
    guard matched.count >= 2, isFeminine, !one.text.hasSuffix("вна"),
      left[0] == one || left.last == one
    else { return false }
    take(NameLikeness.Loss.otherSurname, .otherSurname)
    return true
  }
}
