import Mentorship

/// The words of registers and of third parties.
extension CellWords {
  /// What a paper agrees to.
  static func consentKind(_ text: String) -> ConsentRecord.Kind? {
    let key = Term(text).key
    func has(_ words: String...) -> Bool { words.contains { key.contains($0) } }
    if has("доп. согл", "допсогл", "доп согл", "дополнительн", "addendum", "к договору") {
      return .addendum
    }
    if has("персональн", "пдн", "пд", "personal", "обработк") { return .personalData }
    return has("наставнич", "работник", "351.8", "mentoring", "mentorship") ? .mentoring : nil
  }

  /// Who signed, and what stands in the cell beside: `мать Иванова М. П.`, `сам`; `own` is the name of the
  /// person whom the paper is about.
  static func giver(_ text: String, own: PersonName) -> ConsentRecord.Giver? {
    let words = Term(text).text.split { $0.isWhitespace || ",:();".contains($0) }.map(String.init)
    let keys = words.map { Term($0).key }
    if keys.contains(where: selfWords.contains) { return .own }
    let relations = zip(words, keys).filter { isRelation($0.1) }.map(\.0)
    let rest = zip(words, keys).filter { !isRelation($0.1) }.map(\.0).joined(separator: " ")
    let name = PersonName(rest)
    if !relations.isEmpty {
      return .representative(name: name.full, relation: relations.joined(separator: " "))
    }
    if !name.isEmpty, own.isMeant(by: rest) { return .own }
    return name.words.count > 1 ? .representative(name: name.full, relation: "") : nil
  }

  private static let selfWords: Set<String> = [
    "сам", "сама", "сам(а)", "лично", "самостоятельно", "собственное", "свое", "own", "self",
    "участник", "ребенок", "обучающийся", "ученик", "ученица",
  ]

  /// Whether a word says who signs: a relation, or the participant.
  static func isSigner(_ key: String) -> Bool { selfWords.contains(key) || isRelation(key) }

  private static func isRelation(_ key: String) -> Bool {
    let stems = [
      "мать", "матер", "мама", "мамой", "мамы", "папой", "папы", "отец", "отц", "папа", "родител",
      "опекун", "попечител",
      "представител", "законн", "бабушк", "дедушк", "усыновител", "parent", "mother", "father",
      "guardian", "representative", "legal",
    ]
    return stems.contains { key.hasPrefix($0) }
  }

  static func source(_ text: String) -> ThirdPartyStatement.Source? {
    let key = Term(text).key
    func has(_ words: String...) -> Bool { words.contains { key.contains($0) } }
    // A social pedagogue is no class teacher, whatever else stands in the cell.
    if has("социальн", "соцпедагог", "соц. педагог", "соц.педагог", "social") {
      return .socialWorker
    }
    if has("психолог", "psycholog") { return .psychologist }
    if has("классн", "кл. рук", "кл.рук", "class teacher", "form teacher") || key == "кл рук" {
      return .classTeacher
    }
    let parents = ["родител", "мать", "мама", "отец", "папа", "опекун", "представител", "parent"]
    if parents.contains(where: key.contains) { return .parents }
    return ["другое", "другой", "иное", "other"].contains(key) ? .other : nil
  }

  static func visibility(_ text: String) -> Visibility? {
    switch Term(text).key {
    case "куратор", "только куратор", "только куратору", "куратору", "curator", "curator only":
      .curator
    case "директор", "директору", "руководитель", "руководителю", "администрация", "director":
      .director
    case "участники", "участникам", "все", "всем", "открыто", "participants", "everybody", "all":
      .participants
    default: nil
    }
  }

  /// A step to admission: its day, or only whether it was taken.
  static func step(_ text: String) -> AdmissionSteps.Step? {
    // Of an order the day counts: `№ 12 от 01.09.2026`.
    let last = text.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
    if let date = CalendarDate(parsing: text) ?? CalendarDate(parsing: last) { return .done(date) }
    let done = ["пройдено", "пройден", "прошел", "прошла", "прошел(ла)", "допущен", "допущена"]
    if done.contains(Term(text).key) { return .done(nil) }
    return yesOrNo(text).map { $0 ? .done(nil) : .notDone }
  }
}
