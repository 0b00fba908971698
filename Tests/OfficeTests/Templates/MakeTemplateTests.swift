import Documents
import Foundation
import Mentorship
import Problems
import Testing

@testable import Office

@Suite("Questionnaires and answer sheets to hand out")
struct MakeTemplateTests {
  private func columns(_ form: Form, _ role: Role, _ language: Language) -> [TemplateColumn] {
    let columns = TemplateColumns(messages: Messages(language), vocabularies: .shipped)
    return form.templateFields(role).flatMap { columns.column($0, role, form) }
  }

  @Test(
    "every form and role has the columns that its rules need, each once, short enough to be shown")
  func forms() throws {
    for form in FormCatalogue.standard {
      for role in Role.allCases {
        let fields = form.templateFields(role)
        #expect(Set(fields).count == fields.count)
        for rule in form.rules {
          guard let fact = rule.fact, fact == .hours else { continue }
          #expect(fields.contains(fact), "\(form.code) \(role): \(fact)")
        }
        for language in [Language.russian, .english] {
          let columns = columns(form, role, language)
          #expect(columns.count >= fields.count + 6)
          #expect(Set(columns.map(\.header)).count == columns.count)
          #expect(columns.allSatisfy { $0.hint.count <= 255 })
          let bytes = try MakeTemplate(messages: Messages(language)).questionnaire(
            of: role, form: form)
          #expect(bytes.starts(with: [0x50, 0x4B]), "\(form.code) \(role)")
        }
      }
    }
  }

  @Test("what a list offers is read as what it says, in both languages")
  func lists() throws {
    let form = try MakeTemplate.form("teacher-teacher")
    for language in [Language.russian, .english] {
      for column in columns(form, .mentee, language) where !column.isStrict {
        guard case .list(let items) = column.rule else { continue }
        #expect(items.count > 30 && Set(items).count == items.count)
        for item in items {
          let isTerm = Vocabularies.shipped.byField.values.contains { vocabulary in
            vocabulary.entries.contains { $0.wordings.contains(Term(item)) }
          }
          #expect(isTerm, "\(item)")
        }
      }
    }
  }

  @Test("a list offers pupils what is for pupils, teachers what is for teachers")
  func audiences() throws {
    func offers(_ code: String, _ word: String) throws -> Bool {
      let form = try MakeTemplate.form(code)
      return columns(form, .mentor, .russian).contains { column in
        if case .list(let items) = column.rule { items.contains(word) } else { false }
      }
    }
    #expect(try offers("student-student", "Профориентация"))
    #expect(try !offers("teacher-teacher", "Профориентация"))
    #expect(try offers("teacher-teacher", "Оценивание"))
    #expect(try !offers("student-student", "Оценивание"))
  }

  @Test(
    "a filled-in questionnaire is imported: every column is recognised, the instructions are nobody"
  )
  func roundTrip() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    for form in FormCatalogue.standard {
      for (role, kind) in [(Role.mentee, "mentees"), (.mentor, "mentors")] {
        for language in [Language.russian, .english] {
          let columns = columns(form, role, language)
          var spreadsheet = MakeTemplate(messages: Messages(language))
            .spreadsheet(of: role, form: form, vocabularies: .shipped)
          spreadsheet.sheets[0].rows.append(columns.map { .text($0.example) })
          try SpreadsheetWriter.bytes(of: spreadsheet).write(to: file)
          let report = try ImportFiles(kind: kind).report([file.path])
          let imported = try #require(report.files.first)
          #expect(imported.new.count == 1 && imported.unused == [], "\(form.code) \(kind)")
          #expect(
            Set(imported.columns.flatMap(\.headers)) == Set(columns.map(\.header)),
            "\(form.code) \(kind)")
          #expect(Set(imported.columns.map(\.field)) == Set(form.templateFields(role)))
          #expect(!report.findings.contains { $0.kind.severity == .error }, "\(report.findings)")
        }
      }
    }
  }

  @Test("a questionnaire that nobody filled in is told to be one")
  func unfilled() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    for form in FormCatalogue.standard {
      for (role, kind) in [(Role.mentee, "mentees"), (.mentor, "mentors")] {
        try MakeTemplate(messages: Messages(.russian)).questionnaire(of: role, form: form)
          .write(to: file)
        let report = try ImportFiles(kind: kind).report([file.path])
        let codes = report.findings.map(\.kind.code)
        #expect(codes.contains("N0217") && !codes.contains("N0215"), "\(form.code): \(codes)")
        #expect(report.files.first?.sheet == "Анкета", "\(form.code)")
      }
    }
  }

  @Test("equal calls are equal bytes")
  func deterministic() throws {
    let form = try MakeTemplate.form("ученик – ученик")
    let use = MakeTemplate(messages: Messages(.russian))
    #expect(
      try use.questionnaire(of: .mentee, form: form)
        == use.questionnaire(of: .mentee, form: form))
  }

  @Test("an unknown form or word: did you mean")
  func suggestions() {
    func suggestion(_ body: () throws -> Void) -> String? {
      do {
        try body()
      } catch OfficeError.unknownChoice(_, _, let suggestion, _) {
        return suggestion
      } catch {}
      return nil
    }
    #expect(suggestion { _ = try MakeTemplate.form("student-studnet") } == "student-student")
    #expect(suggestion { _ = try MakeTemplate.form("учитель – учитиль") } == "teacher-teacher")
    #expect(suggestion { _ = try MakeTemplate.form("xyz") } == nil)
    #expect(
      suggestion {
        _ = try MakeTemplate.choice("mentes", option: "--kind", among: MakeTemplate.Kind.names)
      } == "mentees")
  }

  @Test("names that look like formulas are none")
  func formulas() {
    #expect(TemplateSheets.safe("=1+1") == "'=1+1")
    #expect(TemplateSheets.safe("Иванов-Петров") == "Иванов-Петров")
  }
}
