import Mentorship

extension Messages {
  /// Where something stands: `анкеты.csv:17:5`, and as spreadsheets count, `анкеты.xlsx, лист «Ответы», B7`.
  func text(_ place: Place) -> String {
    guard place.sheet != nil || Self.isWorkbook(place.file) else {
      return [place.file, place.line.map(String.init), place.column.map(String.init)]
        .compactMap { $0 }.joined(separator: ":")
    }
    let sheet = place.sheet.map { say("лист ", "sheet ") + quoted($0) }
    let cell = place.line.map { line in
      place.column.map { Place.letters(ofColumn: $0) + String(line) }
        ?? say("строка \(line)", "row \(line)")
    }
    return [place.file, sheet, cell].compactMap { $0 }.joined(separator: ", ")
  }

  private static func isWorkbook(_ file: String) -> Bool {
    [".xlsx", ".xlsm"].contains { file.lowercased().hasSuffix($0) }
  }
}
