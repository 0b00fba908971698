import Mentorship

/// Writes the little YAML that the programme itself keeps, so that ``YAMLReader`` reads the same back.
enum YAMLText {
  /// Quoted unless it is plain letters.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.last.map { $0.isLetter || $0.isNumber || $0 == ")" } == true
      && text.unicodeScalars.allSatisfy { scalar in
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
          || ("а"..."я").contains(scalar) || ("А"..."Я").contains(scalar)
          || " -().ёЁ/".unicodeScalars.contains(scalar)
      }
    // Words that YAML takes for something else.
    let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    if isPlain, !reserved.contains(text.lowercased()) { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF {
          quoted += "\\u" + hexadecimal(scalar.value)
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// `columns` and `ignore` of an entry, ready to paste.
  static func columns(
    _ columns: [(field: Field, headers: [String])], ignored: [String], indent: Int
  ) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    var lines = columns.isEmpty ? [] : ["\(blanks)columns:"]
    for (field, headers) in columns {
      let value = headers.count == 1 ? scalar(headers[0]) : list(headers)
      lines.append("\(blanks)  \(field.rawValue): \(value)")
    }
    if !ignored.isEmpty { lines.append("\(blanks)ignore: \(list(ignored))") }
    return lines
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
