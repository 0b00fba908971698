import Mentorship

/// What a row says in a field, whatever way it is written: what imports compare.
///
/// ```swift
/// FieldValue.read(.grade, row)  // "9 «Б»" for `9б`, `9 Б класс` and `девятый Б`
/// ```
struct FieldValue: Equatable {
  /// For people to read.
  let text: String
  /// What is compared.
  let key: String

  static func == (left: FieldValue, right: FieldValue) -> Bool { left.key == right.key }

  init(_ text: String, key: String? = nil) {
    self.text = Term(text).text
    self.key = key ?? Term(text).key
  }

  /// - Returns: `nil` for an empty cell.
  static func read(_ field: Field, _ row: MappedRow, forms: [Form]) -> FieldValue? {
    let text = row.text(field)
    switch field {
    case .requests, .subjects, .interests:
      let terms = row.terms(field).sorted { $0.key < $1.key }
      return terms.isEmpty
        ? nil : FieldValue(list(terms.map(\.text)), key: list(terms.map(\.key)))
    case .choice:
      let places = row.cells(field).map { Term($0.text).text }
      return places.allSatisfy(\.isEmpty) ? nil : FieldValue(places.joined(separator: " > "))
    case .list, .marks, .veto:
      let names = CellParts.split(text).map { Term($0) }.sorted { $0.key < $1.key }
      return names.isEmpty
        ? nil
        : FieldValue(list(names.map(\.text)), key: list(names.map { PersonName.key($0.text) }))
    case .marksOf, .placesOf:
      let said = row.answers(field).sorted { $0.name < $1.name }
      return said.isEmpty
        ? nil
        : FieldValue(
          list(said.map { "\(Term($0.name).text) — \(Term($0.text).text)" }),
          key: list(said.map { "\(PersonName.key($0.name)) — \(Term($0.text).key)" }))
    case .form:
      let known = CellParts.split(text).map { part in
        let code = CellWords.form(part, among: forms)
        let form = forms.first { $0.code == code }
        return (key: code?.rawValue ?? Term(part).key, text: form?.title.russian ?? Term(part).text)
      }.sorted { $0.key < $1.key }
      return known.isEmpty
        ? nil : FieldValue(list(known.map(\.text)), key: list(known.map(\.key)))
    case .format:
      return text.isEmpty ? nil : FieldValue(text, key: CellWords.format(text)?.rawValue)
    case .admission:
      return text.isEmpty ? nil : FieldValue(text, key: CellWords.admission(text)?.rawValue)
    case .hours:
      return text.isEmpty ? nil : FieldValue(text, key: Term(text).key.filter { $0 != " " })
    case .phone:
      guard let phones = PhoneNumber.list(text)?.sorted(by: { $0.number < $1.number }) else {
        return text.isEmpty ? nil : FieldValue(Term(text).text)
      }
      return FieldValue(list(phones.map(\.masked)), key: list(phones.map(\.description)))
    case .email:
      guard let emails = EmailAddress.list(text)?.sorted(by: { $0.address < $1.address }) else {
        return text.isEmpty ? nil : FieldValue(Term(text).text)
      }
      return FieldValue(list(emails.map(\.masked)), key: list(emails.map(\.address)))
    default:
      guard !text.isEmpty else { return nil }
      return meaning(field, text, forms).map { FieldValue($0) } ?? FieldValue(Term(text).text)
    }
  }

  /// What one cell means; `nil` = what it says, word for word.
  private static func meaning(_ field: Field, _ text: String, _ forms: [Form]) -> String? {
    switch field {
    case .birthDate, .consentDate, .consentUntil, .waitingSince:
      CalendarDate(parsing: text)?.description
    case .grade, .leadsClass: Grade(parsing: text)?.description
    case .experience: Years(parsing: text)?.description
    case .consent, .addendum, .deficit, .present, .priority:
      CellWords.yesOrNo(text).map { $0 ? "да" : "нет" }
    case .capacity, .minimum, .totalCapacity: CellWords.capacity(text).map(String.init)
    case .wishedAges: ages(text)
    default: nil
    }
  }

  private static func ages(_ text: String) -> String? {
    switch CellWords.ages(text) {
    case .any: "любой"
    case .range(let range): "\(range.lowerBound)–\(range.upperBound)"
    case nil: nil
    }
  }

  private static func list(_ parts: [String]) -> String { parts.joined(separator: "; ") }
}
