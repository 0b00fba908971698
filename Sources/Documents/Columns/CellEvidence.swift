import Mentorship

/// Whether the cells under a header look like what the header seems to mean.
struct CellEvidence {
  private let cells: [String]
  private let forms: [Form]

  /// The first cells of a column that are not empty.
  init(_ cells: [String], forms: [Form]) {
    self.cells = cells
    self.forms = forms
  }

  static let sampleCount = 40

  /// Whether a guess for the field may stand.
  ///
  /// Where the header leaves little doubt, cells speak against it only when hardly any can be read.
  func allows(_ field: Field, extent: HeaderPattern.Extent) -> Bool {
    guard let share = readable(field) else { return true }
    if field == .consent {
      // A date or a number under "consent" says when, or which paper; whether must not be guessed.
      return share >= 0.5 || (readable(.consentDate) ?? 0) + numbers < 0.3
    }
    return share >= (extent == .most ? 0.5 : Self.strict.contains(field) ? 0.3 : 0)
  }

  /// Whether the cells speak for dates, where the header only speaks of consent.
  var areDates: Bool { (readable(.consentDate) ?? 0) >= 0.5 }

  /// Where only whether a day can be read matters, not of which year it is.
  private static let anyDay = CalendarDate(day: 31, month: 12, year: 2000)

  private static let strict: Set<Field> = [
    .birthDate, .grade, .form, .consentDate, .consentUntil, .capacity, .minimum, .totalCapacity,
    .email, .admission, .present, .marks, .leadsClass,
  ]

  private var numbers: Double {
    Double(cells.count { Term($0).key.contains { $0.isNumber } && CellWords.yesOrNo($0) == nil })
      / Double(max(1, cells.count))
  }

  /// The part of the cells that mean something in the field; `nil` = no cells, or any text does.
  private func readable(_ field: Field) -> Double? {
    guard !cells.isEmpty, let meaning = meaning(field) else { return nil }
    return Double(cells.count(where: meaning)) / Double(cells.count)
  }

  private func meaning(_ field: Field) -> ((String) -> Bool)? {
    switch field {
    case .name: { Self.isName($0) && !Self.isGender($0) }
    case .birthDate, .consentDate, .consentUntil, .waitingSince:
      { CalendarDate(parsing: $0) != nil }
    case .grade, .leadsClass: { Grade(parsing: $0) != nil }
    case .experience: { Years(parsing: $0) != nil }
    case .consent:
      { cell in
        CellWords.yesOrNo(cell) != nil
          || cell.contains(where: \.isLetter) && ConsentWord(parsing: cell, on: Self.anyDay) != nil
      }
    case .addendum, .deficit, .present, .priority: { CellWords.yesOrNo($0) != nil }
    case .hours: { WeekHours(parsing: $0) != nil }
    case .format: { CellWords.format($0) != nil }
    case .wishedAges: { CellWords.ages($0) != nil }
    case .capacity, .minimum, .totalCapacity: { CellWords.capacity($0) != nil }
    case .admission: { CellWords.admission($0) != nil }
    case .form:
      forms.isEmpty
        ? nil
        : { cell in
          CellParts.split(cell).contains { CellWords.form($0, among: forms) != nil }
        }
    case .phone: { PhoneNumber.list($0) != nil }
    case .email: { EmailAddress.list($0) != nil }
    case .rank, .mark, .refusal: { PersonWord.read($0) != nil }
    case .marks: { CellParts.split($0).contains { NameMark.read($0) != nil } }
    case .choice, .list, .veto: { CellParts.split($0).allSatisfy(Self.isName) }
    default: nil
    }
  }

  private static func isGender(_ text: String) -> Bool {
    ["м", "ж", "муж", "жен", "мужской", "женский", "m", "f", "male", "female"]
      .contains(Term(text).key)
  }

  /// Two words or three, letters only: names, and nothing that is said of them.
  private static func isName(_ text: String) -> Bool {
    let words = PersonName(text).words
    return (1...5).contains(words.count) && !text.contains { $0.isNumber || "@:?!".contains($0) }
  }
}
