import Documents
import InstanceFiles
import Mentorship
import Policies
import Problems
import Verification

extension OfficeError {
  /// The exit code of the command line.
  public var exitCode: Int32 {
    switch self {
    case .folder, .noSuchFile: 66
    case .findings, .problem, .noProposal, .foreignProposal, .proposalNotBest, .notApproved,
      .strangers:
      65
    case .instanceFile(_, let error): error.exitCode
    case .noAnswer: 3
    case .limitReached: 4
    case .policyConflict, .nothingApproved, .unknownChoice, .unknownForm, .seasonNeeded,
      .notPriced, .noNumber, .unknownPerson, .otherSide, .ambiguousPerson, .severalForms,
      .otherForm, .tooDifferent,
      .backend(.notANetwork),
      .backend(.needsPrograms), .needsGLPK:
      64
    case .backend(.numbersTooLarge), .backend(.negativePoints), .backend(.policy),
      .backend(.problem):
      65
    case .backend(.disagreement), .backend(.goalsDisagree), .backend(.failed), .rejected, .violated,
      .unexpected:
      1
    case .cannotWrite: 73
    }
  }
}

extension InstanceFileError {
  /// The exit code of the command line.
  var exitCode: Int32 {
    switch self {
    case .missingFile: 66
    case .unknownFormat: 64
    default: 65
    }
  }
}

