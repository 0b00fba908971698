/// What a mentor who is looked for should be like.
public struct MentorProfile: Hashable, Sendable {
  public let form: FormCode
  /// What mentees of the form ask for and this mentor can do; nothing = whatever it is.
  public let requests: [Term]
  public let subjects: [Term]
  /// Where the mentor must come from; `nil` = that is no matter, or the season's own organisation.
  public let organisation: Term?
  /// When the mentor is free; `nil` = no mentee said anything.
  public var hours: WeekHours?
  /// The least grade that is above all mentees taken; `nil` = that is no matter.
  public var grade: Int?
  /// The most mentees that the form lets a mentor take.
  public let capacity: Int

  /// How much it asks for.
  public var termCount: Int { requests.count + subjects.count }

  /// Whether it asks for nothing that the other does not ask for.
  public func isPart(of other: MentorProfile) -> Bool {
    form == other.form && organisation == other.organisation
      && requests.allSatisfy(other.requests.contains)
      && subjects.allSatisfy(other.subjects.contains)
  }
}

/// A mentor who could be found: nobody knows the name yet.
public struct Newcomer: Equatable, Sendable {
  public let person: Person
  public let questionnaire: Questionnaire
  /// The organisation, where the form asks for one with an agreement.
  public let partner: Partner?

  /// Where nothing is said, no rule is broken and no wish is met.
  private static let place = Place(file: "")
  /// Of an organisation that nobody has spoken to yet.
  private static let partner = Partner(organisation: Term("?"), agreement: "?")

  /// Makes a mentor of a profile, with all papers in order.
  ///
  /// - Parameters:
  ///   - profile: of a form of the season.
  ///   - number: tells several apart.
  ///   - form: that of the profile.
  public init(_ profile: MentorProfile, number: Int, in form: Form) {
    let needsPartner = form.rules.contains(.partnerAgreement)
    let isPupil = form.rules.contains { if case .gradeAbove = $0 { true } else { false } }
    // No person of a season has a name that begins so.
    let id = PersonID("? \(number)")
    person = Person(
      id: id, name: PersonName(id.rawValue),
      grade: isPupil ? Grade(number: profile.grade ?? 11) : nil,
      consent: .given(from: nil, until: nil))
    partner = needsPartner ? Self.partner : nil
    questionnaire = Questionnaire(
      person: id, form: form.code, role: .mentor, place: Self.place,
      organisation: needsPartner ? Self.partner.organisation : profile.organisation,
      requests: profile.requests, subjects: profile.subjects, hours: profile.hours,
      capacity: profile.capacity, admission: .admitted, hasAddendum: true)
  }
}
