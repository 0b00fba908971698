import Foundation
import Mentorship
import Testing

@testable import Documents

/// Spoilt files: always a result, never a crash, and every finding has a place in a file.
@Suite struct MutationTests {
  @Test func spoiltFilesGiveFindings() throws {
    let folder = try TemporaryFolder()
    var sample = SampleSeason()
    sample.files["season.yaml"]? += """
      weights: {profile: 60, preferences: 40}
      pins: [{mentee: Иванов Пётр, mentor: Сидоров Олег, reason: давно}]
      dependent: [[Иванов Пётр, Петрова Анна]]
      """
    sample.replace(
      "files:",
      with: """
        files:
          - {path: c.csv, kind: consents, columns: {name: ФИО, consent-date: Дата, given-by: Кем}}
          - {path: t.csv, kind: third-party, columns: {name: О ком, not-with: Нельзя, traits: Какой}}
          - path: grid.csv
            kind: answers
            from: mentors
            columns: {name: Кто, ranking: Места, marks-of: Оцените, places-of: "*"}
        """, in: "season.yaml")
    sample.files["c.csv"] = "ФИО,Дата,Кем\nИванов Пётр,01.09.2026,мать Иванова М. П.\n"
    sample.files["t.csv"] = "О ком,Нельзя,Какой\nИванов Пётр,Сидоров О.,строгий\n"
    sample.files["grid.csv"] =
      "Кто,Места,Оцените [Иванов Пётр],Смирнова О.\nСидоров О.,1. Иванов; 2) Смирнова,5,2\n"
    let files = sample.files.map { ($0.key, Array($0.value.utf8)) }.sorted { $0.0 < $1.0 }
    for (path, bytes) in files { try folder.write(bytes, to: path) }
    var unread = 0
    for seed in 0..<3_000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let (path, bytes) = files[Int.random(in: files.indices, using: &random)]
      try folder.write(mutated(bytes, &random), to: path)
      let reading = try folder.read()
      if reading.season == nil {
        unread += 1
        #expect(reading.findings.contains { $0.kind.severity == .error }, "seed \(seed)")
      }
      #expect(reading.findings.allSatisfy { !$0.place.file.isEmpty }, "seed \(seed)")
      try folder.write(bytes, to: path)
    }
    #expect((1..<2_000).contains(unread))
  }

  /// One to three times: bytes flipped, cut, doubled, or replaced by one that means something.
  private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let special = Array("\"';,:\n\r\t[]{}&*#|>-?!%@`\0\u{FEFF}".utf8) + [0xFF, 0xC0, 0x98]
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !result.isEmpty {
      let start = Int.random(in: result.indices, using: &random)
      let end = min(result.count, start + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: result[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: result.removeSubrange(start..<end)
      case 2: result.insert(contentsOf: result[start..<end], at: start)
      case 3: result.removeSubrange(start...)
      case 4: result[start] = special.randomElement(using: &random) ?? 0
      default: result.insert(special.randomElement(using: &random) ?? 0, at: start)
      }
    }
    return result
  }
}
