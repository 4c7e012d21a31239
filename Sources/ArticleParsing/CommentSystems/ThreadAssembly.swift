import ArticleModel

/// Puts contributions that come in the source's order into the order of a thread: each before its replies.
///
/// A source nests replies, or prints them one after the other with the identifiers of their parents, in any order.
enum ThreadAssembly {
  /// Whom a contribution answers.
  enum Parent: Hashable {
    /// Nobody: it stands at top level.
    case none
    /// The contribution at this place in the list.
    case entry(Int)
    /// The contribution with this identifier; one that is not there leaves the answer at top level, unplaced.
    case id(String)
  }

  /// One contribution's place.
  struct Place: Equatable {
    /// Its index in the list.
    var entry: Int
    /// Its depth in the thread, 0 at top level.
    var depth: Int
    /// Whether it names a parent that is not there.
    var isUnplaced: Bool
  }

  /// The order of a thread.
  ///
  /// Replies keep the source's order among themselves. Contributions that answer each other in a circle stand at top
  /// level from the first of them on.
  ///
  /// - Parameters:
  ///   - parents: Whom each contribution answers.
  ///   - ids: The identifiers of the contributions; of two equal ones the first is meant. Empty ones are never meant.
  /// - Returns: The contributions in pre-order.
  /// - Complexity: O(number of contributions).
  static func order(parents: [Parent], ids: [String]) -> [Place] {
    var (answered, isUnplaced) = resolve(parents, ids: ids)
    breakCircles(&answered)
    // First and next sibling, filled from the end, so that siblings come out in order.
    var first = [Int](repeating: -1, count: parents.count)
    var next = [Int](repeating: -1, count: parents.count)
    var top = -1
    for entry in parents.indices.reversed() {
      let parent = answered[entry]
      if parent < 0 {
        next[entry] = top
        top = entry
      } else {
        next[entry] = first[parent]
        first[parent] = entry
      }
    }
    var places: [Place] = []
    places.reserveCapacity(parents.count)
    var above: [Int] = []
    var current = top
    while current >= 0 {
      places.append(Place(entry: current, depth: above.count, isUnplaced: isUnplaced[current]))
      if first[current] >= 0 {
        above.append(current)
        current = first[current]
        continue
      }
      while next[current] < 0, let parent = above.popLast() { current = parent }
      current = next[current]
    }
    return places
  }

  private static func resolve(
    _ parents: [Parent], ids: [String]
  ) -> (answered: [Int], isUnplaced: [Bool]) {
    var entries: [String: Int] = [:]
    let needsIDs = parents.contains { if case .id = $0 { true } else { false } }
    if needsIDs {
      entries.reserveCapacity(ids.count)
      for (entry, id) in ids.enumerated() where !id.isEmpty && entries[id] == nil { entries[id] = entry }
    }
    var answered = [Int](repeating: -1, count: parents.count)
    var isUnplaced = [Bool](repeating: false, count: parents.count)
    for (entry, parent) in parents.enumerated() {
      switch parent {
      case .none: break
      case .entry(let index): if parents.indices.contains(index), index != entry { answered[entry] = index }
      case .id(let id):
        let found = entries[id] ?? -1
        if found != entry { answered[entry] = found }
        isUnplaced[entry] = found < 0
      }
    }
    return (answered, isUnplaced)
  }

  /// Puts the first of a circle at top level.
  ///
  /// Every contribution is walked up once: marks tell those whose way to the top is known from those on this way.
  private static func breakCircles(_ answered: inout [Int]) {
    var walk = [Int](repeating: -1, count: answered.count)
    for start in answered.indices where walk[start] < 0 {
      var current = start
      while current >= 0, walk[current] < 0 {
        walk[current] = start
        current = answered[current]
      }
      if current >= 0, walk[current] == start { answered[current] = -1 }
    }
  }
}
