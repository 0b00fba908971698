/// Bars side by side, each cut into parts: who has a partner in the first place, in the second, and so on.
///
/// Shades go from dark to light, and every part says in words what it is.
struct BarChart {
  struct Bar {
    let label: String
    /// Not negative.
    let parts: [Double]
  }

  let title: String
  let bars: [Bar]
  /// What the parts are, as many as the longest bar has.
  let parts: [String]

  private static let (labels, width, height, gap) = (190.0, 540.0, 22.0, 8.0)

  /// The whole drawing.
  var svg: String {
    let most = max(1, bars.map { $0.parts.reduce(0, +) }.max() ?? 1)
    let bottom = 64 + Double(bars.count) * (Self.height + Self.gap)
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 \#(bottom.text)" width="760" height="\#(bottom.text)" role="img" font-family="sans-serif" font-size="13">"#,
      "<title>\(title.escaped)</title>",
      ##"<rect width="760" height="\##(bottom.text)" fill="#fff"/>"##,
      #"<text x="8" y="20" font-size="16">\#(title.escaped)</text>"#,
    ]
    for (index, part) in parts.enumerated() {
      let x = Self.labels + Double(index) * 90
      lines.append(
        ##"<rect x="\##(x.text)" y="32" width="12" height="12" fill="\##(shade(index))" stroke="#333333"/>"##
          + #"<text x="\#((x + 16).text)" y="43">\#(part.escaped)</text>"#)
    }
    for (row, bar) in bars.enumerated() {
      let y = 56 + Double(row) * (Self.height + Self.gap)
      lines.append(
        #"<text x="\#((Self.labels - 8).text)" y="\#((y + 16).text)" text-anchor="end">\#(bar.label.escaped)</text>"#
      )
      var x = Self.labels
      for (index, part) in bar.parts.enumerated() where part > 0 {
        let width = part / most * Self.width
        lines.append(
          ##"<rect x="\##(x.text)" y="\##(y.text)" width="\##(width.text)" height="\##(Self.height.text)" fill="\##(shade(index))" stroke="#333333"><title>\##(bar.label.escaped): \##(name(index).escaped) \##(part.text)</title></rect>"##
        )
        x += width
      }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private func name(_ index: Int) -> String { parts.indices.contains(index) ? parts[index] : "" }

  private func shade(_ index: Int) -> String {
    let shades = ["#1a5276", "#2874a6", "#5499c7", "#a9cce3", "#eaf2f8", "#ffffff"]
    return shades[min(index, shades.count - 1)]
  }
}
