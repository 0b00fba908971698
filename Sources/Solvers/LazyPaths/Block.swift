/// Uninitialised memory of a fixed size, freed with its owner.
///
/// The search looks up single numbers in an order that no processor foresees; here a look is a load and
/// no more. Indices are not checked: they come from lists that were checked when they were built.
struct Block<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(count: Int) {
    base = .allocate(capacity: max(1, count))
    self.count = count
  }

  init(repeating element: Element, count: Int) {
    self.init(count: count)
    base.initialize(repeating: element, count: count)
  }

  deinit { base.deallocate() }

  /// The same elements with more room behind them.
  func grown(to count: Int) -> Block {
    let block = Block(count: count)
    block.base.update(from: base, count: self.count)
    return block
  }
}
