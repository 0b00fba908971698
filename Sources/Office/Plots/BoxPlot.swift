import Foundation

/// How numbers are spread, box by box: quartiles, the smallest and the largest, the mean with its confidence interval.
struct BoxPlot {
  struct Box {
    let label: String
    let sample: Sample
  }

  let title: String
  let boxes: [Box]

  private static let (labels, right, row) = (190.0, 730.0, 30.0)

  /// The whole drawing.
  var svg: String {
    let axis = PlotAxis(boxes.flatMap { [$0.sample.least, $0.sample.most] })
    let low = 48 + Double(boxes.count) * Self.row
    func across(_ value: Double) -> Double {
      Self.labels + axis.share(value) * (Self.right - Self.labels)
    }
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 \#((low + 28).text)" width="760" height="\#((low + 28).text)" role="img" font-family="sans-serif" font-size="13">"#,
      "<title>\(title.escaped)</title>",
      ##"<rect width="760" height="\##((low + 28).text)" fill="#ffffff"/>"##,
      #"<text x="8" y="20" font-size="16">\#(title.escaped)</text>"#,
    ]
    for tick in axis.ticks {
      let x = across(tick).text
      lines.append(
        ##"<path d="M\##(x) 40V\##(low.text)" stroke="#dddddd"/><text x="\##(x)" y="\##((low + 18).text)" text-anchor="middle">\##(tick.text)</text>"##
      )
    }
    for (index, box) in boxes.enumerated() {
      lines.append(drawing(box, 44 + (Double(index) + 0.5) * Self.row, across))
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private func drawing(_ box: Box, _ y: Double, _ across: (Double) -> Double) -> String {
    let sample = box.sample
    let (left, right) = (across(sample.quantile(0.25)), across(sample.quantile(0.75)))
    let (middle, mean) = (across(sample.quantile(0.5)).text, across(sample.mean))
    let words =
      "\(box.label): \(sample.mean.text) ± \(sample.margin.text), \(sample.least.text)…\(sample.most.text)"
    return [
      #"<g><title>\#(words.escaped)</title>"#,
      #"<text x="\#((Self.labels - 8).text)" y="\#((y + 4).text)" text-anchor="end">\#(box.label.escaped)</text>"#,
      ##"<path d="M\##(across(sample.least).text) \##(y.text)H\##(across(sample.most).text)" stroke="#333333"/>"##,
      ##"<rect x="\##(left.text)" y="\##((y - 8).text)" width="\##(max(1, right - left).text)" height="16" fill="#d4e6f1" stroke="#1a5276"/>"##,
      ##"<path d="M\##(middle) \##((y - 8).text)V\##((y + 8).text)" stroke="#1a5276" stroke-width="2"/>"##,
      ##"<path d="M\##(across(sample.mean - sample.margin).text) \##(y.text)H\##(across(sample.mean + sample.margin).text)" stroke="#b03a2e" stroke-width="3"/>"##,
      ##"<circle cx="\##(mean.text)" cy="\##(y.text)" r="4" fill="#b03a2e"/></g>"##,
    ].joined()
  }
}

/// Some numbers, and what can be said of where they come from.
struct Sample: Equatable {
  /// Ascending, at least one.
  let values: [Double]

  /// - Returns: `nil` of no numbers.
  init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    self.values = values.sorted()
  }

  var least: Double { values[0] }
  var most: Double { values[values.count - 1] }
  var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// Half of the 95 % confidence interval of the mean, by Student's *t*; 0 of one number.
  ///
  /// Source: Student, "The probable error of a mean", Biometrika 6(1), 1908, doi:10.1093/biomet/6.1.1.
  var margin: Double {
    guard values.count > 1 else { return 0 }
    let mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(values.count - 1)).squareRoot()
    return Self.student(values.count - 1) * deviation / Double(values.count).squareRoot()
  }

  /// Between neighbours in proportion.
  func quantile(_ share: Double) -> Double {
    let place = share * Double(values.count - 1)
    let below = Int(place)
    guard below + 1 < values.count else { return values[below] }
    return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
  }

  /// The 0.975 quantile of Student's distribution.
  private static func student(_ freedom: Int) -> Double {
    let table = [
      12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
      2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
      2.052, 2.048, 2.045, 2.042,
    ]
    // Beyond the table: Cornish and Fisher's expansion about the normal quantile.
    return freedom <= table.count
      ? table[freedom - 1]
      : 1.959964 + 2.372271 / Double(freedom) + 2.822 / Double(freedom * freedom)
  }
}
