import Mentorship

/// Where demand exceeds places, and what stands in the way.
extension CheckText {
  /// Lines of one kind that are shown of a form; the rest is counted.
  private static let mostLines = 6

  var shortages: [String] {
    section(messages.say("Где мест меньше, чем желающих:", "Fewer places than mentees:")) { form in
      form.groups.filter(\.isShort).sorted {
        $0.menteeCount - $0.places > $1.menteeCount - $1.places
      }
      .map { group in
        messages.text(group.kind) + ": " + messages.mentees(group.menteeCount) + ", "
          + messages.mentors(group.mentorCount) + ", " + messages.places(group.places)
      }
    }
  }

  var idleMentors: [String] {
    section(
      messages.say("Наставники, которым никто не подходит:", "Mentors for whom there is nobody:")
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
      form.effects.map(messages.text)
    }
  }

  private func section(
    _ heading: String, _ texts: (FormReadiness) -> [String]
  ) -> [String] {
    let lines = report.readiness.flatMap { form -> [String] in
      let all = texts(form)
      var shown = Array(all.prefix(Self.mostLines))
      if all.count > shown.count {
        let more = all.count - shown.count
        shown.append(messages.say("… и ещё \(more)", "… and \(more) more"))
      }
      return shown.flatMap {
        TextLayout.wrap("\(messages.title(form.form)): \($0)", width: width, indent: 2, hanging: 4)
      }
    }
    return lines.isEmpty ? [] : [heading] + lines + [""]
  }
}
