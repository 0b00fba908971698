/// Applies the hard rules of a season to people and pairs.
public struct Eligibility: Sendable {
  let season: Season
  private let attitudes: Attitudes
  private let forms: [FormCode: Form]
  private let bans: [PersonID: [CuratorPair]]
  private let failed: [PersonID: [CuratorPair]]
  private let thirdParty: ThirdPartyScore

  public init(season: Season) {
    self.season = season
    attitudes = Attitudes(season: season)
    forms = Dictionary(
      season.forms.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    bans = Dictionary(grouping: season.bans, by: \.mentee)
    failed = Dictionary(grouping: season.lastYear.failed, by: \.mentee)
    thirdParty = ThirdPartyScore(season: season)
  }

  /// Why a person does not take part in a form; empty = takes part.
  public func gates(_ questionnaire: Questionnaire) -> [Gate] {
    guard let form = forms[questionnaire.form], let person = season.people[questionnaire.person]
    else { return [] }
    var gates = form.rules.compactMap { gate($0, person, questionnaire) }
    if questionnaire.role == .mentor, capacity(of: questionnaire) == 0 { gates.append(.noCapacity) }
    return gates
  }

  /// How many mentees a mentor takes in the form of the questionnaire.
  ///
  /// The wish under the form's limit and under the total over all forms.
  public func capacity(of mentor: Questionnaire) -> Int {
    guard let form = forms[mentor.form] else { return 0 }
    let wish = min(mentor.capacity ?? form.defaultCapacity, form.capacityLimit)
    return min(wish, mentor.totalCapacity ?? wish)
  }

  /// How many mentees a mentor has at least in the form of the questionnaire, once there are any.
  ///
  /// The form's minimum, or the mentor's own where that is more.
  public func minimum(of mentor: Questionnaire) -> Int {
    max(forms[mentor.form]?.group.minimum ?? 0, mentor.minimum ?? 0)
  }

  /// The rules that a pair of one form breaks; empty = eligible.
  ///
  /// A fact that nobody stated breaks no rule; ``unchecked(_:)`` says which rules could not be held
  /// against whom.
  public func brokenRules(mentee: Questionnaire, mentor: Questionnaire) -> [EligibilityRule] {
    guard mentee.person != mentor.person else { return [.notOneself] }
    guard let form = forms[mentee.form], let menteePerson = season.people[mentee.person],
      let mentorPerson = season.people[mentor.person]
    else { return [] }
    var broken = form.rules.filter {
      breaks($0, (menteePerson, mentee), (mentorPerson, mentor))
    }
    if season.preferenceScale.vetoIsHard {
      for (one, other) in [(mentee, mentor), (mentor, mentee)] {
        let attitude = attitudes.attitude(of: one.person, as: one.role, to: other.person)
        if case .veto = attitude { broken.append(.veto(by: one.role)) }
      }
    }
    if Self.stands(in: bans, mentee, mentor) { broken.append(.ban) }
    if Self.stands(in: failed, mentee, mentor) { broken.append(.failedBefore) }
    if let served = mentor.servedOrganisations,
      let own = mentee.organisation ?? season.organisation, !served.contains(own)
    {
      broken.append(.servedOrganisation)
    }
    broken += thirdParty.forbidding(mentee: mentee, mentor: mentor).map {
      .contraindication(by: $0)
    }
    return broken
  }

  /// The rules of the form that cannot be checked for a person, because the fact is missing.
  public func unchecked(_ questionnaire: Questionnaire) -> [EligibilityRule] {
    guard let form = forms[questionnaire.form], let person = season.people[questionnaire.person]
    else { return [] }
    return form.rules.filter { rule in
      switch rule {
      case .minimumAge:
        person.birthDate == nil && !(questionnaire.role == .mentor && form.mentorsAreAdults)
      case .menteeGrade: questionnaire.role == .mentee && person.grade == nil
      case .gradeAbove: person.grade == nil
      case .menteeExperience:
        questionnaire.role == .mentee && person.experience == nil && !questionnaire.hasDeficit
      case .mentorExperience: questionnaire.role == .mentor && person.experience == nil
      case .commonHours: questionnaire.hours == nil
      case .consent, .admission, .mentorAddendum, .partnerAgreement, .sameOrganisation,
        .compatibleFormat, .compatiblePlace, .notClassTeacher, .independence, .ban, .veto,
        .notOneself, .failedBefore, .servedOrganisation, .contraindication:
        false
      }
    }
  }

  private func gate(
    _ rule: EligibilityRule, _ person: Person, _ questionnaire: Questionnaire
  ) -> Gate? {
    switch (rule, questionnaire.role) {
    case (.consent, _): consentGate(person)
    case (.admission, .mentor):
      Self.admissionGate(questionnaire.admission(on: season.date))
    case (.minimumAge(let minimum), _):
      person.birthDate.map { $0.age(on: season.date) }
        .flatMap { $0 < minimum ? .tooYoung(age: $0, minimum: minimum) : nil }
    case (.menteeGrade(let minimum), .mentee):
      person.grade.flatMap {
        $0.number < minimum ? .gradeTooLow(grade: $0.number, minimum: minimum) : nil
      }
    case (.menteeExperience(let maximum), .mentee) where !questionnaire.hasDeficit:
      person.experience.flatMap {
        $0 > maximum ? .experienceTooLong($0, maximum: maximum) : nil
      }
    case (.mentorExperience(let minimum), .mentor):
      person.experience.flatMap {
        $0 < minimum ? .experienceTooShort($0, minimum: minimum) : nil
      }
    case (.mentorAddendum, .mentor): addendumGate(person, questionnaire)
    case (.partnerAgreement, .mentor): agreementGate(questionnaire)
    default: nil
    }
  }

  private static func admissionGate(_ stage: Admission?) -> Gate? {
    stage == .admitted ? nil : .notAdmitted(stage)
  }

  private func agreementGate(_ mentor: Questionnaire) -> Gate? {
    let isInForce = season.partners.contains {
      $0.organisation == mentor.organisation && $0.isInForce(on: season.date)
    }
    return isInForce ? nil : .agreementMissing(organisation: mentor.organisation?.text)
  }

  private func breaks(
    _ rule: EligibilityRule, _ mentee: (person: Person, answers: Questionnaire),
    _ mentor: (person: Person, answers: Questionnaire)
  ) -> Bool {
    switch rule {
    case .sameOrganisation:
      return (mentee.answers.organisation ?? season.organisation)
        != (mentor.answers.organisation ?? season.organisation)
    case .gradeAbove(let gap):
      guard let lower = mentee.person.grade, let upper = mentor.person.grade else { return false }
      return upper.number < lower.number + gap
    case .commonHours(let count):
      guard let first = mentee.answers.hours, let second = mentor.answers.hours else {
        return false
      }
      return first.common(with: second) < count
    case .compatibleFormat:
      guard let first = mentee.answers.format, let second = mentor.answers.format else {
        return false
      }
      return !first.fits(second)
    case .independence:
      return season.dependent.contains(UnorderedPair(mentee.person.id, mentor.person.id))
    case .compatiblePlace:
      return !canMeet(mentee.answers, mentor.answers)
    case .notClassTeacher:
      return isClassTeacher(mentor, of: mentee)
    case .consent, .admission, .minimumAge, .menteeGrade, .menteeExperience, .mentorExperience,
      .mentorAddendum, .partnerAgreement, .ban, .veto, .notOneself, .failedBefore,
      .servedOrganisation, .contraindication:
      return false
    }
  }

  /// Online always can be reached; people who named no place can be met anywhere.
  private func canMeet(_ one: Questionnaire, _ other: Questionnaire) -> Bool {
    if one.places.isEmpty || other.places.isEmpty { return true }
    let isOnline = one.format != .inPerson && other.format != .inPerson
    let saidFormat = one.format != nil && other.format != nil
    return isOnline && saidFormat || one.places.contains(where: other.places.contains)
  }

  private func isClassTeacher(
    _ mentor: (person: Person, answers: Questionnaire),
    of mentee: (person: Person, answers: Questionnaire)
  ) -> Bool {
    if let name = mentee.answers.classTeacher,
      mentor.person.name.isMeant(by: PersonName.words(of: Term(name).key))
    {
      return true
    }
    guard let led = mentor.answers.leadsClass, let grade = mentee.person.grade,
      !led.letter.isEmpty
    else { return false }
    // Every school has a class 7 «Б».
    return led == grade
      && (mentee.answers.organisation ?? season.organisation)
        == (mentor.answers.organisation ?? season.organisation)
  }

  private static func stands(
    in pairs: [PersonID: [CuratorPair]], _ mentee: Questionnaire, _ mentor: Questionnaire
  ) -> Bool {
    pairs[mentee.person, default: []].contains {
      $0.mentor == mentor.person && ($0.form == nil || $0.form == mentee.form)
    }
  }
}
