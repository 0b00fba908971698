import Foundation
import InstanceFiles
import Office
import Policies
import Problems
import Testing
import Verification

/// Public instances with known answers; they are read from `NASTAVNIK_DATA`, never kept here.
@Suite(
  "Published answers",
  .enabled(
    if: ProcessInfo.processInfo.environment["NASTAVNIK_DATA"] != nil,
    "set NASTAVNIK_DATA to the folder of public instances"))
struct PublishedTests {
  private static let data = URL(
    filePath: ProcessInfo.processInfo.environment["NASTAVNIK_DATA"] ?? "")

  private func solve(
    _ instance: Instance, _ backend: Backend, _ name: String
  ) throws -> SolutionFile {
    let solution = try SolveInstance(backend: backend).solution(of: instance, reading: nil)
    let text = Array(solution.json.text().utf8)
    let judgement = VerifySolution().judgement(of: try SolutionFile(bytes: text), for: instance)
    #expect(judgement == .accepted(.checked), "\(name), \(backend)")
    return solution
  }

  private func read(_ path: String) throws -> Instance {
    try InstanceReader().read(path: Self.data.appending(path: path).path)
  }

  @Test("OR-Library: 305, 626, 991 and, sparse, 2239 (J. E. Beasley, JORS 41, 1990)")
  func orLibrary() throws {
    let optima = ["assign100": 305, "assign300": 626, "assign500": 991, "assignp800": 2239]
    for (name, optimum) in optima {
      let instance = try read("orlib_lap/\(name).txt")
      let solution = try solve(instance, .hungarian, name)
      #expect(solution.objective?.total.integer == optimum, "\(name)")
    }
    let small = try read("orlib_lap/assign100.txt")
    #expect(try solve(small, .glpk, "assign100").objective?.total.integer == 305)
  }

  @Test("matrices of other codes, by both backends")
  func matrices() throws {
    let file = try Data(contentsOf: Self.data.appending(path: "matrix_optima.json"))
    let optima = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Double])
    #expect(optima.count >= 5)
    for (name, optimum) in optima {
      let instance = try read(name)
      for backend in [Backend.hungarian, .glpk] {
        let total = try #require(try solve(instance, backend, name).objective?.total.double)
        #expect(abs(total - optimum) < 1e-9, "\(name), \(backend)")
      }
    }
  }

  @Test("unit cases of public codes: the shorter side is served whole, or it is proven impossible")
  func unitCases() throws {
    let file = try Data(contentsOf: Self.data.appending(path: "lap_unit_tests/cases.json"))
    let cases = try #require(try JSONSerialization.jsonObject(with: file) as? [[String: Any]])
    #expect(cases.count >= 30)
    for one in cases {
      let name = try #require(one["id"] as? String)
      let matrix = try #require(one["cost_matrix"] as? [[Any]])
      let csv = matrix.map { row in
        row.map { $0 is NSNull ? "" : "\($0)" }.joined(separator: ",") + "\n"
      }
      let reader = InstanceReader(
        format: .csv, sense: one["sense"] as? String == "max" ? .maximize : .minimize)
      let instance = try reader.read(Data(csv.joined().utf8), name: name)
      for backend in [Backend.hungarian, .glpk] {
        let solution = try solve(instance, backend, name)
        if let expected = one["expected_cost"] as? Double {
          let total = try #require(solution.objective?.total.double, "\(name)")
          #expect(abs(total - expected) < 1e-9, "\(name), \(backend)")
        } else {
          #expect(solution.status == .infeasible, "\(name), \(backend)")
        }
      }
    }
  }

  @Test("the real mentoring programme: 8.9 with every mentor busy, by both backends")
  func mentoring() throws {
    let instance = try read("mentoring_vt_barbish/instance.json")
    for backend in [Backend.hungarian, .glpk, .both] {
      let solution = try solve(instance, backend, "vt")
      let total = try #require(solution.objective?.total.double)
      #expect(abs(total - 8.9) < 1e-9, "\(backend)")
      for mentor in 0..<instance.problem.mentorCount {
        #expect(solution.pairs.contains { $0.mentor == mentor }, "\(backend)")
      }
    }
  }
}
