import Documents
public import Mentorship
public import Problems

/// The words of the programme in one language.
///
/// One function per thing that can be said, each an exhaustive `switch` without `default`, so that a
/// new case does not compile before it has its words in every language.
public struct Messages: Sendable {
  public let language: Language
  /// The forms whose names are known: those of the programme, and a season's own.
  private let forms: [Form]
  /// Who reads: reasons of vetoes and remarks of third parties are not for everybody.
  let reader: Visibility

  /// Makes words for everybody, so that nothing is told by oversight.
  public init(_ language: Language) {
    self.init(language, forms: FormCatalogue.standard, reader: .participants)
  }

  private init(_ language: Language, forms: [Form], reader: Visibility) {
    self.language = language
    self.forms = forms
    self.reader = reader
  }

  /// The same words for other readers.
  public func reading(as reader: Visibility) -> Messages {
    Messages(language, forms: forms, reader: reader)
  }

  /// The same words, with the names that a season gives to its forms.
  public func naming(_ own: [Form]) -> Messages {
    Messages(language, forms: own + forms, reader: reader)
  }

  /// The form of a code; `nil` where nobody knows it.
  func form(_ code: FormCode) -> Form? { forms.first { $0.code == code } }

  /// Chooses the wording of the language.
  public func say(_ russian: @autoclosure () -> String, _ english: @autoclosure () -> String)
    -> String
  {
    switch language {
    case .russian: russian()
    case .english: english()
    }
  }

  /// A number with its noun: `5 пар`, `5 pairs`.
  ///
  /// - Parameters:
  ///   - count: what is counted.
  ///   - russian: for 1, 2 and 5.
  ///   - english: for 1 and many.
  /// - Returns: the number, a no-break space, the noun.
  func count(
    _ count: Int, _ russian: (one: String, few: String, many: String),
    _ english: (one: String, many: String)
  ) -> String {
    let noun =
      switch language {
      case .russian: Self.form(count, russian)
      case .english: abs(count) == 1 ? english.one : english.many
      }
    return "\(number(count))\u{a0}\(noun)"
  }

  /// Digits in groups of three from five digits on.
  func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    guard digits.count > 4 else { return String(value) }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 {
        grouped += language == .russian ? "\u{a0}" : ","
      }
      grouped.append(digit)
    }
    return (value < 0 ? "−" : "") + grouped
  }

  /// A list in words: `а, б и в`.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + say(" и ", " and ") + last
  }

  /// A text in quotation marks.
  func quoted(_ text: String) -> String { say("«\(text)»", "“\(text)”") }

  /// The name of a form.
  public func title(_ form: Form) -> String { say(form.title.russian, form.title.english) }

  /// What to type instead of a command that does not exist.
  public func unknownCommand(_ name: String, meant: String?, of names: [String]) -> String {
    if let meant {
      return say(
        "команды «\(name)» нет; может быть, «\(meant)»?",
        "no command “\(name)”; did you mean “\(meant)”?")
    }
    let all = names.joined(separator: ", ")
    return say("команды «\(name)» нет; есть: \(all)", "no command “\(name)”; there are: \(all)")
  }

  /// The name of a form by its code; the code itself where the form is not known.
  public func title(_ code: FormCode) -> String {
    form(code).map { title($0) } ?? code.rawValue
  }

  private static func form(_ count: Int, _ forms: (one: String, few: String, many: String))
    -> String
  {
    let last = abs(count) % 10
    if (11...14).contains(abs(count) % 100) { return forms.many }
    return last == 1 ? forms.one : (2...4).contains(last) ? forms.few : forms.many
  }
}

extension Messages {
  func mentees(_ count: Int) -> String {
    self.count(count, ("наставляемый", "наставляемых", "наставляемых"), ("mentee", "mentees"))
  }

  func mentors(_ count: Int) -> String {
    self.count(count, ("наставник", "наставника", "наставников"), ("mentor", "mentors"))
  }

  /// Mentees by form: a pupil in two forms makes two requests.
  func requests(_ count: Int) -> String {
    self.count(count, ("заявку", "заявки", "заявок"), ("request", "requests"))
  }

  func places(_ count: Int) -> String {
    self.count(count, ("место", "места", "мест"), ("place", "places"))
  }

  func points(_ count: Int) -> String {
    self.count(count, ("балл", "балла", "баллов"), ("point", "points"))
  }

  func pairs(_ count: Int) -> String {
    self.count(count, ("пара", "пары", "пар"), ("pair", "pairs"))
  }

  func hours(_ count: Int) -> String {
    self.count(count, ("час", "часа", "часов"), ("hour", "hours"))
  }

  func years(_ years: Years) -> String {
    guard years.hundredths % 100 == 0 else { return say("\(years) года", "\(years) years") }
    return count(years.hundredths / 100, ("год", "года", "лет"), ("year", "years"))
  }
}
