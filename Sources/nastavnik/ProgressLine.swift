import Dispatch
import Foundation
import Office
import Synchronization

/// One line on a terminal that says how far a long search is, rewritten in place and wiped at the end.
final class ProgressLine: Sendable {
  private struct State {
    var text: String
    var shownWidth = 0
    var isOver = false
  }

  private static let delay = 0.5
  private static let interval = 0.2

  private let state: Mutex<State>
  private let total: @Sendable (Int) -> String

  /// Starts the clock; `nil` where standard error is no terminal.
  ///
  /// `total` writes a total of points in the numbers that people gave.
  init?(total: @escaping @Sendable (Int) -> String = { "\($0)" }) {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    self.total = total
    state = Mutex(State(text: Terminal.words.text(nil)))
    draw(after: Self.delay)
  }

  /// Takes what is drawn next.
  var report: @Sendable (Office.Progress) -> Void {
    { progress in
      let text = Terminal.words.text(progress, total: self.total)
      self.state.withLock { $0.text = text }
    }
  }

  /// Takes words of one's own.
  var note: @Sendable (String) -> Void {
    { text in self.state.withLock { $0.text = text } }
  }

  /// Ends the line, and removes what was drawn of it.
  func wipe() {
    state.withLock { state in
      state.isOver = true
      if state.shownWidth > 0 { write("", over: state.shownWidth) }
      state.shownWidth = 0
    }
  }

  private func draw(after seconds: Double) {
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in
      guard let self else { return }
      let isOver = state.withLock { state in
        guard !state.isOver else { return true }
        let text = String(state.text.prefix(Terminal.errorWidth - 1))
        write(text, over: state.shownWidth)
        state.shownWidth = text.count
        return false
      }
      if !isOver { draw(after: Self.interval) }
    }
  }

  /// Spaces erase what a longer line left; every terminal understands them.
  private func write(_ text: String, over width: Int) {
    let padding = String(repeating: " ", count: max(0, width - text.count))
    let line = "\r" + text + padding + (text.isEmpty ? "\r" : "")
    try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
  }
}
