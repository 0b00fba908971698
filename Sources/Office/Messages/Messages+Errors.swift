import Documents
import InstanceFiles
import Mentorship
import Policies
import Problems

extension OfficeError {
  /// The exit code of the command line.
  public var exitCode: Int32 {
    switch self {
    case .folder: 66
    case .findings, .problem: 65
    case .instanceFile(let error): error.exitCode
    case .policyConflict: 64
    case .backend(.notANetwork): 64
    case .backend(.numbersTooLarge): 65
    case .backend, .rejected, .violated, .unexpected: 1
    case .cannotWrite: 73
    }
  }
}
