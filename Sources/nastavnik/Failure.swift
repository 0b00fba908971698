import ArgumentParser
import InstanceFiles
import Mentorship
import Office

extension Terminal {
  /// Says why a command failed: one line of words, and with `--json` an object on standard output.
  static func failure(_ error: OfficeError, json: Bool) throws -> ExitCode {
    if json {
      var members: [(String, JSONValue)] = [
        ("status", "error"),
        (
          "error",
          ["code": JSONValue(Int(error.exitCode)), "message": .string(words.text(error))]
        ),
      ]
      if case .findings(let findings) = error {
        members = [
          ("status", "error"), ("pairs", []), ("unmatched", []),
          ("findings", words.json(findings)), ("verified", false),
        ]
      }
      try print(JSONValue(members).text(.pretty) + "\n")
    } else if case .findings(let findings) = error {
      report(words.text(findings.filter { $0.kind.severity > .note }))
    }
    return failure(error)
  }
}
