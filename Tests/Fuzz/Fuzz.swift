import Foundation
import FuzzSupport

/// Reads spoilt files, ever new ones, until the time is over: `fuzz [SECONDS] [SEED] [FORMAT]`.
///
/// Every format gets 10,000 of them at least. Each must be read, or refused with a message, in five
/// seconds and 300 MB. A file that is not is kept under `.fuzz/`, from where it moves to
/// `Tests/FuzzTests/Corpus` once it is understood.
@main
enum Fuzz {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { $0 }
    let seconds = arguments.first.flatMap(Double.init) ?? 300
    let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1 << 40)
    let formats = arguments.dropFirst(2).first.flatMap(FuzzFormat.init).map { [$0] }
    print("seed \(seed)")
    var run = try FuzzRun(seed: seed)
    try run.all(formats ?? FuzzFormat.allCases, seconds: seconds)
    exit(run.faultCount == 0 ? 0 : 1)
  }
}
