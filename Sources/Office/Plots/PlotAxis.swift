/// The range of one axis, with round numbers to read it by.
struct PlotAxis {
  let low: Double
  let high: Double
  let ticks: [Double]

  init(_ values: [Double]) {
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let span = most > least ? most - least : max(1, abs(most))
    let step = Self.roundStep(span / 5)
    let first = (least / step).rounded(.down)
    let last = max(first + 1, (most / step).rounded(.up))
    (low, high) = (first * step, last * step)
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
  }

  /// Where a value stands between the ends.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }

  /// 1, 2 or 5 times a power of ten, no less than asked for.
  private static func roundStep(_ least: Double) -> Double {
    var power = 1.0
    while power > least { power /= 10 }
    while power * 10 <= least { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least } ?? 10 * power
  }
}

extension Double {
  /// With two digits after the point at most.
  var text: String {
    let rounded = (self * 100).rounded() / 100
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}

extension String {
  /// As the text of an XML or HTML element, or of an attribute.
  var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
