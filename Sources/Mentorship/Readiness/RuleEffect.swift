/// What would change if one rule alone were given up.
public struct RuleEffect: Equatable, Sendable {
  public enum Cause: Hashable, Sendable {
    case rule(EligibilityRule)
    /// Kept people of a role out.
    case gate(GateKind, Role)
  }

  public let cause: Cause
  /// Pairs that this rule alone makes ineligible.
  public var pairCount = 0
  /// Mentees without any eligible mentor who would get one.
  public var relievedCount = 0
  /// Pairs more that could be formed at once, without rules over several people.
  public var matchedGain = 0
  /// People whom this gate alone keeps out.
  public var peopleCount = 0

  /// How many mentees can have a mentor at once; from outside, for this module solves nothing.
  ///
  /// By mentee the mentors, and the places by mentor.
  public typealias Matching = (_ candidates: [[Int]], _ places: [Int]) -> Int
}

/// A gate without the numbers of the person.
public enum GateKind: String, Hashable, Sendable, CaseIterable {
  case consent, admission, age, grade, experience, addendum, agreement, capacity
}

extension Gate {
  public var kind: GateKind {
    switch self {
    case .consentMissing, .consentRefused, .consentNotValid, .consentNotByRepresentative: .consent
    case .consentWithdrawn(let paper, _): paper == .personalData ? .consent : .addendum
    case .notAdmitted: .admission
    case .tooYoung: .age
    case .gradeTooLow: .grade
    case .experienceTooLong, .experienceTooShort: .experience
    case .addendumMissing, .paperNotValid: .addendum
    case .agreementMissing: .agreement
    case .noCapacity: .capacity
    }
  }
}

extension RuleEffect.Cause {
  /// Any fixed order will do.
  var order: String {
    switch self {
    case .rule(let rule): "\(rule)"
    case .gate(let gate, let role): "\(gate) \(role)"
    }
  }
}

/// Every pair of a form, eligible or not.
struct PairSurvey {
  private let scored: ScoredSeason
  private let mentees: [Int]
  private let mentors: [Int]
  /// By rule: the pairs that it alone breaks, as positions in `mentees` and `mentors`.
  private var alone: [EligibilityRule: [(mentee: Int, mentor: Int)]] = [:]
  private var rules: [EligibilityRule] = []
  /// Mentors without an eligible mentee, with the rules that did it.
  private(set) var idle: [(mentor: Int, removals: [ScoredSeason.Removal])] = []

  init(_ scored: ScoredSeason, mentees: [Int], mentors: [Int]) {
    self.scored = scored
    self.mentees = mentees
    self.mentors = mentors
    let eligibility = Eligibility(season: scored.season)
    for (position, mentor) in mentors.enumerated() {
      var counter = RemovalCounter()
      var isIdle = true
      for (row, mentee) in mentees.enumerated() {
        let broken = eligibility.brokenRules(
          mentee: scored.mentees[mentee], mentor: scored.mentors[mentor].questionnaire)
        isIdle = isIdle && !broken.isEmpty
        counter.count(broken)
        guard broken.count == 1, let rule = broken.first else { continue }
        if alone[rule] == nil { rules.append(rule) }
        alone[rule, default: []].append((row, position))
      }
      if isIdle { idle.append((mentor, counter.removals)) }
    }
  }

  /// What each rule holds back, the rule with the most pairs first.
  func effects(_ matching: RuleEffect.Matching) -> [RuleEffect] {
    var position: [Int: Int] = [:]
    for (index, mentor) in mentors.enumerated() { position[mentor] = index }
    let candidates = mentees.map { mentee in
      scored.candidates[mentee].compactMap { position[$0.mentor] }
    }
    let places = mentors.map { scored.mentors[$0].capacity }
    let matched = matching(candidates, places)
    return rules.filter(\.canBeRelaxed).map { rule in
      let pairs = alone[rule] ?? []
      var wider = candidates
      for pair in pairs { wider[pair.mentee].append(pair.mentor) }
      var effect = RuleEffect(cause: .rule(rule))
      effect.pairCount = pairs.count
      effect.relievedCount = candidates.indices.count {
        candidates[$0].isEmpty && !wider[$0].isEmpty
      }
      effect.matchedGain = matching(wider, places) - matched
      return effect
    }
    .sorted {
      ($1.matchedGain, $1.pairCount, $0.cause.order) < (
        $0.matchedGain, $0.pairCount, $1.cause.order
      )
    }
  }
}

extension EligibilityRule {
  /// Nobody gives up that people do not mentor themselves, or what somebody who knows them advises against.
  fileprivate var canBeRelaxed: Bool {
    switch self {
    case .notOneself, .contraindication: false
    default: true
    }
  }
}
