import InstanceFiles
import Mentorship
import Policies
import Problems
import Solvers

/// How the people and the numbers of a case are written for people.
struct CaseWords {
  let solvedCase: SolvedCase
  let messages: Messages
  private let names: CaseNames

  init(_ solvedCase: SolvedCase, _ messages: Messages) {
    self.solvedCase = solvedCase
    if case .season(let encoding) = solvedCase.origin {
      self.messages = messages.naming(encoding.season.season.forms)
      names = CaseNames(encoding.season)
    } else {
      self.messages = messages
      names = CaseNames()
    }
  }

  /// A short name, the full one where two people share it.
  func name(mentee: Int) -> String {
    switch solvedCase.origin {
    case .season(let encoding): name(encoding.season.seat(ofMentee: mentee))
    case .instance(let instance): instance.name(ofMentee: mentee)
    }
  }

  func name(mentor: Int) -> String {
    switch solvedCase.origin {
    case .season(let encoding): name(encoding.season.seat(ofMentor: mentor))
    case .instance(let instance): instance.name(ofMentor: mentor)
    }
  }

  func name(_ seat: Seat) -> String { names.text(seat.person) }

  /// The name, with the form where the person has a seat in several.
  func seatName(mentee: Int) -> String {
    guard case .season(let encoding) = solvedCase.origin else { return name(mentee: mentee) }
    let seat = encoding.season.seat(ofMentee: mentee)
    return names.menteesOfSeveral.contains(seat.person) ? nameAndForm(seat) : name(seat)
  }

  func seatName(mentor: Int) -> String {
    guard case .season(let encoding) = solvedCase.origin else { return name(mentor: mentor) }
    let seat = encoding.season.seat(ofMentor: mentor)
    return names.mentorsOfSeveral.contains(seat.person) ? nameAndForm(seat) : name(seat)
  }

  func nameAndForm(_ seat: Seat) -> String { "\(name(seat)) (\(messages.title(seat.form)))" }

  /// `21 пара, 640 баллов`, or what an instance calls it.
  func text(_ value: Objective) -> String {
    messages.pairs(value.matched) + ", " + text(total: value.total)
  }

  /// A total in words.
  func text(total: Int) -> String {
    switch solvedCase.origin {
    case .season: messages.points(total)
    case .instance(let instance):
      messages.say("сумма ", "total ") + instance.number(total: total).text
    }
  }

  /// A number of points without a noun.
  func text(points: Int) -> String {
    switch solvedCase.origin {
    case .season: messages.number(points)
    case .instance(let instance): instance.number(total: points).text
    }
  }

  /// What the whole loses or gains: `меньше на 1 пару, сумма баллов −12`.
  func text(_ change: ObjectiveChange) -> String {
    var words: [String] = []
    if change.matched != 0 {
      let pairs = messages.count(
        abs(change.matched), ("пару", "пары", "пар"), ("pair", "pairs"))
      words.append(
        change.matched < 0
          ? messages.say("меньше на \(pairs)", "\(pairs) fewer")
          : messages.say("больше на \(pairs)", "\(pairs) more"))
    }
    words.append(sum(change.total))
    return words.joined(separator: ", ")
  }

  /// `сумма −12`, or what an instance calls it.
  func sum(_ change: Int) -> String {
    guard change != 0 else { return messages.say("сумма та же", "the same total") }
    switch solvedCase.origin {
    case .season:
      let sign = change < 0 ? "−" : "+"
      return messages.say("сумма баллов \(sign)", "total \(sign)") + messages.number(abs(change))
    case .instance(let instance):
      // Costs rise where points would fall.
      let isCost = instance.sense == .minimize
      let sign = (change < 0) == isCost ? "+" : "−"
      let number = instance.number(total: isCost ? -abs(change) : abs(change)).text
      return isCost
        ? messages.say("затраты \(sign)", "cost \(sign)") + number
        : messages.say("сумма \(sign)", "total \(sign)") + number
    }
  }

  /// What the numbers of pairs are called at the head of a column.
  var measure: String {
    countsCosts ? messages.say("Затраты", "Cost") : messages.say("Баллы", "Points")
  }

  /// Whether less is better in the file.
  var countsCosts: Bool {
    if case .instance(let instance) = solvedCase.origin {
      instance.sense == .minimize
    } else {
      false
    }
  }

  /// What happens to each mentee of an exchange, who is asked about last of all.
  func moves(of exchange: Exchange) -> [Move] {
    var (from, to): ([Int: [Int]], [Int: [Int]]) = ([:], [:])
    for pair in exchange.removed { from[pair.mentee, default: []].append(pair.mentor) }
    for pair in exchange.added { to[pair.mentee, default: []].append(pair.mentor) }
    return Set(from.keys).union(to.keys).sorted().flatMap { mentee -> [Move] in
      let (old, new) = (from[mentee] ?? [], to[mentee] ?? [])
      return (0..<max(old.count, new.count)).map { index in
        Move(
          mentee: mentee, from: index < old.count ? old[index] : nil,
          to: index < new.count ? new[index] : nil)
      }
    }
  }

  /// One mentee who changes mentors.
  struct Move: Equatable {
    let mentee: Int
    let from: Int?
    let to: Int?
  }

  func text(_ move: Move) -> String {
    let mentee = seatName(mentee: move.mentee)
    return switch (move.from, move.to) {
    case (let from?, let to?): "\(mentee): \(name(mentor: from)) → \(name(mentor: to))"
    case (let from?, nil):
      messages.say(
        "\(mentee) теряет наставника (\(name(mentor: from)))",
        "\(mentee) loses the mentor (\(name(mentor: from)))")
    case (nil, let to?):
      messages.say(
        "\(mentee) получает наставника (\(name(mentor: to)))",
        "\(mentee) gets a mentor (\(name(mentor: to)))")
    case (nil, nil): mentee
    }
  }
}
