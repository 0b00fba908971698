import Mentorship

/// Makes the questionnaires of the season: one for each person, form and role.
///
/// Of a second one for the same three, the first stands. A mentor who says different totals over all
/// forms is held to the smallest.
struct QuestionnaireReader {
  /// By form, role, then person.
  private(set) var questionnaires: [Questionnaire] = []

  private struct Key: Hashable {
    let person: PersonID
    let form: FormCode
    let role: Role
  }

  /// `people` says whose each row is.
  ///
  /// - Complexity: O(*n* log *n*) for *n* rows.
  init(
    _ rows: [QuestionnaireRow], people: [PersonID], forms: [Form], _ findings: inout [Finding]
  ) {
    var lines: [Key: Int] = [:]
    var totals: [PersonID: Int] = [:]
    for (row, person) in zip(rows, people) {
      let keys = row.forms.map { Key(person: person, form: $0, role: row.role) }
      if let other = keys.compactMap({ lines[$0] }).first {
        let kind = FindingKind.personTwice(name: row.name.full, otherLine: other)
        findings.append(Finding(kind, at: row.namePlace))
      }
      for key in keys where lines[key] == nil {
        lines[key] = row.place.line ?? 1
        questionnaires.append(Self.questionnaire(key, row))
      }
      guard let total = row.answers.totalCapacity else { continue }
      if let first = totals[person], first != total {
        let kind = FindingKind.differs(
          name: row.name.full, field: .totalCapacity, first: "\(first)", second: "\(total)")
        findings.append(Finding(kind, at: row.totalPlace))
      }
      totals[person] = min(total, totals[person] ?? total)
    }
    for index in questionnaires.indices where questionnaires[index].role == .mentor {
      questionnaires[index].totalCapacity = totals[questionnaires[index].person]
    }
    sort(forms)
  }

  private mutating func sort(_ forms: [Form]) {
    var order: [FormCode: Int] = [:]
    for (index, form) in forms.enumerated() { order[form.code] = index }
    // Comparing ids folds them; once for each is enough.
    let keyed = questionnaires.map { item in
      let role = item.role == .mentee ? 0 : 1
      let name = PersonName.key(item.person.rawValue)
      return (order[item.form] ?? 0, role, name, item.person.rawValue, item)
    }
    questionnaires = keyed.sorted { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }.map(\.4)
  }

  private static func questionnaire(_ key: Key, _ row: QuestionnaireRow) -> Questionnaire {
    let answers = row.answers
    return Questionnaire(
      person: key.person, form: key.form, role: key.role, place: row.place,
      organisation: answers.organisation, requests: answers.requests, subjects: answers.subjects,
      interests: answers.interests,
      hours: answers.hours, format: answers.format, wishedAges: answers.wishedAges,
      capacity: answers.capacity, totalCapacity: answers.totalCapacity,
      admission: answers.admission, hasAddendum: answers.hasAddendum,
      hasDeficit: answers.hasDeficit)
  }
}
