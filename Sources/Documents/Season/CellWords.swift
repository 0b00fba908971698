import Mentorship

/// What the words of a cell mean; `nil` = unreadable, never a guess.
///
/// ```swift
/// CellWords.yesOrNo("Согласен(на)")   // true
/// CellWords.admission("прошёл обучение")  // .trained
/// CellWords.ages("от 12 до 14")       // .range(12...14)
/// ```
enum CellWords {
  static func yesOrNo(_ text: String) -> Bool? {
    switch Term(text).key {
    case "да", "yes", "y", "+", "1", "true", "истина", "v", "✓", "✔", "есть", "имеется", "получено",
      "получен", "получена", "согласен", "согласна", "согласен(на)", "согласен (на)",
      "согласен/согласна", "согласие", "согласие получено", "даю согласие", "да, согласен",
      "да, согласна", "да, согласен(на)", "да, даю согласие", "согласен на обработку",
      "согласен на обработку персональных данных", "согласна на обработку персональных данных",
      "согласен(на) на обработку персональных данных",
      "даю согласие на обработку персональных данных", "был", "была", "был(а)", "присутствовал",
      "присутствовала", "присутствовал(а)":
      true
    case "нет", "no", "n", "-", "0", "false", "ложь", "не согласен", "не согласна",
      "не согласен(на)", "нет, не согласен", "нет, не согласна", "отказ", "отказано", "отозвано",
      "не получено", "не даю согласия", "не было", "не был", "не была", "не был(а)", "отсутствовал",
      "отсутствовала", "отсутствовал(а)":
      false
    default: nil
    }
  }

  static func admission(_ text: String) -> Admission? {
    switch Term(text).key {
    case "кандидат", "candidate": .candidate
    case "собеседование", "прошел собеседование", "прошла собеседование",
      "прошел(ла) собеседование", "прошел(прошла) собеседование", "interviewed":
      .interviewed
    case "обучен", "обучена", "обучен(а)", "прошел обучение", "прошла обучение",
      "прошел(ла) обучение", "trained":
      .trained
    case "допущен", "допущена", "допущен(а)", "допуск", "admitted": .admitted
    default: nil
    }
  }

  /// One format, or the boxes ticked: both of them are either.
  static func format(_ text: String) -> MeetingFormat? {
    let whole = Term(text).key
    switch whole {
    case "любой", "любая", "либо", "оба", "обе", "очно и онлайн", "онлайн и очно",
      "очно или онлайн",
      "онлайн или очно", "очно/онлайн", "онлайн/очно", "все равно", "смешанный", "either", "both",
      "any":
      return .either
    default: break
    }
    let formats = CellParts.split(whole).map { part -> MeetingFormat? in
      switch part {
      case "очно", "очный", "очная", "лично", "in-person", "in person", "offline": .inPerson
      case "онлайн", "on-line", "online", "дистанционно", "дистанционный", "дистанционная",
        "удаленно":
        .online
      default: nil
      }
    }
    guard let first = formats.first, !formats.contains(nil) else { return nil }
    return Set(formats).count == 1 ? first : .either
  }

  enum WishedAges: Equatable {
    case any
    case range(ClosedRange<Int>)
  }

  static func ages(_ text: String) -> WishedAges? {
    let key = Term(text).key
    if ["любой", "любая", "любого", "все равно", "не важно", "неважно", "any", "-"].contains(key) {
      return .any
    }
    // `от 12 до 14 лет`, `12 - 14`, `12+`: words and numbers apart.
    let unit: Set<String> = ["лет", "года", "год", "years"]
    let tokens = tokens(of: key).filter { !unit.contains($0) }
    let numbers = tokens.compactMap { Int($0) }
    guard numbers.allSatisfy({ (1...99).contains($0) }) else { return nil }
    let shape = tokens.map { Int($0) == nil ? $0 : "#" }.joined(separator: " ")
    switch shape {
    case "#": return .range(numbers[0]...numbers[0])
    case "# - #", "от # до #", "с # до #", "from # to #":
      return numbers[0] <= numbers[1] ? .range(numbers[0]...numbers[1]) : nil
    case "# +", "от #", "с #": return .range(numbers[0]...99)
    case "до #": return .range(1...numbers[0])
    default: return nil
    }
  }

  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var wasDigit = false
    var wasLetter = false
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      let isLetter = character.isLetter
      if isDigit && wasDigit || isLetter && wasLetter {
        tokens[tokens.count - 1].append(character)
      } else if !character.isWhitespace {
        tokens.append(String(character))
      }
      (wasDigit, wasLetter) = (isDigit, isLetter)
    }
    return tokens
  }

  /// A whole number of people: `3`, `3,0` as spreadsheets save it, `до 3-х`, `двое`.
  static func capacity(_ text: String) -> Int? {
    guard let number = NumberWords.count(text) else { return nil }
    // More than any school has people, and far from where sums overflow.
    return number <= 100_000 ? number : nil
  }

  /// What somebody calls most important, in the words of a questionnaire.
  static func criterion(_ text: String, of role: Role) -> Criterion? {
    switch Term(text).key {
    case "запрос", "запросы", "помощь", "компетенции", "с чем нужна помощь", "request": .request
    case "предмет", "предметы", "учебный предмет", "subjects", "subject": .subjects
    case "интересы", "общие интересы", "увлечения", "interests": .interests
    case "время", "расписание", "удобное время", "свободное время", "часы", "hours", "time":
      .hours
    case "возраст", "age": .age
    case "выбор", "симпатия", "выбор после встречи", "кто понравился", "личная симпатия":
      role == .mentee ? .menteePreference : .mentorPreference
    default: nil
    }
  }

  /// A role model by its code or title.
  static func model(_ text: String, among models: [RoleModel]) -> String? {
    let key = tight(text)
    return models.first { model in
      [model.code, model.title.russian, model.title.english].contains { tight($0) == key }
    }?.code
  }

  static func form(_ text: String, among forms: [Form]) -> FormCode? {
    let key = tight(text)
    return forms.first { form in
      [form.code.rawValue, form.title.russian, form.title.english].contains { tight($0) == key }
    }?.code
  }

  /// Folded, without blanks: `Ученик - ученик` is `ученик–ученик`.
  private static func tight(_ text: String) -> String { Term(text).key.filter { $0 != " " } }
}

/// Several answers in one cell.
enum CellParts {
  /// Split at `;` or a line end, or at `,` where there is none of these; never inside brackets.
  ///
  /// ```swift
  /// CellParts.split("физика (ОГЭ, ЕГЭ), химия")  // ["физика (ОГЭ, ЕГЭ)", "химия"]
  /// ```
  /// - Complexity: O(*n*) for *n* characters.
  static func split(_ text: String) -> [String] {
    let strong = parts(of: text) { $0 == ";" || $0.isNewline }
    let parts = strong.count > 1 ? strong : parts(of: text) { $0 == "," }
    return parts.map { Term($0).text }.filter { !$0.isEmpty }
  }

  private static func parts(
    of text: String, separator isSeparator: (Character) -> Bool
  ) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if isSeparator(character), depth == 0 {
        parts.append("")
      } else {
        if character == "(" { depth += 1 }
        if character == ")" { depth = max(0, depth - 1) }
        parts[parts.count - 1].append(character)
      }
    }
    // A bracket that nobody closes holds nothing together.
    if depth == 0 { return parts }
    return text.split(whereSeparator: isSeparator).map(String.init)
  }
}
