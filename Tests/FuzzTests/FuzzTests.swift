import Foundation
import FuzzSupport
import Testing

/// A few of what `make fuzz` reads by the ten thousand, and every file that once was too much.
@Suite struct FuzzTests {
  @Test(arguments: FuzzFormat.allCases)
  func mutantsAreReadOrRefused(format: FuzzFormat) throws {
    let folder = try FuzzFolder()
    for number in 0..<300 as Range<UInt64> {
      let fault = try folder.fault(of: format.mutant(number), as: format)
      #expect(fault == nil, "\(format) \(number)")
    }
  }

  @Test func filesThatOnceFailed() throws {
    let folder = try FuzzFolder()
    let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
    let files = try FileManager.default.contentsOfDirectory(
      at: corpus, includingPropertiesForKeys: nil)
    for file in files {
      guard let format = FuzzFormat(rawValue: file.pathExtension) else { continue }
      let fault = try folder.fault(of: [UInt8](Data(contentsOf: file)), as: format)
      #expect(fault == nil, "\(file.lastPathComponent)")
    }
  }

  @Test func mutantsAreTheSameOnEveryRun() {
    for format in FuzzFormat.allCases {
      #expect(format.mutant(7) == format.mutant(7))
      #expect(format.mutant(7) != format.mutant(8))
    }
  }
}
