import Foundation
import FuzzSupport
import Testing

/// A few of what `make fuzz` reads by the ten thousand, and every file that once was too much.
@Suite struct FuzzTests {
  @Test(arguments: FuzzFormat.allCases)
  func mutantsAreReadOrRefused(format: FuzzFormat) throws {
    let folder = try FuzzFolder()
    var outcomes: Set<FuzzOutcome> = []
    for number in 0..<300 as Range<UInt64> {
      let outcome = try folder.outcome(of: format.mutant(number), as: format)
      if case .fault(let text) = outcome { Issue.record("\(format) \(number): \(text)") }
      outcomes.insert(outcome)
    }
    // Neither all so broken nor all so whole that nothing is tried.
    #expect(outcomes.isSuperset(of: [.read, .refused]))
  }

  @Test func filesThatOnceFailed() throws {
    let folder = try FuzzFolder()
    let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
    let files = try FileManager.default.contentsOfDirectory(
      at: corpus, includingPropertiesForKeys: nil)
    for file in files {
      guard let format = FuzzFormat(rawValue: file.pathExtension) else { continue }
      let outcome = try folder.outcome(of: [UInt8](Data(contentsOf: file)), as: format)
      if case .fault(let text) = outcome { Issue.record("\(file.lastPathComponent): \(text)") }
    }
  }

  @Test func mutantsAreTheSameOnEveryRun() {
    for format in FuzzFormat.allCases {
      #expect(format.mutant(7) == format.mutant(7))
      #expect(format.mutant(7) != format.mutant(8))
    }
  }
}
