extension InstanceReader {
  /// The `id` of an instance that could not be read, where that much of it is JSON.
  ///
  /// - Complexity: O(byte count).
  public static func identifier(in bytes: [UInt8]) -> JSONValue? {
    var parser = JSONParser(bytes)
    guard let document = try? parser.parseDocument().value else { return nil }
    switch document["id"] {
    case .string(let text)?: return .string(text)
    case .number(let number)?: return .number(number)
    default: return nil
    }
  }
}