extension Messages {
  /// One line for people: what went wrong, where, and how to mend it.
  public func text(_ error: OfficeError) -> String {
    switch error {
    case .folder(.noSuchFolder(let path)):
      say("нет папки «\(path)»", "no folder “\(path)”")
    case .folder(.noSeasonFile(let path)):
      say(
        "нет файла «\(path)»: папка сезона начинается с него",
        "no file “\(path)”: a season's folder starts from it")
    case .findings(let findings):
      say("сначала исправьте ошибки. ", "fix the errors first. ") + tally(findings)
    case .instanceFile(_, .missingFile(let path)), .noSuchFile(let path):
      say("нет файла «\(path)»", "no file “\(path)”")
    case .instanceFile(_, .folder(let path)):
      say("«\(path)» — папка, а нужен файл", "“\(path)” is a folder, and a file is needed")
    case .instanceFile(let file, let error): "\(file): \(error.text(in: language))"
    case .problem(let error): text(error)
    case .policyConflict(let policy, let coverage):
      say(
        "правило \(policy) противоречит настройке coverage: \(coverage); уберите --policy"
          + " или измените coverage",
        "policy \(policy) contradicts coverage: \(coverage); drop --policy or change coverage"
      )
    case .nothingApproved:
      say(
        "цель changes: назовите утверждённые пары, --approved РЕШЕНИЕ",
        "goal changes: name the approved pairs, --approved SOLUTION")
    case .notApproved(let file):
      say(
        "\(file): здесь нет утверждённых пар; нужно решение nastavnik.solution/1 либо JSON команды propose"
          + " или alternatives, для сезона — с именами",
        "\(file): no approved pairs here; give a nastavnik.solution/1, or the JSON of propose or"
          + " alternatives, for a season with names")
    case .noNumber(let goal):
      say(
        "цель \(goal.rawValue) — не одно число, цены у неё нет; возьмите worst",
        "goal \(goal.rawValue) is not one number and has no price; use worst")
    case .notPriced(let policy):
      say(
        "цены считаются в парах и баллах, у правила \(policy) их нет; уберите --policy или назовите"
          + " coverage-first либо max-points",
        "prices are in pairs and points, policy \(policy) has none; drop --policy, or name"
          + " coverage-first or max-points")
    case .noAnswer(let impossibility?): text(impossibility)
    case .noAnswer(nil):
      say(
        "ни одно решение не соблюдает всех правил; почему, скажет nastavnik solve",
        "nothing satisfies all the rules; nastavnik solve says why")
    case .limitReached: say("время вышло раньше, чем найден ответ", "time ran out")
    case .unknownPerson(let name, let suggestions):
      say("«\(name)» нет в списках", "nobody is called “\(name)”")
        + (suggestions.isEmpty
          ? say("; проверьте, как пишется имя", "; check how the name is written")
          : say("; может быть, ", "; did you mean ") + either(suggestions.map(quoted)) + "?")
    case .otherSide(let name, .mentees):
      say("\(name) — наставляемый: --mentee", "\(name) is a mentee: --mentee")
    case .otherSide(let name, .mentors):
      say("\(name) — наставник: --mentor", "\(name) is a mentor: --mentor")
    case .ambiguousPerson(let name, let candidates):
      say("«\(name)» может быть ", "“\(name)” may be ") + either(candidates.map(quoted))
        + say("; назовите полностью", "; give the full name")
    case .severalForms(let name, let forms):
      say(
        "\(name) — в нескольких формах; назовите одну: --form \(either(forms))",
        "\(name) is in several forms; name one: --form \(either(forms))")
    case .otherForm(let name, let form, let forms):
      say(
        "\(name) — не в форме «\(form)», а в \(forms.count == 1 ? "форме" : "формах")"
          + " \(forms.map(quote).joined(separator: ", ")); уберите --form или назовите другую",
        "\(name) is not in the form “\(form)” but in \(forms.map(quote).joined(separator: ", "));"
          + " drop --form or name another")
    case .strangers(let file):
      say(
        "\(file): никого из этих пар нет в списках; похоже, это пары другого сезона",
        "\(file): nobody of these pairs is in the lists; they seem to be those of another season")
    case .tooDifferent(let asked, let pairs):
      say(
        "--differ \(asked): в лучшем решении только \(self.pairs(pairs)); назовите число от 1 до \(pairs)",
        "--differ \(asked): the best solution has only \(self.pairs(pairs)); name a number from 1 to \(pairs)"
      )
    case .noProposal(let file):
      say(
        "\(file): это не проект сезона; его печатает nastavnik propose --json",
        "\(file): not a season's proposal; nastavnik propose --json prints one")
    case .foreignProposal(let file):
      say(
        "\(file): проект составлен по другим данным; подберите пары заново",
        "\(file): the proposal was made from other inputs; propose again")
    case .proposalNotBest(let file):
      say(
        "\(file): это не лучшее решение; объяснения и цены есть только у лучшего",
        "\(file): not the best solution; explanations and prices are those of the best")
    case .backend(let error): text(error)
    case .needsGLPK(let rule):
      say(
        "правило «\(text(rule))» не под силу венгерскому методу; возьмите --backend auto или glpk",
        "the Hungarian method cannot hold the rule “\(text(rule))”; use --backend auto or glpk")
    case .rejected(let problems):
      say(
        "независимая проверка отвергла результат, он не показан: ",
        "the independent checker rejects the result, it is not shown: ")
        + problems.prefix(3).map { String(describing: $0) }.joined(separator: "; ")
    case .violated(let violations):
      say(
        "пары нарушают правила, они не показаны: ", "the pairs break rules, they are not shown: ")
        + violations.prefix(3).map { String(describing: $0) }.joined(separator: "; ")
    case .unknownChoice(let option, let text, let suggestion, let choices):
      "\(option): \(quote(text)) — "
        + (suggestion.map { say("может быть, \(quote($0))?", "did you mean \(quote($0))?") }
          ?? say("нужно \(either(choices))", "must be \(either(choices))"))
    case .seasonNeeded:
      say(
        "для листа ответов назовите папку сезона: в нём имена участников",
        "name a season's folder: an answer sheet has the names of its people")
    case .cannotWrite(let path, let reason):
      say("не удалось записать «\(path)»: \(reason)", "cannot write “\(path)”: \(reason)")
    case .unknownForm(let form, let codes):
      say(
        "формы «\(form)» нет; есть: \(codes.joined(separator: ", "))",
        "there is no form “\(form)”; there are: \(codes.joined(separator: ", "))")
    case .unexpected(let text): text
    }
  }

