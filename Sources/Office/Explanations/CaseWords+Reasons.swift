import InstanceFiles
import Mentorship
import Policies
import Problems

extension CaseWords {
  /// Rules in words.
  func text(_ rules: [Rule]) -> [String] {
    switch solvedCase.origin {
    case .season(let encoding): encoding.seasonRules(rules).map(messages.text)
    case .instance(let instance): rules.map { messages.text($0, of: instance) }
    }
  }

  /// The rules that stand against each other.
  func rules(_ witness: Witness) -> [String] {
    switch witness {
    case .conflict(let rules): text(rules)
    case .unisolated: []
    case .hall(let hall):
      [
        messages.say(
          "на \(messages.places(hall.places)) приходится \(messages.count(hall.needed, ("заявка", "заявки", "заявок"), ("", "")))",
          "\(hall.needed) places are needed, and there are \(hall.places)")
      ]
    }
  }

  /// Why a person has no partner, or has one.
  func text(_ explanation: PersonExplanation) -> String {
    switch explanation.reason {
    case .matched: partners(explanation)
    case .noRoom:
      explanation.side == .mentees
        ? messages.say("наставник не нужен: спрос 0", "no mentor is needed: the demand is 0")
        : messages.say("мест нет: вместимость 0", "there are no places: the capacity is 0")
    case .idle:
      messages.say(
        "места есть, но в лучшем решении они не понадобились",
        "there are places, and the best solution does not need them")
    case .unmatched(let reason, let form): messages.text(reason, in: form)
    case .left(let reason): text(reason)
    }
  }

  /// `Глухова Мария — наставляемый`; who has nobody is said so.
  func heading(_ explanation: PersonExplanation) -> String {
    let isMentee = explanation.side == .mentees
    let name: String
    var state = ""
    switch explanation.person {
    case .excluded(let seat, _):
      name = nameAndForm(seat)
      state = messages.say(", в подборе не участвует", ", not taking part")
    case .seat(let index):
      name = isMentee ? seatName(mentee: index) : seatName(mentor: index)
      if explanation.partners.isEmpty {
        state =
          isMentee
          ? messages.say(", без наставника", ", without a mentor")
          : messages.say(", без наставляемых", ", without mentees")
      }
    }
    return name
      + (isMentee
        ? messages.say(" — наставляемый", ", mentee") : messages.say(" — наставник", ", mentor"))
      + state
  }

  private func partners(_ explanation: PersonExplanation) -> String {
    let isMentee = explanation.side == .mentees
    let names = explanation.partners.map { isMentee ? name(mentor: $0) : name(mentee: $0) }
    let isOne = names.count == 1
    return isMentee
      ? messages.say(isOne ? "наставник: " : "наставники: ", isOne ? "mentor: " : "mentors: ")
        + messages.list(names)
      : messages.say(
        isOne ? "наставляемый: " : "наставляемые: ", isOne ? "mentee: " : "mentees: ")
        + messages.list(names)
  }

  private func text(_ reason: LeftOver) -> String {
    switch reason {
    case .noEligibleMentor:
      return messages.say("нет ни одной допустимой пары", "no eligible pair at all")
    case .crowdedOut(let crowd):
      let deficit = crowd.deficit.map { deficit in
        messages.say(
          "на \(messages.places(deficit.places)) у \(names(mentors: deficit.mentors)) приходится"
            + " \(messages.mentees(deficit.mentees.count)) (\(names(mentees: deficit.mentees)));"
            + " ещё одно место здесь — ещё одна пара. ",
          "\(messages.mentees(deficit.mentees.count)) (\(names(mentees: deficit.mentees))) compete"
            + " for \(messages.places(deficit.places)) of \(names(mentors: deficit.mentors)); one more"
            + " place here is one more pair. ")
      }
      let price = text(ObjectiveChange(matched: 0, total: -crowd.price))
      guard !crowd.displaced.isEmpty else {
        return (deficit ?? "")
          + messages.say("Можно взять: \(price)", "Can be brought in: \(price)")
      }
      let displaced = names(mentees: crowd.displaced)
      return (deficit ?? "")
        + messages.say(
          "Если взять, без наставника \(messages.stays(crowd.displaced.count)) \(displaced); \(price)",
          "If brought in, \(displaced) would have no mentor; \(price)")
    case .costsPairs(let lost, let rules):
      return messages.say(
        "если назначить наставника, пар станет меньше на \(lost)",
        "with a mentor for this one there are \(messages.pairs(lost)) fewer") + because(rules)
    case .impossible(let rules):
      return messages.say(
        "назначить наставника нельзя", "there can be no mentor for this one") + because(rules)
    case .undetermined:
      return messages.say(
        "точная причина не установлена: поиск остановлен",
        "no exact reason is known: the search was stopped")
    }
  }

  private func because(_ rules: [Rule]) -> String {
    let words = text(rules)
    guard !words.isEmpty else { return "" }
    let more = words.count - 4
    return messages.say(", из-за правил: ", ", because of: ")
      + words.prefix(4).joined(separator: "; ")
      + (more > 0 ? messages.say(" и ещё \(more)", " and \(more) more") : "")
  }

  private func names(mentees: [Int]) -> String { short(mentees.map { name(mentee: $0) }) }
  private func names(mentors: [Int]) -> String { short(mentors.map { name(mentor: $0) }) }

  func short(_ names: [String]) -> String {
    guard names.count > 6 else { return messages.list(names) }
    return names.prefix(5).joined(separator: ", ")
      + messages.say(" и ещё \(names.count - 5)", " and \(names.count - 5) more")
  }
}
