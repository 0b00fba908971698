import Foundation
public import InstanceFiles
import Mentorship
import Policies
import Problems

/// The use case of who takes a market elsewhere: an instance or a season in, another format out.
public struct ConvertInstance: Sendable {
  /// Whether names stay.
  public enum Naming: Equatable, Sendable {
    /// As they are; in a season, people's ids.
    case named
    /// People in a random order, called e1, e2, … and m1, m2, …; a seed makes the order repeatable, for whoever
    /// knows it.
    case anonymous(seed: Int?)
  }

  private let reader: InstanceReader
  private let writer: InstanceWriter
  /// `nil` = seasons are anonymous, instances as they are.
  private let naming: Naming?
  private let seed: Int?

  /// Makes the use case; unless it is said, seasons are anonymous, and instances are not.
  ///
  /// Without a seed the order is by the system's lots, so that nobody can repeat it.
  public init(
    reader: InstanceReader, writer: InstanceWriter, isAnonymous: Bool? = nil, seed: Int? = nil
  ) {
    self.reader = reader
    self.writer = writer
    self.seed = seed
    naming = isAnonymous.map { $0 ? .anonymous(seed: seed) : .named }
  }

  /// What was made, what it has no place for, and what was odd already.
  public struct Converted: Sendable {
    public let text: String
    public let losses: [InstanceLoss]
    public let warnings: [InstanceWarning]
  }

  /// Reads, renames and writes.
  ///
  /// - Parameter path: an instance file, `-` for standard input, or a season's folder.
  /// - Returns: the text, and what is to be said of it.
  /// - Throws: ``OfficeError``.
  public func converted(_ path: String) throws(OfficeError) -> Converted {
    var isFolder: ObjCBool = false
    let isSeason =
      FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    var instance =
      isSeason ? try season(path) : try Office.readInstance(path, using: reader)
    if case .anonymous(let seed) = naming ?? (isSeason ? .anonymous(seed: seed) : .named) {
      instance = try anonymous(instance, seed, path)
    }
    let written: InstanceWriter.Written
    do throws(InstanceFileError) {
      written = try writer.write(instance)
    } catch {
      throw .instanceFile(file: path, error)
    }
    return Converted(text: written.text, losses: written.losses, warnings: instance.warnings)
  }

  private func season(_ path: String) throws(OfficeError) -> Instance {
    let reading = try Office.read(path)
    guard let season = reading.season else { throw .findings(reading.findings) }
    let scored = ScoredSeason(season)
    let all = (reading.findings + scored.findings).sorted { $0.place < $1.place }
    if all.contains(where: { $0.kind.severity == .error }) { throw .findings(all) }
    let encoding = Encoding(scored)
    do {
      return Instance(
        try encoding.problem(), rankings: encoding.rankings,
        menteeIDs: Self.ids(scored.mentees.map { ($0.form, $0.person) }),
        mentorIDs: Self.ids(
          scored.mentors.map { ($0.questionnaire.form, $0.questionnaire.person) }),
        waiting: encoding.waiting)
    } catch {
      throw OfficeError(error)
    }
  }

  /// A person in several forms has an id for each.
  private static func ids(_ seats: [(form: FormCode, person: PersonID)]) -> [String] {
    let times = Dictionary(seats.map { ($0.person, 1) }, uniquingKeysWith: +)
    return seats.map { seat in
      (times[seat.person] ?? 1) > 1
        ? "\(seat.person.rawValue)/\(seat.form.rawValue)" : seat.person.rawValue
    }
  }

  private func anonymous(
    _ instance: Instance, _ seed: Int?, _ path: String
  ) throws(OfficeError) -> Instance {
    let mentees = Array(0..<instance.problem.menteeCount)
    let mentors = Array(0..<instance.problem.mentorCount)
    do throws(InstanceFileError) {
      guard let seed else {
        return try instance.anonymous(
          menteeOrder: mentees.shuffled(), mentorOrder: mentors.shuffled())
      }
      var generator = SeededGenerator(seed: seed, draw: 0)
      return try instance.anonymous(
        menteeOrder: generator.shuffled(mentees),
        mentorOrder: generator.shuffled(mentors))
    } catch {
      throw .instanceFile(file: path, error)
    }
  }
}
