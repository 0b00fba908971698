/// A language that messages to people are written in.
public enum Language: String, Sendable, CaseIterable {
  case russian = "ru"
  case english = "en"
}
