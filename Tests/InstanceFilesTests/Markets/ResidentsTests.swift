import Foundation
import InstanceFiles
import Problems
import Testing

@Suite("Hospital/residents and student–project texts")
struct ResidentsTests {
  static let residents = """
    3 2
    1: (1 2)
    2: 2 1
    3:
    1: 0: 1: 2 1
    2: 1: 2: (2 1)

    instance generation parameters
    anything: here
    """
  static let projects = """
    3 3 2
    1: 1 2
    2: 3 (1 2)
    3: 2
    1: 0: 1: 1
    2: 1: 2: 1
    3: 0: 1: 2
    1: 1: 2: 2: 3 (1 2)
    2: 0: 1: 1: 2
    """

  static func failure(_ text: String) -> InstanceFileError? {
    do {
      _ = try InstanceReader().read(Data(text.utf8), name: "x.txt")
      return nil
    } catch { return error }
  }

  @Test("lists, equals and bounds of both sides")
  func hospitals() throws {
    let instance = try InstanceReader().read(Data(Self.residents.utf8), name: "x.txt")
    #expect(
      instance.rankings
        == Rankings(
          mentees: [[[0, 1]], [[1], [0]], []], mentors: [[[1], [0]], [[1, 0]]]))
    #expect(
      instance.problem.mentors
        == [MentorLimits(capacity: 1), MentorLimits(capacity: 2, minimum: 1)])
    #expect(instance.problem.minimumRule == .always)
    #expect(instance.problem.table.points.map(\.self) == [2, 2, 1, 2])
    #expect(instance.mentorIDs == ["1", "2"])
  }

  @Test("projects are mentors, lecturers quotas; their lists are those of who wants the project")
  func lecturers() throws {
    let instance = try InstanceReader().read(Data(Self.projects.utf8), name: "x.txt")
    #expect(
      instance.problem.quotas == [
        Quota(name: "lecturer 1", mentors: [0, 1], atLeast: 1, atMost: 2),
        Quota(name: "lecturer 2", mentors: [2], atLeast: 0, atMost: 1),
      ])
    #expect(instance.rankings?.mentors == [[[0, 1]], [[2], [0, 1]], [[1]]])
    #expect(instance.warnings.isEmpty)
    let oneSided = Self.projects.replacing(": 3 (1 2)\n2: 0: 1: 1: 2", with: ":\n2: 0: 1: 1:")
    let other = try InstanceReader(format: .residents).read(Array(oneSided.utf8))
    #expect(other.rankings?.mentors == [nil, nil, nil])
  }

  @Test("a one-sided listing is a warning, and nobody is left out for it")
  func oneSided() throws {
    let text = Self.residents.replacing("1: 0: 1: 2 1", with: "1: 0: 1: 3 1")
    let instance = try InstanceReader().read(Data(text.utf8), name: "x.txt")
    #expect(
      instance.warnings == [
        .oneSided(.mentees, count: 1, person: "2", other: "1"),
        .ineligible(.mentors, count: 1, person: "1", other: "3"),
      ])
    #expect(instance.rankings?.mentors[0] == [[2], [0]])
    for language in Language.allCases {
      #expect(instance.warnings.allSatisfy { !$0.text(in: language).isEmpty })
    }
  }

  @Test("what is wrong is named, with its line")
  func mistakes() {
    func check(
      _ from: String, _ to: String, _ line: Int, _ column: Int, _ fault: MarketFault,
      _ text: String = ResidentsTests.residents
    ) {
      #expect(
        Self.failure(text.replacing(from, with: to))
          == .market(FilePlace(line: line, column: column), fault), "\(to)")
    }
    check("2: 2 1", "2: 2 3", 3, 6, .unknownName("3", suggestion: nil))
    check("2: 2 1", "2: 2 2", 3, 6, .listedTwice("2"))
    check("(1 2)", "(1 2", 2, 4, .unclosed("("))
    check("2: 2 1", "4: 2 1", 3, 1, .wrongNumber(found: 4, expected: 2))
    check("2: 2 1", "2 2 1", 3, 1, .badLine("1: 3 (1 4) 5"))
    check("1: 0: 1: 2 1", "1: 0: 2 1", 5, 1, .badLine("1: 0: 2: 3 (1 4) 5"))
    check("\n2: 1: 2: (2 1)\n", "\n", 5, 13, .endsEarly(missing: 1))
    #expect(
      Self.failure(Self.projects.replacing("3: 0: 1: 2", with: "3: 0: 1: 3"))
        == .ordinalOutOfRange(FilePlace(line: 7, column: 9), number: 3, count: 2))
    #expect(
      Self.failure(Self.residents.replacing("(2 1)\n", with: "(2 1)\n3: 0: 1: 1\n"))
        == .wrongCount(FilePlace(line: 7, column: 1), count: 6, expected: 5))
  }
}
