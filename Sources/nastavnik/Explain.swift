import ArgumentParser
import InstanceFiles
import Office
import Problems

/// `nastavnik explain`: why these two, why not those, why nobody, and what a change would cost.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Terminal.words.say(
      "Почему эта пара, почему не та, почему никто — и цена замены.",
      "Why this pair, why not that one, why nobody, and the price of a change."),
    discussion: Terminal.words.say(
      """
      Примеры:
        nastavnik explain samples/school-7 --mentee "Носков"
        nastavnik explain samples/school-7 --mentee "Носков" --mentor "Лебедева"
        nastavnik explain instance.json --mentee 3 --mentor 7 --json
      Коды: 0 готово, 3 условия невыполнимы, 4 предел времени, 64 нет такого человека, 65 плохие данные.
      """,
      """
      Examples:
        nastavnik explain samples/school-7 --mentee "Носков"
        nastavnik explain samples/school-7 --mentee "Носков" --mentor "Лебедева"
        nastavnik explain instance.json --mentee 3 --mentor 7 --json
      Exit codes: 0 done, 3 infeasible, 4 time limit, 64 nobody of that name, 65 bad data.
      """))

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Наставляемый: имя, обозначение или номер с нуля.",
        "The mentee: a name, an id, or an index from 0."),
      valueName: "name"))
  var mentee: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Наставник: имя, обозначение или номер с нуля.",
        "The mentor: a name, an id, or an index from 0."),
      valueName: "name"))
  var mentor: String?

  @Option(
    help: ArgumentHelp(
      Terminal.words.say(
        "Форма, если человек участвует в нескольких.", "The form, for people in several."),
      valueName: "code"))
  var form: String?

  @OptionGroup var question: CaseQuestion

  func validate() throws {
    let names = [mentee, mentor].compactMap(\.self)
    guard names.isEmpty || names.contains(where: { $0.allSatisfy(\.isWhitespace) }) else { return }
    throw ValidationError(
      Terminal.words.say(
        "О ком рассказать? Назовите --mentee, --mentor или обоих.",
        "Whom about? Name --mentee, --mentor or both."))
  }

  func run() throws {
    try question.ask { solved throws(OfficeError) in
      guard let mentee, let mentor else {
        let side: Side = mentee == nil ? .mentors : .mentees
        return try answer(
          solved, solved.person(mentee ?? mentor ?? "", of: side, form: form), side)
      }
      let (one, other) = try solved.people(mentee, mentor, form: form)
      switch (one, other) {
      case (.seat(let mentee), .seat(let mentor)):
        let pair = try solved.explanation(of: Pair(mentee: mentee, mentor: mentor))
        return CaseQuestion.Answer(json: { $0.value(pair) }, text: { $0.text(pair) })
      // Who does not take part is no half of a pair: that is the answer.
      case (.excluded, _): return try answer(solved, one, .mentees)
      case (_, .excluded): return try answer(solved, other, .mentors)
      }
    }
  }

  private func answer(
    _ solved: SolvedCase, _ person: CasePerson, _ side: Side
  ) throws(OfficeError) -> CaseQuestion.Answer {
    let explanation = try solved.explanation(of: person, side: side)
    return CaseQuestion.Answer(
      json: { $0.value(explanation) }, text: { $0.text(explanation) })
  }
}
