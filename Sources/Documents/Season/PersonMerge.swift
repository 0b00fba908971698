import Mentorship

/// Puts together what several rows say about one person: the first fact stands, another one that
/// contradicts it is a finding.
struct PersonMerge {
  private(set) var findings: [Finding] = []
  private var known: Person
  private var isRefused = false
  private var isGiven = false
  private var from: CalendarDate?
  private var until: CalendarDate?

  /// Further names of the person, as keys: the curator says that they are one.
  private let aliases: Set<String>

  init(id: PersonID, name: PersonName, aliases: Set<String> = []) {
    known = Person(id: id, name: name)
    self.aliases = aliases
  }

  /// A "no" anywhere stands; else a "yes" anywhere.
  var person: Person {
    var person = known
    person.consent =
      isRefused ? .refused : isGiven ? .given(from: from, until: until) : .missing
    return person
  }

  mutating func take(_ row: QuestionnaireRow) {
    if row.name.words != known.name.words, !aliases.contains(row.name.key) {
      differs(.name, known.name.full, row.name.full, at: row.namePlace)
    }
    let facts = row.facts
    known.birthDate = merged(known.birthDate, facts.birthDate, .birthDate)
    known.experience = merged(known.experience, facts.experience, .experience)
    takeGrade(facts.grade)
    takeConsent(facts.consent)
    // Somebody can have two telephones.
    for phone in facts.contacts.phones where !known.contacts.phones.contains(phone) {
      known.contacts.phones.append(phone)
    }
    for email in facts.contacts.emails where !known.contacts.emails.contains(email) {
      known.contacts.emails.append(email)
    }
  }

  private mutating func merged<Value: Equatable>(
    _ old: Value?, _ new: PersonFacts.Said<Value>?, _ field: Field
  ) -> Value? {
    guard let old else { return new?.value }
    if let new, new.value != old { differs(field, "\(old)", "\(new.value)", at: new.place) }
    return old
  }

  /// `9` and `9 «Б»` do not contradict.
  private mutating func takeGrade(_ new: PersonFacts.Said<Grade>?) {
    guard let new else { return }
    guard let old = known.grade else {
      known.grade = new.value
      return
    }
    let oneIsShort = old.letter.isEmpty || new.value.letter.isEmpty
    if old.number == new.value.number && oneIsShort {
      if old.letter.isEmpty { known.grade = new.value }
    } else if old != new.value {
      differs(.grade, "\(old)", "\(new.value)", at: new.place)
    }
  }

  private mutating func takeConsent(_ said: ConsentSaid) {
    guard let given = said.isGiven else { return }
    guard given else {
      isRefused = true
      return
    }
    isGiven = true
    from = merged(from, said.from, .consentDate)
    until = merged(until, said.until, .consentUntil)
  }

  private mutating func differs(_ field: Field, _ first: String, _ second: String, at place: Place)
  {
    findings.append(
      Finding(
        .differs(name: known.name.full, field: field, first: first, second: second), at: place))
  }
}
