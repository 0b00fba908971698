import Foundation
import InstanceFiles
import Problems
import Testing

@Suite("Profiles from files")
struct ProfileReaderTests {
  private let mentees = FormatTests.npy([1, 5, 2, 2, 0, 9] as [Int8], "|i1", shape: "(3, 2)")
  private let mentors = FormatTests.npy([1, 4, 3, 3] as [Double], "<f8", shape: "(2, 2)")

  private func read(
    _ mentees: [UInt8], _ mentors: [UInt8], _ measure: ProfileScores.Measure = .l1,
    sense: Sense? = nil, capacities: [Int]? = nil
  ) throws -> Instance {
    let own = try TemporaryFile(mentees)
    let other = try TemporaryFile(mentors)
    return try InstanceReader(sense: sense, capacities: capacities)
      .readProfiles(mentees: own.path, mentors: other.path, measure: measure)
  }

  private func failure(
    _ mentees: [UInt8], _ mentors: [UInt8], _ measure: ProfileScores.Measure = .l1
  ) -> InstanceReader.ProfileError? {
    do {
      _ = try read(mentees, mentors, measure)
      return nil
    } catch { return error as? InstanceReader.ProfileError }
  }

  @Test("distances are costs and products points, unless said otherwise")
  func measures() throws {
    let features = [
      FormatTests.npy([1, 5, 2, 2, 0, 9] as [Double], "<f8", shape: "(3, 2)"), mentees,
    ]
    for mentees in features {
      #expect(try read(mentees, mentors).problem.table.points == [-1, -4, -3, -2, -6, -9])
      #expect(
        try read(mentees, mentors, .hamming).problem.table.points == [-1, -2, -2, -2, -2, -2])
      let dot = try read(mentees, mentors, .dot)
      #expect(dot.problem.table.points == [21, 18, 10, 12, 36, 27])
      #expect(dot.sense == .maximize)
    }
    let least = try read(mentees, mentors, .dot, sense: .minimize)
    #expect(least.problem.table.points == [-21, -18, -10, -12, -36, -27])
    #expect(least.total(of: [Pair(mentee: 0, mentor: 0)]).text == "21")
  }

  @Test("coverage and capacities are as of a bare matrix; the hash is that of both files")
  func instance() throws {
    let instance = try read(mentees, mentors)
    #expect(instance.problem.coverage == .everyMentor)
    #expect(instance.hash == ContentHash(of: mentees + mentors))
    let roomy = try read(mentees, mentors, capacities: [1, 2])
    #expect(roomy.problem.coverage == .everyMentee)
    #expect(roomy.problem.mentors.map(\.capacity) == [1, 2])
    #expect(throws: InstanceReader.ProfileError.self) {
      try read(mentees, mentors, capacities: [1])
    }
  }

  @Test("nobody on a side")
  func nobody() throws {
    let none = FormatTests.npy([] as [UInt8], "|u1", shape: "(0, 0)")
    for (mentees, mentors) in [(none, mentors), (mentees, none), (none, none)] {
      #expect(try read(mentees, mentors).problem.table.pairCount == 0)
    }
  }

  @Test("what is wrong is named with the file it is in")
  func faults() {
    let fraction = FormatTests.npy([1, 2, 0.5, 4], "<f8", shape: "(2, 2)", fortran: true)
    #expect(
      failure(mentees, fraction)
        == .init(side: .mentors, cause: .fractional(FilePlace(path: "[0, 1]"))))
    let three = FormatTests.npy([1, 2, 3] as [UInt8], "|u1", shape: "(1, 3)")
    #expect(
      failure(mentees, three)
        == .init(
          side: .mentors, cause: .wrongCount(FilePlace(path: "[0]"), count: 3, expected: 2)))
    let line = FormatTests.npy([1, 2, 3] as [UInt8], "|u1", shape: "(3,)")
    #expect(
      failure(line, mentors) == .init(side: .mentees, cause: .numpy(.dimensions(1, expected: 2))))
    let huge = FormatTests.npy([1, 2, 3, 1 << 40], "<i8", shape: "(2, 2)")
    #expect(
      failure(mentees, huge)
        == .init(side: .mentors, cause: .tooLarge(FilePlace(path: "[1, 1]"))))
    #expect(failure([], mentors) == .init(side: .mentees, cause: .empty))
    #expect(failure(mentees, Array("1,2\n".utf8)) == .init(side: .mentors, cause: .numpy(.magic)))
    let reader = InstanceReader()
    #expect(
      throws: InstanceReader.ProfileError(
        side: .mentees, cause: .missingFile("/nowhere/a.npy"))
    ) { try reader.readProfiles(mentees: "/nowhere/a.npy", mentors: "b.npy", measure: .l1) }
  }
}
