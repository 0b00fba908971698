import Mentorship
import Policies
import Problems

extension CaseText {
  private static let mostPoints = 10
  private static let mostMoves = 12

  /// All of it, ending in a newline.
  public func text(_ report: RematchReport) -> String {
    let points = report.curve.points
    var lines = heading(report)
    let shown = points.count <= Self.mostPoints ? points.count : Self.mostPoints - 1
    for point in points.prefix(shown) { lines += text(point, report) }
    if let last = points.last, shown < points.count {
      let hidden = points.count - shown - 1
      lines += wrapped(
        messages.say(
          "… между ними ещё \(messages.number(hidden)), все — с --json",
          "… \(messages.number(hidden)) more between, all with --json"))
      lines += text(last, report)
    }
    return (lines + end(report)).page
  }

  private func heading(_ report: RematchReport) -> [String] {
    let approved = report.approved
    let count = approved.pairs.count + approved.parted.count
    return wrapped(
      messages.say(
        "Утверждено: \(messages.pairs(count)), из них возможны и теперь: \(messages.number(report.possibleCount)).",
        "Approved: \(messages.pairs(count)), of which \(messages.number(report.possibleCount)) are still possible."
      ))
      + words.notes(on: report).flatMap { wrapped($0) }
      + (report.curve.points.count > 1 ? wrapped(legend) : []) + [""]
  }

  private var legend: String {
    messages.say(
      "Замена — утверждённая пара, которая могла остаться, но распадается. Ниже лучшее, что выходит при"
        + " каждом числе замен; все пары каждого варианта — с --json.",
      "A change is an approved pair that could have stayed and is parted. Below is the best for each"
        + " number of changes; all pairs of each are there with --json.")
  }

  /// What follows the only line there is.
  private func end(_ report: RematchReport) -> [String] {
    guard report.curve.points.count == 1, report.curve.isComplete else { return [] }
    return wrapped(
      messages.say(
        "Больше замен ничего не прибавит. Все пары — с --json.",
        "More changes would gain nothing. All pairs are there with --json."))
  }

  private func text(_ point: RematchCurve.Point, _ report: RematchReport) -> [String] {
    let value = point.assignment.objective
    let least = report.curve.points.first?.assignment.objective ?? value
    let gain = value == least ? "" : " (\(words.text(value - least)))"
    let moves = words.moves(from: report.approved.pairs, to: point.assignment)
    return wrapped("\(heading(point)): \(words.text(value))\(gain)")
      + moves.prefix(Self.mostMoves).flatMap { wrapped(text($0, report), indent: 4) }
      + more(moves.count - Self.mostMoves, indent: 4)
  }

  private func heading(_ point: RematchCurve.Point) -> String {
    point.changes == 0
      ? messages.say("Без замен", "No changes") : messages.changes(point.changes)
  }

  /// Who lost a mentor because that one is gone, gets another one: the reader knows the old one by name.
  private func text(_ move: CaseWords.Move, _ report: RematchReport) -> String {
    guard move.from == nil, let to = move.to,
      let parted = report.approved.parted.first(where: { $0.menteeIndex == move.mentee })
    else { return words.text(move) }
    let gone = PersonName(parted.mentor).short
    return "\(words.seatName(mentee: move.mentee)): "
      + messages.say("\(gone) (выбывает)", "\(gone) (gone)")
      + " → \(words.name(mentor: to))"
  }
}

extension CaseWords {
  /// What a reader of a re-match should know of the approved pairs.
  func notes(on report: RematchReport) -> [String] {
    let approved = report.approved
    var notes: [String] = []
    if approved.isOfOtherInstance {
      notes.append(
        messages.say(
          "Утверждённые пары — из другой задачи, как и бывает, когда что-то изменилось; люди сопоставлены"
            + " по номерам.",
          "The approved pairs are those of another instance, as it is when something has changed; people are"
            + " matched by index."))
    }
    if approved.solutionCount > 1 {
      notes.append(
        messages.say(
          "В файле несколько решений (\(approved.solutionCount)); взято первое.",
          "The file holds several solutions (\(approved.solutionCount)); the first was taken."))
    }
    if !approved.goneMentees.isEmpty {
      notes.append(
        messages.say("Больше не участвуют (наставляемые): ", "Mentees who are gone: ")
          + short(approved.goneMentees.map { name($0, of: .mentees) }.withoutRepetitions) + ".")
    }
    if !approved.goneMentors.isEmpty {
      notes.append(
        messages.say("Больше не участвуют (наставники): ", "Mentors who are gone: ")
          + short(approved.goneMentors.map { name($0, of: .mentors) }.withoutRepetitions) + ".")
    }
    if !report.impossible.isEmpty {
      notes.append(
        messages.say("Теперь не могут быть парой: ", "Cannot be a pair any more: ")
          + short(
            report.impossible.map { "\(name(mentee: $0.mentee)) — \(name(mentor: $0.mentor))" })
          + ".")
    }
    if !report.curve.isComplete {
      notes.append(
        messages.say(
          "Показано не всё: поиск остановлен по времени или числа слишком велики; показанное верно.",
          "Not everything is shown: the search was stopped, or the numbers are too large; what is shown is"
            + " right."))
    }
    return notes
  }

  /// With the form where the person is still in others.
  private func name(_ gone: ApprovedPairs.Gone, of side: Side) -> String {
    guard case .season(let encoding) = solvedCase.origin else { return gone.name }
    let name = PersonName(gone.name).short
    let seats =
      side == .mentees ? encoding.season.mentees : encoding.season.mentors.map(\.questionnaire)
    let isThere = seats.contains { $0.person.rawValue == gone.name }
    return name + (isThere ? gone.form.map { " (\(messages.title($0)))" } ?? "" : "")
  }
}
