import Foundation
import InstanceFiles
import Problems
import Testing

@Suite("CSV of people's lists and of pairs")
struct MarketCSVTests {
  static func read(_ text: String, sense: Sense? = nil) throws(InstanceFileError) -> Instance {
    try InstanceReader(sense: sense).read(Data(text.utf8), name: "x.csv")
  }

  static func failure(_ text: String) -> InstanceFileError? {
    do {
      _ = try read(text)
      return nil
    } catch { return error }
  }

  static let ranks = """
    side,id,places,minimum,choice1,choice2,choice3
    mentees,anna,1,,boris,vera=gleb,
    mentees,"dima, jr",2,,{vera boris},{},gleb
    mentees,eva,,,,,
    mentors,boris,2,1,"dima, jr",anna,
    mentors,vera,1,,-,,
    mentors,gleb,0,,,,

    """
  static let pairs = """
    mentee,mentor,points,mentee_rank,mentor_rank,demand,capacity,minimum
    anna,,,2,,1,,
    dima,,,,,2,,
    ,boris,,,1,,2,1
    ,vera,,,0,,1,
    anna,boris,5,1,1,,,
    anna,vera,2.5,2,,,,
    dima,vera,-3,,,,,

    """

  @Test("a row a person: equals, empty places, no answer, nobody")
  func ranks() throws {
    for text in [
      Self.ranks, "\u{FEFF}" + Self.ranks.replacing("\n", with: "\r\n"),
      Self.ranks.replacing(",", with: ";").replacing("dima; jr", with: "dima, jr"),
    ] {
      let instance = try Self.read(text)
      #expect(instance.menteeIDs == ["anna", "dima, jr", "eva"])
      #expect(instance.mentorIDs == ["boris", "vera", "gleb"])
      #expect(
        instance.rankings
          == Rankings(
            mentees: [[[0], [1, 2]], [[1, 0], [], [2]], nil], mentors: [[[1], [0]], [], nil]))
      #expect(instance.problem.demands == [1, 2, 1])
      #expect(instance.problem.mentors.map(\.capacity) == [2, 1, 0])
      #expect(instance.problem.mentors.map(\.minimum) == [1, 0, 0])
      #expect(instance.problem.table.points.map(\.self) == [3, 2, 2, 3, 3, 1, 3, 3, 3])
    }
    let halves = try Self.read("side,id,choice1,choice2\nmentees,a,x,y\nmentees,b,y,\n")
    #expect(halves.mentorIDs == ["x", "y"])
    #expect(halves.rankings?.mentors == [nil, nil])
  }

  @Test("a row a pair: points, places and people")
  func pairs() throws {
    let instance = try Self.read(Self.pairs)
    #expect(instance.rankings == Rankings(mentees: [[[0], [1]], nil], mentors: [[[0]], []]))
    #expect(instance.problem.demands == [1, 2])
    #expect(instance.problem.mentors.map(\.capacity) == [2, 1])
    #expect(instance.problem.table.points.map(\.self) == [50, 25, -30])
    #expect(
      try Self.read(Self.pairs, sense: .minimize).problem.table.points.map(\.self) == [
        -50, -25, 30,
      ])
    let short = try Self.read("mentor,mentee,mentee_rank\nx,a,2\ny,a,1\nx,b,1\n")
    #expect(short.rankings?.mentees == [[[1], [0]], [[0]]])
    #expect(short.problem.table.points.map(\.self) == [1, 2, 2])
    #expect(short.problem.mentors.map(\.capacity) == [1, 1])
    let nobody = try Self.read("mentee,mentor\n")
    #expect(nobody.warnings == [.nobody(.mentees), .nobody(.mentors)])
  }

  private func check(
    _ text: String, _ from: String, _ to: String, _ line: Int, _ column: Int,
    _ error: (FilePlace) -> InstanceFileError
  ) {
    let failure = Self.failure(text.replacing(from, with: to))
    #expect(failure == error(FilePlace(line: line, column: column)), "\(to)")
    for language in Language.allCases {
      #expect(failure?.text(in: language).hasPrefix("\(line):\(column): ") == true)
    }
  }

  @Test("what is wrong is named, with its cell")
  func mistakes() {
    let name = MarketFault.unknownName("bori", suggestion: "boris")
    check(Self.ranks, "1,,boris", "1,,bori", 2, 17) { .market($0, name) }
    check(Self.ranks, "vera=gleb", "boris=gleb", 2, 23) { .market($0, .listedTwice("boris")) }
    check(Self.ranks, "mentors,vera", ",vera", 6, 1) { .market($0, .noSide("")) }
    check(Self.ranks, "mentors,vera", "boss,vera", 6, 1) { .market($0, .noSide("boss")) }
    check(Self.ranks, "boris,vera=gleb", ",vera=gleb", 2, 9) { .market($0, .gap) }
    check(Self.ranks, "{vera boris}", "{vera boris", 3, 23) { .market($0, .unclosed("{")) }
    check(Self.ranks, "mentors,gleb", "mentors,vera", 7, 9) { .duplicateID($0, id: "vera") }
    check(Self.ranks, "side,", "sides,", 1, 1) {
      .unknownKey($0, key: "sides", suggestion: "side")
    }
    check(Self.ranks, "choice3", "choice03", 1, 40) {
      .unknownKey($0, key: "choice03", suggestion: nil)
    }
    check(Self.ranks, "anna,1", "anna,-1", 2, 14) { .negative($0) }
    check(Self.ranks, "anna,1", "anna,x", 2, 14) { .notANumber($0, found: "x") }
    check(Self.ranks, "\"dima, jr\",2", "\"dima, jr,2", 5, 20) { .syntax($0, .unexpectedCharacter) }
  }

  @Test("what is wrong of pairs is named, with its cell")
  func mistakesOfPairs() {
    check(Self.pairs, "anna,vera", "ana,vera", 7, 1) {
      .market($0, .unknownName("ana", suggestion: "anna"))
    }
    check(Self.pairs, "anna,vera", "anna,boris", 7, 1) {
      .duplicatePair($0, Pair(mentee: 0, mentor: 0))
    }
    check(Self.pairs, "2.5,2", "2.5,3", 7, 15) { .market($0, .placeBeyondList(3, placeCount: 2)) }
    check(Self.pairs, "2.5", "many", 7, 11) { .notANumber($0, found: "many") }
    check(Self.pairs, "2.5", "NaN", 7, 11) { .notFinite($0) }
    check(Self.pairs, "dima,vera,-3", ",,-3", 8, 1) { .wrongType($0, expected: .identifier) }
    check(Self.pairs, "dima,,,", "anna,,,", 3, 1) { .duplicateID($0, id: "anna") }
    check(Self.pairs, "-3,,,,,", "-3,,,,,,7", 8, 19) { .wrongCount($0, count: 9, expected: 8) }
    check("mentee,mentor,points\n\"a,b,1\n", "", "", 2, 1) { .market($0, .unclosed("\"")) }
    check("side,choice1\nmentees,x\n", "", "", 1, 1) { .market($0, .missingColumn("id")) }
    check("mentee,points\na,1\n", "", "", 1, 1) { .market($0, .missingColumn("mentor")) }
    #expect(Self.failure("") == .empty)
  }

  @Test("ten thousand damaged files of every format: always a value or a typed error")
  func fuzz() throws {
    let files: [(String, InstanceFormat)] = [
      (Self.ranks, .csvRanks), (Self.pairs, .csvPairs), (PrefLibTests.new, .preflib),
      (PrefLibTests.old, .preflib), (ResidentsTests.residents, .residents),
      (ResidentsTests.projects, .residents),
    ]
    var generator = SystemlessGenerator(state: 3)
    for (text, format) in files {
      let right = Array(text.utf8)
      var readCount = 0
      for _ in 0..<1700 {
        var bytes = right
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let place = Int.random(in: bytes.indices, using: &generator)
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
          case 1: bytes.remove(at: place)
          case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &generator)], at: place)
          default: bytes[place] = bytes[Int.random(in: bytes.indices, using: &generator)]
          }
        }
        let failure = FormatTests.failure(bytes, format)
        if failure == nil { readCount += 1 }
        for language in Language.allCases { #expect(failure?.text(in: language).isEmpty != true) }
      }
      #expect(readCount > 50, "\(format)")
    }
  }
}
