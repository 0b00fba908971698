import Foundation
public import InstanceFiles
import Problems

/// A process that reads one command a line and answers with one line of JSON.
///
/// It stays alive between commands, so that a driver can run it and others in turn on the same files.
public enum LineServer {
  /// Answers every line of the standard input; what is thrown becomes `{"error": …}`.
  public static func run(_ answer: (String) throws -> JSONValue) throws {
    for line in LineReader(descriptor: FileHandle.standardInput.fileDescriptor) {
      let result = Self.answer(to: String(decoding: line.bytes, as: UTF8.self), answer)
      try FileHandle.standardOutput.write(contentsOf: Data((result.text() + "\n").utf8))
    }
  }

  /// The answer where there is none.
  public static func failure(_ reason: String) -> JSONValue { ["error": .string(reason)] }

  private static func answer(
    to line: String, _ answer: (String) throws -> JSONValue
  ) -> JSONValue {
    do {
      return try answer(line)
    } catch let error as InstanceFileError {
      return failure(error.text(in: .english))
    } catch {
      return failure("\(error)")
    }
  }
}
