public import Mentorship

/// What an import found out: who is new, who has changed, and what the columns were taken for.
public struct ImportReport: Equatable, Sendable {
  public var files: [File] = []
  /// By place.
  public var findings: [Finding] = []
  /// What was written into the season's folder, relative to it; empty for a dry run.
  public var written: [String] = []

  /// One file.
  public struct File: Equatable, Sendable {
    /// As it was named.
    public let path: String
    public let kind: String
    public let form: FormCode?
    public var sheet: String?
    public var rowCount = 0
    public var columns: [Column] = []
    /// Columns that are left aside on purpose.
    public var ignored: [String] = []
    /// Columns that are read for nothing.
    public var unused: [String] = []
    /// In the order of the file.
    public var new: [String] = []
    public var changed: [PersonChange] = []
    public var unchanged: [String] = []
    public var doubtful: [Doubt] = []
    /// People of the version that this file replaces who are not in it any more.
    public var missing: [String] = []
    /// The file of the season that this is a newer version of.
    public var replaces: String?
  }

  /// A field with its columns and a few of their values.
  public struct Column: Equatable, Sendable {
    public let field: Field
    public let headers: [String]
    public let examples: [String]
  }

  /// Somebody who may be somebody else who is known already.
  public struct Doubt: Equatable, Sendable {
    public let person: String
    public let candidates: [Candidate]

    public struct Candidate: Equatable, Sendable {
      public let person: String
      /// 60…99; 100 for several of the same name.
      public let score: Int
      public let reasons: [PossibleDouble.Reason]
    }
  }

  /// What is different about a person.
  public struct PersonChange: Equatable, Sendable {
    public let person: String
    public let fields: [FieldChange]
  }

  /// The columns of a file as `columns` and `ignore` of a season file, ready to paste.
  public static func yaml(of file: File) -> String {
    YAMLText.columns(file.columns.map { ($0.field, $0.headers) }, ignored: file.ignored, indent: 0)
      .joined(separator: "\n")
  }
}

/// A value that differs from an earlier file; contacts are masked.
public struct FieldChange: Equatable, Sendable {
  public let field: Field
  public let before: String
  public let after: String
}
