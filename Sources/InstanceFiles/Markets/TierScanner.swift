import Problems

/// Reads a list of numbers from best to worst, with equals in brackets.
///
/// ```swift
/// // PrefLib:            3,{1,2},5
/// // hospital/residents: 3 (1 2) 5
/// ```
struct TierScanner {
  /// How a format writes equals, and what the list should look like.
  struct Style {
    let open: UInt8
    let close: UInt8
    let pattern: String

    static let preflib = Style(
      open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), pattern: "2: 3,{1,4},5")
    static let residents = Style(
      open: UInt8(ascii: "("), close: UInt8(ascii: ")"), pattern: "1: 3 (1 4) 5")
  }

  let lines: TextLines
  let style: Style
  /// The person of a number of the file; `nil` = there is none.
  private let person: (_ number: Int) -> Int?

  /// Reads numbers that the file gives people, as `index` has them.
  init(_ lines: TextLines, _ style: Style, index: [Int: Int]) {
    (self.lines, self.style, person) = (lines, style, { index[$0] })
  }

  /// Reads numbers from 1 to the number of others.
  init(_ lines: TextLines, _ style: Style, others: Int) {
    (self.lines, self.style, person) = (lines, style, { 1..<others + 1 ~= $0 ? $0 - 1 : nil })
  }

  /// - Throws: `market` with the place of the number.
  /// - Complexity: O(byte count).
  func tiers(_ range: Range<Int>) throws(InstanceFileError) -> Rankings.Tiers {
    var tiers: Rankings.Tiers = []
    var tie: (start: Int, people: [Int])?
    var seen: Set<Int> = []
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = lines.bytes[position]
      switch byte {
      case style.open where tie == nil: tie = (position, [])
      case style.close:
        guard let people = tie?.people else { throw bad(position) }
        tiers.append(people)
        tie = nil
      case UInt8(ascii: ","): break
      case _ where JSONParser.isSpace(byte): break
      case 48...57:
        let end =
          lines.bytes[position..<range.upperBound].firstIndex { !(48...57 ~= $0) }
          ?? range.upperBound
        let person = try named(position..<end)
        guard seen.insert(person).inserted else {
          throw .market(lines.place(position), .listedTwice(lines.text(position..<end)))
        }
        if tie == nil { tiers.append([person]) } else { tie?.people.append(person) }
        position = end
        continue
      default: throw bad(position)
      }
      position += 1
    }
    if let tie {
      let mark = String(decoding: [style.open], as: UTF8.self)
      throw .market(lines.place(tie.start), .unclosed(mark))
    }
    return tiers
  }

  private func bad(_ position: Int) -> InstanceFileError {
    .market(lines.place(position), .badLine(style.pattern))
  }

  private func named(_ word: Range<Int>) throws(InstanceFileError) -> Int {
    guard let number = lines.count(word), let person = person(number) else {
      throw .market(
        lines.place(word.lowerBound), .unknownName(lines.text(word), suggestion: nil))
    }
    return person
  }
}
