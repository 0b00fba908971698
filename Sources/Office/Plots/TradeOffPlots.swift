import InstanceFiles
import Mentorship
import Policies
import Problems

extension RematchReport {
  /// The curve as an SVG drawing: what every change more brings.
  public func svg(of solvedCase: SolvedCase, messages: Messages) -> String {
    let words = CaseWords(solvedCase, messages)
    let points = curve.points.map { point in
      let value = point.assignment.objective
      return CurvePlot.Point(
        x: Double(point.changes), y: words.json(points: value.total).double,
        label: "\(words.messages.changes(point.changes)): \(words.text(value))")
    }
    return CurvePlot(
      title: words.messages.say(
        "Что дают замены утверждённых пар", "What changes of approved pairs bring"),
      x: words.heading(.changes), y: words.heading(.points), points: points, line: .steps
    ).svg
  }
}

extension FrontReport {
  /// The points as an SVG drawing; those where a goal has no value are left out.
  public func svg(of solvedCase: SolvedCase, messages: Messages) -> String {
    let words = CaseWords(solvedCase, messages)
    let known = front.points.filter { !$0.first.numbers.isEmpty && !$0.second.numbers.isEmpty }
    let (x, y) = (words.heading(first), words.heading(second))
    let points = known.map { point in
      CurvePlot.Point(
        x: words.json(point.first).double, y: words.json(point.second).double,
        label: "\(x) \(words.text(point.first)), \(y) \(words.text(point.second))",
        isSquare: !point.isSupported)
    }
    let legend: [(isSquare: Bool, text: String)] = [
      (
        false,
        words.messages.say("лучшие для взвешенной суммы", "best for a weighted sum")
      ), (true, words.messages.say("между ними", "between those")),
    ]
    return CurvePlot(
      title: words.messages.say(
        "Что чего стоит: «\(x)» и «\(y)»", "What costs what: “\(x)” and “\(y)”"),
      x: x, y: y, points: points,
      legend: points.contains(where: \.isSquare) ? legend : []
    ).svg
  }
}

extension JSONValue {
  fileprivate var double: Double {
    if case .number(let number) = self { number.double } else { 0 }
  }
}
