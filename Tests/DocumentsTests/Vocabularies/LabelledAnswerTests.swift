import Mentorship
import Testing

@testable import Documents

@Suite("Free answers read as a curator reads them")
struct LabelledAnswerTests {
  private struct Score {
    var right = 0
    var found = 0
    var expected = 0
    var misses: [String] = []

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, expected)) }
  }

  private func score(_ answers: [LabelledAnswer]) -> Score {
    var findings: [Finding] = []
    let interpreter = AnswerInterpreter(.shipped, &findings)
    var score = Score()
    for answer in answers {
      let read = interpreter.read(answer.text, answer.field, at: Place(file: "test"))
      // What stays as written is no term that was found.
      let terms = Set(read.terms.filter { isTerm($0) })
      score.right += terms.intersection(answer.terms).count
      score.found += terms.count
      score.expected += answer.terms.count
      if terms != answer.terms {
        score.misses.append("\(answer.text): \(terms), not \(answer.terms)")
      }
    }
    return score
  }

  private func isTerm(_ term: Term) -> Bool {
    Vocabularies.shipped.byField.values.contains { $0[term] != nil }
  }

  @Test("of the answers that the vocabularies were tuned on")
  func tuned() {
    let score = score(LabelledAnswer.tuned)
    #expect(LabelledAnswer.tuned.count >= 90)
    #expect(score.precision >= 0.95, "\(score.misses)")
    #expect(score.recall >= 0.8, "\(score.misses)")
  }

  @Test("of answers that nobody looked at while tuning")
  func heldOut() {
    let score = score(LabelledAnswer.heldOut)
    #expect(LabelledAnswer.heldOut.count >= 90)
    #expect(score.precision >= 0.95)
    #expect(score.recall >= 0.8)
  }

  @Test("every expected term is in a vocabulary")
  func labels() {
    for answer in LabelledAnswer.tuned + LabelledAnswer.heldOut {
      for term in answer.terms { #expect(isTerm(term), "\(term)") }
    }
  }
}
