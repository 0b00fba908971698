import TestSupport

/// Workbooks that are wrong in their cells, their XML, their zip file, or all of them.
enum WorkbookMutations {
  static func file(_ random: inout SplitMix64, samples: [[UInt8]]) -> [UInt8] {
    // Packed by real programmes: only there can packed bytes go wrong.
    if let sample = samples.randomElement(using: &random), random.happens(percent: 25) {
      return zipMutated(sample, &random)
    }
    var book = workbook(&random)
    for _ in 0..<max(0, Int.random(in: -2...2, using: &random)) {
      var parts = book.parts
      let index = Int.random(in: parts.indices, using: &random)
      parts[index].content = xmlMutated(parts[index].content, &random)
      if random.happens(percent: 5) { parts[index].name = OddTexts.random(&random) }
      book.others.append(parts[index])
    }
    var zip = ZipFile(parts: book.parts)
    if random.happens(percent: 5) { zip.parts += zip.parts }
    return random.happens(percent: 20) ? zipMutated(zip.bytes, &random) : zip.bytes
  }

  private static func workbook(_ random: inout SplitMix64) -> WorkbookFile {
    var book = WorkbookFile()
    var strings: [String] = []
    for index in 0..<Int.random(in: 1...3, using: &random) {
      let rows = RandomTable(&random).rows.enumerated().map {
        row($0.offset + 1, $0.element, &strings, &random)
      }
      let state = random.happens(percent: 15) ? "hidden" : "visible"
      book.sheets.append(
        .init(name: "Лист\(index)", rows: rows.joined(), tail: tail(&random), state: state))
    }
    book.strings = strings.map { "<si><t xml:space=\"preserve\">\($0)</t></si>" }.joined()
    book.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/>\
      <xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="46"/><xf numFmtId="10"/><xf numFmtId="164"/>\
      </cellXfs>
      """
    if random.happens(percent: 10) { book.workbookProperties = "<workbookPr date1904=\"1\"/>" }
    if random.happens(percent: 5) { book.strings = nil }
    return book
  }

  private static func row(
    _ number: Int, _ texts: [String], _ strings: inout [String], _ random: inout SplitMix64
  ) -> String {
    var cells = ""
    for (index, text) in texts.enumerated() {
      let escaped = WorkbookFile.escaped(text.filter { $0 != "\u{FFFE}" })
      let reference =
        random.happens(percent: 90) ? "r=\"\(letters(index + 1))\(number)\"" : ""
      let style =
        random.happens(percent: 30) ? "s=\"\(Int.random(in: 0...6, using: &random))\"" : ""
      switch Int.random(in: 0..<20, using: &random) {
      case 0, 4: cells += "<c \(reference) \(style) t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
      case 1: cells += "<c \(reference) \(style) t=\"str\"><f>A1</f><v>\(escaped)</v></c>"
      case 2: cells += "<c \(reference) \(style)><v>\(escaped)</v></c>"
      case 3:
        let kind = ["b", "e", "d", "n", "?"].randomElement(using: &random) ?? "b"
        cells += "<c \(reference) t=\"\(kind)\"><v>\(escaped)</v></c>"
      default:
        cells += "<c \(reference) t=\"s\"><v>\(strings.count)</v></c>"
        strings.append(escaped)
      }
    }
    let place = random.happens(percent: 90) ? "r=\"\(number)\"" : ""
    return "<row \(place) hidden=\"\(random.happens(percent: 10) ? 1 : 0)\">\(cells)</row>"
  }

  private static func letters(_ column: Int) -> String {
    column > 26
      ? letters((column - 1) / 26) + letters((column - 1) % 26 + 1)
      : String(UnicodeScalar(UInt8(64 + column)))
  }

  private static func tail(_ random: inout SplitMix64) -> String {
    guard random.happens(percent: 40) else { return "" }
    let merges = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let ends = (0..<2).map { _ in
        letters(Int.random(in: 1...9, using: &random))
          + String(Int.random(in: 0...6, using: &random))
      }
      return "<mergeCell ref=\"\(ends.joined(separator: ":"))\"/>"
    }
    return "<mergeCells>\(merges.joined())</mergeCells>"
  }

  /// Tags lost, doubled, renamed, nested; attributes with odd values; entities; other encodings.
  static func xmlMutated(_ content: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var text = String(decoding: content, as: UTF8.self)
    let tags = text.ranges(of: "<").map(\.lowerBound)
    let values = text.ranges(of: "=\"").map(\.upperBound)
    guard let tag = tags.randomElement(using: &random),
      let end = text[tag...].firstIndex(of: ">").map({ text.index(after: $0) })
    else { return ByteMutations.apply(content, &random) }
    let whole = String(text[tag..<end])
    switch Int.random(in: 0..<9, using: &random) {
    case 0: text.removeSubrange(tag..<end)
    case 1: text.insert(contentsOf: whole, at: tag)
    case 2: text.insert(contentsOf: "x:", at: text.index(after: tag))
    case 3:
      let depth = Int.random(in: 1...1_000, using: &random)
      text.insert(contentsOf: String(repeating: "<c>", count: depth), at: end)
    case 4:
      text.insert(
        contentsOf: "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]>", at: tag)
    case 5: text.insert(contentsOf: "&c;<![CDATA[x]]><!-- y --><?z?>", at: end)
    case 6: return Array(text.replacing("UTF-8", with: "UTF-16").utf8)
    case 7: return ByteMutations.apply(content, &random)
    default:
      guard let value = values.randomElement(using: &random),
        let close = text[value...].firstIndex(of: "\"")
      else { break }
      text.replaceSubrange(value..<close, with: WorkbookFile.escaped(OddTexts.random(&random)))
    }
    return Array(text.utf8)
  }

  /// Sizes, sums, offsets, methods, flags and names in the headers of a zip file; the bytes between.
  private static func zipMutated(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var result = bytes
    let headers = result.indices.dropLast(30).filter {
      result[$0] == 0x50 && result[$0 + 1] == 0x4B && result[$0 + 2] <= 6
    }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard let header = headers.randomElement(using: &random), random.happens(percent: 70) else {
        return ByteMutations.apply(result, &random)
      }
      let field = header + Int.random(in: 4..<min(46, result.count - header), using: &random)
      let value = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)]
      for offset in 0..<Int.random(in: 1...4, using: &random) where field + offset < result.count {
        result[field + offset] = value.randomElement(using: &random) ?? 0
      }
    }
    return result
  }
}
