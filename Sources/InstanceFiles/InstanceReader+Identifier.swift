extension InstanceReader {
  /// The `id` of an instance that could not be read: of the whole document where that is JSON, else of
  /// what stands before its first nested value.
  ///
  /// - Complexity: O(byte count).
  public static func identifier(in bytes: [UInt8]) -> JSONValue? {
    var parser = JSONParser(bytes)
    if let document = try? parser.parseDocument().value { return identifier(document["id"]) }
    let head = bytes.drop { $0 != UInt8(ascii: "{") }.dropFirst()
      .prefix { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "{") }
    // Members up to the broken one: drop them from the end until the rest is an object.
    var members = head.split(separator: UInt8(ascii: ","), maxSplits: 16)[...]
    while !members.isEmpty {
      let text = "{" + members.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
      var parser = JSONParser(Array((text + "}").utf8))
      if let object = try? parser.parseDocument().value { return identifier(object["id"]) }
      members.removeLast()
    }
    return nil
  }

  private static func identifier(_ value: JSONValue?) -> JSONValue? {
    switch value {
    case .string, .number: value
    default: nil
    }
  }
}
