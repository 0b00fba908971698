public import ArgumentParser
import Foundation
import InstanceFiles
import Office
public import Problems

/// Standard output, standard error, and what the environment says about them.
enum Terminal {
  /// The language of `--lang`, else of the locale; known before the arguments are parsed, because
  /// the help is in it too.
  static let language = language(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  static let words = Messages(language)

  /// Characters in a line: of the terminal, else `COLUMNS`, else 100; at most 120.
  static var width: Int {
    var size = winsize()
    if isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    {
      return min(120, Int(size.ws_col))
    }
    return min(120, ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100)
  }

  /// Characters in a line of standard error, 80 where it does not say.
  static var errorWidth: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
    return Int(size.ws_col)
  }

  /// Data: what the command was asked for; output that cannot be written is an error.
  static func print(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw failure(.cannotWrite(path: "-", reason: String(cString: strerror(errno))))
    }
  }

  /// Messages about the work.
  static func report(_ text: String) {
    // Messages quote input; a control character in it must not command the terminal.
    let safe = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0 != "\n" && $0.properties.generalCategory == .control ? "�" : $0
        }
      ))
    try? FileHandle.standardError.write(contentsOf: Data(safe.utf8))
  }

  /// Says what is odd in an instance that is used all the same.
  static func warn(_ warnings: [InstanceWarning], about file: String) {
    for warning in warnings {
      report(
        words.say("предупреждение: ", "warning: ") + "\(file): \(warning.text(in: language))\n")
    }
  }

  /// Says on one line why the command failed, and ends it.
  static func failure(_ error: OfficeError) -> ExitCode {
    report("nastavnik: \(words.text(error))\n")
    return ExitCode(error.exitCode)
  }

  private static func language(arguments: [String], environment: [String: String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .english
      }
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst(7))) ?? .english
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("ru") == true ? .russian : .english
  }
}

extension Language: ExpressibleByArgument {}
