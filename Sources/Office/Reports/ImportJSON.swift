public import Documents
public import InstanceFiles
import Mentorship

extension Messages {
  /// What taking back an import did: `{restored, removed, leftAlone}`.
  public func json(undo: ImportUndo?) -> JSONValue {
    func strings(_ texts: [String]?) -> JSONValue { JSONValue((texts ?? []).map { .string($0) }) }
    return [
      "restored": strings(undo?.restored), "removed": strings(undo?.removed),
      "leftAlone": strings(undo?.leftAlone),
    ]
  }
}

/// An import as programs read it: the keys of `nastavnik import --json`.
public struct ImportJSON {
  private let report: ImportReport
  private let messages: Messages
  private let isDryRun: Bool

  public init(_ report: ImportReport, messages: Messages, isDryRun: Bool) {
    self.report = report
    self.messages = messages
    self.isDryRun = isDryRun
  }

  /// Counts over all files, who they are, and the same for each file.
  public var value: JSONValue {
    JSONValue(
      counts(report.files) + [
        ("people", people(report.files)),
        ("mapping", JSONValue(report.files.map(mapping))),
        ("files", JSONValue(report.files.map(json))),
        ("findings", messages.json(report.findings)),
        ("dryRun", .bool(isDryRun)),
        ("written", strings(report.written)),
      ])
  }

  private func counts(_ files: [ImportReport.File]) -> [(String, JSONValue)] {
    func sum(_ count: (ImportReport.File) -> Int) -> JSONValue {
      JSONValue(files.reduce(0) { $0 + count($1) })
    }
    return [
      ("new", sum { $0.new.count }), ("changed", sum { $0.changed.count }),
      ("unchanged", sum { $0.unchanged.count }), ("doubtful", sum { $0.doubtful.count }),
      ("missing", sum { $0.missing.count }),
    ]
  }

  private func people(_ files: [ImportReport.File]) -> JSONValue {
    [
      "new": strings(files.flatMap(\.new)),
      "changed": JSONValue(files.flatMap(\.changed).map(json)),
      "unchanged": strings(files.flatMap(\.unchanged)),
      "doubtful": JSONValue(files.flatMap(\.doubtful).map(json)),
      "missing": strings(files.flatMap(\.missing)),
    ]
  }

  private func json(_ file: ImportReport.File) -> JSONValue {
    JSONValue(
      [
        ("file", .string(file.path)), ("kind", .string(file.kind)),
        ("form", file.form.map { .string($0.rawValue) } ?? .null),
        ("sheet", file.sheet.map { .string($0) } ?? .null),
        ("rows", JSONValue(file.rowCount)),
        ("replaces", file.replaces.map { .string($0) } ?? .null),
      ] + counts([file]))
  }

  private func mapping(_ file: ImportReport.File) -> JSONValue {
    let columns = file.columns.map { column -> (String, JSONValue) in
      let headers = strings(column.headers)
      return (
        column.field.rawValue, column.headers.count == 1 ? .string(column.headers[0]) : headers
      )
    }
    return [
      "file": .string(file.path), "columns": JSONValue(columns),
      "ignore": strings(file.ignored), "unused": strings(file.unused),
      "yaml": .string(ImportReport.yaml(of: file)),
    ]
  }

  private func json(_ change: ImportReport.PersonChange) -> JSONValue {
    [
      "person": .string(change.person),
      "fields": JSONValue(
        change.fields.map { field in
          [
            "field": .string(field.field.rawValue), "before": .string(field.before),
            "after": .string(field.after),
          ] as JSONValue
        }),
    ]
  }

  private func json(_ doubt: ImportReport.Doubt) -> JSONValue {
    [
      "person": .string(doubt.person),
      "candidates": JSONValue(
        doubt.candidates.map { candidate in
          [
            "person": .string(candidate.person), "score": JSONValue(candidate.score),
            "reasons": strings(candidate.reasons.map { messages.text($0) }),
          ] as JSONValue
        }),
    ]
  }

  private func strings(_ texts: [String]) -> JSONValue { JSONValue(texts.map { .string($0) }) }
}
