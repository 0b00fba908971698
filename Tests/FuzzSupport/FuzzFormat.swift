import Foundation
import InstanceFiles
import Mentorship
import Office
import Problems
import TestSupport

/// A kind of file that is spoilt on purpose and read.
///
/// ```swift
/// let bytes = FuzzFormat.csv.mutant(7)
/// try FuzzFolder().outcome(of: bytes, as: .csv)  // .read
/// ```
public enum FuzzFormat: String, CaseIterable, Sendable {
  case csv, xlsx, yaml, json, npy

  /// The spoilt file of a number: the same on every run.
  public func mutant(_ number: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: number &* 0x2545_F491_4F6C_DD1D)
    return switch self {
    case .csv: CSVMutations.file(&random)
    case .xlsx: WorkbookMutations.file(&random, samples: Self.workbooks)
    case .yaml: YAMLMutations.file(FuzzFolder.season(table: "mentors.csv"), &random)
    case .json: JSONMutations.file(Self.instances[Int(number % 2)], &random)
    case .npy: NumpyMutations.file(&random)
    }
  }

  /// Those that real programmes wrote.
  private static let workbooks: [[UInt8]] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../DocumentsTests/Fixtures")
    return ["openpyxl", "xlsxwriter", "xlsxwriter-inline", "libreoffice"].compactMap { name in
      (try? Data(contentsOf: folder.appending(path: "\(name).xlsx"))).map { [UInt8]($0) }
    }
  }()

  private static let instances = [
    """
    { "schema": "nastavnik.instance/1", "id": "echoed", "sense": "max", "coverage": "first",
      "mentees": [{"id": "e0"}, {"id": "e1", "demand": 1}, {"id": "e2"}, {"id": "e3"}],
      "mentors": [{"id": "m0", "capacity": 2, "minimum": 2}, {"id": "m1", "capacity": 1}],
      "minimumIs": "if-open", "points": [[3, 5], [4, null], [2, 2], [1, 6]],
      "fixed": [[3, 1]], "forbidden": [[2, 1]], "apart": [[0, 2]], "together": [[0, 1]],
      "quotas": [{"name": "young", "mentees": [0, 2], "mentors": [0], "atLeast": 1, "atMost": 9}],
      "rankings": {"mentees": [[[0], [1]], [[0]], null, [[1], [0]]], "mentors": [null, [[3], [0, 2]]]} }
    """,
    """
    {"schema": "nastavnik.instance/1", "sense": "min", "coverage": "all", "mentees": 3,
     "mentors": [{"id": "a", "hours": 6}, {"id": "b"}], "pairs": [[0, 0, 1.5], [1, 1, -2, 2], [2, 0, 7]]}
    """,
  ]
}

/// What came of a spoilt file.
public enum FuzzOutcome: Hashable, Sendable {
  /// There is a result without errors.
  case read
  /// There are errors, each with a message that says where.
  case refused
  /// Neither of them.
  case fault(String)
}

/// A season's folder in which one file after another is spoilt; it disappears with its owner.
public final class FuzzFolder {
  private let folder: URL

  public init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "nastavnik-fuzz-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.mentees.utf8).write(to: folder.appending(path: "mentees.csv"))
    try Data(Self.mentors.utf8).write(to: folder.appending(path: "mentors.csv"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Reads a file.
  public func outcome(of bytes: [UInt8], as format: FuzzFormat) throws -> FuzzOutcome {
    switch format {
    case .csv, .xlsx:
      let table = "spoilt.\(format.rawValue)"
      try Data(bytes).write(to: folder.appending(path: table))
      return try season(Array(Self.season(table: table).utf8))
    case .yaml: return try season(bytes)
    case .json, .npy: return instance(bytes, format == .json ? .json : .npy)
    }
  }

  private func season(_ season: [UInt8]) throws -> FuzzOutcome {
    try Data(season).write(to: folder.appending(path: "season.yaml"))
    let reading = try Office.read(folder.path)
    let hasError = reading.findings.contains { $0.kind.severity == .error }
    if reading.season == nil, !hasError { return .fault("no season, and no error") }
    guard reading.findings.allSatisfy({ !$0.place.file.isEmpty }) else {
      return .fault("a finding without a file")
    }
    let isWorded = [Messages(.russian), Messages(.english)].allSatisfy {
      $0.text(reading.findings).isEmpty == reading.findings.isEmpty
    }
    return isWorded ? hasError ? .refused : .read : .fault("findings without words")
  }

  private func instance(_ bytes: [UInt8], _ format: InstanceFormat) -> FuzzOutcome {
    do {
      _ = try InstanceReader(format: format).read(Data(bytes), name: "spoilt.\(format.rawValue)")
      return .read
    } catch {
      let isWorded = !error.text(in: .russian).isEmpty && !error.text(in: .english).isEmpty
      return isWorded ? .refused : .fault("an error without words")
    }
  }

  /// A season with that file of mentors.
  static func season(table: String) -> String {
    """
    schema: nastavnik.season/1
    title: Осень 2026
    organisation: МБОУ «Школа № 7»
    date: 15.10.2026
    weights: {profile: 60, preferences: 40}
    forms:
      student-student: {capacity: 3}
    pins: [{mentee: Иванов Пётр, mentor: Сидоров Олег, reason: давно}]
    together: [{people: [Иванов Пётр, Смирнова Ольга], reason: дружат}]
    files:
      - path: \(table)
        kind: mentors
        form: student-student
        columns:
          name: ФИО
          birth-date: Дата рождения
          grade: Класс
          consent: Согласие
          requests: Компетенции
          hours: Время
          capacity: Сколько
          admission: Допуск
        ignore: [ID]
      - path: mentees.csv
        kind: mentees
        form: student-student
        columns: {name: ФИО, birth-date: Дата рождения, grade: Класс, consent: Согласие, requests: Запрос}

    """
  }

  private static let mentees = """
    ФИО;Дата рождения;Класс;Согласие;Запрос
    Иванов Пётр;12.03.2012;8Б;да;физика
    Смирнова Ольга;01.09.2013;7;да;адаптация

    """

  private static let mentors = """
    ФИО;Дата рождения;Класс;Согласие;Компетенции;Время;Сколько;Допуск
    Сидоров Олег;01.02.2010;10А;да;физика, химия;Пн 15-17;2;допущен

    """
}
