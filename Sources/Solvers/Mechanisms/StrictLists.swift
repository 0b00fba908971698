import Problems

/// The lists of one side, best first, with equals put in an order.
///
/// Flat: person *i* has `entries[starts[i]..<starts[i + 1]]`, each the entry of a pair in the table.
struct StrictLists {
  let starts: [Int]
  let entries: [Int32]

  /// - Parameters:
  ///   - side: whose lists.
  ///   - table: the acceptable pairs.
  ///   - people: of its entries.
  ///   - places: that this side gives, by entry.
  ///   - ties: how equals are put in order.
  /// - Complexity: O(pairCount · log degree).
  init(
    of side: Side, _ table: PairTable, _ people: EntryPeople, places: [Int32], ties: TieOrder
  ) {
    var starts = table.rowStarts
    var keyed: [KeyedEntry]
    switch side {
    case .mentees:
      keyed = places.indices.map {
        KeyedEntry(key: ties.key(place: places[$0], entry: $0), entry: Int32($0))
      }
    case .mentors:
      starts = [Int](repeating: 0, count: table.mentorCount + 1)
      for mentor in people.mentors { starts[Int(mentor) + 1] += 1 }
      for mentor in 0..<table.mentorCount { starts[mentor + 1] += starts[mentor] }
      keyed = Array(repeating: KeyedEntry(key: 0, entry: 0), count: places.count)
      var next = starts
      for entry in places.indices {
        let mentor = Int(people.mentors[entry])
        keyed[next[mentor]] = KeyedEntry(
          key: ties.key(place: places[entry], entry: entry), entry: Int32(entry))
        next[mentor] += 1
      }
    }
    keyed.withUnsafeMutableBufferPointer { keyed in
      for person in 0..<max(0, starts.count - 1) where starts[person + 1] > starts[person] {
        var run = UnsafeMutableBufferPointer(rebasing: keyed[starts[person]..<starts[person + 1]])
        run.sort()
      }
    }
    self.starts = starts
    entries = keyed.map(\.entry)
  }

  var personCount: Int { starts.count - 1 }

  subscript(person: Int) -> ArraySlice<Int32> { entries[starts[person]..<starts[person + 1]] }

  /// By entry: where it stands on its person's list, from 0.
  var positions: [Int32] {
    var positions = [Int32](repeating: 0, count: entries.count)
    for person in 0..<personCount {
      for index in starts[person]..<starts[person + 1] {
        positions[Int(entries[index])] = Int32(index - starts[person])
      }
    }
    return positions
  }
}

/// An entry with what it is sorted by.
struct KeyedEntry: Comparable {
  let key: UInt64
  let entry: Int32

  static func < (left: KeyedEntry, right: KeyedEntry) -> Bool {
    left.key != right.key ? left.key < right.key : left.entry < right.entry
  }
}

/// Both sides of a market as lists, for mechanisms that walk down them.
struct MarketLists {
  let market: RankedMarket
  let people: EntryPeople
  let mentees: StrictLists
  let mentors: StrictLists

  /// - Complexity: O(pairCount · log degree).
  init(_ market: RankedMarket, _ ties: TieOrder) {
    self.market = market
    people = EntryPeople(market.table)
    mentees = StrictLists(
      of: .mentees, market.table, people, places: market.places.ofMentors, ties: ties)
    mentors = StrictLists(
      of: .mentors, market.table, people, places: market.places.ofMentees, ties: ties)
  }
}
