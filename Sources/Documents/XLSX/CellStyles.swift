/// Which format each style of a workbook shows numbers in: the part `xl/styles.xml`.
final class CellStyles: XMLListener {
  private(set) var verdict = XMLVerdict.more
  private var custom: [Int: NumberFormat] = [:]
  private var numbers: [Int] = []
  private var isInCellFormats = false

  /// By the style's number in cells.
  private(set) lazy var formats: [NumberFormat] = numbers.map {
    custom[$0] ?? NumberFormat(builtIn: $0)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        custom[id] = NumberFormat(code: code)
      }
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      numbers.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  func end(_ name: XMLName) {
    if "cellXfs" ~= name { isInCellFormats = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
