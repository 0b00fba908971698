import Foundation
import FuzzSupport

/// Reads spoilt files, ever new ones, until the time is over: `fuzz [SECONDS] [SEED] [FORMAT]`; or
/// those that are named: `fuzz FILE…`.
///
/// Every format gets 10,000 of them at least. Each must be read, or refused with a message, in five
/// seconds of computing and 300 MB. A file that is not is kept under `.fuzz/`, from where it moves to
/// `Tests/FuzzTests/Corpus` once it is understood.
@main
enum Fuzz {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    let files = arguments.compactMap { path in
      FuzzFormat(rawValue: URL(filePath: path).pathExtension).map { (path, $0) }
    }
    guard files.isEmpty else { return try read(files) }
    let seconds = arguments.first.flatMap(Double.init) ?? 300
    let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1 << 40)
    let formats = arguments.dropFirst(2).first.flatMap(FuzzFormat.init).map { [$0] }
    print("seed \(seed)")
    var run = try FuzzRun(seed: seed)
    try run.all(formats ?? FuzzFormat.allCases, seconds: seconds)
    exit(run.faultCount == 0 ? 0 : 1)
  }

  private static func read(_ files: [(path: String, format: FuzzFormat)]) throws {
    let folder = try FuzzFolder()
    for (path, format) in files {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let start = FuzzWatch.clock
      let outcome = try folder.outcome(of: bytes, as: format)
      print("\(path): \(outcome), \(FuzzWatch.clock - start) s")
    }
  }
}
