/// Who finds the best assignment.
public enum Backend: String, CaseIterable, Sendable {
  /// The Hungarian method where the rules form a network, else GLPK.
  case auto
  /// Shortest augmenting paths, exact in integers.
  case hungarian
  /// A 0–1 program in GLPK.
  case glpk
  /// Both, which must agree.
  case both
}
