public import InstanceFiles
public import Mentorship

extension Messages {
  /// Findings as `{code, severity, file, sheet, line, column, cell, message, hint}`.
  public func json(_ findings: [Finding]) -> JSONValue {
    JSONValue(
      findings.map { finding in
        let words = words(finding.kind)
        return [
          "code": .string(finding.kind.code),
          "severity": .string(finding.kind.severity.rawValue),
          "file": .string(finding.place.file),
          "sheet": finding.place.sheet.map { .string($0) } ?? nil,
          "line": finding.place.line.map { JSONValue($0) } ?? nil,
          "column": finding.place.column.map { JSONValue($0) } ?? nil,
          "cell": finding.place.cell.map { .string($0) } ?? nil,
          "message": .string(words.message),
          "hint": .string(words.hint),
        ]
      })
  }
}
