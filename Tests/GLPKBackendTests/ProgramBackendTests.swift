import GLPKBackend
import TestSupport
import Testing

@Suite("Program backends")
struct ProgramBackendTests {
  @Test("GLPK alone conforms")
  func rawConforms() { #expect(ProgramConformance(ProgramSolver()).complaints() == []) }

  @Test("the stages conform")
  func stagesConform() { #expect(ProgramConformance(StagedSolver()).complaints() == []) }
}
