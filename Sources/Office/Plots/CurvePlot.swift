/// A curve of a few points as a self-contained SVG drawing.
///
/// ```swift
/// CurvePlot(title: "Замены и баллы", x: "Замены", y: "Баллы", points: points).svg
/// ```
///
/// Nothing is said by colour alone: marks differ in shape, and the description holds every point in words.
struct CurvePlot {
  struct Point: Equatable {
    let x: Double
    let y: Double
    /// The point in words.
    let label: String
    /// Drawn as a square rather than a disc.
    var isSquare = false
  }

  /// How points are joined.
  enum Line {
    /// Straight, to guide the eye.
    case straight
    /// The height holds until the next point.
    case steps
    /// Not at all; every mark bears its label.
    case none
  }

  let title: String
  let x: String
  let y: String
  let points: [Point]
  var line = Line.straight
  /// What squares and discs are; empty where all marks are the same.
  var legend: [(isSquare: Bool, text: String)] = []

  private static let (width, height) = (760.0, 480.0)
  private static let (left, right, top, bottom) = (96.0, 24.0, 52.0, 64.0)

  /// The whole file.
  var svg: String {
    let (across, up) = (PlotAxis(points.map(\.x)), PlotAxis(points.map(\.y)))
    func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (
        Self.left + across.share(x) * (Self.width - Self.left - Self.right),
        Self.height - Self.bottom - up.share(y) * (Self.height - Self.top - Self.bottom)
      )
    }
    let places = points.map { place($0.x, $0.y) }
    return
      ([
        #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 480" width="760" height="480" role="img" aria-labelledby="title description" font-family="sans-serif" font-size="13">"#,
        #"<title id="title">\#(title.escaped)</title>"#,
        #"<desc id="description">\#(points.map(\.label).joined(separator: "; ").escaped)</desc>"#,
        ##"<rect width="760" height="480" fill="#fff"/>"##,
        #"<text x="\#(Self.left.text)" y="28" font-size="16">\#(title.escaped)</text>"#,
      ] + grid(across, up, place) + [path(places)]
      + zip(points, places).map { mark($0, at: $1) } + labels + legendMarks + ["</svg>"])
      .joined(separator: "\n") + "\n"
  }

  private func grid(
    _ across: PlotAxis, _ up: PlotAxis, _ place: (Double, Double) -> (x: Double, y: Double)
  ) -> [String] {
    let (low, high) = (Self.height - Self.bottom, Self.width - Self.right)
    return across.ticks.map { tick in
      let x = place(tick, 0).x.text
      return ##"<path d="M\##(x) \##(Self.top.text)V\##(low.text)" stroke="#ddd"/>"##
        + #"<text x="\#(x)" y="\#((low + 18).text)" text-anchor="middle">\#(tick.text)</text>"#
    }
      + up.ticks.map { tick in
        let y = place(0, tick).y
        return
          ##"<path d="M\##(Self.left.text) \##(y.text)H\##(high.text)" stroke="#ddd"/>"##
          + #"<text x="\#((Self.left - 8).text)" y="\#((y + 4).text)" text-anchor="end">\#(tick.text)</text>"#
      } + [
        ##"<path d="M\##(Self.left.text) \##(Self.top.text)V\##(low.text)H\##(high.text)" fill="none" stroke="#333"/>"##
      ]
  }

  private func path(_ places: [(x: Double, y: Double)]) -> String {
    guard line != .none, let first = places.first else { return "" }
    let steps = places.dropFirst().map { place in
      line == .steps
        ? "H\(place.x.text)V\(place.y.text)" : "L\(place.x.text) \(place.y.text)"
    }
    let style =
      line == .steps ? #"stroke-width="2""# : #"stroke-width="1" stroke-dasharray="5 4""#
    return
      ##"<path d="M\##(first.x.text) \##(first.y.text)\##(steps.joined())" fill="none" stroke="#1a5276" \##(style)/>"##
  }

  private func mark(_ point: Point, at place: (x: Double, y: Double)) -> String {
    let label =
      line == .none
      ? #"<text x="\#((place.x + 8).text)" y="\#((place.y - 6).text)" font-size="11">\#(point.label.escaped)</text>"#
      : ""
    return
      "<g><title>\(point.label.escaped)</title>\(Self.shape(point.isSquare, place))\(label)</g>"
  }

  private static func shape(_ isSquare: Bool, _ place: (x: Double, y: Double)) -> String {
    isSquare
      ? ##"<rect x="\##((place.x - 4).text)" y="\##((place.y - 4).text)" width="8" height="8" fill="#fff" stroke="#1a5276" stroke-width="2"/>"##
      : ##"<circle cx="\##(place.x.text)" cy="\##(place.y.text)" r="5" fill="#1a5276"/>"##
  }

  private var labels: [String] {
    let (middle, centre) = (
      (Self.left + Self.width - Self.right) / 2, (Self.top + Self.height - Self.bottom) / 2
    )
    return [
      #"<text x="\#(middle.text)" y="\#((Self.height - 16).text)" text-anchor="middle">\#(x.escaped)</text>"#,
      #"<text x="20" y="\#(centre.text)" text-anchor="middle" transform="rotate(-90 20 \#(centre.text))">\#(y.escaped)</text>"#,
    ]
  }

  private var legendMarks: [String] {
    legend.enumerated().map { index, entry in
      let y = Self.top - 8 + 18 * Double(index)
      let x = Self.width - Self.right - 250
      return Self.shape(entry.isSquare, (x, y - 4))
        + #"<text x="\#((x + 12).text)" y="\#(y.text)">\#(entry.text.escaped)</text>"#
    }
  }
}
