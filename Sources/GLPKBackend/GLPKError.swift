/// Why GLPK could not be asked, or could not be believed.
public enum GLPKError: Error, Equatable, Sendable {
  /// The row has not as many coefficients as columns.
  case unevenRow(row: Int, columns: Int, coefficients: Int)
  case columnOutOfRange(row: Int, column: Int)
  case columnTwice(row: Int, column: Int)
  /// The objective can reach values that GLPK's arithmetic cannot tell apart.
  case objectiveTooLarge(reach: Int, limit: Int)
  /// The coefficients of the row are too large for GLPK's tolerances.
  case rowTooLarge(row: Int, limit: Int)
  /// More columns, rows or entries than GLPK can count.
  case programTooLarge
  /// The simplex method or the tree search gave up, with GLPK's code.
  case gaveUp(code: Int)
  /// GLPK took its fatal-error path; this process goes on.
  case fault(message: String)
  /// GLPK's answer is not integral or breaks a row (`nil`: is not integral).
  case wrongAnswer(row: Int?)
  /// GLPK called an assignment optimal that breaks a rule, or infeasible what is not.
  case notOptimal
}
