extension Eligibility {
  /// The register wins over what questionnaires say.
  func consentGate(_ person: Person) -> Gate? {
    let date = season.date
    guard person.register.contains(where: { $0.kind == .personalData }) else {
      return switch person.consent {
      case .missing: .consentMissing
      case .refused: .consentRefused
      case .given: person.consent.isValid(on: date) ? nil : .consentNotValid(on: date)
      }
    }
    guard let paper = person.consent(.personalData, on: date, season.consentRules) else {
      return person.withdrawal(of: .personalData, on: date)
        .map { .consentWithdrawn(.personalData, on: $0) } ?? .consentNotValid(on: date)
    }
    let isOwnOfMinor = paper.giver == .own && person.isMinor(on: date, season.consentRules)
    return isOwnOfMinor
      ? .consentNotByRepresentative(until: season.consentRules.representativeUntil) : nil
  }

  /// Consent and addendum, each by the register where it has that paper, else by the questionnaire.
  func addendumGate(_ person: Person, _ mentor: Questionnaire) -> Gate? {
    for kind in [ConsentRecord.Kind.mentoring, .addendum] {
      guard person.register.contains(where: { $0.kind == kind }) else {
        if mentor.hasAddendum { continue }
        return person.register.contains { $0.kind.needsDate }
          ? .paperNotValid(kind, on: season.date) : .addendumMissing
      }
      if person.consent(kind, on: season.date, season.consentRules) != nil { continue }
      return person.withdrawal(of: kind, on: season.date)
        .map { .consentWithdrawn(kind, on: $0) } ?? .paperNotValid(kind, on: season.date)
    }
    return nil
  }
}

extension Person {
  /// When the last paper that would else hold was withdrawn.
  fileprivate func withdrawal(
    of kind: ConsentRecord.Kind, on date: CalendarDate
  ) -> CalendarDate? {
    register.filter { $0.kind == kind && $0.covers(date) && $0.isWithdrawn(on: date) }
      .compactMap(\.withdrawn).max()
  }
}
