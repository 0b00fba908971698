/// Holds decoded pairs against the people themselves.
///
/// The solution of the abstract problem is verified elsewhere; this second check sees only names, so a
/// wrong encoding cannot pass both.
public struct ProposalCheck {
  /// What is wrong with a proposal.
  public enum Violation: Error, Equatable, Sendable {
    case stranger(ProposedPair)
    case gated(PersonID, [Gate])
    case ineligible(mentee: PersonID, mentor: PersonID, [EligibilityRule])
    case wrongPoints(mentee: PersonID, mentor: PersonID)
    case twoMentors(PersonID, FormCode)
    case overloaded(PersonID, load: Int, capacity: Int)
    case pinMissing(mentee: PersonID, mentor: PersonID)
    case forgotten(PersonID, FormCode)
    case groupTooSmall(PersonID, FormCode, load: Int, minimum: Int)
    case sameClass(mentor: PersonID, Grade, count: Int)
    case tooFarInAge(mentor: PersonID, PersonID, PersonID)
    case tooFewExperienced(mentor: PersonID, count: Int)
    case notApart([PersonID], FormCode)
    case notTogether([PersonID], FormCode)
    case quotaBroken(String, count: Int)
  }

  private struct Seat: Hashable {
    let person: PersonID
    let form: FormCode
    let role: Role
  }

  private let season: Season
  private let eligibility: Eligibility
  private let questionnaires: [Seat: Questionnaire]

  public init(season: Season) {
    self.season = season
    eligibility = Eligibility(season: season)
    questionnaires = Dictionary(
      season.questionnaires.map {
        (Seat(person: $0.person, form: $0.form, role: $0.role), $0)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Everything wrong with a proposal for this season; empty = it may be shown.
  ///
  /// - Complexity: O(pairs + people).
  public func violations(of proposal: Proposal) -> [Violation] {
    proposal.pairs.flatMap(violations) + overloads(proposal) + omissions(proposal)
      + GroupCheck(season: season, eligibility: eligibility).violations(of: proposal.pairs)
  }

  private func violations(_ pair: ProposedPair) -> [Violation] {
    guard let mentee = questionnaires[Seat(person: pair.mentee, form: pair.form, role: .mentee)],
      let mentor = questionnaires[Seat(person: pair.mentor, form: pair.form, role: .mentor)]
    else { return [.stranger(pair)] }
    var violations: [Violation] = []
    for one in [mentee, mentor] {
      let gates = eligibility.gates(one)
      if !gates.isEmpty { violations.append(.gated(one.person, gates)) }
    }
    let broken = eligibility.brokenRules(mentee: mentee, mentor: mentor)
    if !broken.isEmpty {
      violations.append(.ineligible(mentee: pair.mentee, mentor: pair.mentor, broken))
    }
    if pair.points != pair.parts.reduce(0, { $0 + $1.points }) {
      violations.append(.wrongPoints(mentee: pair.mentee, mentor: pair.mentor))
    }
    return violations
  }

  private func overloads(_ proposal: Proposal) -> [Violation] {
    var violations: [Violation] = []
    let byMentee = Dictionary(grouping: proposal.pairs) {
      Seat(person: $0.mentee, form: $0.form, role: .mentee)
    }
    for (seat, pairs) in byMentee where pairs.count > 1 {
      violations.append(.twoMentors(seat.person, seat.form))
    }
    for (mentor, pairs) in Dictionary(grouping: proposal.pairs, by: \.mentor) {
      for (form, mine) in Dictionary(grouping: pairs, by: \.form) {
        guard let seat = questionnaires[Seat(person: mentor, form: form, role: .mentor)] else {
          continue
        }
        let capacity = eligibility.capacity(of: seat)
        if mine.count > capacity {
          violations.append(.overloaded(mentor, load: mine.count, capacity: capacity))
        }
        if let total = seat.totalCapacity, pairs.count > total {
          violations.append(.overloaded(mentor, load: pairs.count, capacity: total))
        }
      }
    }
    return violations
  }

  /// Pins that are missing, and mentees of whom the proposal says nothing.
  private func omissions(_ proposal: Proposal) -> [Violation] {
    let pinned = season.pins.filter { pin in
      !proposal.pairs.contains {
        $0.mentee == pin.mentee && $0.mentor == pin.mentor
          && (pin.form == nil || pin.form == $0.form)
      }
    }
    var mentioned = Set(
      proposal.pairs.map { Seat(person: $0.mentee, form: $0.form, role: .mentee) })
    for one in proposal.unmatched {
      mentioned.insert(Seat(person: one.person, form: one.form, role: one.role))
    }
    let forgotten = questionnaires.keys.filter { $0.role == .mentee && !mentioned.contains($0) }
    return pinned.map { .pinMissing(mentee: $0.mentee, mentor: $0.mentor) }
      + forgotten.map { .forgotten($0.person, $0.form) }
  }
}
