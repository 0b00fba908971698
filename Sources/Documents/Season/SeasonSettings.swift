import Mentorship

/// What `season.yaml` says, before any other file is read: names are still text.
///
/// Values that were wrong stand as findings elsewhere and as defaults here.
struct SeasonSettings {
  var title = ""
  var organisation: Term?
  /// `nil` = missing or unreadable: then there is no season, but its files are still checked.
  var date: CalendarDate?
  var coverage = CoverageGoal.first
  var forms: [Form] = []
  /// Where each form stands, in the order of ``forms``.
  var formPlaces: [Place] = []
  var preferenceScale = PreferenceScale()
  var partners: [Partner] = []
  var dependent: [[Mention]] = []
  var pins: [PairMention] = []
  var bans: [PairMention] = []
  var together: [MenteeSetMention] = []
  var apart: [MenteeSetMention] = []
  var quotas: [QuotaMention] = []
  var lastYear = LastYearMention()
  var emphasis = Season.usualEmphasis
  var consentRules = ConsentRules()
  var files: [FileEntry] = []
  var vocabularies = VocabularySettings()
  /// Names that are one person's, and names that are not.
  var same: [[Mention]] = []
  var different: [[Mention]] = []
}

/// A name as somebody wrote it, and where.
struct Mention: Equatable {
  let name: String
  let place: Place
}

/// A pin or a ban before its names are people.
struct PairMention {
  let form: FormCode?
  let mentee: Mention
  let mentor: Mention
  let reason: String
  let place: Place
}

/// The pairs of the season before, before their names are people.
struct LastYearMention {
  var wish = LastYear.Wish.again
  var pairs: [PairMention] = []
  var failed: [PairMention] = []
}

/// One entry of `files`.
struct FileEntry {
  enum Kind: Equatable {
    case questionnaires(Role)
    /// Answers after the meeting, by the people of that role.
    case answers(Role)
    /// The register of consents.
    case consents
    /// What class teachers, psychologists, social workers and parents say.
    case thirdParty
  }

  var path: String
  /// Where the path stands, and under which key.
  let place: Place
  let key: String
  let kind: Kind
  /// The form of every row whose own `form` cell is empty.
  var form: FormCode?
  /// For whom every row takes part whose own `organisation` cell is empty.
  var organisation: Term?
  var encoding: TextEncoding?
  var separator: UInt8?
  /// The name or the number of a workbook's sheet; `nil` = the first with a table.
  var sheet: String?
  /// As stated; what is left out is remembered or guessed.
  var columns: [Field: [ColumnHeader]] = [:]
  var ignored: [Term] = []
  /// What to say when no column says the form either.
  var formMissing: Finding?
}

extension FileEntry {
  /// Whether both read the same people or answers; one list of pupils may serve two forms.
  func isSame(as other: FileEntry) -> Bool {
    parts == other.parts && sheet == other.sheet && kind == other.kind && form == other.form
  }

  /// Whether both are the same table of the same file.
  func isSameFile(as other: FileEntry) -> Bool {
    parts == other.parts && sheet == other.sheet && kind == other.kind
  }

  /// The same table, its encoding and separator left open.
  var asItsBytesTell: FileEntry {
    var entry = self
    (entry.encoding, entry.separator) = (nil, nil)
    return entry
  }

  /// The last part of the path.
  var fileName: String { parts.last.map(String.init) ?? path }

  /// `./a.csv` is `a.csv`.
  private var parts: [Substring] { path.split(separator: "/").filter { $0 != "." } }
}

/// A header as the season file names it.
struct ColumnHeader: Equatable {
  let term: Term
  let place: Place
}
