/// What third parties say for and against a pair.
struct ThirdPartyScore: Sendable {
  private let statements: [PersonID: [ThirdPartyStatement]]

  init(season: Season) { statements = Dictionary(grouping: season.thirdParty, by: \.about) }

  /// How many of the wishes about either of the two the other one meets; neutral where there are none.
  ///
  /// A wish counts half where the partner says nothing of the kind: silence is no lack.
  func share(mentee: Questionnaire, mentor: Questionnaire) -> (Share, Reason) {
    let opinions =
      opinions(about: mentee, partner: mentor) + opinions(about: mentor, partner: mentee)
    let wishCount = opinions.reduce(0) { $0 + $1.opinion.wanted }
    guard wishCount > 0 else { return (.half, .thirdPartySilent) }
    return (
      Share(numerator: opinions.reduce(0) { $0 + $1.halves }, denominator: 2 * wishCount),
      .thirdParty(opinions.map(\.opinion))
    )
  }

  /// Who advises against the pair, each source once.
  func forbidding(mentee: Questionnaire, mentor: Questionnaire) -> [ThirdPartyStatement.Source] {
    var sources: [ThirdPartyStatement.Source] = []
    for (one, other) in [(mentee, mentor), (mentor, mentee)] {
      for statement in statements[one.person] ?? []
      where statement.forbids(other) && !sources.contains(statement.source) {
        sources.append(statement.source)
      }
    }
    return sources
  }

  private func opinions(
    about one: Questionnaire, partner: Questionnaire
  ) -> [(opinion: ThirdPartyOpinion, halves: Int)] {
    (statements[one.person] ?? []).compactMap { statement in
      let wanted = statement.requests.count + statement.traits.count
      guard wanted > 0 else { return nil }
      let requests = Self.met(statement.requests, by: partner.requests)
      let traits = Self.met(statement.traits, by: partner.traits)
      let opinion = ThirdPartyOpinion(
        source: statement.source, visibility: statement.visibility,
        met: requests.terms + traits.terms, wanted: wanted)
      return (opinion, requests.halves + traits.halves)
    }
  }

  private static func met(_ wishes: [Term], by own: [Term]) -> (terms: [Term], halves: Int) {
    if own.isEmpty { return ([], wishes.count) }
    let terms = wishes.filter(own.contains)
    return (terms, 2 * terms.count)
  }
}

/// What one third party wishes of the partner, as far as this partner meets it.
public struct ThirdPartyOpinion: Equatable, Sendable {
  public let source: ThirdPartyStatement.Source
  public let visibility: Visibility
  public let met: [Term]
  public let wanted: Int

  public init(
    source: ThirdPartyStatement.Source, visibility: Visibility, met: [Term], wanted: Int
  ) {
    self.source = source
    self.visibility = visibility
    self.met = met
    self.wanted = wanted
  }
}
