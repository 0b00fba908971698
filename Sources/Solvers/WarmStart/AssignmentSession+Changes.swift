public import Problems

extension AssignmentSession {
  /// Chooses a pair whatever it costs.
  ///
  /// - Throws: ``SessionError/problem(_:)`` for a pair that is not eligible, or locked already.
  public func lock(_ pair: Pair) throws(SessionError) {
    guard edits.points(pair) != nil else { throw .problem(.fixedNotEligible(pair)) }
    guard fixed.insert(pair).inserted else { throw .problem(.fixedTwice(pair)) }
    let load = load(of: pair)
    // More pins than places: only a fresh look can say what contradicts what.
    guard load.mentee <= demands[pair.mentee], load.mentor <= mentors[pair.mentor].capacity else {
      return core = nil
    }
    core?.apply(.deactivate(row: row(pair)))
    updatePlaces(besides: pair)
  }

  /// Takes a lock back; does nothing where there is none.
  public func unlock(_ pair: Pair) {
    guard fixed.remove(pair) != nil else { return }
    updatePlaces(besides: pair)
    core?.apply(.activate(row: row(pair)))
  }

  /// Makes a pair ineligible.
  ///
  /// - Throws: ``SessionError/problem(_:)`` for a pair that is locked.
  public func forbid(_ pair: Pair) throws(SessionError) {
    guard !fixed.contains(pair) else { throw .problem(.fixedNotEligible(pair)) }
    guard edits.points(pair) != nil else { return }
    edits.forbid(pair)
    core?.apply(.unlist(row: row(pair), column: column(pair)))
  }

  /// Takes a ban back.
  public func allow(_ pair: Pair) {
    guard edits.forbidden.contains(pair) else { return }
    edits.allow(pair)
    core?.apply(.relist(row: row(pair), column: column(pair)))
  }

  /// Replaces all points of a mentee.
  ///
  /// Bans of the mentee stay.
  ///
  /// - Parameters:
  ///   - points: one for each mentor; `nil` = not eligible.
  ///   - mentee: whose.
  /// - Throws: ``SessionError/problem(_:)`` when the points are not as many as mentors, or a locked pair
  ///   would not be eligible.
  public func setPoints(_ points: [Int?], ofMentee mentee: Int) throws(SessionError) {
    try check(points, mentorCount, mentee, menteeCount)
    for pair in fixed where pair.mentee == mentee && points[pair.mentor] == nil {
      throw .problem(.fixedNotEligible(pair))
    }
    edits.setMentee(mentee, points)
    makeRoom(for: points)
    core?.apply(terms?.isTransposed == true ? .column(mentee) : .row(mentee))
  }

  /// Replaces all points of a mentor.
  ///
  /// Bans of the mentor stay.
  ///
  /// - Parameters:
  ///   - points: one for each mentee; `nil` = not eligible.
  ///   - mentor: whose.
  /// - Throws: as ``setPoints(_:ofMentee:)``.
  public func setPoints(_ points: [Int?], ofMentor mentor: Int) throws(SessionError) {
    try check(points, menteeCount, mentor, mentorCount)
    for pair in fixed where pair.mentor == mentor && points[pair.mentee] == nil {
      throw .problem(.fixedNotEligible(pair))
    }
    edits.setMentor(mentor, points)
    makeRoom(for: points)
    core?.apply(terms?.isTransposed == true ? .row(mentor) : .column(mentor))
  }

  /// Changes how many mentees a mentor takes; 0 = the mentor left.
  ///
  /// - Throws: ``SessionError/problem(_:)`` below 0, or for nobody.
  public func setCapacity(_ capacity: Int, ofMentor mentor: Int) throws(SessionError) {
    try check([], 0, mentor, mentorCount)
    guard capacity >= 0 else {
      throw .problem(.negativeCapacity(mentor: mentor, capacity: capacity))
    }
    mentors[mentor] = MentorLimits(capacity: capacity, minimum: mentors[mentor].minimum)
    change(mentor, of: .mentors, to: capacity)
  }

  /// Changes how many mentors a mentee takes; 0 = the mentee left.
  ///
  /// - Throws: ``SessionError/problem(_:)`` below 0, or for nobody.
  public func setDemand(_ demand: Int, ofMentee mentee: Int) throws(SessionError) {
    try check([], 0, mentee, menteeCount)
    guard demand >= 0 else { throw .problem(.negativeDemand(mentee: mentee, demand: demand)) }
    demands[mentee] = demand
    change(mentee, of: .mentees, to: demand)
  }

  /// Adds a mentee at the end.
  ///
  /// - Returns: the index.
  /// - Throws: ``SessionError/problem(_:)`` when the points are not as many as mentors.
  @discardableResult
  public func addMentee(points: [Int?], demand: Int = 1) throws(SessionError) -> Int {
    try check(points, mentorCount, 0, 1)
    guard demand >= 0 else {
      throw .problem(.negativeDemand(mentee: menteeCount, demand: demand))
    }
    let mentee = menteeCount
    demands.append(0)
    edits.setMentee(mentee, points)
    makeRoom(for: points)
    if terms?.isTransposed == true {
      core?.apply(.addColumn)
      core?.apply(.column(mentee))
    } else {
      core?.apply(.addRow)
    }
    try setDemand(demand, ofMentee: mentee)
    return mentee
  }

  /// Adds a mentor at the end.
  ///
  /// - Returns: the index.
  /// - Throws: ``SessionError/problem(_:)`` when the points are not as many as mentees.
  @discardableResult
  public func addMentor(points: [Int?], capacity: Int = 1) throws(SessionError) -> Int {
    try check(points, menteeCount, 0, 1)
    guard capacity >= 0 else {
      throw .problem(.negativeCapacity(mentor: mentorCount, capacity: capacity))
    }
    let mentor = mentorCount
    mentors.append(MentorLimits(capacity: 0))
    edits.setMentor(mentor, points)
    makeRoom(for: points)
    if terms?.isTransposed == true {
      core?.apply(.addRow)
    } else {
      core?.apply(.addColumn)
      core?.apply(.column(mentor))
    }
    try setCapacity(capacity, ofMentor: mentor)
    return mentor
  }

  /// Tells the search how many places locks leave in the column of a pair.
  private func updatePlaces(besides pair: Pair) {
    let load = load(of: pair)
    let places =
      terms?.isTransposed == true
      ? demands[pair.mentee] - load.mentee : mentors[pair.mentor].capacity - load.mentor
    core?.apply(.places(column: column(pair), places))
  }

  private func change(_ person: Int, of side: Side, to new: Int) {
    guard let terms, core != nil else { return }
    let isRow = (side == .mentors) == terms.isTransposed
    let load = fixed.count { (side == .mentees ? $0.mentee : $0.mentor) == person }
    guard new >= load, !isRow || new <= 1 else { return core = nil }
    guard isRow else {
      core?.apply(.places(column: person, new - load))
      return
    }
    core?.apply(new - load > 0 ? .activate(row: person) : .deactivate(row: person))
  }

  private func load(of pair: Pair) -> (mentee: Int, mentor: Int) {
    (
      fixed.count { $0.mentee == pair.mentee },
      fixed.count { $0.mentor == pair.mentor }
    )
  }

  private func check(
    _ points: [Int?], _ expected: Int, _ person: Int, _ count: Int
  ) throws(SessionError) {
    guard points.count == expected else {
      throw .problem(.raggedRow(row: person, count: points.count, expected: expected))
    }
    guard 0..<count ~= person else { throw .nobody(index: person, count: count) }
  }
}
