/// What the texts of a column mean, each read once however many cells hold it: people give the same answers.
final class CellMeanings<Value> {
  private var known: [UInt64: (cell: Int, value: Value)] = [:]
  private let store: CellStore

  /// A column of ever new texts, such as names, would only fill the memory.
  private static var limit: Int { 20_000 }

  init(_ store: CellStore) { self.store = store }

  /// - Complexity: O(*n*) for *n* bytes of a text met before; else that of `meaning`.
  func value(of cell: Int, _ meaning: () -> Value) -> Value {
    let hash = store.hash(cell)
    if let known = known[hash], store.areEqual(known.cell, cell) { return known.value }
    let value = meaning()
    if known.count < Self.limit { known[hash] = (cell, value) }
    return value
  }
}
