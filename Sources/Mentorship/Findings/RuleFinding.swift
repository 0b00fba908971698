/// What can be wrong in rules over several people.
public enum RuleFinding: Equatable, Sendable {
  /// The same person twice in `together` or `apart`.
  case memberTwice(name: String)
  /// People of `together` or `apart` who are mentees of no form that the others are in.
  case noCommonForm(names: [String])
  /// Somebody of `together` who takes no part.
  case memberExcluded(name: String, gates: [Gate])
  case togetherAndApart(names: [String])
  case quotaAsksNothing(quota: String)
  case quotaTwice(quota: String)
  case quotaSelectsNobody(quota: String, role: Role)
  /// A mentor who has fewer places than a group needs.
  case groupNeverOpens(name: String, capacity: Int, minimum: Int)
  /// Nobody in the form counts as experienced, so that no group can open.
  case nobodyExperienced(form: FormCode)
  /// People who lack the fact that a rule of groups needs.
  case unchecked(GroupRule, form: FormCode, names: [String])

  /// A rule of groups that needs a fact of every mentee.
  public enum GroupRule: Equatable, Sendable {
    case sameClass
    case ageSpan
  }

  var severity: Severity {
    switch self {
    case .memberExcluded, .quotaSelectsNobody, .groupNeverOpens, .nobodyExperienced, .unchecked:
      .warning
    case .memberTwice, .noCommonForm, .togetherAndApart, .quotaAsksNothing, .quotaTwice: .error
    }
  }

  var code: String {
    switch self {
    case .memberTwice: "N0701"
    case .noCommonForm: "N0702"
    case .memberExcluded: "N0703"
    case .togetherAndApart: "N0704"
    case .quotaAsksNothing: "N0705"
    case .quotaTwice: "N0706"
    case .quotaSelectsNobody: "N0707"
    case .groupNeverOpens: "N0708"
    case .nobodyExperienced: "N0709"
    case .unchecked: "N0710"
    }
  }
}
