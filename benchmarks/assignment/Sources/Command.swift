import Solvers

/// What the driver asks for, one line each; words are separated by blanks.
enum Command {
  /// `matrix int32 costs.npy [capacities.npy]`.
  case matrix(cells: CellKind, costs: String, capacities: String?)
  /// `sparse starts.npy mentors.npy costs.npy`: compressed rows of a square instance.
  case sparse(starts: String, mentors: String, costs: String)
  /// `profiles mentees.npy mentors.npy`: a row of integer features each.
  case profiles(mentees: String, mentors: String)
  /// `strategy paths`.
  case strategy(AssignmentStrategy)
  /// `threads 2`.
  case threads(Int)
  /// `solve`.
  case solve
  /// `pass`: what looking at every cell once costs.
  case pass
  /// `what-if lock 20`: so many questions of a kind.
  case whatIf(WhatIf.Question, count: Int)

  /// `nil` for anything else.
  init?(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("matrix", 3...4):
      guard let cells = CellKind(rawValue: words[1]) else { return nil }
      self = .matrix(cells: cells, costs: words[2], capacities: words.count == 4 ? words[3] : nil)
    case ("sparse", 4): self = .sparse(starts: words[1], mentors: words[2], costs: words[3])
    case ("profiles", 3): self = .profiles(mentees: words[1], mentors: words[2])
    case ("strategy", 2):
      guard let strategy = AssignmentStrategy(rawValue: words[1]) else { return nil }
      self = .strategy(strategy)
    case ("threads", 2):
      guard let threads = Int(words[1]), threads > 0 else { return nil }
      self = .threads(threads)
    case ("solve", 1): self = .solve
    case ("pass", 1): self = .pass
    case ("what-if", 3):
      guard let question = WhatIf.Question(rawValue: words[1]), let count = Int(words[2]) else {
        return nil
      }
      self = .whatIf(question, count: count)
    default: return nil
    }
  }
}
