import Problems

/// Hours as a file gives them, decimals too, on their way to whole numbers of one unit.
///
/// ```swift
/// // A mentor with 6 hours, a pair that takes 1.5: in tenths, 60 and 15, and 10 for everybody else.
/// ```
struct HoursDraft {
  private typealias Entry = (owner: HoursOwner, number: JSONNumber, place: () -> FilePlace)

  private var entries: [Entry] = []

  /// Notes the hours of somebody.
  ///
  /// - Throws: `negative`.
  mutating func add(
    _ number: JSONNumber, of owner: HoursOwner, at place: @escaping () -> FilePlace
  ) throws(InstanceFileError) {
    if number.double < 0 { throw .negative(place()) }
    entries.append((owner, number, place))
  }

  /// All of it in the largest decimal unit that divides every number given, and this unit.
  ///
  /// - Throws: `tooLarge` where a pair takes more than can be added up.
  func hours(
    menteeCount: Int
  ) throws(InstanceFileError) -> (hours: MentorHours, scale: NumberScale) {
    let hasLimits = entries.contains { if case .mentor = $0.owner { true } else { false } }
    guard hasLimits else { return (.unlimited, .decimal(fractionDigits: 0)) }
    var digits = 0
    for entry in entries where !entry.number.isHugeInteger {
      guard let own = entry.number.fractionDigits, own <= NumberScale.mostFractionDigits else {
        throw .tooFine(entry.place(), digits: NumberScale.mostFractionDigits)
      }
      digits = max(digits, own)
    }
    let unit = NumberScale.shifted(1, by: digits) ?? 1
    var (limits, mentees, pairs): ([Int: Int], [Int: Int], [Pair: Int]) = ([:], [:], [:])
    if unit > 1 { for mentee in 0..<menteeCount { mentees[mentee] = unit } }
    for entry in entries {
      let hours =
        entry.number.isHugeInteger
        ? nil
        : NumberScale.shifted(
          entry.number.significand, by: digits + Int(entry.number.exponent))
      switch entry.owner {
      // More than any sum can reach is no limit.
      case .mentor(let mentor): limits[mentor] = hours
      case .mentee(let mentee): mentees[mentee] = try checked(hours, entry)
      case .pair(let pair): pairs[pair] = try checked(hours, entry)
      }
    }
    return (
      MentorHours(limits: limits, mentees: mentees, pairs: pairs),
      .decimal(fractionDigits: digits)
    )
  }

  private func checked(_ hours: Int?, _ entry: Entry) throws(InstanceFileError) -> Int {
    guard let hours, hours <= MentorHours.mostPerPair else { throw .tooLarge(entry.place()) }
    return hours
  }
}
