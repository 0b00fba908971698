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
    var places: [Key: Place] = [:]
    var totals: [PersonID: Int] = [:]
    for (row, person) in zip(rows, people) {
      let keys = row.forms.map { Key(person: person, form: $0, role: row.role) }
      if let other = keys.compactMap({ places[$0] }).first {
        let kind = FindingKind.personTwice(
          name: row.name.full, otherLine: other.line ?? 1,
          otherFile: other.source(unlike: row.place))
        findings.append(Finding(kind, at: row.namePlace))
      }
      for key in keys where places[key] == nil {
        places[key] = row.place
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
    let roles: [Role: Int] = [.mentee: 0, .mentor: 1]
    questionnaires.sort { left, right in
      (order[left.form] ?? 0, roles[left.role] ?? 0, left.person)
        < (order[right.form] ?? 0, roles[right.role] ?? 0, right.person)
    }
  }

  private static func questionnaire(_ key: Key, _ row: QuestionnaireRow) -> Questionnaire {
    let answers = row.answers
    var questionnaire = Questionnaire(
      person: key.person, form: key.form, role: key.role, place: row.place,
      organisation: answers.organisation, requests: answers.requests, subjects: answers.subjects,
      interests: answers.interests,
      hours: answers.hours, format: answers.format, wishedAges: answers.wishedAges,
      capacity: answers.capacity, minimum: answers.minimum, totalCapacity: answers.totalCapacity,
      admission: answers.admission, hasAddendum: answers.hasAddendum,
      hasDeficit: answers.hasDeficit)
    questionnaire.places = answers.places
    questionnaire.important = answers.important
    questionnaire.roleModel = answers.roleModel
    questionnaire.waitingSince = answers.waitingSince
    questionnaire.hasPriority = answers.hasPriority
    questionnaire.classTeacher = answers.classTeacher
    questionnaire.leadsClass = answers.leadsClass
    questionnaire.servedOrganisations = answers.servedOrganisations
    questionnaire.traits = answers.traits
    questionnaire.steps = answers.steps
    return questionnaire
  }
}
