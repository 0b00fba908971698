import Mentorship

/// Makes the questionnaires of the season: one for each person, form and role.
///
/// Of a second one for the same three, the first stands. A mentor who says different totals over all
/// forms is held to the smallest.
struct QuestionnaireReader {
  /// The rows that stand, in their order.
  private var firsts: [(key: Key, row: Int)] = []
  private var totals: [PersonID: Int] = [:]
  private let rows: [QuestionnaireRow]
  private let forms: [Form]

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
    self.rows = rows
    self.forms = forms
    var known: [Key: Int] = [:]
    for (index, person) in people.enumerated() {
      let row = rows[index]
      let keys = row.forms.map { Key(person: person, form: $0, role: row.role) }
      if let other = keys.lazy.compactMap({ known[$0] }).first.map({ rows[$0].place }) {
        let kind = FindingKind.personTwice(
          name: row.name.full, otherLine: other.line ?? 1,
          otherFile: other.source(unlike: row.place))
        findings.append(Finding(kind, at: row.namePlace))
      }
      for key in keys where known[key] == nil {
        known[key] = index
        firsts.append((key, index))
      }
      guard let total = row.answers.totalCapacity else { continue }
      if let first = totals[person], first != total {
        let kind = FindingKind.differs(
          name: row.name.full, field: .totalCapacity, first: "\(first)", second: "\(total)")
        findings.append(Finding(kind, at: row.totalPlace))
      }
      totals[person] = min(total, totals[person] ?? total)
    }
  }

  /// By form, role, then person.
  var questionnaires: [Questionnaire] {
    var order: [FormCode: Int] = [:]
    for (index, form) in forms.enumerated() { order[form.code] = index }
    let roles: [Role: Int] = [.mentee: 0, .mentor: 1]
    let sorted = firsts.sorted { left, right in
      (order[left.key.form] ?? 0, roles[left.key.role] ?? 0, left.key.person)
        < (order[right.key.form] ?? 0, roles[right.key.role] ?? 0, right.key.person)
    }
    return sorted.map { key, row in
      var questionnaire = Self.questionnaire(key, rows[row])
      if key.role == .mentor { questionnaire.totalCapacity = totals[key.person] }
      return questionnaire
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
