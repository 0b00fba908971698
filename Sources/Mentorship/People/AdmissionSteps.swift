/// The steps of a mentor to admission, as far as they are recorded one by one.
///
/// ```swift
/// var steps = AdmissionSteps()
/// steps[.interviewed] = .done(CalendarDate(parsing: "01.09.2026"))
/// steps.stage(on: date)  // .interviewed from that day on
/// ```
public struct AdmissionSteps: Equatable, Sendable {
  /// What is recorded of one step.
  public enum Step: Equatable, Sendable {
    case notDone
    /// `nil` = done, the day is not said.
    case done(CalendarDate?)

    func isDone(on date: CalendarDate) -> Bool {
      if case .done(let day) = self { day.map { $0 <= date } ?? true } else { false }
    }
  }

  /// In the order in which they are taken.
  public static let order: [Admission] = [.interviewed, .trained, .admitted]

  private var steps: [Admission: Step] = [:]

  public init() {}

  /// `nil` = nothing recorded; nobody records a candidate.
  public subscript(stage: Admission) -> Step? {
    get { steps[stage] }
    set { if stage != .candidate { steps[stage] = newValue } }
  }

  public var isEmpty: Bool { steps.isEmpty }

  /// How far somebody had come on a date; `nil` where no step is recorded.
  public func stage(on date: CalendarDate) -> Admission? {
    if steps.isEmpty { return nil }
    return Self.order.last { steps[$0]?.isDone(on: date) ?? false } ?? .candidate
  }

  /// Two steps in an order that cannot be: the later one done before the earlier, or without it.
  public var impossible: (earlier: Admission, later: Admission)? {
    for (index, earlier) in Self.order.enumerated() {
      for later in Self.order[(index + 1)...] where contradict(steps[earlier], steps[later]) {
        return (earlier, later)
      }
    }
    return nil
  }

  private func contradict(_ earlier: Step?, _ later: Step?) -> Bool {
    guard case .done(let day)? = later else { return false }
    switch earlier {
    case .notDone: return true
    case .done(let first?): return day.map { $0 < first } ?? false
    case .done(nil), nil: return false
    }
  }
}

extension Questionnaire {
  /// How far a mentor had come on a date.
  ///
  /// Steps recorded one by one win over the one word for all of them, which fills in a step that they leave open.
  public func admission(on date: CalendarDate) -> Admission? {
    guard let stage = steps.stage(on: date) else { return admission }
    guard let word = admission, word != .candidate, steps[word] == nil else { return stage }
    let reached = AdmissionSteps.order
    let isFurther =
      reached.firstIndex(of: word) ?? 0 > (reached.firstIndex(of: stage) ?? -1)
    return isFurther ? word : stage
  }
}
