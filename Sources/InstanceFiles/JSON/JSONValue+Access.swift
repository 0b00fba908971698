// What a value is, `nil` where it is something else.
extension JSONValue {
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  public var boolean: Bool? { if case .bool(let value) = self { value } else { nil } }

  public var integer: Int? { if case .number(let number) = self { number.integer } else { nil } }

  public var double: Double? { if case .number(let number) = self { number.double } else { nil } }

  public var elements: JSONArray? { if case .array(let array) = self { array } else { nil } }
}
