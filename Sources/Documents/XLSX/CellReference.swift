import Mentorship

/// A cell as spreadsheets name it: `B7`.
struct CellReference: Equatable {
  /// Both 1-based.
  let row: Int
  let column: Int

  /// Reads `B7` or `$B$7`.
  init?(_ text: some StringProtocol) {
    let plain = String(text.filter { $0 != "$" })
    let letters = plain.prefix { $0.isLetter }
    guard let column = String(letters).withCString({ Self.column($0) }),
      let row = Int(plain.dropFirst(letters.count)), row > 0
    else { return nil }
    (self.row, self.column) = (row, column)
  }

  /// The column that a reference begins with; `nil` without letters or beyond `XFD`.
  static func column(_ text: UnsafePointer<CChar>) -> Int? {
    var column = 0
    var next = text
    while true {
      let letter = UInt8(bitPattern: next.pointee) & 0xDF
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { break }
      column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
      guard column <= 16_384 else { return nil }
      next += 1
    }
    return column > 0 ? column : nil
  }

  /// `A` for 1, `AA` for 27.
  static func letters(ofColumn column: Int) -> String { Place.letters(ofColumn: column) }
}
