import Mentorship

/// Why a workbook, or a part of it, cannot be read.
struct WorkbookError: Error, Equatable {
  let problem: WorkbookProblem
  /// The row of the sheet reached so far.
  var row: Int?

  init(_ problem: WorkbookProblem, row: Int? = nil) {
    self.problem = problem
    self.row = row
  }
}
