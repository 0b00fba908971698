/// What is wrong in a file of people's lists: in PrefLib, hospital/residents or CSV.
public enum MarketFault: Hashable, Sendable {
  /// `suggestion`: the known name nearest to it.
  case unknownName(String, suggestion: String?)
  /// A list that has the same person twice.
  case listedTwice(String)
  /// A row that does not say whose list it is.
  case noSide(String)
  /// A header without this column.
  case missingColumn(String)
  /// An empty cell between the choices of a list.
  case gap
  /// A quotation mark, or a bracket of equals, that nobody closes.
  case unclosed(String)
  /// A line of other words than the format has; what it should look like.
  case badLine(String)
  /// Equals in a file of strict orders.
  case tieInStrictOrder
  /// An order that leaves somebody out in a file of complete ones.
  case incompleteOrder(count: Int, expected: Int)
  /// The orders of the file are not as many as it says.
  case wrongTotal(Total, count: Int, expected: Int)
  /// A line out of order: each begins with its number.
  case wrongNumber(found: Int, expected: Int)
  /// The text ends before all lines are there.
  case endsEarly(missing: Int)
  /// A place beyond the number of places that the person's own row gives.
  case placeBeyondList(Int, placeCount: Int)

  /// What a file counts of itself.
  public enum Total: Hashable, Sendable {
    case alternatives, voters, orders
  }

  var code: String {
    switch self {
    case .unknownName: "unknown-name"
    case .listedTwice: "listed-twice"
    case .noSide: "no-side"
    case .missingColumn: "missing-column"
    case .gap: "gap"
    case .unclosed: "unclosed"
    case .badLine: "bad-line"
    case .tieInStrictOrder: "tie-in-strict-order"
    case .incompleteOrder: "incomplete-order"
    case .wrongTotal: "wrong-total"
    case .wrongNumber: "wrong-number"
    case .endsEarly: "ends-early"
    case .placeBeyondList: "place-beyond-list"
    }
  }
}
