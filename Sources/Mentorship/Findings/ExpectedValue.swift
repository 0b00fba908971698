/// What should stand in the place of a wrong value, for words in any language.
///
/// ```swift
/// FindingKind.valueInvalid(key: "date", text: "осень", expected: .date)
/// // en: 'date' is not a date: "осень" · ru: «date»: «осень» – не дата
/// ```
public enum ExpectedValue: Equatable, Sendable {
  case text
  /// `nil` = one or more.
  case list(count: Int?)
  case map
  case wholeNumber(ClosedRange<Int>)
  /// A whole number from 0 to 100.
  case percent
  /// `15.10.2026`.
  case date
  case dateNotBefore(CalendarDate)
  /// on, off; also true, false, yes, no, да, нет.
  case onOff
  /// `suggestion` is the one that was probably meant.
  case oneOf([String], suggestion: String? = nil)
  /// A list of names of that many different people or more.
  case names(atLeast: Int)
  /// `9Б`.
  case schoolClass
  /// A part of a whole above 0: `0.7`, `70 %`.
  case part
  /// A relative path that stays inside the season's folder.
  case pathInFolder
}

/// Why a path that is there leads to no file that could be read.
public enum FileObstacle: Equatable, Sendable {
  case directory
  /// A pipe, a device, a socket.
  case notRegular
  case noPermission
}

/// Where somebody is who was not found where looked for.
public enum Elsewhere: Equatable, Sendable {
  case onlyAs(Role)
  /// In the role meant, but not in the form.
  case otherForm
}

/// Why a date cannot be meant.
public enum DateProblem: Equatable, Sendable {
  /// After the season's date.
  case afterSeason(CalendarDate)
  /// More years before the season's date than anybody lives.
  case tooLongAgo
  /// The end of a span before its start.
  case beforeStart(CalendarDate)
}

/// What keeps a YAML file from being read, for words in any language.
public enum SyntaxProblem: Equatable, Sendable {
  /// Blanks at the start of the line do not fit the lines above.
  case indentation
  /// A tab where only blanks can indent.
  case tabIndent
  /// A no-break space among the blanks of an indentation, or after a colon.
  case noBreakSpace
  /// A key without a colon and a blank behind it.
  case missingColon
  /// A character like `@` or `%` that starts nothing, where a value should start.
  case unexpectedCharacter
  /// `key: value` where none can stand; often a value with `: ` that needs quotes.
  case colonInValue
  /// A quotation mark without its partner.
  case unclosedQuote
  /// A `[` or `{` without its partner, or without a comma between its parts.
  case unclosedBracket
  case controlCharacter
  /// `---` starts a second document.
  case severalDocuments
  /// `*name` without an `&name` before it.
  case unknownAlias
  /// Neither keys nor values: the file is empty.
  case empty
  /// Bytes that are no text.
  case notText
  /// Nested or repeated beyond what a season file can need.
  case tooComplex
  /// As the YAML library words it, in English.
  case other(String)
}
