import Mentorship

/// Where people of one name come from, which tells them apart.
///
/// A pupil goes to one school: two pupils of one name in two schools are two people, and so are two who ask for the
/// same form in the same role. A teacher can come from the school in one form and from a plant in another.
struct Namesakes {
  private var organisations: [PersonID: [OrganisationName]] = [:]

  /// `usual` is the organisation of those who state none.
  init(_ questionnaires: [Questionnaire] = [], usual: Term? = nil) {
    for questionnaire in questionnaires {
      guard let organisation = questionnaire.organisation ?? usual else { continue }
      organisations[questionnaire.person, default: []].append(OrganisationName(organisation))
    }
  }

  /// The only one of several people who comes from an organisation.
  func one(of people: [PersonID], from organisation: Term?) -> PersonID? {
    guard let organisation else { return nil }
    let name = OrganisationName(organisation)
    let fitting = people.filter { person in
      organisations[person]?.contains { !$0.isOther(than: name) } ?? false
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

/// What a row of a questionnaire says of where its person comes from.
struct Origin {
  let organisation: Term?
  private let name: OrganisationName?
  private let isPupil: Bool
  private let forms: [FormCode]
  private let role: Role

  /// `names` are those of organisations that were met before.
  init(_ row: QuestionnaireRow, usual: Term?, _ names: inout [Term: OrganisationName]) {
    organisation = row.answers.organisation ?? usual
    name = organisation.map { organisation in
      let name = names[organisation] ?? OrganisationName(organisation)
      names[organisation] = name
      return name
    }
    isPupil = row.facts.grade != nil
    (forms, role) = (row.forms, row.role)
  }

  private var parts: Set<String> { Set(forms.map { "\($0.rawValue) \(role.rawValue)" }) }

  /// Whether one person cannot be both.
  func excludes(_ other: Origin) -> Bool {
    guard isElsewhere(other) else { return false }
    return isPupil && other.isPupil || !parts.isDisjoint(with: other.parts)
  }

  func isElsewhere(_ other: Origin) -> Bool {
    guard let name, let otherName = other.name else { return false }
    return name.isOther(than: otherName)
  }

  func isSamePlace(_ other: Origin) -> Bool {
    organisation != nil && other.organisation != nil && !isElsewhere(other)
  }

  /// What rows are taken in the order of, so that their order in the files does not count: those that say most first.
  var order: (Int, Int, String, String) {
    (
      organisation == nil ? 1 : 0, isPupil ? 0 : 1, organisation?.key ?? "",
      parts.sorted().joined(separator: " ")
    )
  }
}
