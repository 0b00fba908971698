import Mentorship
import Testing

@testable import Documents

/// What headers are taken to mean.
@Suite struct ColumnGuessTests {
  private struct Sample {
    let kind: FileEntry.Kind
    let header: String
    let field: Field?
  }

  private func samples(_ lines: String) -> [Sample] {
    lines.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|").map(String.init)
      let kinds: [String: FileEntry.Kind] = [
        "m": .questionnaires(.mentor), "e": .questionnaires(.mentee), "a": .answers(.mentee),
      ]
      return kinds[parts[0]].map {
        Sample(kind: $0, header: parts[1], field: Field(rawValue: parts[2]))
      }
    }
  }

  static func table(_ header: [String], _ rows: [[String]] = []) -> Table {
    let lines = ([header] + rows).map { cells in
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
    }
    var findings: [Finding] = []
    let read = Table.read(Array(lines.joined(separator: "\n").utf8), file: "t.csv", separator: 0x2C)
    findings += read.findings
    return read.table ?? Table(file: "t.csv", header: [], rows: [], &findings)
  }

  private func guess(_ sample: Sample) -> Field? {
    let guess = ColumnGuess(
      Self.table([sample.header, ""]), kind: sample.kind, fields: sample.kind.guessedFields)
    return guess.columns.keys.first
  }

  @Test func patternsAreWhole() {
    #expect(ColumnPatterns.standard.findings == [])
    #expect(ColumnPatterns.standard.stops.count > 50)
  }

  @Test func headersOfSchools() {
    for lines in [HeaderSamples.seen, HeaderSamples.unseen] {
      let samples = samples(lines)
      #expect(samples.count >= 100)
      var wrong: [String] = []
      for sample in samples {
        let found = guess(sample)
        if found != sample.field {
          wrong.append(
            "\(sample.header): \(found?.rawValue ?? "-") for \(sample.field?.rawValue ?? "-")")
        }
        let isGrave = found == .name || found == .consent
        #expect(!isGrave || found == sample.field, "\(sample.header)")
      }
      #expect(wrong.count * 20 <= samples.count, "\(wrong.joined(separator: "\n"))")
    }
  }
}
