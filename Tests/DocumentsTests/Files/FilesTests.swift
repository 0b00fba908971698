import Foundation
import Mentorship
import Testing

@testable import Documents

@Suite struct FilesTests {
  @Test func writesNewAndOldFiles() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "приказ.txt")
    for text in ["первый", "", "второй"] {
      try writeAtomically(Data(text.utf8), to: file)
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
    }
  }

  @Test func failureLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let nowhere = folder.url.appending(path: "none/file.txt")
    #expect(throws: WriteError.self) { try writeAtomically(Data([1]), to: nowhere) }
    // A folder stands where the file should.
    let taken = folder.url.appending(path: "taken")
    try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: false)
    #expect(throws: WriteError.self) { try writeAtomically(Data([1]), to: taken) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["taken"])
  }

  @Test func nothingOutsideIsRead() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "secret.csv")
    let folder = try TemporaryFolder()
    try folder.write("a", to: "a.csv")
    let link = folder.url.appending(path: "link.csv")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: outside.url.appending(path: "secret.csv"))
    let files = SeasonFiles(root: folder.url)
    #expect(files.read("a.csv", limitMegabytes: 1) == .bytes([0x61]))
    #expect(files.read("./a.csv", limitMegabytes: 1) == .bytes([0x61]))
    #expect(files.read("link.csv", limitMegabytes: 1) == .outside)
    #expect(
      files.read("../\(outside.url.lastPathComponent)/secret.csv", limitMegabytes: 1) == .outside)
    #expect(files.read("/etc/hostname", limitMegabytes: 1) == .outside)
    #expect(files.read("none.csv", limitMegabytes: 1) == .missing)
    #expect(files.read(".", limitMegabytes: 1) == .unreadable(.directory))
    #expect(files.read("a.csv", limitMegabytes: 0) == .tooLarge)
  }
}
