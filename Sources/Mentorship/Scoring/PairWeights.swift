/// What each criterion can earn at most, for every kind of pair of a season.
///
/// The form's weights, changed by the mentee's role model and by what the two people call most important; a
/// perfect pair of any kind has ``Weights/scale`` points.
struct PairWeights {
  private struct Kind: Hashable {
    let form: FormCode
    let model: String?
    let important: Set<Criterion>
  }

  typealias Maximums = [(criterion: Criterion, points: Int)]

  private let maximums: [Kind: Maximums]

  /// - Complexity: O(questionnaires), and a step for every kind of pair that can be.
  init(season: Season) {
    var kinds: Set<Kind> = []
    for form in season.forms {
      let answers = season.questionnaires.filter { $0.form == form.code }
      let mentees = answers.filter { $0.role == .mentee }
      let models = Set(mentees.map(\.roleModel))
      let wished = Set(mentees.map(\.important))
      // A mentor who comes later calls nothing important.
      let offered = Set(answers.filter { $0.role == .mentor }.map(\.important)).union([nil])
      for model in models {
        for one in wished {
          for other in offered {
            let important = Set([one, other].compactMap(\.self))
            kinds.insert(Kind(form: form.code, model: model, important: important))
          }
        }
      }
    }
    let forms = Dictionary(
      season.forms.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    maximums = Dictionary(
      uniqueKeysWithValues: kinds.map { kind in
        (kind, forms[kind.form].map { Self.maximums(of: kind, $0, season.emphasis) } ?? [])
      })
  }

  private static func maximums(of kind: Kind, _ form: Form, _ emphasis: Int) -> Maximums {
    let model = form.models.first { $0.code == kind.model }
    let weights = model.map(form.weights.following) ?? form.weights
    return weights.emphasising(kind.important, times: emphasis).maximums ?? []
  }

  /// Whether a criterion earns anything in some pair of a form.
  func counts(_ criterion: Criterion, in form: FormCode) -> Bool {
    maximums.contains { kind, maximums in
      kind.form == form && maximums.contains { $0.criterion == criterion }
    }
  }

  func maximums(mentee: Questionnaire, mentor: Questionnaire) -> Maximums {
    let important = Set([mentee.important, mentor.important].compactMap(\.self))
    return maximums[Kind(form: mentee.form, model: mentee.roleModel, important: important)] ?? []
  }
}
