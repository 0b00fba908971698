/// How to reach a person; it stays inside the school, no proposal and no report shows it.
public struct Contacts: Equatable, Sendable {
  /// As written, each once.
  public var phones: [PhoneNumber]
  public var emails: [EmailAddress]

  public init(phones: [PhoneNumber] = [], emails: [EmailAddress] = []) {
    self.phones = phones
    self.emails = emails
  }
}

/// A telephone number: equal however it was written.
///
/// ```swift
/// PhoneNumber(parsing: "8 (912) 345-67-89")  // +79123456789
/// PhoneNumber(parsing: "+7 912 345 67 89 доб. 12")  // +79123456789, extension 12
/// PhoneNumber(parsing: "2-34-56")  // 23456, a number inside the town
/// ```
/// Eleven digits from 8 or 7, and ten from 3, 4, 5 or 9, are Russian; a number of another country needs its plus.
public struct PhoneNumber: Hashable, Sendable {
  /// `+` and 8 to 15 digits, or 5 to 7 digits inside a town.
  public let number: String
  /// Empty when none was said.
  public let extensionDigits: String

  /// - Returns: `nil` for anything that is no one number.
  public init?(parsing text: some StringProtocol) {
    let key = Term(text).key
    guard let (main, extra) = Self.parts(of: key), let number = Self.number(main) else {
      return nil
    }
    self.number = number
    extensionDigits = extra
  }

  /// All numbers of a cell, `nil` when one of them is none.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  public static func list(_ text: some StringProtocol) -> [PhoneNumber]? {
    let hasSeveral = text.utf8.contains { ",;\n\r/".utf8.contains($0) }
    let parts =
      hasSeveral
      ? text.split { ",;\n\r\r\n/".contains($0) }.map { Term($0).text } : [Term(text).text]
    var phones: [PhoneNumber] = []
    for part in parts where !part.isEmpty {
      guard let phone = PhoneNumber(parsing: part) else { return nil }
      if !phones.contains(phone) { phones.append(phone) }
    }
    return phones.isEmpty ? nil : phones
  }

  /// The number and the digits of the extension, where only signs of telephone numbers stand.
  private static func parts(of key: String) -> (main: Substring, extra: String)? {
    var main = key[...]
    // Most have no letters at all.
    if key.utf8.allSatisfy(isSign) { return (main, "") }
    for word in ["телефон", "тел.", "тел", "моб.", "моб", "phone", "tel.", "tel"]
    where main.hasPrefix(word) {
      main = main.dropFirst(word.count).drop { ": .".contains($0) }
      break
    }
    guard let mark = main.firstIndex(where: { $0.isLetter || $0 == "#" }) else { return (main, "") }
    let words = main[mark...].prefix { $0.isLetter || $0 == "#" }
    let extensionWords: Set<Substring> = [
      "доб", "добавочный", "вн", "внутр", "ext", "extension", "x", "#",
    ]
    let rest = main[mark...].dropFirst(words.count)
    guard extensionWords.contains(words), rest.allSatisfy({ $0.isNumber || ". :-".contains($0) })
    else { return nil }
    let digits = String(rest.filter { $0.isASCII && $0.isNumber })
    return (1...6).contains(digits.count) ? (main[..<mark], digits) : nil
  }

  /// Digits and the signs between them.
  private static func isSign(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || "+-(). ".utf8.contains(byte)
  }

  private static func number(_ text: Substring) -> String? {
    // `79123456789.0`, as spreadsheets save a number that was typed without signs.
    let isDecimal = text.utf8.suffix(2).elementsEqual(".0".utf8)
    let main = isDecimal ? text.dropLast(2) : text
    guard
      main.unicodeScalars.allSatisfy({ $0.isASCII ? isSign(UInt8($0.value)) : $0 == "\u{a0}" })
    else { return nil }
    let digits = String(decoding: main.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
    let hasPlus = main.utf8.first { !" (".utf8.contains($0) } == UInt8(ascii: "+")
    guard main.utf8.count(where: { $0 == UInt8(ascii: "+") }) == (hasPlus ? 1 : 0) else {
      return nil
    }
    switch digits.count {
    case 11 where digits.first == "7" || digits.first == "8" && !hasPlus:
      return "+7\(digits.dropFirst())"
    case 10 where !hasPlus && "3459".contains(digits.first ?? "0"): return "+7\(digits)"
    // Nobody has +89: an 8 was typed for the 7, or a plus too much.
    case 8...15 where hasPlus && !digits.hasPrefix("89"): return "+\(digits)"
    case 5...7 where !hasPlus: return String(digits)
    default: return nil
    }
  }

  /// Whether the number alone says who is called; one inside a town does not.
  public var isWhole: Bool { number.hasPrefix("+") }
}

extension PhoneNumber: CustomStringConvertible {
  public var description: String {
    extensionDigits.isEmpty ? number : "\(number) доб. \(extensionDigits)"
  }

  /// With most digits hidden, for a screen that others may see: `+7*****89`.
  public var masked: String {
    "\(number.prefix(2))*****\(number.suffix(2))"
  }
}

/// An e-mail address, folded to lower case.
public struct EmailAddress: Hashable, Sendable {
  public let address: String

  /// - Returns: `nil` for anything that is no one address.
  /// - Complexity: O(*n*) for *n* bytes.
  public init?(parsing text: some StringProtocol) {
    var key = Array(Term(text).key.utf8)[...]
    if key.starts(with: "mailto:".utf8) { key = key.dropFirst(7) }
    while let first = key.first, "<(\"'".utf8.contains(first) { key.removeFirst() }
    while let last = key.last, ".,;>)\"'".utf8.contains(last) { key.removeLast() }
    let parts = key.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !key.contains(where: " ,;<>()".utf8.contains)
    else { return nil }
    let names = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard names.count > 1, names.allSatisfy({ !$0.isEmpty }) else { return nil }
    address = String(decoding: key, as: UTF8.self)
  }

  /// All addresses of a cell, `nil` when one of them is none.
  public static func list(_ text: some StringProtocol) -> [EmailAddress]? {
    let isOne = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !",;/".utf8.contains($0) }
    let parts =
      isOne ? [text[...]] : text.split { $0.isWhitespace || ",;/".contains($0) }
    var addresses: [EmailAddress] = []
    for part in parts where !part.isEmpty {
      guard let address = EmailAddress(parsing: part) else { return nil }
      if !addresses.contains(address) { addresses.append(address) }
    }
    return addresses.isEmpty ? nil : addresses
  }

  /// With most letters hidden, for a screen that others may see: `p*****@mail.ru`.
  public var masked: String {
    let domain = address.drop { $0 != "@" }
    return "\(address.prefix(1))*****\(domain)"
  }
}

extension EmailAddress: CustomStringConvertible {
  public var description: String { address }
}
