import InstanceFiles
import Mentorship

/// The pairs of a file, before anybody knows which case they belong to.
///
/// A `nastavnik.solution/1` names people by index, a proposal and the alternatives of a season by name; of several
/// solutions the first counts, which is the best.
struct ApprovedFile: Equatable {
  enum Person: Equatable {
    case index(Int)
    case name(String)
  }

  struct Entry: Equatable {
    let mentee: Person
    let mentor: Person
    /// `nil` where the file does not say it.
    let form: FormCode?

    var isNamed: Bool {
      if case .name = mentee, case .name = mentor { true } else { false }
    }
  }

  let entries: [Entry]
  let instanceHash: String?
  /// How many solutions the file holds.
  let solutionCount: Int

  /// - Returns: `nil` for what holds no pairs of people.
  init?(_ json: JSONValue) {
    if case .array(let solutions)? = json["solutions"] {
      guard let first = solutions.first, let file = ApprovedFile(first) else { return nil }
      (entries, instanceHash) = (file.entries, file.instanceHash)
      solutionCount = solutions.count
      return
    }
    // The pairs of an instance are other pairs.
    if case .string(let schema)? = json["schema"], schema != SolutionFile.schema { return nil }
    guard case .array(let pairs)? = json["pairs"] else { return nil }
    var entries: [Entry] = []
    for pair in pairs {
      guard let entry = Entry(pair) else { return nil }
      entries.append(entry)
    }
    self.entries = entries
    if case .string(let hash)? = json["instanceHash"] {
      instanceHash = hash
    } else {
      instanceHash = nil
    }
    solutionCount = 1
  }
}

extension ApprovedFile.Entry {
  /// `[0, 3]`, `["Иванов", "Петров"]` or an object with names.
  fileprivate init?(_ json: JSONValue) {
    switch json {
    case .array(let people):
      guard people.count == 2, let mentee = ApprovedFile.Person(people[0]),
        let mentor = ApprovedFile.Person(people[1])
      else { return nil }
      self.init(mentee: mentee, mentor: mentor, form: nil)
    case .object(let members):
      guard let mentee = members["mentee"].flatMap(ApprovedFile.Person.init),
        let mentor = members["mentor"].flatMap(ApprovedFile.Person.init)
      else { return nil }
      var form: FormCode?
      if case .string(let code)? = members["form"] { form = FormCode(code) }
      self.init(mentee: mentee, mentor: mentor, form: form)
    case .null, .bool, .number, .string: return nil
    }
  }
}

extension ApprovedFile.Person {
  fileprivate init?(_ json: JSONValue) {
    switch json {
    case .string(let name): self = .name(name)
    case .number(let number):
      guard let index = number.integer else { return nil }
      self = .index(index)
    case .null, .bool, .array, .object: return nil
    }
  }
}

extension Office {
  /// Reads approved pairs; `-` is standard input.
  ///
  /// - Throws: ``OfficeError/notApproved(file:)`` for a file without pairs of people,
  ///   ``OfficeError/instanceFile(file:_:)`` for one that is no JSON.
  static func readApproved(_ path: String) throws(OfficeError) -> ApprovedFile {
    let json: JSONValue
    do throws(InstanceFileError) {
      json = try JSONValue(parsing: bytes(of: path))
    } catch .empty {
      throw .notApproved(file: path)
    } catch {
      throw .instanceFile(file: path, error)
    }
    guard let file = ApprovedFile(json) else { throw .notApproved(file: path) }
    return file
  }
}
