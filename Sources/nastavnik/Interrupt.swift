import Foundation
import Synchronization

/// Ctrl-C: the first one asks for the best answer so far, the second one ends the programme.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  /// Whether it was pressed since ``watch()``.
  static var isRaised: Bool { flag.load(ordering: .relaxed) }

  /// Starts to listen; a handler may do little more than set a flag.
  static func watch() {
    // Made before any signal: a handler must not be the first to touch a lazy global.
    flag.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      Interrupt.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