  /// Why a policy could not be run.
  func text(_ error: PolicyError) -> String {
    switch error {
    case .backend(let error): text(error)
    case .unknownRule(let rule):
      say(
        "это правило подбора не знает условия \(rule.path); снимите его или возьмите другое правило",
        "this policy does not know the rule \(rule.path); drop the rule or use another policy")
    case .severalMentors(let mentee):
      say(
        "это правило подбора — для одного наставника каждому, а наставляемому \(mentee) нужно больше",
        "this policy gives one mentor each, and mentee \(mentee) asks for more")
    }
  }

  private func text(_ error: BackendError) -> String {
    switch error {
    case .notANetwork(let rule):
      say(
        "правило \(rule.path) не под силу венгерскому методу; возьмите --backend auto или glpk",
        "the Hungarian method cannot hold \(rule.path); use --backend auto or glpk")
    case .disagreement(let hungarian, let glpk):
      say(
        "два решателя расходятся: hungarian — \(text(hungarian)), glpk — \(text(glpk)); результат не"
          + " показан",
        "the two backends disagree: hungarian — \(text(hungarian)), glpk — \(text(glpk)); no result is"
          + " shown")
    case .goalsDisagree(let hungarian, let glpk):
      say(
        "два решателя расходятся: hungarian — \(text(hungarian)), glpk — \(text(glpk)); результат не"
          + " показан",
        "the two backends disagree: hungarian — \(text(hungarian)), glpk — \(text(glpk)); no result is"
          + " shown")
    case .needsPrograms:
      say(
        "это правило подбора не под силу венгерскому методу; возьмите --backend auto или glpk",
        "the Hungarian method cannot hold this policy; use --backend auto or glpk")
    case .policy(let error): text(error)
    case .negativePoints(let pair):
      say(
        "Σ log(1 + баллы) считается только для баллов от 0: у пары [\(pair.mentee), \(pair.mentor)]"
          + " меньше; возьмите другое правило",
        "Σ log(1 + points) is for points from 0 up: pair [\(pair.mentee), \(pair.mentor)] has less;"
          + " use another policy")
    case .problem(let error): text(error)
    case .failed(let words): "GLPK: \(words)"
    case .numbersTooLarge(let limit):
      say(
        "числа слишком велики для точного счёта в GLPK (предел \(limit)); уменьшите их или возьмите"
          + " --backend hungarian",
        "the numbers are too large for GLPK to be exact (limit \(limit)); make them smaller or use"
          + " --backend hungarian")
    }
  }

  private func text(_ values: [GoalValue]) -> String {
    values.map { "\($0.goal.rawValue) \($0.numbers.map(String.init).joined(separator: " "))" }
      .joined(separator: ", ")
  }

  private func text(_ summary: BackendError.Summary) -> String {
    switch summary {
    case .optimal(let objective): "\(objective.matched), \(objective.total)"
    case .limitReached: say("предел времени", "limit reached")
    case .infeasible: say("решения нет", "infeasible")
    }
  }

  private func text(_ error: ProblemError) -> String {
    switch error {
    case .numbersTooLarge(let pair, let points):
      say(
        "числа слишком велики для точного счёта: \(points) у пары [\(pair.mentee), \(pair.mentor)]",
        "numbers too large to stay exact: \(points) at pair [\(pair.mentee), \(pair.mentor)]")
    case .raggedRow, .featureTooLarge, .countMismatch, .pairOutOfRange, .duplicatePair,
      .negativeDemand,
      .negativeCapacity, .negativeMinimum, .quotaMemberOutOfRange, .fixedNotEligible, .fixedTwice,
      .groupTooSmall, .groupMemberOutOfRange, .groupMemberTwice, .hoursOfNobody, .hoursOutOfRange:
      say("задача составлена неверно: ", "the problem is malformed: ") + String(describing: error)
    }
  }
}
