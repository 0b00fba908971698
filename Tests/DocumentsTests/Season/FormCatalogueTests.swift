import Mentorship
import Testing

@testable import Documents

@Suite("The forms of the programme")
struct FormCatalogueTests {
  @Test("are read without a finding, all six")
  func complete() {
    let (forms, findings) = FormCatalogue.read()
    #expect(findings == [])
    #expect(
      forms.map(\.code.rawValue) == [
        "student-student", "teacher-teacher", "employer-student", "teacher-student",
        "university-student", "employer-university",
      ])
    #expect(FormCatalogue.standard == forms)
  }

  @Test("each asks for consent and admission, and its models weigh something")
  func rules() {
    for form in FormCatalogue.standard {
      #expect(form.rules.prefix(2) == [.consent, .admission], "\(form.code)")
      #expect(form.rules.contains(.independence), "\(form.code)")
      #expect(!form.models.isEmpty && form.capacityLimit > 0, "\(form.code)")
      #expect(form.title.russian != form.code.rawValue, "\(form.code)")
      for model in form.models {
        let maximums = form.weights.following(model).maximums ?? []
        #expect(maximums.reduce(0) { $0 + $1.points } == Weights.scale, "\(model.code)")
        #expect(model.criteria.values.reduce(0, +) == 100, "\(form.code) \(model.code)")
      }
    }
  }
}
