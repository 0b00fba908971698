import Policies

/// A comparison as one self-contained HTML page with drawings.
public struct ComparisonPage {
  private let messages: Messages

  public init(messages: Messages) { self.messages = messages }

  /// The whole page.
  public func html(_ report: ComparisonReport) -> String {
    let summary = ComparisonSummary(report: report)
    let language = messages.say("ru", "en")
    let title = messages.say("Сравнение правил подбора", "Comparison of matching policies")
    return """
      <!doctype html>
      <html lang="\(language)"><head><meta charset="utf-8"><title>\(title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>body{font-family:sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.4}table{border-collapse:collapse;display:block;overflow-x:auto}td,th{border-bottom:1px solid #ccc;padding:.25rem .6rem;text-align:right;white-space:nowrap}td:first-child,th:first-child{text-align:left}svg{max-width:100%;height:auto;margin:1rem 0}footer{color:#555;font-size:.9rem;overflow-wrap:anywhere}</style>
      </head><body><h1>\(title)</h1>
      <p>\(facts(report).escaped)</p>
      \(table(summary))
      \(drawings(summary).joined())
      <footer><p>\(messages.say("Данные", "Data")):</p><ul>\(report.entries.map { "<li>\($0.file.escaped) – \($0.hash.escaped)</li>" }.joined())</ul></footer>
      </body></html>

      """
  }

  private func facts(_ report: ComparisonReport) -> String {
    let count = report.entries.count
    return messages.say(
      "Примеров: \(count); зерно \(report.seed); версия \(report.version). ± — половина 95-процентного"
        + " доверительного интервала среднего.",
      "Instances: \(count); seed \(report.seed); version \(report.version). ± is half of the 95 %"
        + " confidence interval of the mean.")
  }

  private func table(_ summary: ComparisonSummary) -> String {
    let report = summary.report
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\($0.escaped)</\(tag)>" }.joined() + "</tr>\n"
    }
    let head = [messages.say("Правило", "Policy")] + report.metrics.map(messages.heading)
    let body = report.policies.map { policy in
      row(
        [policy]
          + report.metrics.map { metric in
            guard let sample = summary.sample(metric, policy) else { return "–" }
            return sample.values.count > 1
              ? "\(sample.mean.text) ± \(sample.margin.text)" : sample.mean.text
          }, "td")
    }
    return "<table>" + row(head, "th") + body.joined() + "</table>"
  }

  private func drawings(_ summary: ComparisonSummary) -> [String] {
    [profiles(summary), regrets(summary), trade(summary)]
      + ComparisonText.shown.filter(summary.report.metrics.contains).map { boxes($0, summary) }
  }

  private func profiles(_ summary: ComparisonSummary) -> String {
    let bars = summary.report.policies.map { policy in
      BarChart.Bar(label: policy, parts: summary.profile(of: policy))
    }
    return BarChart(
      title: messages.say(
        "Кто получил кого: места в списках наставляемых", "Who got whom: places in mentees' lists"),
      bars: bars.filter { !$0.parts.isEmpty }, parts: ["1", "2", "3", "4", "5", "6+"]
    ).svg
  }

  private func regrets(_ summary: ComparisonSummary) -> String {
    let goals = Metric.goals.filter(summary.report.metrics.contains)
    return HeatMap(
      title: messages.say(
        "Чего правило лишает: расстояние до лучшего из правил",
        "What a policy forgoes: distance from the best of all"),
      columns: goals.map(messages.heading),
      rows: summary.report.policies.map { policy in
        (
          policy,
          goals.map { goal in
            summary.regret(goal, policy).map { ($0.share, $0.mean.text) }
          }
        )
      }
    ).svg
  }

  /// Points against people who would rather have each other.
  private func trade(_ summary: ComparisonSummary) -> String {
    let (across, up) = (Metric.blocking, Metric.total)
    // Policies that do the same are one mark.
    var names: [[Double]: [String]] = [:]
    for policy in summary.report.policies {
      guard let x = summary.sample(across, policy), let y = summary.sample(up, policy) else {
        continue
      }
      names[[x.mean, y.mean], default: []].append(policy)
    }
    let points = names.map { place, policies in
      CurvePlot.Point(
        x: place[0], y: place[1],
        label: policies[0] + (policies.count > 1 ? " +\(policies.count - 1)" : ""))
    }.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard points.count > 1 else { return "" }
    return CurvePlot(
      title: messages.say("Баллы и устойчивость", "Points and stability"),
      x: messages.heading(across), y: messages.heading(up), points: points,
      line: .none
    ).svg
  }

  private func boxes(_ metric: Metric, _ summary: ComparisonSummary) -> String {
    let boxes = summary.report.policies.compactMap { policy in
      summary.sample(metric, policy).map { BoxPlot.Box(label: policy, sample: $0) }
    }
    guard !boxes.isEmpty, summary.report.entries.count > 1 else { return "" }
    return BoxPlot(title: messages.heading(metric), boxes: boxes).svg
  }
}
