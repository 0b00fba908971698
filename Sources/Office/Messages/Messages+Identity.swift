import Mentorship
import Problems

extension Messages {
  /// The words of a finding about who is who.
  func words(_ finding: IdentityFinding) -> FindingWords {
    switch finding {
    case .possibleDouble(let double):
      let names = [double.first.rawValue, double.second.rawValue]
      return FindingWords(
        message: say(
          "возможно, один человек: \(list(names.map(quote))) (\(double.score) из 100; \(text(double.reasons)))",
          "possibly one person: \(list(names.map(quote))) (\(double.score) of 100; \(text(double.reasons)))"
        ),
        hint: say(
          "в season.yaml: один человек — «same: [[\(names[0]), \(names[1])]]», разные — «different: [[…]]»",
          "in season.yaml: one person “same: [[\(names[0]), \(names[1])]]”, two people “different: [[…]]”"
        ))
    case .namesakeElsewhere(let name, let organisations):
      return FindingWords(
        message: say(
          "\(quote(name)) — два разных человека: организации разные (\(list(organisations)))",
          "\(quote(name)) is two people: from \(list(organisations))"),
        hint: say(
          "если это один человек, исправьте организацию или впишите дату рождения",
          "if it is one person, correct the organisation or add the birth date"))
    case .stranger(let name, let suggestions):
      return FindingWords(
        message: say(
          "\(quote(name)) в same или different: такого человека нет",
          "\(quote(name)) under same or different: there is nobody of that name"),
        hint: suggestions.isEmpty
          ? say("проверьте имя по анкетам", "compare the name with the questionnaires")
          : say(
            "может быть, \(alternatives(suggestions))?",
            "did you mean \(alternatives(suggestions))?"))
    case .ambiguous(let name, let candidates):
      return FindingWords(
        message: say(
          "\(quote(name)) в different — это может быть \(alternatives(candidates))",
          "\(quote(name)) under different may be \(alternatives(candidates))"),
        hint: fullName(candidates))
    case .sameAndDifferent(let first, let second):
      return FindingWords(
        message: say(
          "\(quote(first)) и \(quote(second)) названы и одним человеком, и разными",
          "\(quote(first)) and \(quote(second)) are said to be one person, and two"),
        hint: say("оставьте что-то одно: same или different", "keep one: same or different"))
    }
  }

  /// What speaks for one person, then what against.
  func text(_ reasons: [PossibleDouble.Reason]) -> String {
    let against = reasons.filter(\.isAgainst)
    let favourable = reasons.filter { !$0.isAgainst }.map { text($0) }.joined(separator: ", ")
    guard !against.isEmpty else { return favourable }
    let words = against.map { text($0) }.joined(separator: ", ")
    return (favourable.isEmpty ? "" : favourable + "; ") + say("но ", "but ") + words
  }

  /// One reason in words; telephone numbers and addresses are never shown.
  func text(_ reason: PossibleDouble.Reason) -> String {
    switch reason {
    case .sameName: say("имя одинаковое", "the same name")
    case .wordOrder: say("другой порядок слов", "another order of the words")
    case .initials: say("инициалы подходят", "the initials fit")
    case .missingWords(let words):
      say("в одном имени нет слова ", "one name lacks ")
        + words.map { quote($0.capitalisedWord) }.joined(separator: ", ")
    case .typo(let one, let other):
      say("похоже на опечатку: ", "looks like a typing error: ")
        + "\(quote(one.capitalisedWord)) – \(quote(other.capitalisedWord))"
    case .hyphen: say("двойная фамилия", "a double surname")
    case .otherSurname: say("фамилия другая", "another surname")
    case .sameBirthDate: say("дата рождения та же", "the same birth date")
    case .nearBirthDate:
      say("даты рождения различаются на одну цифру", "birth dates differ by one digit")
    case .otherBirthDate: say("даты рождения разные", "other birth dates")
    case .samePhone: say("телефон тот же", "the same telephone")
    case .sameEmail: say("почта та же", "the same e-mail")
    case .sameClass: say("класс тот же", "the same class")
    case .otherClass: say("классы разные", "other classes")
    case .otherOrganisation: say("организации разные", "other organisations")
    case .sameForm: say("одна и та же форма", "the same form")
    }
  }
}

extension String {
  /// Names are compared in small letters, and shown as names.
  fileprivate var capitalisedWord: String { prefix(1).uppercased() + dropFirst() }
}
