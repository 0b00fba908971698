import Foundation
import InstanceFiles
import Problems
import Testing

@Suite("PrefLib")
struct PrefLibTests {
  static func read(
    _ text: String, _ name: String = "x.toi", capacities: [Int]? = nil,
    shared: [SharedPlaces] = []
  ) throws(InstanceFileError) -> Instance {
    var reader = InstanceReader(capacities: capacities)
    reader.shared = shared
    return try reader.read(Data(text.utf8), name: name)
  }

  static func failure(_ text: String, _ name: String = "x.toi") -> InstanceFileError? {
    do {
      _ = try read(text, name)
      return nil
    } catch { return error }
  }

  static let new = """
    # FILE NAME: x.toi
    # DATA TYPE: toi
    # NUMBER ALTERNATIVES: 3
    # NUMBER VOTERS: 4
    # NUMBER UNIQUE ORDERS: 3
    # ALTERNATIVE NAME 1: Anna
    # ALTERNATIVE NAME 2: Boris
    # ALTERNATIVE NAME 3: Vera, the third
    2: 3,{1,2}
    1: 2
    1:

    """
  static let old = "3\n1,Anna\n2,Boris\n3,Vera, the third\n4,4,3\n2,3,{1,2},\n1,2\n1\n"

  @Test("both headers say the same; a line of k voters is k mentees; points by place")
  func headers() throws {
    for text in [Self.new, Self.old, Self.new.replacing("\n", with: "\r\n")] {
      let instance = try Self.read(text)
      #expect(instance.menteeIDs == ["v1", "v2", "v3", "v4"])
      #expect(instance.mentorIDs == ["Anna", "Boris", "Vera, the third"])
      #expect(instance.rankings?.mentees == [[[2], [0, 1]], [[2], [0, 1]], [[1]], []])
      #expect(instance.rankings?.mentors == [nil, nil, nil])
      let table = instance.problem.table
      let rows = (0..<4).map { mentee in
        (0..<3).map { table.points(of: Pair(mentee: mentee, mentor: $0)) }
      }
      #expect(rows == [[2, 2, 3], [2, 2, 3], [nil, 3, nil], [nil, nil, nil]])
      #expect(instance.problem.coverage == .first)
      #expect(instance.warnings.isEmpty)
    }
  }

  @Test("numbers as the file counts, from 0 too; places that nobody has stay places")
  func oddities() throws {
    let zero = try Self.read("2\n0,A\n1,A\n1,1,1\n1,{},{1},{0},\n")
    #expect(zero.mentorIDs == ["0", "1"])
    #expect(zero.rankings?.mentees == [[[], [1], [0]]])
    // Three places of two mentors: the best is worth as many as there are places.
    #expect(zero.problem.table.points.map(\.self) == [1, 2])
    let empty = try Self.read("# NUMBER ALTERNATIVES: 0\n# NUMBER VOTERS: 0\n")
    #expect(empty.problem.menteeCount == 0)
    #expect(empty.warnings == [.nobody(.mentees), .nobody(.mentors)])
  }

  @Test("capacities of alternatives, and places that supervisors share")
  func places() throws {
    let instance = try Self.read(
      Self.new, capacities: [2, 0, 5],
      shared: [
        SharedPlaces(name: "S", places: 3, mentors: [0, 2]),
        SharedPlaces(name: "T", places: 4, mentors: [1]),
        SharedPlaces(name: "nobody", places: 4, mentors: []),
      ])
    #expect(instance.problem.mentors.map(\.capacity) == [2, 4, 5])
    #expect(instance.problem.quotas == [Quota(name: "S", mentors: [0, 2], atMost: 3)])
    #expect(
      throws: InstanceFileError.wrongCount(FilePlace(path: "capacities"), count: 1, expected: 3)
    ) {
      try Self.read(Self.new, capacities: [1])
    }
    #expect(
      throws: InstanceFileError.indexOutOfRange(
        FilePlace(path: "capacities[0]"), index: 3, count: 3)
    ) {
      try Self.read(Self.new, shared: [SharedPlaces(name: "S", places: 1, mentors: [3])])
    }
  }

  @Test("what is wrong is named, with its line")
  func mistakes() {
    func check(
      _ from: String, _ to: String, _ line: Int, _ column: Int, _ fault: MarketFault,
      name: String = "x.toi", _ text: String = PrefLibTests.new
    ) {
      #expect(
        Self.failure(text.replacing(from, with: to), name)
          == .market(FilePlace(line: line, column: column), fault), "\(to)")
    }
    check("1: 2\n", "1: 7\n", 10, 4, .unknownName("7", suggestion: nil))
    check("{1,2}", "{1,3}", 9, 9, .listedTwice("3"))
    check("{1,2}", "{1,2", 9, 6, .unclosed("{"))
    check("{1,2}", "1,x", 9, 8, .badLine("2: 3,{1,4},5"))
    check("2: 3", "two: 3", 9, 1, .badLine("2: 3,{1,4},5"))
    check("VOTERS: 4", "VOTERS: 5", 4, 18, .wrongTotal(.voters, count: 4, expected: 5))
    check("ORDERS: 3", "ORDERS: 9", 5, 25, .wrongTotal(.orders, count: 3, expected: 9))
    check(
      "ALTERNATIVES: 3", "ALTERNATIVES: 4", 3, 24, .wrongTotal(.alternatives, count: 3, expected: 4)
    )
    check("1: 2", "1: 2", 9, 1, .tieInStrictOrder, name: "x.soi")
    check("1: 2", "1: 2", 10, 1, .incompleteOrder(count: 1, expected: 3), name: "x.toc")
    check("2,Boris", "1,Boris", 3, 1, .listedTwice("1"), Self.old)
    check("4,4,3", "4,5,3", 5, 3, .wrongTotal(.voters, count: 4, expected: 5), Self.old)
    check("4,4,3", "4,4", 5, 1, .badLine("31,31,31"), Self.old)
    #expect(
      Self.failure("3\n1,Anna\n") == .market(FilePlace(line: 3, column: 1), .endsEarly(missing: 3)))
    #expect(
      Self.failure("# DATA TYPE: soc\n")
        == .missingKey(FilePlace(line: 1, column: 1), key: "NUMBER ALTERNATIVES"))
    #expect(
      Self.failure("many\n") == .notANumber(FilePlace(line: 1, column: 1), found: "many"))
    #expect(Self.failure("") == .empty)
    #expect(Self.failure("\n \n") == .empty)
  }

  @Test("a file of huge counts is refused, not built")
  func hugeCounts() {
    let text = "1\n1,A\n999999999,999999999,1\n999999999,1\n"
    #expect(Self.failure(text) == .notANumber(FilePlace(line: 3, column: 1), found: "999999999"))
    let most = "1\n1,A\n9000000,9000000,1\n" + String(repeating: "900000000,1\n", count: 2)
    #expect(Self.failure(most) == .tooLarge(FilePlace(line: 4, column: 1)))
  }
}
