import Mentorship

/// Which parts of a workbook hold what: its list of sheets and the relationships that lead to them.
struct WorkbookParts {
  struct Sheet: Equatable {
    let name: String
    /// Its part in the archive; `nil` for charts and for what leads nowhere.
    let part: String?
    let isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var startsIn1904 = false
  private(set) var sharedStrings: String?
  private(set) var styles: String?

  init(_ archive: borrowing ZipArchive) throws(WorkbookError) {
    let workbook = try Self.workbook(in: archive)
    let relations = try Self.relations(of: workbook, in: archive)
    let list = SheetList()
    try archive.parse(workbook, list)
    startsIn1904 = list.startsIn1904
    sharedStrings = Self.part(
      "sharedStrings", "sharedStrings.xml", of: workbook, relations, archive)
    styles = Self.part("styles", "styles.xml", of: workbook, relations, archive)
    sheets = list.sheets.map { sheet in
      let relation = relations.first { $0.id == sheet.relation }
      let part = relation.flatMap { $0.kind == "worksheet" ? $0.target : nil }
      return Sheet(name: sheet.name, part: part, isHidden: sheet.isHidden)
    }
  }

  /// The part that the whole file starts from.
  private static func workbook(in archive: borrowing ZipArchive) throws(WorkbookError) -> String {
    let usual = "xl/workbook.xml"
    let relations = try relations(of: "", in: archive)
    let start = relations.first { $0.kind == "officeDocument" }?.target ?? usual
    return archive.contains(start) ? start : usual
  }

  /// A part by its relation, or under its usual name where the relation is missing.
  private static func part(
    _ kind: String, _ usual: String, of workbook: String, _ relations: [Relation],
    _ archive: borrowing ZipArchive
  ) -> String? {
    let named = relations.first { $0.kind == kind }?.target
    if let named, archive.contains(named) { return named }
    let beside = PartPath.resolve(usual, from: workbook)
    return archive.contains(beside) ? beside : nil
  }

  private static func relations(
    of part: String, in archive: borrowing ZipArchive
  ) throws(WorkbookError) -> [Relation] {
    let path = PartPath.relations(of: part)
    guard archive.contains(path) else { return [] }
    let list = RelationList(part)
    try archive.parse(path, list)
    return list.relations
  }
}

/// A part that another one refers to.
private struct Relation {
  let id: String
  /// The last word of its type, `worksheet`: what stands before it differs between the standards.
  let kind: String
  let target: String
}

/// The names of parts, which refer to each other like files in folders.
enum PartPath {
  /// Where the relations of a part stand; "" = of the whole file.
  static func relations(of part: String) -> String {
    let folders = part.split(separator: "/").dropLast()
    let name = part.split(separator: "/").last ?? ""
    return (folders + ["_rels", "\(name).rels"]).joined(separator: "/")
  }

  /// A target as its part writes it, absolute (`/xl/a.xml`) or relative (`../a.xml`).
  static func resolve(_ target: String, from part: String) -> String {
    let target = target.replacing("\\", with: "/")
    var folders = target.hasPrefix("/") ? [] : Array(part.split(separator: "/").dropLast())
    for step in target.split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(step)
      }
    }
    return folders.joined(separator: "/")
  }
}

private final class RelationList: XMLListener {
  private(set) var verdict = XMLVerdict.more
  private(set) var relations: [Relation] = []
  private let part: String

  init(_ part: String) { self.part = part }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard "Relationship" ~= name, let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    let kind = type.split(separator: "/").last ?? ""
    relations.append(
      Relation(id: id, kind: String(kind), target: PartPath.resolve(target, from: part)))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class SheetList: XMLListener {
  private(set) var verdict = XMLVerdict.more
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var startsIn1904 = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": startsIn1904 = startsIn1904 || attributes.isOn("date1904")
    case "sheet":
      let state = attributes["state"] ?? "visible"
      sheets.append(
        (attributes["name"] ?? "", attributes["id"] ?? "", state.lowercased() != "visible"))
    default: break
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
