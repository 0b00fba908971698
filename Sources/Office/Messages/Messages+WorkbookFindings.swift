import Mentorship
import Problems

extension Messages {
  /// The words of a finding about a workbook, or a file that is none.
  func words(_ finding: WorkbookFinding) -> FindingWords {
    switch language {
    case .russian: russian(finding)
    case .english: english(finding)
    }
  }

  private func words(_ message: String, _ hint: String) -> FindingWords {
    FindingWords(message: message, hint: hint)
  }

  private func russian(_ finding: WorkbookFinding) -> FindingWords {
    switch finding {
    case .otherFile(let kind): words(text(kind), mend(kind))
    case .unreadable(let problem): words(text(problem), mend(problem))
    case .sheetMissing(let name, let sheets):
      words(
        "листа \(quote(name)) в книге нет",
        sheets.isEmpty
          ? "в книге нет видимых листов с ячейками"
          : "есть листы: \(list(sheets.map(quote))); исправьте sheet в season.yaml")
    case .otherSheets(let taken, let others):
      words(
        "прочитан лист \(quote(taken)); кроме него текст есть на листах \(some(others))",
        "если нужен другой лист, укажите его: «sheet: \(others.first ?? "")» в season.yaml, при загрузке — --sheet"
      )
    case .sheetsUnread(let sheets):
      words(
        "не прочитаны листы, на которых такие же столбцы: \(some(sheets))",
        "загрузите каждый лист отдельно: «--sheet '\(sheets.first ?? "")'»; в season.yaml у каждого листа своя запись с sheet"
      )
    case .onlyHiddenSheets(let sheets):
      words(
        "на видимых листах ничего нет, текст только на скрытых: \(some(sheets))",
        "откройте скрытый лист в Excel или укажите его: «sheet: \(sheets.first ?? "")» в season.yaml, при загрузке — --sheet"
      )
    case .hiddenRows(let rows):
      words(
        "скрытые строки прочитаны вместе с остальными: \(numbers(rows))",
        "если они не нужны, удалите их из файла")
    case .hiddenColumns(let columns):
      words(
        "скрытые столбцы прочитаны вместе с остальными: \(some(columns))",
        "если они не нужны, удалите их из файла или перечислите в ignore")
    case .rowsAboveHeader(let header):
      words(
        "заголовком таблицы считается строка \(header); то, что выше, не прочитано",
        "если это не так, удалите строки над заголовком")
    case .columnsWithoutHeader(let columns, let count):
      words(
        "в столбцах без заголовка (\(some(columns))) есть текст: не прочитано ячеек — \(number(count))",
        "подпишите столбец в строке заголовка или удалите лишнее")
    case .formulaErrors(let text, let count):
      words(
        "формула даёт ошибку \(text); таких ячеек \(number(count)), они считаются пустыми",
        "исправьте формулу или впишите значение")
    case .formulasWithoutValue(let count):
      words(
        "у формулы нет сохранённого значения; таких ячеек \(number(count)), они считаются пустыми",
        "откройте файл в Excel, сохраните и попробуйте снова")
    }
  }

  private func english(_ finding: WorkbookFinding) -> FindingWords {
    switch finding {
    case .otherFile(let kind): words(text(kind), mend(kind))
    case .unreadable(let problem): words(text(problem), mend(problem))
    case .sheetMissing(let name, let sheets):
      words(
        "the workbook has no sheet \(quote(name))",
        sheets.isEmpty
          ? "the workbook has no visible sheets with cells"
          : "there are: \(list(sheets.map(quote))); correct sheet in season.yaml")
    case .otherSheets(let taken, let others):
      words(
        "sheet \(quote(taken)) is read; there is text in \(some(others)), too",
        "if you mean another one, name it: “sheet: \(others.first ?? "")” in season.yaml, or --sheet when importing"
      )
    case .sheetsUnread(let sheets):
      words(
        "sheets with the same kind of columns are not read: \(some(sheets))",
        "import each of them by itself: “--sheet '\(sheets.first ?? "")'”; in season.yaml each sheet has an entry of its own"
      )
    case .onlyHiddenSheets(let sheets):
      words(
        "the visible sheets are empty, there is text in hidden ones only: \(some(sheets))",
        "unhide the sheet, or name it: “sheet: \(sheets.first ?? "")” in season.yaml, or --sheet when importing"
      )
    case .hiddenRows(let rows):
      words(
        "hidden rows are read like the others: \(numbers(rows))",
        "delete them from the file if they are not meant")
    case .hiddenColumns(let columns):
      words(
        "hidden columns are read like the others: \(some(columns))",
        "delete them from the file if they are not meant, or list them under ignore")
    case .rowsAboveHeader(let header):
      words(
        "row \(header) counts as the header; what stands above is not read",
        "if that is wrong, delete the rows above the header")
    case .columnsWithoutHeader(let columns, let count):
      words(
        "there is text in columns without a header (\(some(columns))): \(number(count)) cells are not"
          + " read",
        "give the column a header, or delete what is not needed")
    case .formulaErrors(let text, let count):
      words(
        "a formula gives the error \(text); \(number(count)) such cells count as empty",
        "correct the formula, or type the value")
    case .formulasWithoutValue(let count):
      words(
        "a formula has no stored value; \(number(count)) such cells count as empty",
        "open the file in Excel, save it, and try again")
    }
  }

