import Foundation
import Mentorship

/// What kind of file bytes are, whatever it is called.
///
/// ```swift
/// FileSignature(of: Array("<html><table>".utf8))  // .other(.html)
/// ```
enum FileSignature: Equatable {
  case text
  /// Perhaps a workbook; its parts decide.
  case zip
  case other(OtherFile)

  /// - Complexity: O(*n*) for *n* bytes.
  init(of bytes: [UInt8]) {
    let starts: [(bytes: [UInt8], kind: FileSignature)] = [
      ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
      (Array("%PDF".utf8), .other(.pdf)), (Array("{\\rtf".utf8), .other(.document)),
      ([0x89, 0x50, 0x4E, 0x47], .other(.picture)), ([0xFF, 0xD8, 0xFF], .other(.picture)),
      (Array("Rar!".utf8), .other(.archive)), ([0x37, 0x7A, 0xBC, 0xAF], .other(.archive)),
      // Excel before it had containers.
      ([0x09, 0x08, 0x10, 0x00], .other(.xls)), ([0x09, 0x04, 0x06, 0x00], .other(.xls)),
    ]
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .other(Self.container(bytes))
    } else if let kind = starts.first(where: { bytes.starts(with: $0.bytes) })?.kind {
      self = kind
    } else {
      self = Self.markup(bytes).map { .other($0) } ?? .text
    }
  }

  /// What a zip file without a workbook is; `nil` for a workbook.
  static func otherFile(parts names: [String]) -> OtherFile? {
    let lower = names.map { $0.lowercased() }
    func has(_ start: String) -> Bool { lower.contains { $0.hasPrefix(start) } }
    if has("xl/workbook.bin") { return .xlsb }
    if has("xl/") { return nil }
    if has("word/") || has("ppt/") { return .document }
    if has("index/document.iwa") || has("index.zip") || has("index/tables/") { return .numbers }
    if has("content.xml") && has("mimetype") { return .ods }
    // Some writers name their folders otherwise; the relations lead there.
    return has("_rels/.rels") || has("[content_types].xml") ? nil : .archive
  }

  /// Old Office files and encrypted new ones are small file systems; their names tell them apart.
  private static func container(_ bytes: [UInt8]) -> OtherFile {
    let data = Data(bytes)
    func has(_ name: String) -> Bool {
      data.range(of: Data(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) != nil
    }
    if has("EncryptedPackage") { return .encrypted }
    return has("WordDocument") ? .document : .xls
  }

  /// Web pages and XML that call themselves `.xls`.
  private static func markup(_ bytes: [UInt8]) -> OtherFile? {
    // Every other byte of UTF-16 is zero here.
    let start = String(
      decoding: bytes.prefix(4_096).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self
    ).lowercased()
    let text = start.drop { $0.isWhitespace }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet"), text.hasPrefix("<?xml") {
      return .xmlSpreadsheet
    }
    let pages = ["<html", "<!doctype html", "<table", "<head", "<meta", "<body", "mime-version:"]
    if pages.contains(where: { text.hasPrefix($0) }) { return .html }
    return text.hasPrefix("<?xml") && text.contains("<html") ? .html : nil
  }
}
