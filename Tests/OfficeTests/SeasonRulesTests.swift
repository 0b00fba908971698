import Foundation
import InstanceFiles
import Mentorship
import Office
import Policies
import Problems
import Testing

/// The sample of groups, and what is said where its rules cannot all hold.
@Suite("Seasons with rules over several people")
struct SeasonRulesTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples/groups")

  private let place = Place(file: "season.yaml", line: 1)
  private let pupils = FormCode("employer-student")

  private func report(_ change: (inout Season) -> Void) throws -> MatchReport {
    var season = try #require(try Office.read(Self.folder.path).season)
    change(&season)
    return try MatchSeason().report(season)
  }

  private func text(_ report: MatchReport, _ messages: Messages = Messages(.russian)) -> String {
    ProposalText(report, messages: messages).text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private struct NoConflict: Error {
    let report: MatchReport
  }

  /// What `check` says of the same season, and the conflict.
  private func conflict(_ change: (inout Season) -> Void) throws -> (RuleConflict, MatchReport) {
    let report = try report(change)
    guard case .impossible(.conflict(let conflict)) = report.outcome else {
      throw NoConflict(report: report)
    }
    #expect(CheckSeason().report(report.season).impossibility == .conflict(conflict))
    return (conflict, report)
  }

  @Test("every group of the sample opens as its rules ask; quotas are counted")
  func sample() throws {
    let report = try report { _ in }
    guard case .proposed(let proposal, isOptimal: true) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(!report.isCertified)
    let groups = Dictionary(grouping: proposal.pairs.filter { $0.form == pupils }, by: \.mentor)
    #expect(groups.values.allSatisfy { $0.count >= 3 })
    #expect(groups[PersonID("Клюева Марина Юрьевна")]?.count ?? 4 >= 4)
    #expect(proposal.quotas.map(\.size.name).count == 3)
    #expect(
      proposal.quotas.allSatisfy {
        $0.load >= $0.size.atLeast && $0.load <= $0.size.atMost ?? .max
      })
    let rules = proposal.unmatched.flatMap { one -> [SeasonRule] in
      if case .bottleneck(.impossible(let rules)) = one.reason { rules } else { [] }
    }
    #expect(rules == [.quota(name: "Молодые педагоги", atLeast: 5, atMost: nil)])
    #expect(
      text(report).contains(
        "назначить наставника не дают правила: квота «Молодые педагоги» не меньше 5"))
    #expect(
      text(report, Messages(.english))
        .contains(
          "a mentor for this one would break rules: the quota “Молодые педагоги” at least 5"))
  }

  @Test("a quota beyond all places: the rule alone, and how far it must give way")
  func quota() throws {
    let (conflict, report) = try conflict { season in
      season.quotas = [
        PairQuota(
          name: "Все педагоги", mentees: Self.filter { $0.forms = [FormCode("teacher-teacher")] },
          atLeast: 7, place: place)
      ]
    }
    let rule = SeasonRule.quota(name: "Все педагоги", atLeast: 7, atMost: nil)
    #expect(conflict.rules == [rule])
    #expect(conflict.changes.reduce(0) { $0 + abs($1.by) } == 2)
    #expect(
      text(report).contains("Проекта нет, правило невыполнимо: квота «Все педагоги» не меньше 7."))
    #expect(text(report).contains("Хватит изменить:"))
    #expect(
      text(report, Messages(.english))
        .contains("No proposal, a rule cannot hold: the quota “Все педагоги” at least 7."))
    let json = ProposalJSON(report, messages: Messages(.russian)).value().text()
    #expect(json.contains("\"rules\"") && json.contains("\"relaxation\""))
  }

  @Test("a minimum that always holds above the places of a mentor")
  func minimum() throws {
    let (conflict, report) = try conflict { season in
      season.forms[0].group = GroupRules()
      season.forms[0].group.minimum = 3
      season.forms[0].group.minimumIs = .always
      season.quotas = []
    }
    let mentor = Seat(PersonID("Фомин Артур Денисович"), in: pupils)
    #expect(conflict.rules == [.minimum(mentor: mentor, 3)])
    #expect(conflict.changes.map(\.by).map(abs) == [1])
    #expect(
      text(report).contains(
        "минимум группы 3 (наставник Фомин Артур Денисович, работодатель – ученик)"))
  }

  @Test("two pins against apart: all three are named, with the reason")
  func apart() throws {
    let people = ["Власов Егор", "Жуков Роман"].map { PersonID($0) }
    let mentor = PersonID("Баранов Игорь Львович")
    let (conflict, report) = try conflict { season in
      season.forms[0].group = GroupRules()
      season.forms[0].rules = []
      season.pins = people.map {
        CuratorPair(form: nil, mentee: $0, mentor: mentor, reason: "так надо", place: place)
      }
    }
    #expect(conflict.rules.count == 3)
    #expect(conflict.changes == [])
    #expect(
      text(report).contains(
        "порознь: Власов Егор, Жуков Роман и Титов Артём (на одном кружке уже ссорились)"))
    #expect(text(report).contains("закреплённая пара Власов Егор – Баранов Игорь Львович"))
    #expect(
      text(report, Messages(.english)).contains(
        "apart: Власов Егор, Жуков Роман and Титов Артём"))
  }

  @Test("a rule that the Hungarian method cannot hold is named as people know it")
  func needsGLPK() throws {
    let season = try #require(try Office.read(Self.folder.path).season)
    for backend in [Backend.hungarian, .both] {
      do throws(OfficeError) {
        _ = try MatchSeason(backend: backend).report(season)
        Issue.record("\(backend) holds all rules")
      } catch {
        guard case .needsGLPK(let rule) = error else {
          Issue.record("\(error)")
          continue
        }
        for language in [Messages(.russian), Messages(.english)] {
          #expect(language.text(error).contains(language.text(rule)))
          #expect(!language.text(error).contains("["))
        }
      }
    }
  }

  @Test("every rule and every change has its words in both languages")
  func words() throws {
    let seat = Seat(PersonID("Кто-то"), in: pupils)
    let grade = try #require(Grade(number: 9, letter: "Б"))
    let rules: [SeasonRule] = [
      .pin(mentee: seat.person, mentor: seat.person), .oneMentor(mentee: seat),
      .places(mentor: seat, 3), .total(seat.person, 2), .minimum(mentor: seat, 3),
      .quota(name: "Квота", atLeast: 1, atMost: 2), .apart([seat.person], reason: "так"),
      .together([seat.person], reason: "так"), .sameClass(mentor: seat, grade, atMost: 2),
      .ageSpan(mentor: seat, atMost: 2), .experienced(mentor: seat, atLeast: 1),
    ]
    for rule in rules {
      let (russian, english) = (Messages(.russian).text(rule), Messages(.english).text(rule))
      #expect(russian != english)
      let words = english.replacing("Кто-то", with: "").replacing("Квота", with: "")
        .replacing("так", with: "").replacing("9 «Б»", with: "")
      #expect(!words.contains { ("а"..."я").contains($0) }, "\(english)")
      for by in [1, -1, 2] {
        let change = RuleChange(rule: rule, by: by)
        #expect(Messages(.russian).text(change) != Messages(.english).text(change))
      }
    }
    #expect(
      Messages(.russian).text(rules[8])
        == "в группе не больше 2 из класса 9 «Б» (наставник Кто-то, работодатель – ученик)")
    #expect(
      Messages(.russian).text(RuleChange(rule: rules[5], by: -2))
        == "квота «Квота»: нижний предел на 2 меньше")
    #expect(
      Messages(.russian).text(RuleChange(rule: rules[2], by: 1)).replacing("\u{a0}", with: " ")
        == "ещё 1 место (наставник Кто-то, работодатель – ученик)")
  }

  @Test("findings about rules are said with the mend, in both languages")
  func findings() throws {
    let form = pupils
    let kinds: [RuleFinding] = [
      .memberTwice(name: "А"), .noCommonForm(names: ["А"]),
      .memberExcluded(name: "А", gates: [.consentMissing]), .togetherAndApart(names: ["А", "Б"]),
      .quotaAsksNothing(quota: "К"), .quotaTwice(quota: "К"),
      .quotaSelectsNobody(quota: "К", role: .mentee),
      .quotaSelectsNobody(quota: "К", role: .mentor),
      .groupNeverOpens(name: "А", capacity: 2, minimum: 3), .nobodyExperienced(form: form),
      .unchecked(.sameClass, form: form, names: ["А", "Б", "В", "Г", "Д"]),
      .unchecked(.ageSpan, form: form, names: ["А"]),
    ]
    var codes: Set<String> = []
    for kind in kinds {
      let finding = Finding(.rule(kind), at: place)
      codes.insert(finding.kind.code)
      let texts = [Messages(.russian), Messages(.english)].map { $0.text([finding]) }
      #expect(texts[0] != texts[1])
      #expect(texts.allSatisfy { $0.contains(finding.kind.code) && $0.hasPrefix("season.yaml:1") })
    }
    #expect(codes.count == 10 && codes.allSatisfy { $0.hasPrefix("N07") })
  }

  private static func filter(_ change: (inout PeopleFilter) -> Void) -> PeopleFilter {
    var filter = PeopleFilter()
    change(&filter)
    return filter
  }
}
