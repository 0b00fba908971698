import Foundation
import InstanceFiles
import Mentorship
import Office
import Problems
import Testing

/// What is for the curator alone stays with the curator.
@Suite("Who reads what")
struct VisibilityTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples/groups")
  private static let place = Place(file: "third-party.csv", line: 2)

  /// Everybody is spoken of, in words that occur nowhere else; every pair has a soft veto.
  private func report(_ visibility: Visibility) throws -> MatchReport {
    var season = try #require(try Office.read(Self.folder.path).season)
    season.preferenceScale.vetoIsHard = false
    for index in season.forms.indices { season.forms[index].weights.thirdParty = 20 }
    for index in season.questionnaires.indices {
      season.questionnaires[index].traits = [Term("тайночеловек")]
    }
    for questionnaire in season.questionnaires {
      var statement = ThirdPartyStatement(about: questionnaire.person, place: Self.place)
      statement.source = .psychologist
      statement.author = "тайноавтор"
      statement.traits = [Term("тайночеловек")]
      statement.reason = "тайнопричина"
      statement.visibility = visibility
      season.thirdParty.append(statement)
    }
    let mentors = season.questionnaires.filter { $0.role == .mentor }.map(\.person)
    for mentee in season.questionnaires where mentee.role == .mentee {
      season.answers.append(
        MeetingAnswer(
          person: mentee.person, role: .mentee, place: mentee.place,
          vetoes: Dictionary(mentors.map { ($0, "тайноотказ") }) { first, _ in first }))
      season.attended.insert(mentee.person)
    }
    let mentee = try #require(season.questionnaires.first { $0.role == .mentee })
    var advice = ThirdPartyStatement(about: mentee.person, place: Self.place)
    (advice.source, advice.reason, advice.author) = (.psychologist, "тайнозапрет", "тайноавтор")
    advice.notWith = mentors
    advice.visibility = visibility
    season.thirdParty.append(advice)
    let finding = Finding(
      .record(.nobody(name: "тайноимя", suggestions: [], isRule: false)), at: Self.place)
    return try MatchSeason().report(season, findings: [finding.confidential])
  }

  private static let secrets = [
    "тайночеловек", "тайноавтор", "тайнопричина", "тайноотказ", "тайнозапрет", "тайноимя",
  ]

  /// Everything that is written for others.
  private func outputs(_ report: MatchReport, _ messages: Messages) -> [(
    name: String, text: String
  )] {
    ProposalFiles(report, messages: messages.reading(as: .curator)).all.map { ($0.name, $0.text) }
      + [
        ("--json", ProposalJSON(report, messages: messages).value().text(.pretty)),
        ("text", ProposalText(report, messages: messages, reader: .participants).text),
      ]
  }

  @Test(
    "a remark for the curator appears in nothing that is for others",
    arguments: [
      Visibility.curator, .director,
    ])
  func curatorAlone(visibility: Visibility) throws {
    let report = try report(visibility)
    guard case .proposed(let proposal, _) = report.outcome, !proposal.pairs.isEmpty else {
      Issue.record("\(report.outcome)")
      return
    }
    for messages in [Messages(.russian), Messages(.english)] {
      for output in outputs(report, messages) {
        for secret in Self.secrets {
          #expect(!output.text.contains(secret), "\(secret) in \(output.name)")
        }
      }
    }
    // That third parties were heard, and which kind advises against a pair, is no secret.
    let text = outputs(report, Messages(.russian)).map(\.text).joined()
    #expect(text.contains("учтены сведения третьих лиц"))
    #expect(text.contains("противопоказание: психолог"))
    let director = ProposalText(report, messages: Messages(.russian), reader: .director).text
    #expect(director.contains("тайночеловек") == (visibility == .director))
    #expect(!director.contains("тайноотказ"))
  }

  @Test("the curator sees all of it; a remark for participants everybody")
  func others() throws {
    let report = try report(.curator)
    let text = ProposalText(report, messages: Messages(.russian)).text
    #expect(text.contains("тайночеловек") && text.contains("тайноотказ"))
    let check = CheckSeason().report(report.season, findings: report.findings)
    for output in [
      CheckText(check, messages: Messages(.russian)).text,
      CheckJSON(check, messages: Messages(.russian)).value.text(.pretty),
    ] {
      #expect(output.contains("тайнозапрет") && output.contains("тайноимя"))
    }
    let open = try self.report(.participants)
    let files = outputs(open, Messages(.russian)).map(\.text)
    #expect(files.allSatisfy { $0.contains("тайночеловек") || !$0.contains("психолог: ") })
    #expect(files.contains { $0.contains("тайночеловек") })
    #expect(!files.contains { $0.contains("тайноотказ") || $0.contains("тайноавтор") })
  }

  @Test("mutual choices and consents stand in the reports")
  func mutualAndConsents() throws {
    var season = try #require(try Office.read(Self.folder.path).season)
    let mentee = try #require(season.questionnaires.first { $0.role == .mentee }).person
    let mentor = try #require(season.questionnaires.first { $0.role == .mentor }).person
    season.answers = [
      MeetingAnswer(person: mentee, role: .mentee, place: Self.place, tiers: [[mentor]]),
      MeetingAnswer(person: mentor, role: .mentor, place: Self.place, tiers: [[mentee]]),
    ]
    let check = CheckSeason().report(season)
    #expect(CheckText(check, messages: Messages(.russian)).text.contains("взаимный первый выбор"))
    let json = CheckJSON(check, messages: Messages(.russian)).value.text(.compact)
    #expect(json.contains("\"places\":[1,1]") || json.contains("\"places\": [1, 1]"))
    for id in season.people.keys {
      var paper = ConsentRecord(kind: .personalData, place: Self.place)
      paper.number = "17-С"
      paper.giver = .representative(name: "Мать", relation: "")
      season.people[id]?.register = [paper]
    }
    let proposal = ProposalJSON(
      try MatchSeason().report(season), messages: Messages(.russian)
    ).value().text(.pretty)
    #expect(proposal.contains("\"consents\"") && proposal.contains("17-С"))
    #expect(!proposal.contains("Мать"))
  }
}