  private func text(_ kind: OtherFile) -> String {
    switch kind {
    case .xlsx: say("это книга Excel, а не текст", "this is an Excel workbook, not text")
    case .xls:
      say(
        "это книга Excel старого вида (.xls, до 2007 года)",
        "this is a workbook of old Excel (.xls, before 2007)")
    case .encrypted: say("файл защищён паролем", "the file is protected by a password")
    case .xlsb: say("это двоичная книга Excel (.xlsb)", "this is a binary Excel workbook (.xlsb)")
    case .ods: say("это таблица LibreOffice (.ods)", "this is a LibreOffice spreadsheet (.ods)")
    case .numbers: say("это таблица Apple Numbers", "this is an Apple Numbers spreadsheet")
    case .document: say("это документ, а не таблица", "this is a document, not a spreadsheet")
    case .pdf: say("это PDF, а не таблица", "this is a PDF, not a spreadsheet")
    case .html:
      say(
        "это веб-страница, хотя файл может называться .xls",
        "this is a web page, though it may be called .xls")
    case .xmlSpreadsheet:
      say(
        "это «Таблица XML 2003», а не книга .xlsx", "this is an “XML Spreadsheet 2003”, not .xlsx")
    case .picture: say("это картинка, а не таблица", "this is a picture, not a spreadsheet")
    case .archive: say("это архив, книги Excel в нём нет", "this is an archive without a workbook")
    }
  }

  private func mend(_ kind: OtherFile) -> String {
    switch kind {
    case .xls, .xlsb, .html, .xmlSpreadsheet:
      say(
        "откройте его в Excel и выберите «Файл – Сохранить как – Книга Excel (.xlsx)»",
        "open it in Excel and choose “File – Save As – Excel Workbook (.xlsx)”")
    case .encrypted:
      say(
        "откройте его в Excel, снимите пароль («Файл – Сведения – Защита книги») и сохраните",
        "open it in Excel, remove the password (File – Info – Protect Workbook) and save it")
    case .ods:
      say(
        "откройте его и выберите «Файл – Сохранить как – Excel 2007–365 (.xlsx)»",
        "open it and choose “File – Save As – Excel 2007–365 (.xlsx)”")
    case .numbers:
      say(
        "откройте его и выберите «Файл – Экспортировать в – Excel»",
        "open it and choose “File – Export To – Excel”")
    case .document, .pdf, .picture:
      say(
        "перенесите таблицу в Excel и сохраните как .xlsx, или выгрузите ответы из формы заново",
        "put the table into Excel and save it as .xlsx, or export the answers of the form again")
    case .archive:
      say("распакуйте его и возьмите файл с таблицей", "unpack it and take the file with the table")
    case .xlsx:
      say("здесь нужен текстовый файл", "a text file is needed here")
    }
  }

  private func text(_ problem: WorkbookProblem) -> String {
    switch problem {
    case .directory:
      say("книга повреждена: файл неполный", "the workbook is damaged: the file is not complete")
    case .partMissing(let part):
      say("книга повреждена: нет части \(part)", "the workbook is damaged: no part \(part)")
    case .partDamaged(let part):
      say(
        "книга повреждена: часть \(part) не читается",
        "the workbook is damaged: part \(part) cannot be read")
    case .doctype(let part):
      say(
        "книга не прочитана: в части \(part) есть DTD, чего в книгах Excel не бывает",
        "the workbook is refused: part \(part) has a DTD, which Excel workbooks never have")
    case .tooDeep(let part):
      say(
        "книга не прочитана: часть \(part) вложена слишком глубоко",
        "the workbook is refused: part \(part) is nested too deeply")
    case .encrypted: text(OtherFile.encrypted)
    case .tooLarge(let limit):
      say("книга слишком велика: ", "the workbook is too large: ") + text(limit)
    }
  }

  private func mend(_ problem: WorkbookProblem) -> String {
    switch problem {
    case .directory, .partMissing, .partDamaged:
      say(
        "скачайте файл ещё раз, или откройте его в Excel и сохраните заново",
        "download the file again, or open it in Excel and save it anew")
    case .doctype, .tooDeep:
      say(
        "если файлу можно доверять, откройте его в Excel и сохраните заново",
        "if you trust the file, open it in Excel and save it anew")
    case .encrypted: mend(OtherFile.encrypted)
    case .tooLarge:
      say(
        "скопируйте нужную таблицу в новую книгу и сохраните её",
        "copy the table that you need into a new workbook and save that")
    }
  }

  private func text(_ limit: WorkbookLimit) -> String {
    switch limit {
    case .parts: say("больше 10 000 частей", "more than 10,000 parts")
    case .part:
      say("лист или список строк больше 50 МБ", "a sheet or the list of texts is over 50 MB")
    case .ratio:
      say(
        "сжатые данные разворачиваются более чем в 200 раз",
        "packed data grow more than 200 times")
    case .rows: say("больше 1 048 576 строк", "more than 1,048,576 rows")
    case .cells: say("больше 5 000 000 ячеек", "more than 5,000,000 cells")
    case .text: say("больше 50 МБ текста", "more than 50 MB of text")
    }
  }

  /// `3, 5–9 и ещё 20`.
  private func numbers(_ rows: [Int]) -> String {
    var spans: [ClosedRange<Int>] = []
    for row in rows {
      if let last = spans.last, last.upperBound + 1 == row {
        spans[spans.count - 1] = last.lowerBound...row
      } else {
        spans.append(row...row)
      }
    }
    return some(
      spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" })
  }

  /// The first of many, and how many more.
  private func some(_ items: [String]) -> String {
    let limit = 12
    guard items.count > limit else { return list(items) }
    return items.prefix(limit).joined(separator: ", ")
      + say(" и ещё \(items.count - limit)", " and \(items.count - limit) more")
  }
}
