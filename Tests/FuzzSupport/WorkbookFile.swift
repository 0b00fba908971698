/// An XLSX workbook put together from the XML of its parts, so that each may be as odd as it likes.
///
/// ```swift
/// var file = WorkbookFile()
/// file.sheets = [.init(name: "Лист1", rows: #"<row r="1"><c r="A1"><v>7</v></c></row>"#)]
/// file.bytes
/// ```
public struct WorkbookFile {
  public struct Sheet {
    public var name: String
    /// What stands in `sheetData`.
    public var rows: String
    /// What stands behind it.
    public var tail: String
    public var state: String
    /// What stands before `sheetData`.
    public var head: String

    public init(
      name: String, rows: String, tail: String = "", state: String = "visible", head: String = ""
    ) {
      (self.name, self.rows, self.tail, self.state) = (name, rows, tail, state)
      self.head = head
    }
  }

  public var sheets: [Sheet] = []
  /// The items of the shared strings; `nil` = no such part.
  public var strings: String?
  /// What stands in the style sheet; `nil` = no such part.
  public var styles: String?
  public var workbookProperties = ""
  /// Changed or added as the last thing, by name.
  public var others: [(name: String, content: [UInt8])] = []

  public init() {}

  /// A workbook of one sheet.
  public init(rows: String, strings: String? = nil, styles: String? = nil, tail: String = "") {
    sheets = [Sheet(name: "Лист1", rows: rows, tail: tail)]
    (self.strings, self.styles) = (strings, styles)
  }

  public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  public var bytes: [UInt8] { ZipFile(parts: parts).bytes }

  public var parts: [(name: String, content: [UInt8])] {
    var parts: [(name: String, content: [UInt8])] = [
      ("_rels/.rels", Self.relations([("rId1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", Array(workbook.utf8)),
    ]
    var relations = sheets.indices.map {
      ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
    }
    if let strings {
      relations.append(("rId900", "sharedStrings", "sharedStrings.xml"))
      parts.append(("xl/sharedStrings.xml", Self.part("sst", strings)))
    }
    if let styles {
      relations.append(("rId901", "styles", "styles.xml"))
      parts.append(("xl/styles.xml", Self.part("styleSheet", styles)))
    }
    parts.append(("xl/_rels/workbook.xml.rels", Self.relations(relations)))
    for (index, sheet) in sheets.enumerated() {
      let content = "\(sheet.head)<sheetData>\(sheet.rows)</sheetData>\(sheet.tail)"
      parts.append(("xl/worksheets/sheet\(index + 1).xml", Self.part("worksheet", content)))
    }
    for other in others {
      parts.removeAll { $0.name == other.name }
      parts.append(other)
    }
    return parts
  }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\""
        + " r:id=\"rId\(index + 1)\"/>"
    }
    return Self.start + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">"
      + workbookProperties + "<sheets>\(list.joined())</sheets></workbook>"
  }

  private static func part(_ root: String, _ content: String) -> [UInt8] {
    Array("\(start)<\(root) xmlns=\"\(main)\">\(content)</\(root)>".utf8)
  }

  private static func relations(_ list: [(String, String, String)]) -> [UInt8] {
    let items = list.map { id, kind, target in
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    return Array(
      "\(start)<Relationships xmlns=\"\(package)\">\(items.joined())</Relationships>".utf8)
  }

  public static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
