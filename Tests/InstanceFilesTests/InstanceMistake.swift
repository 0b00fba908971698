import InstanceFiles
import Problems

/// One thing wrong in an instance file: the members, the path that is named, the error.
struct InstanceMistake: Sendable {
  let members: String
  let path: String?
  let error: @Sendable (FilePlace) -> InstanceFileError

  private init(
    _ members: String, _ path: String?,
    _ error: @escaping @Sendable (FilePlace) -> InstanceFileError
  ) {
    self.members = members
    self.path = path
    self.error = error
  }

  static let all = keys + points + rules + people

  private static let pair = Pair(mentee: 0, mentor: 0)
  private static let two = #""mentees": 2, "mentors": 2"#
  private static let square = two + #", "points": [[1, 2], [3, null]]"#

  private static let keys: [InstanceMistake] = [
    .init(
      square + #", "sens": "max""#, "sens",
      { .unknownKey($0, key: "sens", suggestion: "sense") }
    ),
    .init(square + #", "zzzzz": 1"#, "zzzzz", { .unknownKey($0, key: "zzzzz", suggestion: nil) }),
    .init(two, nil, { .missingKey($0, key: "points") }),
    .init(#""mentors": 2, "points": []"#, nil, { .missingKey($0, key: "mentees") }),
    .init(
      square + #", "sense": "most""#, "sense",
      {
        .unknownChoice($0, found: "most", allowed: ["max", "min"])
      }
    ),
    .init(square + #", "coverage": 1"#, "coverage", { .wrongType($0, expected: .string) }),
    .init(
      square + #", "minimumIs": "never""#, "minimumIs",
      {
        .unknownChoice($0, found: "never", allowed: ["if-open", "always"])
      }
    ),
    .init(square + #", "pairs": []"#, "pairs", { .pointsAndPairs($0) }),
    .init(square + #", "id": [1]"#, "id", { .wrongType($0, expected: .identifier) }),
  ]

  private static let points: [InstanceMistake] = [
    .init(
      two + #", "points": [[1, 2]]"#, "points",
      {
        .wrongCount($0, count: 1, expected: 2)
      }
    ),
    .init(
      two + #", "points": [[1, 2], [3]]"#, "points[1]",
      {
        .wrongCount($0, count: 1, expected: 2)
      }
    ),
    .init(
      two + #", "points": [[1, 2], 3]"#, "points[1]",
      {
        .wrongType($0, expected: .array)
      }
    ),
    .init(
      two + #", "points": [[1, "two"], [3, 4]]"#, "points[0][1]",
      {
        .wrongType($0, expected: .numberOrNull)
      }
    ),
    .init(two + #", "points": [[1, 2], [3, 9e18]]"#, "points[1][1]", { .tooLarge($0) }),
    .init(
      two + #", "points": [[12345678901234567890, 2], [3, 4]]"#, "points[0][0]",
      { .tooLarge($0) }
    ),
    .init(two + #", "points": [[1, 2], [3, 1e30]]"#, "points[1][1]", { .tooLarge($0) }),
    .init(
      two + #", "pairs": [[0, 0, 1], [0, 0, 2]]"#, "pairs[1]",
      {
        .duplicatePair($0, pair)
      }
    ),
    .init(
      two + #", "pairs": [[0, 2, 1]]"#, "pairs[0][1]",
      {
        .indexOutOfRange($0, index: 2, count: 2)
      }
    ),
    .init(two + #", "pairs": [[0, 0.5, 1]]"#, "pairs[0][1]", { .fractional($0) }),
    .init(
      two + #", "pairs": [[0, 0]]"#, "pairs[0]",
      {
        .wrongType($0, expected: .weightedPair)
      }
    ),
    .init(
      two + #", "pairs": [[0, 0, 1, "2"]]"#, "pairs[0][3]", { .wrongType($0, expected: .number) }),
    .init(two + #", "pairs": [[0, 0, 1, -2]]"#, "pairs[0][3]", { .negative($0) }),
    .init(
      #""mentees": 1, "mentors": [{"hours": 1}], "pairs": [[0, 0, 1, 9e9]]"#, "pairs[0][3]",
      { .tooLarge($0) }
    ),
    .init(
      #""mentees": 1, "mentors": [{"hours": 1}], "pairs": [[0, 0, 1, 0.1234567891]]"#,
      "pairs[0][3]", { .tooFine($0, digits: 9) }
    ),
  ]

  private static let rules: [InstanceMistake] = [
    .init(square + #", "fixed": [[0, 0], [0, 0]]"#, "fixed[1]", { .duplicatePair($0, pair) }),
    .init(
      square + #", "fixed": [[0, 0]], "forbidden": [[0, 0]]"#, "fixed[0]",
      {
        .fixedForbidden($0, pair)
      }
    ),
    .init(
      square + #", "fixed": [[1, 1]]"#, "fixed[0]",
      {
        .fixedIneligible($0, Pair(mentee: 1, mentor: 1))
      }
    ),
    .init(square + #", "forbidden": [[1]]"#, "forbidden[0]", { .wrongType($0, expected: .pair) }),
    .init(square + #", "apart": [[0, 1], [0]]"#, "apart[1]", { .groupTooSmall($0) }),
    .init(square + #", "apart": [0, 1]"#, "apart[0]", { .wrongType($0, expected: .array) }),
    .init(
      square + #", "together": [[0, 2]]"#, "together[0][1]",
      { .indexOutOfRange($0, index: 2, count: 2) }
    ),
    .init(
      square + #", "together": [[1, 0, 1]]"#, "together[0][2]",
      { .duplicatePerson($0, person: 1) }
    ),
    .init(
      square + #", "quotas": [{"atmost": 1}]"#, "quotas[0].atmost",
      { .unknownKey($0, key: "atmost", suggestion: "atMost") }
    ),
    .init(
      square + #", "quotas": [{}, {"mentors": [5]}]"#, "quotas[1].mentors[0]",
      { .indexOutOfRange($0, index: 5, count: 2) }
    ),
    .init(
      square + #", "quotas": [{"mentees": [1, 1]}]"#, "quotas[0].mentees[1]",
      { .duplicatePerson($0, person: 1) }
    ),
    .init(square + #", "quotas": [{"atLeast": -1}]"#, "quotas[0].atLeast", { .negative($0) }),
    .init(square + #", "quotas": [{"atMost": 0.5}]"#, "quotas[0].atMost", { .fractional($0) }),
    .init(
      square + #", "rankings": {"mentees": [null]}"#, "rankings.mentees",
      {
        .wrongCount($0, count: 1, expected: 2)
      }
    ),
    .init(
      square + #", "rankings": {"mentees": [null, [[0], [1, 0]]]}"#,
      "rankings.mentees[1][1][1]", { .duplicatePerson($0, person: 0) }
    ),
    .init(
      square + #", "rankings": {"mentors": [[[5]], null]}"#, "rankings.mentors[0][0][0]",
      { .indexOutOfRange($0, index: 5, count: 2) }
    ),
    .init(
      square + #", "rankings": {"mentors": [5, null]}"#, "rankings.mentors[0]",
      {
        .wrongType($0, expected: .rankings)
      }
    ),
  ]

  private static let people: [InstanceMistake] = [
    .init(
      #""mentees": ["a", "a"], "mentors": 1, "points": []"#, "mentees[1]",
      {
        .duplicateID($0, id: "a")
      }
    ),
    .init(
      #""mentees": [{"demand": -1}], "mentors": 0, "points": [[]]"#, "mentees[0].demand",
      {
        .negative($0)
      }
    ),
    .init(
      #""mentees": 0, "mentors": [{"capacity": 1.5}], "points": []"#, "mentors[0].capacity",
      {
        .fractional($0)
      }
    ),
    .init(
      #""mentees": 0, "mentors": [{"capacity": "two"}], "points": []"#, "mentors[0].capacity",
      {
        .wrongType($0, expected: .integer)
      }
    ),
    .init(
      #""mentees": 0, "mentors": [{"hours": -6}], "points": []"#, "mentors[0].hours",
      {
        .negative($0)
      }
    ),
    .init(
      #""mentees": [{"hours": "2"}], "mentors": 0, "points": [[]]"#, "mentees[0].hours",
      {
        .wrongType($0, expected: .number)
      }
    ),
    .init(
      #""mentees": 0, "mentors": [{"capasity": 6}], "points": []"#, "mentors[0].capasity",
      {
        .unknownKey($0, key: "capasity", suggestion: "capacity")
      }
    ),
    .init(
      #""mentees": 0, "mentors": [true], "points": []"#, "mentors[0]",
      {
        .wrongType($0, expected: .person)
      }
    ),
    .init(
      #""mentees": "two", "mentors": 0, "points": []"#, "mentees",
      {
        .wrongType($0, expected: .people)
      }
    ),
    .init(#""mentees": 9e15, "mentors": 0, "points": []"#, "mentees", { .tooLarge($0) }),
    .init(#""mentees": -1, "mentors": 0, "points": []"#, "mentees", { .negative($0) }),
  ]
}
