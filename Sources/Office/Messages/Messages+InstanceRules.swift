import InstanceFiles
import Problems

extension Messages {
  /// A rule of an abstract instance in the user's words: `group minimum 3 of mentor m17`.
  func text(_ rule: Rule, of instance: Instance) -> String {
    let problem = instance.problem
    // A file may name what is not there.
    guard problem.rules.contains(rule) else { return rule.path }
    switch rule {
    case .minimum(let mentor):
      let (minimum, name) = (problem.mentors[mentor].minimum, instance.name(ofMentor: mentor))
      return say(
        "минимум группы \(minimum) у наставника \(name)",
        "group minimum \(minimum) of mentor \(name)")
    case .capacity(let mentor):
      let (capacity, name) = (problem.mentors[mentor].capacity, instance.name(ofMentor: mentor))
      return say(
        "вместимость \(capacity) наставника \(name)", "capacity \(capacity) of mentor \(name)")
    case .hours(let mentor):
      let name = instance.name(ofMentor: mentor)
      return say("предел часов наставника \(name)", "hours limit of mentor \(name)")
    case .demand(let mentee):
      let (demand, name) = (problem.demands[mentee], instance.name(ofMentee: mentee))
      return say(
        "потребность \(demand) наставляемого \(name)", "demand \(demand) of mentee \(name)")
    case .quota(let index): return text(problem.quotas[index])
    case .fixed(let index):
      let pair = problem.fixed[index]
      let names =
        "\(instance.name(ofMentee: pair.mentee)) – \(instance.name(ofMentor: pair.mentor))"
      return say("закреплённая пара \(names)", "fixed pair \(names)")
    case .apart(let index):
      let names = list(problem.apart[index].map(instance.name(ofMentee:)))
      return say("порознь: \(names)", "apart: \(names)")
    case .together(let index):
      let names = list(problem.together[index].map(instance.name(ofMentee:)))
      return say("вместе: \(names)", "together: \(names)")
    }
  }

  private func text(_ quota: Quota) -> String {
    let bounds = [
      quota.atLeast > 0 ? "≥ \(quota.atLeast)" : nil, quota.atMost.map { "≤ \($0)" },
    ].compactMap(\.self)
    return say("квота", "quota") + " \(quoted(quota.name)) " + bounds.joined(separator: ", ")
  }
}
