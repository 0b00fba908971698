import Foundation
import Testing

/// The built `nastavnik`, run as a process in the root of the package.
struct CommandLineTool {
  struct Result {
    let code: Int32
    let output: String
    let errors: String
  }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the test bundle, which the test runner names; else where a plain build puts it.
  private static var executable: URL {
    let arguments = ProcessInfo.processInfo.arguments
    let bundle = arguments.firstIndex(of: "--test-bundle-path")
      .flatMap { arguments.dropFirst($0 + 1).first }
    let folder =
      bundle.map { URL(filePath: $0).deletingLastPathComponent() }
      ?? URL(filePath: arguments[0]).deletingLastPathComponent()
    return folder.appending(path: "nastavnik")
  }

  /// Runs it; files carry large inputs and outputs, so that no pipe can fill up.
  static func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: input)
  }

  static func run(_ arguments: [String], input: String = "") throws -> Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin"]
    process.standardInput = try FileHandle(forReadingFrom: try folder.write("in", input))
    let output = try folder.write("out", "")
    let errors = try folder.write("err", "")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(arguments) crashed")
    return Result(
      code: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}

/// A folder for the files of one test.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "nastavnik-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL {
    let file = url.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
