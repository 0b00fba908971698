/// The profiles that a season's mentees could use: what they ask for, alone and two by two.
///
/// ```swift
/// ProfileDrafts(scored, unmatched: [3, 8]).profiles(of: form)
/// // nothing special; physics; chemistry; motivation; physics and motivation; …
/// ```
///
/// Each has all the hours that the form's mentees have free: which of them are enough is clear only when it is
/// clear whom the mentor takes.
public struct ProfileDrafts: Sendable {
  /// A request or a subject.
  private enum Wish: Hashable {
    case request(Term)
    case subject(Term)
  }

  /// More single wishes than anybody compares.
  private static let mostSingles = 16
  /// So many of the most wished are also tried two by two.
  private static let mostPaired = 7
  private static let mostOrganisations = 8

  private let season: ScoredSeason
  private let unmatched: Set<Int>

  /// Takes a season; the wishes of mentees without a mentor come first.
  public init(_ season: ScoredSeason, unmatched: Set<Int>) {
    self.season = season
    self.unmatched = unmatched
  }

  /// - Complexity: O(answers of the form's mentees), for each organisation.
  public func profiles(of form: Form) -> [MentorProfile] {
    let mentees = season.mentees.indices.filter { season.mentees[$0].form == form.code }
    guard !mentees.isEmpty, form.capacityLimit > 0 else { return [] }
    return groups(mentees, form).flatMap { organisation, members in
      let hours = members.compactMap { season.mentees[$0].hours }
      let free = hours.dropFirst().reduce(hours.first) { $0?.union($1) }
      return sets(of: wishes(of: members)).map { wishes in
        profile(form, organisation, wishes, free)
      }
    }
  }

  /// Who could have the same mentor, as far as organisations go; the largest groups first.
  private func groups(
    _ mentees: [Int], _ form: Form
  ) -> [(organisation: Term?, mentees: [Int])] {
    guard form.rules.contains(.sameOrganisation), !form.rules.contains(.partnerAgreement) else {
      return [(nil, mentees)]
    }
    var order: [Term?] = []
    var groups: [Term?: [Int]] = [:]
    for mentee in mentees {
      let own = season.mentees[mentee].organisation ?? season.season.organisation
      if groups[own] == nil { order.append(own) }
      groups[own, default: []].append(mentee)
    }
    let isOwn = order == [season.season.organisation]
    return order.enumerated().sorted { one, other in
      let (left, right) = (groups[one.element]?.count ?? 0, groups[other.element]?.count ?? 0)
      return left == right ? one.offset < other.offset : left > right
    }
    .prefix(Self.mostOrganisations)
    .map { (isOwn ? nil : $0.element, groups[$0.element] ?? []) }
  }

  /// What is asked for, most by those without a mentor, then by most.
  private func wishes(of mentees: [Int]) -> [Wish] {
    var order: [Wish] = []
    var counts: [Wish: (unmatched: Int, all: Int)] = [:]
    for mentee in mentees {
      let answers = season.mentees[mentee]
      for wish in answers.requests.map(Wish.request) + answers.subjects.map(Wish.subject) {
        if counts[wish] == nil { order.append(wish) }
        counts[wish, default: (0, 0)].all += 1
        counts[wish, default: (0, 0)].unmatched += unmatched.contains(mentee) ? 1 : 0
      }
    }
    func key(_ wish: Wish) -> (Int, Int) { counts[wish].map { ($0.unmatched, $0.all) } ?? (0, 0) }
    return order.enumerated().sorted { one, other in
      let (left, right) = (key(one.element), key(other.element))
      return left == right ? one.offset < other.offset : left > right
    }
    .prefix(Self.mostSingles).map(\.element)
  }

  private func sets(of wishes: [Wish]) -> [[Wish]] {
    let paired = wishes.prefix(Self.mostPaired)
    let pairs = paired.indices.flatMap { first in
      paired[(first + 1)...].map { [paired[first], $0] }
    }
    return [[]] + wishes.map { [$0] } + pairs
  }

  private func profile(
    _ form: Form, _ organisation: Term?, _ wishes: [Wish], _ hours: WeekHours?
  ) -> MentorProfile {
    MentorProfile(
      form: form.code,
      requests: wishes.compactMap { if case .request(let term) = $0 { term } else { nil } },
      subjects: wishes.compactMap { if case .subject(let term) = $0 { term } else { nil } },
      organisation: organisation, hours: hours, grade: nil, capacity: form.capacityLimit)
  }
}
