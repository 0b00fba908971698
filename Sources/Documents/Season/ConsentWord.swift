import Mentorship

/// What a cell about a consent says in free words: `да, 12.09.2026, мама`.
///
/// ```swift
/// ConsentWord(parsing: "получено, хранится у кл. рук.", on: date)  // .given
/// ConsentWord(parsing: "отозвано 3 октября", on: date)  // .withdrawn(on: 03.10.2026)
/// ConsentWord(parsing: "на проверке", on: date)  // nil
/// ```
/// Every word must be known: a doubt is never a consent.
enum ConsentWord: Equatable {
  /// `by` is who signed, in the words of the cell; empty where it says nothing.
  case given(from: CalendarDate?, until: CalendarDate?, by: String)
  case refused
  /// `nil` = the day is not said.
  case withdrawn(on: CalendarDate?)

  /// Reads a cell; a day without its year is the last one before the season's date.
  ///
  /// - Returns: `nil` for what may mean anything.
  /// - Complexity: O(*n*) for *n* characters.
  init?(parsing text: String, on season: CalendarDate?) {
    guard !text.contains("?") else { return nil }
    let dated = DatedText(text, before: season)
    let isWithdrawn = Self.senses(of: dated.words).contains(.withdrawn)
    if !isWithdrawn, let plain = CellWords.yesOrNo(text) {
      self = plain ? .given(from: nil, until: nil, by: "") : .refused
      return
    }
    let senses = Self.senses(of: dated.words)
    guard !senses.contains(.unknown) else { return nil }
    let hasDate = dated.from != nil || dated.until != nil
    switch (senses.contains(.yes), senses.contains(.no), senses.contains(.withdrawn)) {
    case (_, false, true): self = .withdrawn(on: dated.from)
    case (false, true, false): self = .refused
    case (let isYes, false, false) where isYes || hasDate:
      let signers = zip(dated.words, senses).filter { $0.1 == .signer }.map(\.0)
      self = .given(from: dated.from, until: dated.until, by: signers.joined(separator: " "))
    default: return nil
    }
  }

  private enum Sense { case yes, no, withdrawn, signer, nothing, unknown }

  /// `не` turns the word behind it round.
  private static func senses(of words: [String]) -> [Sense] {
    var senses: [Sense] = []
    var isDenied = false
    for word in words {
      let key = Term(word).key
      if key == "не" || key == "not" {
        isDenied = true
        senses.append(.nothing)
        continue
      }
      let sense = sense(key, word)
      switch (isDenied, sense) {
      case (true, .yes): senses.append(.no)
      case (true, .withdrawn): senses.append(.nothing)
      case (true, _): senses.append(.unknown)
      case (false, _): senses.append(sense)
      }
      isDenied = false
    }
    if isDenied { senses.append(.unknown) }
    // `нет согласия` is no, `согласия нет` as well.
    if senses.contains(.no), words.contains(where: { noWords.contains(Term($0).key) }) {
      return senses.enumerated().map { index, sense in
        sense == .yes && Term(words[index]).key.hasPrefix("согласи") ? .nothing : sense
      }
    }
    return senses
  }

  private static func sense(_ key: String, _ word: String) -> Sense {
    if noWords.contains(key) || key.hasPrefix("отказ") { return .no }
    if withdrawnStems.contains(where: key.hasPrefix) { return .withdrawn }
    if yesWords.contains(key) || yesStems.contains(where: key.hasPrefix) { return .yes }
    if CellWords.isSigner(key) { return .signer }
    if neutral.contains(key) || key.allSatisfy(\.isNumber) { return .nothing }
    // A name: whoever it is signed.
    return word.first?.isUppercase == true ? .signer : .unknown
  }

  private static let noWords: Set<String> = ["нет", "no", "отсутствует", "-"]
  private static let withdrawnStems = ["отозва", "отзыв", "withdrawn", "аннулир"]
  private static let yesWords: Set<String> = [
    "да", "есть", "yes", "+", "✓", "✔", "v", "согласен", "согласна", "согласны", "согласие",
    "согласия", "даю", "дал", "дала", "дано", "сдал", "сдала", "сдали", "сдан", "сдано", "сдана",
    "принес", "принесла", "принесли", "получен", "получено", "получена", "получили", "имеется",
    "оформлено", "оформлен", "разрешаю", "подтверждаю", "received", "given", "signed",
  ]
  private static let yesStems = ["подписан", "подписал", "предоставлен"]
  /// Where the paper lies, and what it is about.
  private static let neutral: Set<String> = [
    "хранится", "лежит", "находится", "у", "в", "на", "от", "с", "и", "г", "года", "кл", "рук",
    "руководителя", "классного", "куратора", "директора", "секретаря", "психолога", "деле",
    "личном", "папке", "школе", "журнале", "сейфе", "оригинал", "бумажное", "бумажный", "бумаге",
    "письменно", "письменное", "письменный", "электронно", "n", "№", "номер", "я", "свое", "мое",
    "моих", "моего", "своего", "своих", "ребенка", "сына", "дочери", "обработку", "обработка",
    "персональных", "данных", "пдн", "пд",
  ]
}

/// A text with its dates taken out.
struct DatedText {
  /// The first date that is no end.
  private(set) var from: CalendarDate?
  /// The date behind `до` or `по`.
  private(set) var until: CalendarDate?
  /// The rest, signs apart.
  private(set) var words: [String] = []

  /// `season` dates what has no year: the last such day before it.
  init(_ text: String, before season: CalendarDate?) {
    let tokens = text.split { $0.isWhitespace || ",;:()!".contains($0) }.map(String.init)
    var index = 0
    while index < tokens.count {
      let found = Self.date(tokens[index...], before: season)
      if let found {
        let last = words.last.map { Term($0).key }
        if last == "до" || last == "по" {
          words.removeLast()
          until = until ?? found.date
        } else {
          from = from ?? found.date
        }
        index += found.count
        continue
      }
      words += tokens[index].split(separator: ".").map(String.init)
      index += 1
    }
  }

  /// A date of three tokens, of two without its year, or of one.
  private static func date(
    _ tokens: ArraySlice<String>, before season: CalendarDate?
  ) -> (date: CalendarDate, count: Int)? {
    guard let first = tokens.first, first.contains(where: \.isNumber) else { return nil }
    let next = Array(tokens.dropFirst().prefix(2))
    if next.count == 2, let date = CalendarDate(parsing: "\(first) \(next[0]) \(next[1])"),
      CalendarDate(parsing: first) == nil
    {
      return (date, 3)
    }
    if let date = CalendarDate(parsing: first.hasSuffix("г.") ? String(first.dropLast(2)) : first) {
      return (date, 1)
    }
    guard let season else { return nil }
    let inWords = next.first.flatMap { lastDay($0, first, before: season, isInWords: true) }
    if let inWords { return (inWords, 2) }
    return lastDay(first, first, before: season, isInWords: false).map { ($0, 1) }
  }

  /// `3 октября`, `12.09`.
  private static func lastDay(
    _ text: String, _ day: String, before season: CalendarDate, isInWords: Bool
  ) -> CalendarDate? {
    let bare = text.hasSuffix(".") ? String(text.dropLast()) : text
    guard isInWords || bare.split(separator: ".").count == 2 else { return nil }
    for year in [season.year, season.year - 1] {
      let date = CalendarDate(parsing: isInWords ? "\(day) \(bare) \(year)" : "\(bare).\(year)")
      if let date, date <= season { return date }
    }
    return nil
  }
}
