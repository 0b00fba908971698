public import Problems

/// What is odd in an instance, and may be as it should.
///
/// ```swift
/// instance.warnings.map { $0.text(in: .english) }
/// // ["one-sided: 2 listings of mentees (first: e1 lists m2) …"]
/// ```
public enum InstanceWarning: Equatable, Sendable {
  /// People in the lists of one side who do not list back: how many, and the first of them.
  case oneSided(Side, count: Int, person: String, other: String)
  /// People in the lists of one side with whom a pair is not eligible.
  case ineligible(Side, count: Int, person: String, other: String)
  /// A side without people.
  case nobody(Side)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .oneSided: "one-sided"
    case .ineligible: "listed-ineligible"
    case .nobody: "nobody"
    }
  }

  /// The message for people.
  public func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .russian: russian
    }
  }

  private var english: String {
    switch self {
    case .oneSided(let side, let count, let person, let other):
      "\(count) one-sided listings by \(side.rawValue) (first: \(person) lists \(other), who does not list"
        + " \(person)); policies by ranks do not pair them"
    case .ineligible(let side, let count, let person, let other):
      "\(count) listings by \(side.rawValue) of people they cannot be paired with (first: \(person) lists"
        + " \(other)); they are kept, and mean nothing"
    case .nobody(let side): "there are no \(side.rawValue)"
    }
  }

  private var russian: String {
    switch self {
    case .oneSided(let side, let count, let person, let other):
      "у \(side.ownersInRussian) односторонних записей: \(count) (первая: \(person) называет \(other), а"
        + " \(other) \(person) — нет); правила по местам таких пар не составят"
    case .ineligible(let side, let count, let person, let other):
      "в списках \(side.ownersInRussian) недопустимых пар: \(count) (первая: \(person) называет \(other));"
        + " записи сохранены, но ничего не значат"
    case .nobody(.mentees): "наставляемых нет"
    case .nobody(.mentors): "наставников нет"
    }
  }
}

extension Side {
  fileprivate var ownersInRussian: String {
    switch self {
    case .mentees: "наставляемых"
    case .mentors: "наставников"
    }
  }
}

extension Instance {
  /// What is odd in this instance; nobody is left out for it.
  ///
  /// - Complexity: O(length of the rankings · log mentorCount).
  public var warnings: [InstanceWarning] {
    var warnings: [InstanceWarning] = []
    if problem.menteeCount == 0 { warnings.append(.nobody(.mentees)) }
    if problem.mentorCount == 0 { warnings.append(.nobody(.mentors)) }
    guard let rankings else { return warnings }
    for side in [Side.mentees, .mentors] {
      let own = Listings(rankings, side)
      let others = Listings(rankings, side == .mentees ? .mentors : .mentees)
      let (eligible, ineligible) = own.pairs.partitioned { problem.table.entry(of: $0) != nil }
      let oneSided = eligible.filter { others.hasAnswered($0) && !others.set.contains($0) }
      for (pairs, made) in [
        (ineligible, InstanceWarning.ineligible), (oneSided, InstanceWarning.oneSided),
      ] {
        guard let first = pairs.first else { continue }
        let (mentee, mentor) = (name(ofMentee: first.mentee), name(ofMentor: first.mentor))
        let isMentee = side == .mentees
        warnings.append(
          made(side, pairs.count, isMentee ? mentee : mentor, isMentee ? mentor : mentee))
      }
    }
    return warnings
  }
}

/// Who stands in the lists of a side.
private struct Listings {
  let pairs: [Pair]
  let set: Set<Pair>
  private let side: Side
  private let answered: [Bool]

  init(_ rankings: Rankings, _ side: Side) {
    let lists = side == .mentees ? rankings.mentees : rankings.mentors
    pairs = lists.enumerated().flatMap { person, tiers in
      (tiers ?? []).joined().map {
        side == .mentees ? Pair(mentee: person, mentor: $0) : Pair(mentee: $0, mentor: person)
      }
    }
    set = Set(pairs)
    self.side = side
    answered = lists.map { $0 != nil }
  }

  /// Whether the person of this side in a pair has answered.
  func hasAnswered(_ pair: Pair) -> Bool {
    let person = side == .mentees ? pair.mentee : pair.mentor
    return answered.indices.contains(person) && answered[person]
  }
}

extension Array {
  fileprivate func partitioned(_ isFirst: (Element) -> Bool) -> (first: [Element], rest: [Element])
  {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
