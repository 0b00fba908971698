/// Turns the curator's sets of mentees into seats, and finds those that mean nothing.
struct MenteeSetResolver {
  let season: Season
  let seats: Seats

  func together(_ findings: inout [Finding]) -> [SideRules.Companions] {
    season.together.flatMap { set -> [SideRules.Companions] in
      let forms = forms(of: set).filter { form in
        set.people.allSatisfy { isMentee($0, in: form) }
      }
      if forms.isEmpty {
        findings.append(noCommonForm(set, set.people))
      }
      return forms.compactMap { form in
        findings += excluded(from: set, in: form)
        return companions(set, form, .together(set.people, reason: set.reason))
      }
    }
  }

  func apart(_ findings: inout [Finding]) -> [SideRules.Companions] {
    season.apart.flatMap { set -> [SideRules.Companions] in
      let forms = forms(of: set)
      let alone = set.people.filter { person in
        !forms.contains { form in
          isMentee(person, in: form)
            && set.people.contains { $0 != person && isMentee($0, in: form) }
        }
      }
      if !alone.isEmpty { findings.append(noCommonForm(set, alone)) }
      return forms.compactMap { companions(set, $0, .apart(set.people, reason: set.reason)) }
    }
  }

  /// Two people who must be together and must not.
  var contradictions: [Finding] {
    season.apart.flatMap { apart in
      season.together.compactMap { together -> Finding? in
        let both = apart.people.filter(together.people.contains)
        let isOneForm = apart.form == together.form || apart.form == nil || together.form == nil
        guard both.count > 1, isOneForm else { return nil }
        return Finding(.rule(.togetherAndApart(names: both.map(\.rawValue))), at: apart.place)
      }
    }
  }

  private func forms(of set: MenteeSet) -> [FormCode] {
    set.form.map { [$0] } ?? season.forms.map(\.code)
  }

  private func isMentee(_ person: PersonID, in form: FormCode) -> Bool {
    season.questionnaires.contains {
      $0.person == person && $0.form == form && $0.role == .mentee
    }
  }

  private func companions(
    _ set: MenteeSet, _ form: FormCode, _ rule: SeasonRule
  ) -> SideRules.Companions? {
    let mentees = seats.mentees.indices.filter {
      seats.mentees[$0].form == form && set.people.contains(seats.mentees[$0].person)
    }
    return mentees.count < 2 ? nil : SideRules.Companions(rule: rule, mentees: mentees)
  }

  /// Who takes no part, so that the others of the set go together without.
  private func excluded(from set: MenteeSet, in form: FormCode) -> [Finding] {
    seats.exclusions.filter {
      $0.questionnaire.role == .mentee && $0.questionnaire.form == form
        && set.people.contains($0.questionnaire.person)
    }
    .map {
      let kind = RuleFinding.memberExcluded(
        name: $0.questionnaire.person.rawValue, gates: $0.gates)
      return Finding(.rule(kind), at: set.place)
    }
  }

  private func noCommonForm(_ set: MenteeSet, _ people: [PersonID]) -> Finding {
    Finding(.rule(.noCommonForm(names: people.map(\.rawValue))), at: set.place)
  }
}
