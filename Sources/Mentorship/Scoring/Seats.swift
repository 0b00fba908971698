/// Who takes part in which form, and who does not and why.
struct Seats {
  let mentees: [Questionnaire]
  let mentors: [ScoredSeason.Offer]
  let exclusions: [ScoredSeason.Exclusion]
  let totals: [ScoredSeason.Total]
  let findings: [Finding]

  init(
    mentees: [Questionnaire], mentors: [ScoredSeason.Offer], exclusions: [ScoredSeason.Exclusion],
    totals: [ScoredSeason.Total], findings: [Finding]
  ) {
    self.mentees = mentees
    self.mentors = mentors
    self.exclusions = exclusions
    self.totals = totals
    self.findings = findings
  }

  init(season: Season, eligibility: Eligibility) {
    var mentees: [Questionnaire] = []
    var mentors: [ScoredSeason.Offer] = []
    var exclusions: [ScoredSeason.Exclusion] = []
    var unchecked = UncheckedRules(season)
    for form in season.forms {
      let answers = season.questionnaires.filter { $0.form == form.code }
        .sorted { $0.person < $1.person }
      for questionnaire in answers {
        let gates = eligibility.gates(questionnaire)
        if !gates.isEmpty {
          exclusions.append(.init(questionnaire: questionnaire, gates: gates))
          continue
        }
        unchecked.note(eligibility.unchecked(questionnaire), questionnaire)
        if questionnaire.role == .mentee {
          mentees.append(questionnaire)
        } else {
          mentors.append(
            .init(
              questionnaire: questionnaire, capacity: eligibility.capacity(of: questionnaire),
              minimum: eligibility.minimum(of: questionnaire)))
        }
      }
    }
    self.mentees = mentees
    self.mentors = mentors
    self.exclusions = exclusions
    findings = unchecked.findings
    totals = Self.totals(mentors)
  }

  /// The totals that bind: over at least two seats, and less than they offer together.
  private static func totals(_ mentors: [ScoredSeason.Offer]) -> [ScoredSeason.Total] {
    let seats = Dictionary(grouping: mentors.indices) { mentors[$0].questionnaire.person }
    return seats.compactMap { person, seats in
      guard seats.count > 1,
        let capacity = seats.compactMap({ mentors[$0].questionnaire.totalCapacity }).min(),
        capacity < seats.reduce(0, { $0 + mentors[$1].capacity })
      else { return nil }
      return ScoredSeason.Total(person: person, mentors: seats, capacity: capacity)
    }
    .sorted { $0.person < $1.person }
  }
}

/// Says which rules could not be checked: person by person, or once where a whole file lacks the fact.
private struct UncheckedRules {
  private struct FileRule: Hashable {
    let file: String
    let rule: EligibilityRule
  }

  private let people: [PersonID: Person]
  /// The facts that somebody states, by file.
  private var stated: [String: Set<Field>] = [:]
  private var order: [FileRule] = []
  private var unchecked: [FileRule: [Questionnaire]] = [:]

  init(_ season: Season) {
    people = season.people
    for questionnaire in season.questionnaires {
      stated[questionnaire.place.file, default: []].formUnion(facts(questionnaire))
    }
  }

  mutating func note(_ rules: [EligibilityRule], _ questionnaire: Questionnaire) {
    for rule in rules {
      let key = FileRule(file: questionnaire.place.file, rule: rule)
      if unchecked[key] == nil { order.append(key) }
      // One row can stand for several forms.
      let isKnown = unchecked[key]?.contains {
        $0.person == questionnaire.person && $0.place == questionnaire.place
      }
      if isKnown == true { continue }
      unchecked[key, default: []].append(questionnaire)
    }
  }

  var findings: [Finding] {
    order.flatMap { key -> [Finding] in
      let people = unchecked[key] ?? []
      if people.count > 1, let fact = key.rule.fact, stated[key.file]?.contains(fact) != true {
        return [Finding(.ruleUncheckedInFile(rule: key.rule), at: Place(file: key.file))]
      }
      return people.map {
        Finding(.ruleUnchecked(rule: key.rule, name: $0.person.rawValue), at: $0.place)
      }
    }
  }

  private func facts(_ questionnaire: Questionnaire) -> Set<Field> {
    let person = people[questionnaire.person]
    var facts: Set<Field> = []
    if person?.birthDate != nil { facts.insert(.birthDate) }
    if person?.grade != nil { facts.insert(.grade) }
    if person?.experience != nil { facts.insert(.experience) }
    if questionnaire.hours != nil { facts.insert(.hours) }
    return facts
  }
}

/// Turns the curator's pins into seats, and finds those that no rule lets through.
struct PinResolver {
  let season: Season
  let seats: Seats
  let eligibility: Eligibility

  func resolve() -> (pins: [ScoredSeason.Pin], findings: [Finding]) {
    var pins: [ScoredSeason.Pin] = []
    var findings: [Finding] = []
    for pin in season.pins {
      let pairs = pairs(of: pin)
      let broken = pairs.map {
        eligibility.brokenRules(
          mentee: seats.mentees[$0.mentee], mentor: seats.mentors[$0.mentor].questionnaire)
      }
      if let index = broken.firstIndex(where: \.isEmpty) {
        let pair = pairs[index]
        pins.append(.init(mentee: pair.mentee, mentor: pair.mentor, reason: pin.reason))
      } else {
        findings.append(finding(pin, broken: broken.first))
      }
    }
    return (pins, findings)
  }

  private func pairs(of pin: CuratorPair) -> [(mentee: Int, mentor: Int)] {
    seats.mentees.indices
      .filter {
        seats.mentees[$0].person == pin.mentee
          && (pin.form == nil || pin.form == seats.mentees[$0].form)
      }
      .flatMap { mentee in
        seats.mentors.indices
          .filter {
            seats.mentors[$0].questionnaire.person == pin.mentor
              && seats.mentors[$0].questionnaire.form == seats.mentees[mentee].form
          }
          .map { (mentee, $0) }
      }
  }

  private func finding(_ pin: CuratorPair, broken: [EligibilityRule]?) -> Finding {
    if broken == [.ban] {
      return Finding(
        .pinAndBan(mentee: pin.mentee.rawValue, mentor: pin.mentor.rawValue), at: pin.place)
    }
    if let broken {
      return Finding(
        .pinIneligible(mentee: pin.mentee.rawValue, mentor: pin.mentor.rawValue, rules: broken),
        at: pin.place)
    }
    let excluded = seats.exclusions.first {
      ($0.questionnaire.person == pin.mentee && $0.questionnaire.role == .mentee
        || $0.questionnaire.person == pin.mentor && $0.questionnaire.role == .mentor)
        && (pin.form == nil || pin.form == $0.questionnaire.form)
    }
    if let excluded {
      return Finding(
        .pinExcluded(name: excluded.questionnaire.person.rawValue, gates: excluded.gates),
        at: pin.place)
    }
    return Finding(
      .pinNoCommonForm(mentee: pin.mentee.rawValue, mentor: pin.mentor.rawValue), at: pin.place)
  }
}
