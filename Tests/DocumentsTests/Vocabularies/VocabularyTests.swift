import Mentorship
import Testing

@testable import Documents

@Suite struct VocabularyTests {
  @Test("the shipped vocabularies are read without a finding, and are rich")
  func shipped() {
    let sizes: [(Field, [UInt8], Int)] = [
      (.requests, PackageResources.requests_yaml, 30),
      (.subjects, PackageResources.subjects_yaml, 35),
      (.interests, PackageResources.interests_yaml, 60),
    ]
    for (field, bytes, least) in sizes {
      let (vocabulary, findings) = Vocabularies.readShipped(bytes, field)
      #expect(findings == [])
      #expect(vocabulary.entries.count >= least, "\(field)")
      for entry in vocabulary.entries {
        #expect(!entry.english.isEmpty && !entry.synonyms.isEmpty, "\(entry.term)")
      }
    }
  }

  @Test("no wording stands for two terms, whatever its endings")
  func wordings() {
    let lexicon = Lexicon()
    for (field, vocabulary) in Vocabularies.shipped.byField {
      var owners: [Term: Term] = [:]
      var stemmed: [Set<String>: Term] = [:]
      for entry in vocabulary.entries {
        for wording in entry.wordings {
          #expect(owners[wording] == nil, "\(field): \(wording)")
          owners[wording] = entry.term
          let words = Set(
            AnswerText(wording, lexicon).words.map { lexicon[$0.id].stem })
          #expect(
            stemmed[words].map { $0 == entry.term } ?? true,
            "\(field): \(wording): \(entry.term), \(stemmed[words] ?? entry.term)")
          stemmed[words] = entry.term
        }
      }
    }
  }

  @Test("every wording is read as its term, in other letters too")
  func exact() {
    var findings: [Finding] = []
    let interpreter = AnswerInterpreter(.shipped, &findings)
    for (field, vocabulary) in Vocabularies.shipped.byField {
      for entry in vocabulary.entries {
        for wording in entry.wordings where !wording.text.contains(",") {
          let read = interpreter.read(wording.text.uppercased(), field, at: Place(file: "a"))
          #expect(read.terms == [entry.term] && read.readings.isEmpty, "\(wording)")
        }
      }
    }
  }

  private func merged(_ yaml: String) -> (Vocabulary, [Finding]) {
    var (root, findings) = YAMLReader.read(yaml, file: "a.yaml")
    let base = Vocabulary([
      .init(term: Term("шахматы"), synonyms: [Term("шашки")]), .init(term: Term("бокс")),
    ])
    let vocabulary = root.map {
      VocabularyReader(field: .interests).read($0, over: base, &findings)
    }
    return (vocabulary ?? base, findings)
  }

  @Test("a school adds terms and synonyms, takes a synonym away, leaves terms out")
  func school() {
    let (vocabulary, findings) = merged(
      """
      schema: nastavnik.vocabulary/1
      without: [Бокс]
      terms:
        шашки: {en: draughts, synonyms: [стоклеточные шашки]}
        Шахматы: [гамбит]
      """)
    #expect(findings == [])
    #expect(vocabulary.entries.map(\.term.text) == ["шахматы", "шашки"])
    #expect(vocabulary.entries[0].synonyms == [Term("гамбит")])
    #expect(vocabulary.entries[1].english == "draughts")
  }

  @Test func replacing() {
    let (vocabulary, findings) = merged(
      "{schema: nastavnik.vocabulary/1, replace: yes, terms: {го: [вэйци]}}")
    #expect(findings == [])
    #expect(vocabulary.entries.map(\.term.text) == ["го"])
  }

  @Test("what is wrong is said, with the place")
  func mistakes() {
    let (_, findings) = merged(
      """
      schema: nastavnik.vocabulary/1
      without: [шахмоты]
      terms:
        го: [вэйци]
        падук: [вэйци, {a: b}]
        рэндзю: {for: all}
      """)
    #expect(
      findings.map(\.kind) == [
        .vocabulary(
          .termUnknown(text: "шахмоты", field: .interests, suggestion: "шахматы")),
        .valueInvalid(key: "terms.падук[1]", text: "{…}", expected: .text),
        .vocabulary(.wordingTwice(text: "вэйци", first: "го", second: "падук")),
        .valueInvalid(
          key: "terms.рэндзю.for", text: "all",
          expected: .oneOf(["pupils", "teachers"], suggestion: nil)),
      ])
    #expect(findings.allSatisfy { $0.place.line != nil })
  }
}
