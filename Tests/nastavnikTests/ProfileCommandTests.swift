import Foundation
import Testing

@Suite("nastavnik solve --profiles")
struct ProfileCommandTests {
  /// The bytes of a two-dimensional `.npy` file of one-byte integers.
  private func npy(_ rows: [[Int8]]) -> Data {
    let shape = "(\(rows.count), \(rows.first?.count ?? 0))"
    let header = "{'descr': '|i1', 'fortran_order': False, 'shape': \(shape), }\n"
    return Data([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0])
      + Data(header.utf8) + Data(rows.joined().map { UInt8(bitPattern: $0) })
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("a solution of two files of profiles is verified from the same files, and from no others")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (mentees, mentors) = (
      folder.url.appending(path: "a.npy"), folder.url.appending(path: "b.npy")
    )
    try npy([[1, 5], [2, 2], [0, -3]]).write(to: mentees)
    try npy([[1, 4], [3, 3]]).write(to: mentors)
    let files = ["--profiles", mentees.path, mentors.path]
    // Distances: [[1, 4], [3, 2], [8, 9]]; products: [[21, 18], [10, 12], [-12, -9]].
    for (score, more, total) in [
      ("l1", [], 3), ("hamming", [], 3), ("dot", [], 33), ("dot", ["--sense", "min"], 0),
    ] {
      let options = ["--score", score] + more
      let solved = try CommandLineTool.run(
        ["solve"] + files + options + ["--json", "--threads", "2"])
      #expect(solved.code == 0, "\(score): \(solved.errors)")
      #expect(
        (try json(solved.output)["objective"] as? [String: Int])?["total"] == total, "\(score)")
      let solution = try folder.write("solution.json", solved.output)
      let accepted = try CommandLineTool.run(
        ["verify"] + files + options + [solution.path, "--threads", "2"])
      #expect(accepted.code == 0, "\(score): \(accepted.output)")
      let turned = try CommandLineTool.run(
        ["verify", "--profiles", mentors.path, mentees.path] + options + [solution.path])
      #expect(turned.code == 65, "\(score)")
    }
    let capacities = try folder.write("c.txt", "2\n1\n")
    let most = try CommandLineTool.run(
      ["solve"] + files + ["--score", "l1", "--json", "--capacities", capacities.path])
    #expect(try json(most.output)["objective"] as? [String: Int] == ["matched": 3, "total": 11])
  }

  @Test("what is missing is a usage error; what is wrong is named with its file")
  func mistakes() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appending(path: "a.npy")
    try npy([[1, 5]]).write(to: file)
    for arguments in [
      ["solve", "--profiles", file.path, file.path], ["solve", file.path, "--score", "l1"],
      ["solve", "--profiles", file.path, "--score", "l1"],
      ["solve", "--profiles", file.path, file.path, "--score", "cosine"],
      ["solve", "--profiles", file.path, file.path, "--score", "l1", "--stream"],
      ["verify", "--profiles", file.path, file.path, "--score", "l1"],
      ["verify", file.path], ["verify", file.path, file.path, "--threads", "0"],
    ] {
      #expect(try CommandLineTool.run(arguments).code == 64, "\(arguments)")
    }
    let broken = try folder.write("b.npy", "not numpy")
    let result = try CommandLineTool.run(
      "solve", "--profiles", file.path, broken.path, "--score", "l1")
    #expect(result.code == 65)
    #expect(result.errors.contains("b.npy"))
    #expect(!result.errors.contains("a.npy"))
    let missing = try CommandLineTool.run(
      "solve", "--profiles", "nowhere.npy", file.path, "--score", "l1")
    #expect(missing.code == 66)
  }
}
