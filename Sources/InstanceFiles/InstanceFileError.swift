public import Problems

/// Why a file could not be read; every case says where and, in ``text(in:)``, how to mend it.
///
/// ```swift
/// InstanceFileError.negative(FilePlace(line: 3, column: 14, path: "mentors[3].capacity"))
///   .text(in: .english)  // "3:14: mentors[3].capacity: a negative number; write 0 or more"
/// ```
public enum InstanceFileError: Error, Equatable, Sendable {
  case empty
  case missingFile(String)
  case unreadableFile(String)
  /// A folder where a file is needed.
  case folder(String)
  case unknownFormat(String)
  case syntax(FilePlace, SyntaxFault)
  case duplicateKey(FilePlace, key: String)
  /// `suggestion`: the known key nearest to it.
  case unknownKey(FilePlace, key: String, suggestion: String?)
  case missingKey(FilePlace, key: String)
  case wrongType(FilePlace, expected: ExpectedForm)
  case wrongSchema(FilePlace, found: String, expected: String)
  case unknownChoice(FilePlace, found: String, allowed: [String])
  case pointsAndPairs(FilePlace)
  case negative(FilePlace)
  case fractional(FilePlace)
  case notFinite(FilePlace)
  /// Exact 64-bit arithmetic could overflow on the way to the optimum.
  case tooLarge(FilePlace)
  case wrongCount(FilePlace, count: Int, expected: Int)
  case indexOutOfRange(FilePlace, index: Int, count: Int)
  case duplicateID(FilePlace, id: String)
  case duplicatePair(FilePlace, Pair)
  case duplicatePerson(FilePlace, person: Int)
  /// A set of `apart` or `together` with fewer than two people.
  case groupTooSmall(FilePlace)
  /// More digits after the point than are exact.
  case tooFine(FilePlace, digits: Int)
  case fixedForbidden(FilePlace, Pair)
  case fixedIneligible(FilePlace, Pair)
  case notANumber(FilePlace, found: String)
  case numpy(NumpyFault)
  /// A solution that was made for another instance.
  case foreignSolution(found: String, expected: String)
  /// A solution whose proof cannot be checked from the two files.
  case uncheckable(proof: String)
  /// A part of a solution that contradicts the rest of it, or its instance.
  case inconsistent(key: String)
  /// A number of a format that counts from 1.
  case ordinalOutOfRange(FilePlace, number: Int, count: Int)
  /// A number that is no multiple of the instance's unit.
  case offScale(FilePlace)
  /// In a file of people's lists.
  case market(FilePlace, MarketFault)
}

/// What is wrong with the text of a JSON file.
public enum SyntaxFault: Hashable, Sendable {
  case unexpectedEnd, unexpectedCharacter, trailingText, missingComma, keyExpected, colonExpected
  case badNumber, notFinite, badEscape, controlCharacter, notUTF8, tooDeep
  case unknownWord(String)
}

/// What should have stood at a place.
public enum ExpectedForm: Hashable, Sendable {
  case object, array, string, number, numberOrNull, integer, identifier, people, person
  case pair, weightedPair, rankings, boolean
}

/// What is wrong with a `.npy` file.
public enum NumpyFault: Hashable, Sendable {
  case magic
  case version(Int)
  case header
  case dtype(String)
  /// `expected`: 1 or 2.
  case dimensions(Int, expected: Int)
  /// In bytes of numbers.
  case size(Int, expected: Int)
}

extension InstanceFileError {
  /// The stable name of the case: `error.code` in solution files.
  public var code: String {
    switch self {
    case .empty: "empty"
    case .missingFile: "missing-file"
    case .unreadableFile: "unreadable-file"
    case .folder: "folder"
    case .unknownFormat: "unknown-format"
    case .syntax: "syntax"
    case .duplicateKey: "duplicate-key"
    case .unknownKey: "unknown-key"
    case .missingKey: "missing-key"
    case .wrongType: "wrong-type"
    case .wrongSchema: "wrong-schema"
    case .unknownChoice: "unknown-choice"
    case .pointsAndPairs: "points-and-pairs"
    case .negative: "negative"
    case .fractional: "fractional"
    case .notFinite: "not-finite"
    case .tooLarge: "too-large"
    case .wrongCount: "wrong-count"
    case .indexOutOfRange: "index-out-of-range"
    case .duplicateID: "duplicate-id"
    case .duplicatePair: "duplicate-pair"
    case .duplicatePerson: "duplicate-person"
    case .groupTooSmall: "group-too-small"
    case .tooFine: "too-fine"
    case .fixedForbidden: "fixed-forbidden"
    case .fixedIneligible: "fixed-ineligible"
    case .notANumber: "not-a-number"
    case .numpy: "numpy"
    case .foreignSolution: "foreign-solution"
    case .uncheckable: "uncheckable"
    case .inconsistent: "inconsistent"
    case .ordinalOutOfRange: "index-out-of-range"
    case .offScale: "off-scale"
    case .market(_, let fault): fault.code
    }
  }

  /// Where it is wrong; `nil` when the whole file is.
  public var place: FilePlace? {
    switch self {
    case .empty, .missingFile, .unreadableFile, .folder, .unknownFormat, .numpy, .foreignSolution,
      .uncheckable, .inconsistent:
      nil
    case .syntax(let place, _), .duplicateKey(let place, _), .unknownKey(let place, _, _),
      .missingKey(let place, _), .wrongType(let place, _), .wrongSchema(let place, _, _),
      .unknownChoice(let place, _, _), .groupTooSmall(let place), .tooFine(let place, _),
      .pointsAndPairs(let place),
      .negative(let place), .fractional(let place), .notFinite(let place), .tooLarge(let place),
      .wrongCount(let place, _, _), .indexOutOfRange(let place, _, _),
      .ordinalOutOfRange(let place, _, _), .duplicateID(let place, _),
      .duplicatePair(let place, _), .duplicatePerson(let place, _), .fixedForbidden(let place, _),
      .fixedIneligible(let place, _), .notANumber(let place, _), .offScale(let place),
      .market(let place, _):
      place
    }
  }

  /// The message for people: the place, what is wrong, how to mend it.
  public func text(in language: Language) -> String {
    let message =
      switch language {
      case .english: englishText
      case .russian: russianText
      }
    guard let place = place?.text, !place.isEmpty else { return message }
    return "\(place): \(message)"
  }
}
