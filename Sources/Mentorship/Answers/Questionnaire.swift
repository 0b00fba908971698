/// What a person answered for one form, in one role.
public struct Questionnaire: Equatable, Sendable {
  public let person: PersonID
  public let form: FormCode
  public let role: Role
  /// Where it stands.
  public let place: Place
  /// For whom the person takes part; `nil` = for the season's own organisation.
  ///
  /// One teacher can come from the school in one form and from a plant in another.
  public var organisation: Term?
  /// What a mentee asks for; of a mentor, the competences that answer requests.
  public var requests: [Term]
  public var subjects: [Term]
  public var interests: [Term]
  public var hours: WeekHours?
  public var format: MeetingFormat?
  /// Of a mentor: the ages of mentees wished.
  public var wishedAges: ClosedRange<Int>?
  /// Of a mentor: how many mentees; `nil` = nothing said.
  public var capacity: Int?
  /// Of a mentor: how many mentees at least, once there are any.
  public var minimum: Int?
  /// Of a mentor: how many mentees over all forms.
  public var totalCapacity: Int?
  /// Of a mentor.
  public var admission: Admission?
  /// Of a mentor among teachers: written consent and contract addendum.
  public var hasAddendum: Bool
  /// Of a mentee among teachers: a professional deficit, declared.
  public var hasDeficit: Bool
  /// Where meetings can be; empty = nothing said.
  public var places: [Term] = []
  /// The criterion that counts most for this person.
  public var important: Criterion?
  /// Of a mentee: the code of the role model asked for.
  public var roleModel: String?
  /// Of a mentee: since when there has been no mentor.
  public var waitingSince: CalendarDate?
  /// Of a mentee: the school asks for a mentor before others get one.
  public var hasPriority = false
  /// Of a mentee: the name of the teacher of the own class.
  public var classTeacher: String?
  /// Of a mentor: the class whose teacher this is.
  public var leadsClass: Grade?
  /// Of a mentor: the organisations to whose people this one goes; `nil` = to all.
  public var servedOrganisations: [Term]?
  /// What the person is like, in the person's own words: what third parties may ask for or advise against.
  public var traits: [Term] = []
  /// Of a mentor: the steps to admission, where they are recorded one by one.
  public var steps = AdmissionSteps()

  public init(
    person: PersonID, form: FormCode, role: Role, place: Place, organisation: Term? = nil,
    requests: [Term] = [],
    subjects: [Term] = [], interests: [Term] = [], hours: WeekHours? = nil,
    format: MeetingFormat? = nil, wishedAges: ClosedRange<Int>? = nil, capacity: Int? = nil,
    minimum: Int? = nil, totalCapacity: Int? = nil, admission: Admission? = nil,
    hasAddendum: Bool = false,
    hasDeficit: Bool = false
  ) {
    self.person = person
    self.form = form
    self.role = role
    self.place = place
    self.organisation = organisation
    self.requests = requests
    self.subjects = subjects
    self.interests = interests
    self.hours = hours
    self.format = format
    self.wishedAges = wishedAges
    self.capacity = capacity
    self.minimum = minimum
    self.totalCapacity = totalCapacity
    self.admission = admission
    self.hasAddendum = hasAddendum
    self.hasDeficit = hasDeficit
  }
}

/// How a pair meets.
public enum MeetingFormat: String, Sendable, CaseIterable {
  case inPerson = "in-person"
  case online
  case either

  public func fits(_ other: MeetingFormat) -> Bool {
    self == other || self == .either || other == .either
  }
}

/// The columns that the tables of a season can have.
public enum Field: String, Hashable, Sendable, CaseIterable {
  case id, name
  case birthDate = "birth-date"
  case organisation, grade, experience
  case consent
  case consentDate = "consent-date"
  case consentUntil = "consent-until"
  case form, requests, subjects, interests, hours, format
  case wishedAges = "wished-ages"
  case capacity, minimum
  case totalCapacity = "total-capacity"
  case admission, addendum, deficit
  case meetingPlace = "meeting-place"
  case important
  case roleModel = "role-model"
  case waitingSince = "waiting-since"
  case priority
  case classTeacher = "class-teacher"
  case leadsClass = "leads-class"
  case serves
  case traits
  // The steps of a mentor, each a date or a yes
  case interviewed, trained, admitted
  // After the meeting
  case present, choice, list, marks, veto
  case vetoReason = "veto-reason"
  /// Places and ties in one cell.
  case ranking
  // A row for each person spoken of
  case about, mark, refusal
  case rank = "place"
  // A column for each person spoken of
  case marksOf = "marks-of"
  case placesOf = "places-of"
  // Of third parties
  case source, author, reason, visibility
  case notWith = "not-with"
  case notTraits = "not-traits"
  // Of the register of consents
  case consentKind = "consent-kind"
  case number
  case givenBy = "given-by"
  case representative, relation, withdrawn
  /// Kept inside the school.
  case phone, email
}
