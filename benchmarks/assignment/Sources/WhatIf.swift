import BenchmarkSupport
import Problems
import Solvers

/// Questions about a solved problem that a session answers from where it stands.
struct WhatIf {
  enum Question: String, CaseIterable {
    /// A pair that was not chosen has to be.
    case lock
    /// A pair that was chosen must not be.
    case forbid
    /// One mentee answers the questionnaire anew: a whole row changes.
    case row
  }

  /// An answer from where the session stood that is worse or better than one from scratch.
  struct WrongAnswer: Error {
    let question: Question
    let mentee: Int
  }

  /// So many answers are compared with one from scratch, which takes far longer than the answer.
  private static let checkedAnswers = 3

  private let session: AssignmentSession
  private let problem: AssignmentProblem
  private let partner: [Int]

  /// Solves the instance, and keeps what is needed to ask about it.
  init(_ instance: BenchmarkInstance) throws {
    problem = instance.problem
    session = AssignmentSession(problem)
    var partner = Array(repeating: 0, count: problem.menteeCount)
    if case .optimal(let best, _) = try session.solve() {
      for pair in best.pairs { partner[pair.mentee] = pair.mentor }
    }
    self.partner = partner
  }

  /// Asks `count` questions of a kind about different mentees, each from the same optimum.
  ///
  /// The first answers are checked against a solution from scratch, outside the times.
  ///
  /// - Returns: processor seconds by question: of the change and the answer.
  func seconds(of question: Question, count: Int) throws -> [Double] {
    try (0..<count).map { number in
      let mentee = (number * 7919 + 13) % problem.menteeCount
      let change = change(question, mentee)
      let (outcome, time) = try WorkTime.measure {
        try change.make()
        return try session.solve()
      }
      if number < Self.checkedAnswers {
        let fresh = try AssignmentSolver().solve(session.currentProblem())
        guard outcome.objective == fresh.objective else {
          throw WrongAnswer(question: question, mentee: mentee)
        }
      }
      try change.takeBack()
      _ = try session.solve()
      return time.processor
    }
  }

  private func change(
    _ question: Question, _ mentee: Int
  ) -> (make: () throws -> Void, takeBack: () throws -> Void) {
    let (session, mentors) = (session, problem.mentorCount)
    switch question {
    case .lock:
      let pair = Pair(mentee: mentee, mentor: (partner[mentee] + 1 + mentee) % mentors)
      return ({ try session.lock(pair) }, { session.unlock(pair) })
    case .forbid:
      let pair = Pair(mentee: mentee, mentor: partner[mentee])
      return ({ try session.forbid(pair) }, { session.allow(pair) })
    case .row:
      // Answers as somebody else of this family gave them, so that they are neither rare nor the same.
      let other = (mentee + problem.menteeCount / 2) % problem.menteeCount
      let (old, new) = (points(of: mentee), points(of: other).shuffledEvenly())
      return (
        { try session.setPoints(new, ofMentee: mentee) },
        { try session.setPoints(old, ofMentee: mentee) }
      )
    }
  }

  private func points(of mentee: Int) -> [Int?] {
    (0..<problem.mentorCount).map { problem.table.points(of: Pair(mentee: mentee, mentor: $0)) }
  }
}

extension AssignmentOutcome {
  fileprivate var objective: Objective? {
    if case .optimal(let best, _) = self { best.objective } else { nil }
  }
}

extension [Int?] {
  /// The same numbers in another order, the same every time.
  fileprivate func shuffledEvenly() -> [Int?] {
    let half = count / 2
    return (0..<half).flatMap { [self[$0 + half], self[$0]] } + suffix(count - 2 * half)
  }
}
