/// Answers about a solved case as programs read them, with the keys of the commands' `--json`.
///
/// People are ids in seasons and indices in instances, numbers those of the file.
public struct CaseJSON {
  let solvedCase: SolvedCase
  let words: CaseWords

  public init(_ solvedCase: SolvedCase, messages: Messages) {
    self.solvedCase = solvedCase
    words = CaseWords(solvedCase, messages)
  }
}
