import Mentorship

/// Reads the tables that need to know who is in the season: answers, consents, and what third parties say.
struct RecordTables {
  let answers: AnswerReader
  let consents: ConsentReader
  let thirdParty: ThirdPartyReader

  /// `organisation` and `date` are the season's.
  init(
    _ tables: [MappedTable], people: [PersonID: Person], questionnaires: [Questionnaire],
    same: SameNames, organisation: Term?, date: CalendarDate?,
    _ interpreter: AnswerInterpreter
  ) {
    let namesakes = Namesakes(questionnaires, usual: organisation)
    var answers = AnswerReader(
      people: people, questionnaires: questionnaires, same: same, namesakes: namesakes)
    var consents = ConsentReader(
      people: people, same: same, namesakes: namesakes, date: date)
    var thirdParty = ThirdPartyReader(
      people: people, same: same, namesakes: namesakes, interpreter)
    for table in tables {
      switch table.entry.kind {
      case .answers(let role): answers.read(table, by: role)
      case .consents: consents.read(table)
      case .thirdParty: thirdParty.read(table)
      case .questionnaires: break
      }
    }
    thirdParty.compare(with: questionnaires)
    (self.answers, self.consents, self.thirdParty) = (answers, consents, thirdParty)
  }

  /// Every name that stands in them.
  var mentions: Set<String> {
    consents.subjects.mentions.union(thirdParty.subjects.mentions)
      .union(answers.resolvers.values.flatMap { Array($0.mentions) })
  }

  var findings: [Finding] { answers.findings + consents.findings + thirdParty.findings }
}
