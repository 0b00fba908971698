import Foundation
import InstanceFiles
import Problems

/// The use case of a cluster: one instance a line in, one solution a line out, same order.
///
/// An unreadable line gives an error line, and the stream goes on. Memory is bounded by the longest
/// line; every answer is written as soon as it is there.
public struct SolveStream {
  private let useCase: SolveInstance
  private let withTimings: Bool

  public init(_ useCase: SolveInstance, withTimings: Bool = false) {
    self.useCase = useCase
    self.withTimings = withTimings
  }

  /// Solves every line of a file; `-` is standard input.
  ///
  /// - Throws: ``OfficeError`` only when the stream itself cannot be read, and what `write` throws.
  public func run(_ path: String, write: (String) throws -> Void) throws {
    let handle: FileHandle
    if path == "-" {
      handle = .standardInput
    } else if let file = FileHandle(forReadingAtPath: path) {
      handle = file
    } else {
      throw OfficeError.instanceFile(file: path, .missingFile(path))
    }
    let lines = LineReader(descriptor: handle.fileDescriptor)
    for line in lines where !line.isBlank { try write(answer(to: line) + "\n") }
    if lines.failure != nil {
      throw OfficeError.instanceFile(file: path, .unreadableFile(path))
    }
  }

  private func answer(to line: LineReader.Line) -> String {
    var watch = Stopwatch()
    var id: JSONValue?
    do {
      let instance = try InstanceReader(format: .json).read(line.bytes)
      id = instance.id
      let reading = watch.lap()
      return try useCase.solution(of: instance, reading: withTimings ? reading : nil)
        .json.text()
    } catch let error as InstanceFileError {
      return SolutionFile.errorLine(
        id: InstanceReader.identifier(in: line.bytes), code: error.code,
        message: error.text(in: .english), line: line.number
      ).text()
    } catch {
      return SolutionFile.errorLine(
        id: id, code: "unsolved", message: Messages(.english).text(OfficeError(error)),
        line: line.number
      ).text()
    }
  }
}
