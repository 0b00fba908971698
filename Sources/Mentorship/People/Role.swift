/// The two roles of the programme; one person can have both.
public enum Role: String, Hashable, Sendable, CaseIterable {
  case mentee, mentor

  public var other: Role { self == .mentee ? .mentor : .mentee }
}
