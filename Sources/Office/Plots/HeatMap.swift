/// A table of shares as shaded cells, each with its number.
struct HeatMap {
  let title: String
  let columns: [String]
  /// By row: a label, and for each column a share from 0 to 1 with the words in its cell; `nil` = nothing to say.
  let rows: [(label: String, cells: [(share: Double, text: String)?])]

  private static let (labels, top, height) = (190.0, 64.0, 28.0)

  /// The whole drawing.
  var svg: String {
    let width = columns.isEmpty ? 0 : (760 - Self.labels - 8) / Double(columns.count)
    let bottom = Self.top + Double(rows.count) * Self.height + 8
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 \#(bottom.text)" width="760" height="\#(bottom.text)" role="img" font-family="sans-serif" font-size="12">"#,
      "<title>\(title.escaped)</title>",
      ##"<rect width="760" height="\##(bottom.text)" fill="#ffffff"/>"##,
      #"<text x="8" y="20" font-size="16">\#(title.escaped)</text>"#,
    ]
    for (column, name) in columns.enumerated() {
      let x = Self.labels + (Double(column) + 0.5) * width
      for (line, word) in name.split(separator: " ").map(String.init).enumerated() {
        let y = 40 + 13 * Double(line)
        lines.append(
          #"<text x="\#(x.text)" y="\#(y.text)" text-anchor="middle" font-size="11">\#(word.escaped)</text>"#
        )
      }
    }
    for (row, entry) in rows.enumerated() {
      let y = Self.top + Double(row) * Self.height
      lines.append(
        #"<text x="\#((Self.labels - 8).text)" y="\#((y + 18).text)" text-anchor="end" font-size="13">\#(entry.label.escaped)</text>"#
      )
      for (column, cell) in entry.cells.enumerated() {
        guard let cell else { continue }
        let x = Self.labels + Double(column) * width
        // From white to a red that black letters still stand out from.
        let fade = Int((255 - 150 * min(1, max(0, cell.share))).rounded())
        lines.append(
          ##"<rect x="\##(x.text)" y="\##(y.text)" width="\##(width.text)" height="\##(Self.height.text)" fill="rgb(255,\##(fade),\##(fade))" stroke="#ffffff"/>"##
            + #"<text x="\#((x + width / 2).text)" y="\#((y + 18).text)" text-anchor="middle">\#(cell.text.escaped)</text>"#
        )
      }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }
}
