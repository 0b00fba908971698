import CExpat
import Mentorship

/// What listens to the tags and texts of an XML part.
protocol XMLListener: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// A piece of text; one text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Set by the listener when it needs no more, or found what it cannot read.
  var verdict: XMLVerdict { get }
}

/// Whether a listener wants more.
enum XMLVerdict: Equatable {
  case more
  case enough
  case failed(WorkbookProblem)
}

/// A name in an XML part without its prefix: `row` of `x:row`.
///
/// Writers choose prefixes and namespaces as they like; where an element stands says enough.
struct XMLName {
  private let pointer: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) {
    var local = name
    var next = name
    while next.pointee != 0 {
      if next.pointee == 0x3A { local = next + 1 }
      next += 1
    }
    pointer = local
  }

  static func ~= (name: StaticString, value: XMLName) -> Bool {
    var (left, right) = (name.utf8Start, value.pointer)
    while left.pointee != 0, left.pointee == UInt8(bitPattern: right.pointee) {
      left += 1
      right += 1
    }
    return left.pointee == 0 && right.pointee == 0
  }
}

/// The attributes of a tag, by names without prefix.
struct XMLAttributes {
  private let list: UnsafePointer<UnsafePointer<CChar>?>

  init(_ list: UnsafePointer<UnsafePointer<CChar>?>) { self.list = list }

  /// Each attribute; its value ends in a zero.
  func forEach(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
    var next = list
    while let name = next[0], let value = next[1] {
      body(XMLName(name), value)
      next += 2
    }
  }

  subscript(name: StaticString) -> String? {
    var result: String?
    forEach { if name ~= $0 { result = String(cString: $1) } }
    return result
  }

  /// Whether an attribute is `1` or `true`.
  func isOn(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(self[name]) }
}

/// Feeds an XML part to a listener, piece by piece.
///
/// A part with a document type is refused: workbooks have none, attacks have entities. So is nesting
/// beyond any honest depth.
final class XMLStream {
  private static let depthLimit = 200

  private let parser: XML_Parser
  private let listener: any XMLListener
  private let part: String
  private var depth = 0
  private var refusal: WorkbookProblem?

  init(part: String, listener: any XMLListener) throws(WorkbookError) {
    guard let parser = XML_ParserCreate(nil) else { throw WorkbookError(.partDamaged(part)) }
    (self.parser, self.listener, self.part) = (parser, listener, part)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLStream.of($0)?.start($1, $2) }, { user, name in XMLStream.of(user)?.end(name) })
    XML_SetCharacterDataHandler(parser) { XMLStream.of($0)?.text($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in XMLStream.of(user)?.doctype() }
  }

  deinit { XML_ParserFree(parser) }

  /// Parses one piece.
  ///
  /// - Returns: Whether the listener wants more.
  func feed(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) -> Bool {
    let pointer = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    return try check(XML_Parse(parser, pointer, Int32(bytes.count), 0))
  }

  /// Says that there are no more pieces.
  func finish() throws(WorkbookError) { _ = try check(XML_Parse(parser, nil, 0, 1)) }

  private func check(_ status: XML_Status) throws(WorkbookError) -> Bool {
    if let refusal { throw WorkbookError(refusal) }
    switch listener.verdict {
    case .failed(let problem): throw WorkbookError(problem)
    case .enough: return false
    case .more: break
    }
    guard status == XML_STATUS_OK else { throw WorkbookError(.partDamaged(part)) }
    return true
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLStream? {
    user.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private var isStopped: Bool { refusal != nil || listener.verdict != .more }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard !isStopped, let name, let attributes else { return }
    depth += 1
    if depth > Self.depthLimit { return refuse(.tooDeep(part)) }
    listener.start(XMLName(name), XMLAttributes(attributes))
    if listener.verdict != .more { XML_StopParser(parser, 0) }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard !isStopped, let name else { return }
    depth -= 1
    listener.end(XMLName(name))
    if listener.verdict != .more { XML_StopParser(parser, 0) }
  }

  private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    guard !isStopped, let bytes else { return }
    bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      listener.text(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }

  private func doctype() { refuse(.doctype(part)) }

  private func refuse(_ problem: WorkbookProblem) {
    refusal = problem
    XML_StopParser(parser, 0)
  }
}

extension ZipArchive {
  /// Reads an XML part with a listener.
  ///
  /// - Complexity: O(*n*) for *n* bytes, unpacked.
  func parse(_ part: String, _ listener: any XMLListener) throws(WorkbookError) {
    let stream = try XMLStream(part: part, listener: listener)
    try read(part) { piece throws(WorkbookError) in try stream.feed(piece) }
    if listener.verdict == .more { try stream.finish() }
  }
}
