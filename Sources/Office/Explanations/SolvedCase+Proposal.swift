import InstanceFiles
import Mentorship
import Policies
import Problems
import Solvers
import Verification

extension SolvedCase {
  /// The same case with a given proposal as the optimum that is asked about: of several equally good ones it
  /// need not be the one that the solver finds.
  ///
  /// - Parameter path: a `nastavnik.solution/1` file of the instance, or what `propose --json` printed for the season.
  /// - Returns: the case with the proposal's pairs and a proof of theirs.
  /// - Throws: ``OfficeError``: a file of other inputs, or of less than the best value.
  public func explaining(_ path: String) throws(OfficeError) -> SolvedCase {
    let pairs =
      switch origin {
      case .instance(let instance): try Self.pairs(of: instance, in: path)
      case .season(let encoding): try Self.pairs(of: encoding, problem, in: path)
      }
    guard let objective = problem.objective(of: pairs) else { throw .foreignProposal(path) }
    let given = Assignment(pairs: pairs, objective: objective)
    let isFirst = problem.coverage == .first
    guard objective.total == best.objective.total,
      !isFirst || objective.matched == best.objective.matched
    else { throw .proposalNotBest(path) }
    let prices = NetworkCertifier().recoverPrices(for: given, of: problem)
    let proof = prices.map { Proof.duals($0) } ?? .bound(objective)
    let verdict = Verdict(checking: .optimal(given, proof), of: problem)
    guard verdict.accepted else { throw .foreignProposal(path) }
    return around(SolvedProblem(problem, given, proof, router: solved.router))
  }

  private static func pairs(
    of instance: Instance, in path: String
  ) throws(OfficeError) -> [Pair] {
    let file = try Office.readSolution(path)
    do throws(InstanceFileError) {
      switch try file.outcome(of: instance) {
      case .optimal(let best, _), .limitReached(let best?, _): return best.pairs
      case .limitReached(nil, _), .infeasible: throw .missingKey(FilePlace(), key: "pairs")
      }
    } catch {
      throw .instanceFile(file: path, error)
    }
  }

  private static func pairs(
    of encoding: Encoding, _ problem: AssignmentProblem, in path: String
  ) throws(OfficeError) -> [Pair] {
    let json: JSONValue
    do throws(InstanceFileError) {
      json = try JSONValue(parsing: Office.bytes(of: path))
    } catch .empty {
      throw .noProposal(path)
    } catch {
      throw .instanceFile(file: path, error)
    }
    guard case .string(let hash)? = json["inputsHash"], let file = ApprovedFile(json) else {
      throw .noProposal(path)
    }
    guard hash == SeasonFingerprint(encoding, problem).text else { throw .foreignProposal(path) }
    let seats = SeasonSeats(encoding.season)
    var pairs: [Pair] = []
    for found in file.entries.flatMap(seats.find) {
      guard let mentee = found.mentee, let mentor = found.mentor else {
        throw .foreignProposal(path)
      }
      pairs.append(Pair(mentee: mentee, mentor: mentor))
    }
    return pairs
  }
}
