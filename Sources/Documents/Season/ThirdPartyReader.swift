import Mentorship

/// Reads what third parties say; every finding is for the curator alone, as its words may repeat a remark.
struct ThirdPartyReader {
  /// In the order of files and rows.
  private(set) var statements: [ThirdPartyStatement] = []
  /// How requests were understood that are no terms to the letter.
  private(set) var readings: [AnswerReading] = []
  private var found: [Finding] = []
  private(set) var subjects: SubjectResolver
  private let interpreter: AnswerInterpreter

  init(
    people: [PersonID: Person], same: SameNames, namesakes: Namesakes = Namesakes(),
    _ interpreter: AnswerInterpreter
  ) {
    subjects = SubjectResolver(people, same: same, namesakes: namesakes)
    self.interpreter = interpreter
  }

  var findings: [Finding] { found.map(\.confidential) }

  mutating func read(_ table: MappedTable) {
    for row in table.rows {
      let partners = row.text(.notWith)
      let notTraits = row.terms(.notTraits)
      let isRule = !Self.isNobody(partners) || !notTraits.isEmpty
      guard let person = subjects.subject(of: row, isRule: isRule, &found) else { continue }
      var statement = ThirdPartyStatement(about: person, place: row.place)
      statement.source = row.read(.source, &found, CellWords.source) ?? .other
      statement.author = Term(row.text(.author)).text
      statement.requests = requests(row, of: person)
      statement.traits = row.terms(.traits)
      statement.notTraits = notTraits
      statement.notWith = self.partners(row)
      statement.reason = Term(row.text(.reason)).text
      statement.visibility = row.read(.visibility, &found, CellWords.visibility) ?? .curator
      statements.append(statement)
    }
  }

  /// A rule about traits that nobody states would hold for nobody, and nobody would notice.
  mutating func compare(with questionnaires: [Questionnaire]) {
    guard let first = statements.first(where: { !$0.notTraits.isEmpty }),
      questionnaires.allSatisfy(\.traits.isEmpty)
    else { return }
    found.append(Finding(.record(.traitsUnknown), at: first.place))
  }

  /// In the words of the questionnaires, so that a mentor's competences can answer them.
  private mutating func requests(_ row: MappedRow, of person: PersonID) -> [Term] {
    var terms: [Term] = []
    for cell in row.cells(.requests) where !cell.text.isEmpty {
      let read = interpreter.read(cell.text, .requests, at: cell.place)
      terms += read.terms.filter { !terms.contains($0) }
      readings += read.readings.map {
        AnswerReading(
          person: person, field: $0.field, place: $0.place, text: $0.text, terms: $0.terms,
          confidence: $0.confidence)
      }
    }
    return terms
  }

  private mutating func partners(_ row: MappedRow) -> [PersonID] {
    let place = row.place(.notWith)
    guard !Self.isNobody(row.text(.notWith)) else { return [] }
    var seen: Set<PersonID> = []
    return CellParts.split(row.text(.notWith))
      .compactMap { subjects.partner($0, from: row.organisation, at: place, &found) }
      .filter { seen.insert($0).inserted }
  }

  private static func isNobody(_ text: String) -> Bool { AnswerReader.names(text).isEmpty }
}
