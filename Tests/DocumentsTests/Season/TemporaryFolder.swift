import Foundation
import Mentorship

@testable import Documents

/// A folder of files that disappears with its owner.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "nastavnik-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: url.appending(path: path))
  }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  /// Reads what was written as a season.
  func read() throws -> SeasonFolder.Reading { try SeasonFolder.read(url) }
}

/// A small season whose files a test changes one by one.
struct SampleSeason {
  var files: [String: String] = [
    "season.yaml": """
    schema: nastavnik.season/1
    title: Осень 2026
    organisation: МБОУ «Школа № 7»
    date: 15.10.2026
    forms:
      student-student:
        capacity: 3
    files:
      - path: mentors.csv
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
      - path: mentees.csv
        kind: mentees
        form: student-student
        columns: {name: ФИО, birth-date: Дата рождения, grade: Класс, consent: Согласие, requests: Запрос}
      - path: answers.csv
        kind: answers
        from: mentees
        columns: {name: Кто, present: Был, choice: [Первый, Второй], list: Ещё, marks: Оценки, veto: Нет, veto-reason: Почему}

    """,
    "mentors.csv": """
    ФИО;Дата рождения;Класс;Согласие;Компетенции;Время;Сколько;Допуск
    Сидоров Олег;01.02.2010;10А;да;физика, химия;Пн 15-17;2;допущен
    Петрова Анна;05.06.2009;11;да;адаптация;вт 14:00–16:00;;допущена

    """,
    "mentees.csv": """
    ФИО;Дата рождения;Класс;Согласие;Запрос
    Иванов Пётр;12.03.2012;8Б;да;физика
    Смирнова Ольга;01.09.2013;7;да;адаптация

    """,
    "answers.csv": """
    Кто;Был;Первый;Второй;Ещё;Оценки;Нет;Почему
    Иванов Пётр;да;Сидоров О.;Петрова Анна;;;;

    """,
  ]

  mutating func replace(_ text: String, with other: String, in file: String) {
    files[file] = files[file]?.replacing(text, with: other)
  }

  func read() throws -> SeasonFolder.Reading {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return try folder.read()
  }

  /// The findings after one change of one file.
  static func findings(
    _ file: String, _ text: String, _ other: String
  ) throws -> [Finding] {
    var sample = SampleSeason()
    sample.replace(text, with: other, in: file)
    return try sample.read().findings
  }
}
