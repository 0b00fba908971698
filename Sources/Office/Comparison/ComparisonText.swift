public import Policies

/// A comparison as a table for a terminal.
public struct ComparisonText {
  private let messages: Messages
  private let metrics: [Metric]

  /// What people look at first.
  public static let shown: [Metric] = [
    .matched, .total, .leastPoints, .meanRank, .firstChoices, .blocking, .envy, .giniLoad,
  ]

  /// - Parameters:
  ///   - metrics: the columns.
  ///   - messages: the language.
  public init(metrics: [Metric] = Self.shown, messages: Messages) {
    self.metrics = metrics
    self.messages = messages
  }

  /// The table, with means and confidence intervals where there are several instances.
  public func text(_ report: ComparisonReport) -> String {
    let summary = ComparisonSummary(report: report)
    let seconds = summary.secondsByPolicy
    let questions = report.probeSize > 0 ? PolicyProbe.Question.allCases : []
    let head =
      [messages.say("Правило", "Policy")] + metrics.map(messages.heading)
      + questions.map(messages.heading) + [messages.say("Секунды", "Seconds")]
    let rows = report.policies.map { policy in
      [policy] + metrics.map { cell(summary.sample($0, policy)) }
        + questions.map { cell(summary.sample($0, policy)) }
        + [((seconds[policy] ?? 0) * 1000).rounded() / 1000].map(\.plain)
    }
    let table = TextLayout.table(
      [head] + rows, indent: 0, rightAligned: Set(1...metrics.count + questions.count + 1))
    return (opening(report) + [""] + table + notes(report)).joined(separator: "\n") + "\n"
  }

  private func cell(_ sample: Sample?) -> String {
    guard let sample else { return "–" }
    let mean = sample.mean.text
    return sample.values.count > 1 ? "\(mean) ± \(sample.margin.text)" : mean
  }

  private func opening(_ report: ComparisonReport) -> [String] {
    var lines = report.entries.prefix(5).map { entry in
      "\(entry.file): "
        + messages.say(
          "\(entry.menteeCount) × \(entry.mentorCount), возможных пар \(entry.pairCount)",
          "\(entry.menteeCount) × \(entry.mentorCount), \(entry.pairCount) eligible pairs")
        + (entry.preferences == .points
          ? messages.say(
            "; предпочтения выведены из баллов", "; preferences are induced by the points") : "")
    }
    if report.entries.count > 5 {
      let rest = report.entries.count - 5
      lines.append(messages.say("… и ещё \(rest)", "… and \(rest) more"))
    }
    return lines
  }

  /// What has no pairs, and why.
  private func notes(_ report: ComparisonReport) -> [String] {
    var lines: [String] = []
    for policy in report.policies {
      for status in [
        ComparisonReport.Status.nonexistent, .infeasible, .unknown, .feasible, .error,
      ] {
        let rows = report.rows(of: policy).filter { $0.status == status }
        guard let first = rows.first else { continue }
        lines.append(
          "\(policy): \(messages.text(status)) (\(rows.count))"
            + (first.message.map { ": \($0)" } ?? ""))
      }
    }
    return lines.isEmpty ? [] : [""] + lines
  }
}

extension Messages {
  /// The heading of a metric's column.
  func heading(_ metric: Metric) -> String {
    switch metric {
    case .matched: say("Пары", "Pairs")
    case .coverage: say("Охват", "Coverage")
    case .total: say("Сумма", "Total")
    case .meanPoints: say("Средние баллы", "Mean points")
    case .leastPoints: say("Худшая пара", "Worst pair")
    case .points10: say("Баллы, 10 %", "Points, 10 %")
    case .points25: say("Баллы, 25 %", "Points, 25 %")
    case .points50: say("Баллы, медиана", "Points, median")
    case .points75: say("Баллы, 75 %", "Points, 75 %")
    case .points90: say("Баллы, 90 %", "Points, 90 %")
    case .firstChoices: say("Первые места", "First choices")
    case .mentorFirstChoices: say("Первые у наставников", "Mentors' first choices")
    case .meanRank: say("Среднее место", "Mean place")
    case .meanRankMatched: say("Среднее место в парах", "Mean place, matched")
    case .mentorMeanRank: say("Среднее место у наставников", "Mentors' mean place")
    case .mutualFirst: say("Взаимно первые", "Mutual first")
    case .mutualChoice: say("Взаимный выбор", "Mutual choice")
    case .vetoed: say("Отвергнутые", "Vetoed")
    case .blocking: say("Блокирующие", "Blocking")
    case .blockingStrong: say("Блокирующие, строго", "Blocking, strong")
    case .blockingPeople: say("Люди в блокирующих", "People in blocking")
    case .envy: say("Зависть", "Envy")
    case .giniPoints: say("Джини баллов", "Gini of points")
    case .giniLoad: say("Джини нагрузки", "Gini of loads")
    case .disparityCoverage: say("Разрыв охвата", "Coverage gap")
    case .disparityPoints: say("Разрыв баллов", "Points gap")
    case .pareto: say("По Парето", "Pareto")
    case .lostPairs: say("Потеряно пар", "Lost pairs")
    case .pricePoints: say("Цена в баллах", "Price in points")
    }
  }

  /// The heading of a question's column.
  func heading(_ question: PolicyProbe.Question) -> String {
    switch question {
    case .keptUnderNoise: say("Стоит при шуме", "Kept under noise")
    case .truncationGain: say("Выгода: укоротить", "Gain: truncate")
    case .promotionGain: say("Выгода: поднять", "Gain: promote")
    case .unvetoGain: say("Выгода: снять вето", "Gain: no veto")
    case .capacityGain: say("Выгода: меньше мест", "Gain: fewer places")
    }
  }

  /// What became of a policy.
  func text(_ status: ComparisonReport.Status) -> String {
    switch status {
    case .optimal: say("найдено", "found")
    case .feasible: say("предел времени, лучшее из найденного", "limit reached, the best found")
    case .unknown: say("предел времени, ничего не найдено", "limit reached, nothing found")
    case .infeasible: say("условия невыполнимы", "infeasible")
    case .nonexistent: say("такого решения не существует", "does not exist")
    case .error: say("неприменимо", "not applicable")
    }
  }
}
