/// What there is to say about columns whose meaning nobody stated.
public enum ColumnFinding: Equatable, Sendable {
  /// Columns that were recognised by their headers, and those that forms add by themselves.
  case guessed([GuessedColumn], service: [String])
  /// Columns whose meaning was stated for an earlier file of the same form.
  case remembered([GuessedColumn])
  /// A header that can mean several things: none is taken.
  case ambiguous(header: String, fields: [Field])
  /// Headers that can mean one thing: none is taken.
  case several(headers: [String], field: Field)
  /// Nobody can say in which column the names are.
  case nameNotFound
  /// A header without a row under it: nobody filled the sheet in.
  case noRows
  /// Neither a column nor anybody says for which form the questionnaires are.
  case formUnstated([FormCode])

  /// A field and the headers of its columns.
  public struct GuessedColumn: Equatable, Sendable {
    public let field: Field
    public let headers: [String]

    public init(field: Field, headers: [String]) {
      self.field = field
      self.headers = headers
    }
  }

  var severity: Severity {
    switch self {
    case .guessed, .remembered: .note
    case .ambiguous, .several, .noRows: .warning
    case .nameNotFound, .formUnstated: .error
    }
  }

  var code: String {
    switch self {
    case .guessed: "N0211"
    case .remembered: "N0212"
    case .ambiguous: "N0213"
    case .several: "N0214"
    case .nameNotFound: "N0215"
    case .formUnstated: "N0216"
    case .noRows: "N0217"
    }
  }
}
