import Problems

extension InstanceFileError {
  var englishText: String {
    switch self {
    case .empty: "the file is empty; an instance of nobody is {\"mentees\": 0, …}"
    case .missingFile(let file): "there is no file \(file)"
    case .unreadableFile(let file): "the file \(file) cannot be read; check its permissions"
    case .folder(let path): "\(path) is a folder, and a file is needed"
    case .unknownFormat(let name):
      "unknown format of \(name); use --format \(InstanceFormat.allNames)"
    case .syntax(_, let fault): fault.englishText
    case .duplicateKey(_, let key): "the key \"\(key)\" stands twice; remove one"
    case .unknownKey(_, let key, let suggestion?):
      "unknown key \"\(key)\"; did you mean \"\(suggestion)\"?"
    case .unknownKey(_, let key, nil): "unknown key \"\(key)\"; remove it"
    case .missingKey(_, let key): "the key \"\(key)\" is missing; add it"
    case .wrongType(_, let expected): "expected \(expected.englishText)"
    case .wrongSchema(_, let found, let expected): "schema \"\(found)\", expected \"\(expected)\""
    case .unknownChoice(_, let found, let allowed):
      "\"\(found)\" is not a choice here; write one of: \(allowed.joined(separator: ", "))"
    case .groupTooSmall: "fewer than two people; name at least two, or remove the set"
    case .tooFine(_, let digits): "more than \(digits) digits after the point; round the number"
    case .pointsAndPairs: "both \"points\" and \"pairs\"; keep one of them"
    case .negative: "a negative number; write 0 or more"
    case .fractional: "a fraction; write a whole number"
    case .notFinite:
      "not a finite number; an ineligible pair is empty in CSV, null in JSON, absent in sparse formats"
    case .tooLarge: "the number is too large to add up exactly; use a larger unit"
    case .wrongCount(_, let count, let expected): "\(count) values, expected \(expected)"
    case .indexOutOfRange(_, let index, 0): "there is no number \(index): nobody is on this side"
    case .indexOutOfRange(_, let index, let count): "no number \(index); write 0 to \(count - 1)"
    case .duplicateID(_, let id): "the id \"\(id)\" stands twice; ids must differ"
    case .duplicatePair(_, let pair): "the pair \(pair.text) stands twice; remove one"
    case .duplicatePerson(_, let person): "the person \(person) stands twice; remove one"
    case .fixedForbidden(_, let pair): "the pair \(pair.text) is fixed and forbidden; remove one"
    case .fixedIneligible(_, let pair):
      "the fixed pair \(pair.text) is not eligible; give it points"
    case .notANumber(_, let found): "\"\(found)\" is not a number"
    case .numpy(let fault): fault.englishText
    case .foreignSolution(let found, let expected):
      "the solution is for the instance \(found), this one is \(expected)"
    case .inconsistent(let key): "\(key) contradicts the rest of the solution or its instance"
    case .ordinalOutOfRange(_, let number, let count):
      count > 0
        ? "no number \(number); write 1 to \(count)" : "no number \(number): there is nobody"
    case .uncheckable(let proof): "a proof of kind \"\(proof)\" cannot be checked from the files"
    case .offScale: "the number is no multiple of the instance's unit"
    case .market(_, let fault): fault.englishText
    }
  }
}

extension Pair {
  var text: String { "[\(mentee), \(mentor)]" }
}

extension SyntaxFault {
  var englishText: String {
    switch self {
    case .unexpectedEnd: "the file ends in the middle of a value; is it whole?"
    case .unexpectedCharacter: "this character cannot stand here"
    case .trailingText: "text after the end of the value; remove it"
    case .missingComma: "expected a comma or a closing bracket"
    case .keyExpected: "expected a key in double quotes"
    case .colonExpected: "expected a colon after the key"
    case .badNumber: "this is not a number of JSON; write for example -1.5"
    case .notFinite: "not a finite number; write null for an ineligible pair"
    case .badEscape: "a backslash that JSON does not know"
    case .controlCharacter: "a control character inside a text; write \\n, \\t or \\u…"
    case .notUTF8: "the text is not UTF-8; save the file as UTF-8"
    case .tooDeep: "too many brackets inside one another"
    case .unknownWord(let word): "unknown word \"\(word)\"; texts stand in double quotes"
    }
  }
}

extension ExpectedForm {
  var englishText: String {
    switch self {
    case .object: "an object {…}"
    case .array: "a list […]"
    case .string: "a text"
    case .number: "a number"
    case .numberOrNull: "a number, or null for an ineligible pair"
    case .integer: "a whole number"
    case .identifier: "an id: a text or a whole number"
    case .people: "a count or a list of people"
    case .person: "an id or an object {\"id\": …}"
    case .pair: "a pair [mentee, mentor]"
    case .weightedPair:
      "a pair with its points: [mentee, mentor, points], or with its hours as fourth number"
    case .rankings: "null or tiers from best to worst: [[…], […]]"
    case .boolean: "true or false"
    }
  }
}

extension NumpyFault {
  var englishText: String {
    switch self {
    case .magic: "not a .npy file; save it with numpy.save"
    case .version(let version): ".npy version \(version) is not known; known are 1, 2 and 3"
    case .header: "the header of the .npy file cannot be read; save it again with numpy.save"
    case .dtype(let name):
      "numbers of the type \(name) cannot be read; use integers or float32/float64"
    case .dimensions(let count, let expected):
      "the array has \(count) dimensions, expected \(expected)"
    case .size(let size, let expected):
      "\(size) bytes of numbers, expected \(expected); is the file whole?"
    }
  }
}
