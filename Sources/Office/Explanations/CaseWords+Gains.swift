import InstanceFiles
import Mentorship
import Policies
import Problems

extension CaseWords {
  /// What the whole gains: `+1 пара, +640 баллов`.
  func gain(_ change: ObjectiveChange) -> String {
    var words: [String] = []
    if change.matched != 0 {
      words.append(sign(change.matched) + messages.pairs(abs(change.matched)))
    }
    if change.total != 0 || words.isEmpty { words.append(total(change.total)) }
    return words.joined(separator: ", ")
  }

  private func sign(_ number: Int) -> String { number < 0 ? "−" : "+" }

  private func total(_ change: Int) -> String {
    switch solvedCase.origin {
    case .season: sign(change) + messages.points(abs(change))
    case .instance: sum(change)
    }
  }

  /// What a mentor who is looked for should be like.
  func text(_ profile: RecruitReport.Profile) -> String {
    switch profile {
    case .like(let mentor, let capacity):
      messages.say(
        "наставник, похожий на \(name(mentor: mentor)) (\(messages.places(capacity)))",
        "a mentor like \(name(mentor: mentor)) (\(messages.places(capacity)))")
    case .season(let profile): messages.text(profile)
    }
  }

  /// The same without days and grades.
  func shortText(_ profile: RecruitReport.Profile) -> String {
    switch profile {
    case .like: text(profile)
    case .season(let profile): messages.shortText(profile)
    }
  }

  func members(_ profile: RecruitReport.Profile) -> [(String, JSONValue)] {
    switch profile {
    case .like(let mentor, let capacity):
      [("like", json(mentor: mentor)), ("capacity", JSONValue(capacity))]
    case .season(let profile):
      [
        ("form", .string(profile.form.rawValue)),
        ("organisation", profile.organisation.map { .string($0.text) } ?? nil),
        ("requests", JSONValue(profile.requests.map { .string($0.text) })),
        ("subjects", JSONValue(profile.subjects.map { .string($0.text) })),
        ("hours", profile.hours.map { .string($0.text) } ?? nil),
        ("grade", profile.grade.map { JSONValue($0) } ?? nil),
        ("capacity", JSONValue(profile.capacity)),
      ]
    }
  }
}

extension Messages {
  /// A profile in words: form, competences, grade and hours.
  func text(_ profile: MentorProfile) -> String {
    var words = [shortText(profile)]
    if let grade = profile.grade {
      words.append(say("\(grade)-й класс или старше", "grade \(grade) or above"))
    }
    if let hours = profile.hours, !hours.weekdays.isEmpty {
      let text = language == .russian ? hours.text : hours.englishText
      words.append(say("свободен: ", "free: ") + text.replacing("; ", with: ", "))
    }
    return words.joined(separator: "; ")
  }

  /// Without grade and hours.
  func shortText(_ profile: MentorProfile) -> String {
    var competences: [String] = []
    if !profile.requests.isEmpty {
      let help = list(profile.requests.map { quoted($0.text) })
      let isOne = profile.requests.count == 1
      competences.append(
        say("помогает с \(isOne ? "запросом" : "запросами") \(help)", "helps with \(help)"))
    }
    if !profile.subjects.isEmpty {
      let subjects = list(profile.subjects.map(\.text))
      let isOne = profile.subjects.count == 1
      competences.append(
        say(
          "\(isOne ? "предмет" : "предметы"): \(subjects)",
          "\(isOne ? "subject" : "subjects"): \(subjects)"))
    }
    if competences.isEmpty {
      competences.append(say("чем именно поможет, не важно", "whatever the competences"))
    }
    let place = profile.organisation.map { ", \($0.text)" } ?? ""
    return "\(title(profile.form))\(place): " + competences.joined(separator: "; ")
  }
}

extension CaseWords {
  /// What happens to mentees whom the new mentor does not take.
  func moves(besides candidate: RecruitReport.Candidate) -> [Move] {
    moves(of: candidate.others).filter { !candidate.mentees.contains($0.mentee) }
  }
}
