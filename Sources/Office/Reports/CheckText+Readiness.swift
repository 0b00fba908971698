import Mentorship

/// Where demand exceeds places, and what stands in the way.
extension CheckText {
  /// Lines of one kind that are shown of a form; the rest is counted.
  private static let mostLines = 6

  /// People whom no mentor fits; of a form without mentors it is said once.
  var stranded: [String] {
    section(
      messages.say("Кому не подходит ни один наставник:", "Mentees whom no mentor fits:"),
      most: .max
    ) { form in
      if form.mentorCount == 0, form.menteeCount > 0 {
        return [
          messages.say("наставников нет, ", "no mentors, ") + messages.mentees(form.menteeCount)
        ]
      }
      return form.stranded.map { one in
        let reason = UnmatchedReason.noEligibleMentor(one.removals, mentorCount: form.mentorCount)
        return "\(one.person.rawValue): \(messages.text(reason, in: form.form))"
      }
    }
  }

  var shortages: [String] {
    section(messages.say("Где мест меньше, чем желающих:", "Fewer places than mentees:")) { form in
      if form.mentorCount == 0 { return [] }
      return form.groups.filter(\.isShort).sorted {
        $0.menteeCount - $0.places > $1.menteeCount - $1.places
      }
      .map { group in
        messages.text(group.kind) + ": " + messages.mentees(group.menteeCount) + ", "
          + (group.mentorCount == 0
            ? messages.say("наставников нет", "no mentors")
            : messages.mentors(group.mentorCount) + ", " + messages.places(group.places))
      }
    }
  }

  var idleMentors: [String] {
    section(
      messages.say(
        "Наставники, которым никто не подходит (в скобках — скольких наставляемых исключает правило):",
        "Mentors for whom there is nobody (in brackets: how many mentees the rule excludes):")
    ) { form in
      form.idle.map { one in
        one.person.rawValue
          + (one.removals.isEmpty ? "" : ": " + messages.causes(one.removals))
      }
    }
  }

  var effects: [String] {
    section(
      messages.say("Что мешает, каждое правило само по себе:", "What each rule alone holds back:")
    ) { form in
      form.effects.filter(\.isFelt).map(messages.text)
    }
  }

  private func section(
    _ heading: String, most: Int = CheckText.mostLines, _ texts: (FormReadiness) -> [String]
  ) -> [String] {
    let lines = report.readiness.flatMap { form -> [String] in
      let all = texts(form)
      var shown = Array(all.prefix(most))
      if all.count > shown.count {
        let more = all.count - shown.count
        shown.append(messages.say("… и ещё \(more)", "… and \(more) more"))
      }
      return shown.flatMap {
        TextLayout.wrap("\(messages.title(form.form)): \($0)", width: width, indent: 2, hanging: 4)
      }
    }
    return lines.isEmpty ? [] : [heading] + lines
  }
}

extension RuleEffect {
  /// Whether anybody would be better off without it: most rules only narrow the choice.
  fileprivate var isFelt: Bool { relievedCount > 0 || matchedGain > 0 || peopleCount > 0 }
}
