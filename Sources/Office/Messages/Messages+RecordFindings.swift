import Mentorship
import Problems

extension Messages {
  /// The words of a finding about consents, third parties, admission, or answers about one person each.
  func words(_ finding: RecordFinding) -> FindingWords {
    switch language {
    case .russian: russian(finding)
    case .english: english(finding)
    }
  }

  private func words(_ message: String, _ hint: String) -> FindingWords {
    FindingWords(message: message, hint: hint)
  }

  private func russian(_ finding: RecordFinding) -> FindingWords {
    switch finding {
    case .nobody(let name, [], _):
      words("\(quote(name)): в сезоне такого человека нет, строка не учтена", notNeeded)
    case .nobody(let name, let suggestions, _):
      words("\(quote(name)): в сезоне такого человека нет, строка не учтена", maybe(suggestions))
    case .ambiguous(let name, let candidates, _):
      words(
        "\(quote(name)) — это может быть \(alternatives(candidates)); строка не учтена",
        fullName(candidates))
    case .undated(let name, let kind):
      words("\(name): \(text(kind)) без даты не учитывается", "впишите дату документа")
    case .consentContradicted(let name, true):
      words(
        "\(name): в анкете отказ, а в реестре есть действующее согласие; учтён реестр",
        "уточните у участника и исправьте анкету или реестр")
    case .consentContradicted(let name, false):
      words(
        "\(name): в анкете согласие есть, а в реестре нет действующего на дату сезона; учтён реестр",
        "внесите документ в реестр или исправьте его даты")
    case .consentGiverUnknown(let name):
      words(
        "\(name): участник несовершеннолетний, а кем дано согласие, не указано",
        "впишите законного представителя")
    case .consentGiverUnknownInFile(let count):
      words(
        "в реестре не указано, кем даны согласия, а несовершеннолетних в нём: \(count)",
        "добавьте столбец given-by: за детей согласие даёт законный представитель")
    case .consentAgeUnknown(let name):
      words(
        "\(name): согласие дано лично, а дата рождения не указана",
        "добавьте дату рождения в анкету")
    case .registerMute(let columns):
      words(
        "непонятно, какой столбец говорит, что согласие получено (не узнаны: "
          + "\(list(columns.map(quote)))); ни одна строка не учтена",
        "укажите его в columns: consent (да, нет), consent-date (дата) или number (номер)")
    case .partnerUnknown(let name, let suggestions):
      words(
        "\(quote(name)) не найден(а): запрет на эту пару не действует",
        suggestions.isEmpty
          ? "исправьте имя или уберите его, если этого человека в сезоне нет" : maybe(suggestions))
    case .partnerAmbiguous(let name, let candidates):
      words(
        "\(quote(name)) — это может быть \(alternatives(candidates)): запрет на пару не действует",
        fullName(candidates))
    case .traitsUnknown:
      words(
        "есть запрет по качествам, но ни в одной анкете качеств нет: он не действует",
        "добавьте в анкеты столбец traits или запретите пары по именам")
    case .admissionOrder(let name, let earlier, let later):
      words(
        "\(name): «\(text(later))» раньше, чем «\(text(earlier))», или без этого",
        "исправьте даты; порядок: собеседование, обучение, допуск")
    case .placeInvalid(let value):
      words("место \(quote(value)) — не число от 1 до 100", "впишите номер места: 1, 2, 3")
    case .aboutMissing: words("не указано, о ком строка", "впишите имя или удалите строку")
    }
  }

  private func english(_ finding: RecordFinding) -> FindingWords {
    switch finding {
    case .nobody(let name, [], _):
      words("\(quote(name)) is nobody in the season; the row is left aside", notNeeded)
    case .nobody(let name, let suggestions, _):
      words("\(quote(name)) is nobody in the season; the row is left aside", maybe(suggestions))
    case .ambiguous(let name, let candidates, _):
      words(
        "\(quote(name)) may be \(alternatives(candidates)); the row is left aside",
        fullName(candidates))
    case .undated(let name, let kind):
      words("\(name): the \(text(kind)) has no date and does not count", "add the paper's date")
    case .consentContradicted(let name, true):
      words(
        "\(name): refused in the questionnaire, valid in the register; the register counts",
        "ask, and correct one of the two")
    case .consentContradicted(let name, false):
      words(
        "\(name): given in the questionnaire, but the register has none valid on the season's date; the"
          + " register counts",
        "enter the paper, or correct its dates")
    case .consentGiverUnknown(let name):
      words("\(name) is a minor, and it is not said who consented", "enter the representative")
    case .consentGiverUnknownInFile(let count):
      words(
        "the register does not say who consented, and \(count) in it are minors",
        "map a column given-by: for children a legal representative consents")
    case .consentAgeUnknown(let name):
      words("\(name) consented alone, and there is no birth date", "add it to the questionnaire")
    case .registerMute(let columns):
      words(
        "no telling which column says that a consent was given (not recognised: "
          + "\(list(columns.map(quote)))); no row counts",
        "state it under columns: consent (yes, no), consent-date or number")
    case .partnerUnknown(let name, let suggestions):
      words(
        "nobody is called \(quote(name)): the pair is not ruled out",
        suggestions.isEmpty
          ? "correct the name, or remove it if nobody of the season is meant" : maybe(suggestions))
    case .partnerAmbiguous(let name, let candidates):
      words(
        "\(quote(name)) may be \(alternatives(candidates)): the pair is not ruled out",
        fullName(candidates))
    case .traitsUnknown:
      words(
        "traits are ruled out, but no questionnaire states any: nobody is",
        "map a column traits in the questionnaires, or rule out people by name")
    case .admissionOrder(let name, let earlier, let later):
      words(
        "\(name): \(quote(text(later))) before \(quote(text(earlier))), or without it",
        "correct the dates; the order is interview, training, admission")
    case .placeInvalid(let value):
      words("place \(quote(value)) is no number from 1 to 100", "write the place: 1, 2, 3")
    case .aboutMissing: words("the row says about nobody", "add the name, or delete the row")
    }
  }

  private var notNeeded: String {
    say(
      "если человек участвует, проверьте имя; иначе ничего делать не нужно",
      "if this one takes part, check the name; else nothing is needed")
  }
}
