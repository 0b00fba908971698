import Foundation
public import InstanceFiles
import Mentorship
public import Policies
import Problems

/// What is at a path, as a market: an instance file or a season's folder.
public struct ComparedMarket: Sendable {
  public let market: Market
  public let file: String
  public let hash: String
  /// What is odd in the instance.
  public let warnings: [InstanceWarning]

  /// Reads a path.
  ///
  /// - Parameters:
  ///   - path: of a season's folder or an instance file.
  ///   - reader: of instance files.
  ///   - preferences: `nil` = rankings where there are any, else points.
  /// - Throws: ``OfficeError``.
  public init(
    at path: String, reader: InstanceReader = InstanceReader(),
    preferences: Market.Preferences? = nil
  ) throws(OfficeError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else {
      self.init(try Office.readInstance(path, using: reader), file: path, preferences: preferences)
      return
    }
    let reading = try Office.read(path)
    guard let season = reading.season else { throw .findings(reading.findings) }
    let scored = ScoredSeason(season)
    let all = (reading.findings + scored.findings).sorted { $0.place < $1.place }
    if all.contains(where: { $0.kind.severity == .error }) { throw .findings(all) }
    let encoding = Encoding(scored)
    do {
      let problem = try encoding.problem()
      let market = Market(
        problem, rankings: encoding.rankings, preferences: preferences, groups: encoding.groups,
        waiting: encoding.waiting)
      self.init(market, file: path, hash: SeasonFingerprint(encoding, problem).text)
    } catch {
      throw .problem(error)
    }
  }

  /// Takes a market made by hand; `hash` names its inputs where a comparison is gone on with.
  public init(_ market: Market, file: String, hash: String, warnings: [InstanceWarning] = []) {
    (self.market, self.file, self.hash) = (market, file, hash)
    self.warnings = warnings
  }

  /// Takes an instance; its quotas over some mentees are groups.
  public init(_ instance: Instance, file: String, preferences: Market.Preferences? = nil) {
    let groups = instance.problem.quotas.compactMap { quota in
      quota.mentees.map { Market.Group(name: quota.name, mentees: $0) }
    }
    let market = Market(
      instance.problem, rankings: instance.rankings, preferences: preferences, groups: groups,
      waiting: instance.waiting)
    self.init(
      market, file: file, hash: instance.hash.text, warnings: instance.warnings)
  }

  var entry: ComparisonReport.Entry {
    ComparisonReport.Entry(
      file: file, hash: hash, menteeCount: market.problem.menteeCount,
      mentorCount: market.problem.mentorCount, pairCount: market.problem.table.pairCount,
      preferences: market.preferences, groups: market.groups.map(\.name))
  }
}

extension Encoding {
  /// The mentees of every form, and of every organisation where there are several.
  fileprivate var groups: [Market.Group] {
    var forms: [(name: String, mentees: [Int])] = []
    var schools: [(name: String, mentees: [Int])] = []
    func add(_ mentee: Int, _ name: String, to groups: inout [(name: String, mentees: [Int])]) {
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].mentees.append(mentee)
      } else {
        groups.append((name, [mentee]))
      }
    }
    for (index, mentee) in season.mentees.enumerated() {
      add(index, mentee.form.rawValue, to: &forms)
      if let school = mentee.organisation ?? season.season.organisation {
        add(index, school.text, to: &schools)
      }
    }
    return ((forms.count > 1 ? forms : []) + (schools.count > 1 ? schools : []))
      .map { Market.Group(name: $0.name, mentees: $0.mentees) }
  }
}
