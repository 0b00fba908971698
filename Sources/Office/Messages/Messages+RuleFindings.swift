import Mentorship
import Problems

extension Messages {
  /// The words of a finding about rules over several people.
  func words(_ finding: RuleFinding) -> FindingWords {
    switch language {
    case .russian: russian(finding)
    case .english: english(finding)
    }
  }

  private func words(_ message: String, _ hint: String) -> FindingWords {
    FindingWords(message: message, hint: hint)
  }

  private func russian(_ finding: RuleFinding) -> FindingWords {
    switch finding {
    case .memberTwice(let name):
      words("\(quote(name)) назван(а) дважды", "оставьте каждого по одному разу")
    case .noCommonForm(let names):
      words(
        "нет общей формы с остальными: \(list(names))",
        "проверьте form и анкеты: правило действует внутри одной формы")
    case .memberExcluded(let name, let gates):
      words(
        "\(name) не участвует (\(gates.map(text).joined(separator: "; "))): правило «вместе» действует"
          + " для остальных",
        "устраните причину или уберите имя")
    case .togetherAndApart(let names):
      words("и вместе, и порознь: \(list(names))", "оставьте что-то одно")
    case .quotaAsksNothing(let quota):
      words("квота \(quote(quota)) ничего не требует", "добавьте at-least, at-most или share")
    case .quotaTwice(let quota):
      words("квота \(quote(quota)) названа дважды", "дайте квотам разные названия")
    case .quotaSelectsNobody(let quota, let role):
      words(
        "квота \(quote(quota)): не подходит ни один "
          + (role == .mentee ? "наставляемый" : "наставник"),
        "проверьте условия отбора \(role == .mentee ? "mentees" : "mentors") и анкеты")
    case .groupNeverOpens(let name, let capacity, let minimum):
      words(
        "\(name): \(places(capacity)) при минимуме группы \(minimum), группа не откроется",
        "увеличьте число мест или уменьшите минимум")
    case .nobodyExperienced(let form):
      words(
        "в форме \(quoted(form)) опытным не считается никто, ни одна группа не откроется",
        "смягчите experienced или добавьте данные в анкеты")
    case .unchecked(let rule, let form, let names):
      words(
        "в форме \(quoted(form)) правило \(quote(text(rule))) не проверено: \(missing(rule)) —"
          + " \(some(names))",
        "дополните анкеты")
    }
  }

  private func english(_ finding: RuleFinding) -> FindingWords {
    switch finding {
    case .memberTwice(let name):
      words("\(quote(name)) is named twice", "name everybody once")
    case .noCommonForm(let names):
      words(
        "no form in common with the others: \(list(names))",
        "check form and the questionnaires: the rule holds inside one form")
    case .memberExcluded(let name, let gates):
      words(
        "\(name) does not take part (\(gates.map(text).joined(separator: "; "))): “together” holds for"
          + " the others",
        "remove the cause or the name")
    case .togetherAndApart(let names):
      words("both together and apart: \(list(names))", "keep one of the two")
    case .quotaAsksNothing(let quota):
      words("the quota \(quote(quota)) asks for nothing", "add at-least, at-most or share")
    case .quotaTwice(let quota):
      words("two quotas are called \(quote(quota))", "give them different names")
    case .quotaSelectsNobody(let quota, let role):
      words(
        "the quota \(quote(quota)) selects no \(text(role))",
        "check its filter \(role == .mentee ? "mentees" : "mentors") and the questionnaires")
    case .groupNeverOpens(let name, let capacity, let minimum):
      words(
        "\(name): \(places(capacity)) with a group minimum of \(minimum), the group never opens",
        "add places or lower the minimum")
    case .nobodyExperienced(let form):
      words(
        "nobody counts as experienced in form \(quoted(form)), so no group can open",
        "relax experienced or complete the questionnaires")
    case .unchecked(let rule, let form, let names):
      words(
        "in form \(quoted(form)) the rule \(quote(text(rule))) was not checked: \(missing(rule)) for"
          + " \(some(names))",
        "complete the questionnaires")
    }
  }

  private func text(_ rule: RuleFinding.GroupRule) -> String {
    switch rule {
    case .sameClass: say("из одного класса в группе", "of one class in a group")
    case .ageSpan: say("разница в возрасте в группе", "difference in age in a group")
    }
  }

  private func missing(_ rule: RuleFinding.GroupRule) -> String {
    switch rule {
    case .sameClass: missing(.grade)
    case .ageSpan: say("нет ни даты рождения, ни класса", "neither birth date nor grade")
    }
  }

  /// A few names, and how many more.
  private func some(_ names: [String]) -> String {
    guard names.count > 4 else { return list(names) }
    return names.prefix(3).joined(separator: ", ")
      + say(" и ещё \(names.count - 3)", " and \(names.count - 3) more")
  }
}
