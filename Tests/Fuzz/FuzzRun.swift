import Foundation
import FuzzSupport

/// One run over several formats in turn.
struct FuzzRun {
  private static let leastCount = 10_000
  /// Of resident memory, at its peak.
  private static let memoryLimit = 300 << 20

  private(set) var faultCount = 0
  private let seed: UInt64
  private let folder: FuzzFolder
  private let watch = FuzzWatch()
  private var counts: [FuzzFormat: Int] = [:]
  private var readCounts: [FuzzFormat: Int] = [:]

  init(seed: UInt64) throws {
    self.seed = seed
    folder = try FuzzFolder()
    watch.start()
  }

  mutating func all(_ formats: [FuzzFormat], seconds: Double) throws {
    let start = Date()
    while Date().timeIntervalSince(start) < seconds
      || formats.contains(where: { counts[$0, default: 0] < Self.leastCount })
    {
      for format in formats { try batch(format) }
    }
    for format in formats {
      let (count, read) = (counts[format, default: 0], readCounts[format, default: 0])
      print("\(format.rawValue): \(count) files, \(read) read, \(count - read) refused")
    }
    print("peak memory \(Self.peakMemory >> 20) MB, slowest file \(watch.slowest) s")
    print(faultCount == 0 ? "no faults" : "\(faultCount) faults, kept under .fuzz/")
  }

  private mutating func batch(_ format: FuzzFormat) throws {
    for _ in 0..<100 {
      let number = seed &+ UInt64(counts[format, default: 0])
      counts[format, default: 0] += 1
      let bytes = format.mutant(number)
      let before = Self.peakMemory
      // Kept beforehand: of a crash nothing else remains.
      watch.begin(format, bytes)
      let outcome = try folder.outcome(of: bytes, as: format)
      watch.end()
      if outcome == .read { readCounts[format, default: 0] += 1 }
      if case .fault(let fault) = outcome { try keep(bytes, format, number, fault) }
      if before <= Self.memoryLimit, Self.peakMemory > Self.memoryLimit {
        try keep(bytes, format, number, "over 300 MB")
      }
    }
  }

  private mutating func keep(
    _ bytes: [UInt8], _ format: FuzzFormat, _ number: UInt64, _ fault: String
  ) throws {
    faultCount += 1
    print("\(format.rawValue) \(number): \(fault)")
    let url = URL(filePath: ".fuzz/\(number).\(format.rawValue)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss << 10
  }
}
