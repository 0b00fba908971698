/// A paper in the register of consents: whose, of what kind, by whom, and how long it holds.
///
/// ```swift
/// var record = ConsentRecord(kind: .personalData, place: place)
/// record.until = CalendarDate(parsing: "31.08.2027")
/// record.isValid(on: date)  // true up to that day, unless withdrawn
/// ```
public struct ConsentRecord: Equatable, Sendable {
  /// What is agreed to.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case personalData = "personal-data"
    /// A mentor's written consent to the work (Labour Code of Russia, article 351.8).
    case mentoring
    /// The addendum to the mentor's contract (the same article).
    case addendum

    /// Whether the law asks for its date: nobody can say of an undated one that it came before the order.
    public var needsDate: Bool { self != .personalData }
  }

  /// Who signed.
  public enum Giver: Equatable, Sendable {
    case own
    /// Empty where it is not said.
    case representative(name: String, relation: String)

    public var isRepresentative: Bool { self != .own }
  }

  public let kind: Kind
  public let place: Place
  public var number = ""
  /// Of the paper, and its first day.
  public var from: CalendarDate?
  /// The last day; `nil` = no end.
  public var until: CalendarDate?
  /// From this day on it holds no more.
  public var withdrawn: CalendarDate?
  /// `nil` = not said.
  public var giver: Giver?
  /// A row whose dates cannot be read vouches for nothing.
  public var isReadable = true

  public init(kind: Kind, place: Place) {
    self.kind = kind
    self.place = place
  }

  /// Whether it holds on a date: the date of the order.
  public func isValid(on date: CalendarDate) -> Bool {
    covers(date) && !isWithdrawn(on: date)
  }

  func isWithdrawn(on date: CalendarDate) -> Bool { withdrawn.map { $0 <= date } ?? false }

  /// Its term, whether or not it was withdrawn.
  func covers(_ date: CalendarDate) -> Bool {
    isReadable && from.map { $0 <= date } ?? !kind.needsDate && until.map { date <= $0 } ?? true
  }
}

/// What a season asks of consents.
public struct ConsentRules: Equatable, Sendable {
  /// The age below which a representative signs; 0 = nobody asks who did.
  public var representativeUntil = 18

  public init() {}
}

extension Person {
  /// Whether a representative must sign: known by the birth date, else not.
  func isMinor(on date: CalendarDate, _ rules: ConsentRules) -> Bool {
    birthDate.map { $0.age(on: date) < rules.representativeUntil } ?? false
  }

  /// Of several papers of a kind the one that carries most on a date, `nil` when none holds.
  ///
  /// Signed as it must be, then dated, then holding longest, then the newest; among equals the first.
  public func consent(
    _ kind: ConsentRecord.Kind, on date: CalendarDate, _ rules: ConsentRules
  ) -> ConsentRecord? {
    let valid = register.filter { $0.kind == kind && $0.isValid(on: date) }
    guard let first = valid.first else { return nil }
    let needsRepresentative = isMinor(on: date, rules)
    func rank(_ record: ConsentRecord) -> [Int] {
      let giver = record.giver.map { $0.isRepresentative ? 2 : 0 } ?? 1
      return [
        needsRepresentative ? giver : 0, record.from == nil ? 0 : 1,
        record.until?.ordinal ?? .max, record.from?.ordinal ?? 0,
      ]
    }
    return valid.dropFirst().reduce(first) {
      rank($0).lexicographicallyPrecedes(rank($1)) ? $1 : $0
    }
  }
}

extension CalendarDate {
  /// What sorts as the date does.
  fileprivate var ordinal: Int { (year * 100 + month) * 100 + day }
}
