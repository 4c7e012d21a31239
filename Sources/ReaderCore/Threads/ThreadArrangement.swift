import ArticleModel

/// Which comments of a thread are shown, and in which order.
public struct ThreadArrangement: Sendable {
  /// What decides it.
  public struct Request: Hashable, Sendable {
    /// The order of siblings.
    public var order = ThreadOrder.source
    /// Which comments are shown; `nil` for all.
    public var filter: ThreadFilter?

    /// All comments as the source has them.
    public static let source = Request()
  }

  /// What was asked for.
  public let request: Request
  /// The comments in the order in which they are shown, by their numbers in the source.
  let order: [Int32]
  /// Where each comment of the source is shown; -1 for those that are not.
  let places: [Int32]
  /// The comments that the filter found, by their numbers in the source; `nil` without a filter.
  let found: CommentSet?
  /// How many comments the filter found.
  public let foundCount: Int
  /// The thread that is shown.
  let thread: CommentThread

  /// Arranges a thread.
  ///
  /// - Complexity: O(number of comments) for an order, O(length of the bodies) for a filter with words.
  public init(_ request: Request, of source: CommentThread, facts: ThreadFacts) {
    self.request = request
    let found = request.filter.map { $0.matches(in: source, facts: facts) }
    self.found = found
    foundCount = found?.count ?? source.commentCount
    let shown = found.map { Self.withAncestors($0, in: source) }
    let order = Self.order(request.order, of: source, shown: shown, facts: facts)
    var places = [Int32](repeating: -1, count: source.count)
    for (place, index) in order.enumerated() { places[Int(index)] = Int32(place) }
    self.order = order
    self.places = places
    thread = source.arranged(order)
  }

  /// The same arrangement of the same thread with its bodies decoded.
  init(_ other: ThreadArrangement, of source: CommentThread) {
    request = other.request
    order = other.order
    places = other.places
    found = other.found
    foundCount = other.foundCount
    thread = source.arranged(other.order)
  }

  /// What was found, with everything above it, and the headings of the sections that it stands in.
  private static func withAncestors(_ found: CommentSet, in thread: CommentThread) -> CommentSet {
    var shown = found
    for index in (0..<thread.count).reversed() where shown[index] {
      if let parent = thread.parent(of: index) { shown[parent] = true }
    }
    var heading: Int?
    for index in 0..<(thread.sections.isEmpty ? 0 : thread.count) {
      if thread.isSectionHeading(index) { heading = index }
      if shown[index], let above = heading { shown[above] = true }
    }
    return shown
  }

  /// What puts the replies to one comment together: the number of the comment, and for those to none the section they
  /// stand in, its heading first.
  private static func parentRanks(of thread: CommentThread) -> [UInt64] {
    thread.parents.indices.map { index in
      let parent = thread.parents[index]
      guard parent < 0 else { return 1 << 32 | UInt64(parent) }
      guard !thread.sections.isEmpty else { return 0 }
      return UInt64(thread.sectionIndex(of: index) ?? 0) << 1 | (thread.isSectionHeading(index) ? 0 : 1)
    }
  }

  private static func order(
    _ order: ThreadOrder, of thread: CommentThread, shown: CommentSet?, facts: ThreadFacts
  ) -> [Int32] {
    var all: [Int32] = []
    all.reserveCapacity(thread.count)
    for index in 0..<thread.count where shown?[index] ?? true { all.append(Int32(index)) }
    guard order != .source else { return all }
    // By key and then by parent; each parent's replies are then a run of the list.
    let keys = order.keys(of: thread, facts: facts).map { UInt64(bitPattern: $0) ^ 1 << 63 }
    all = RankOrder.ascending(parentRanks(of: thread), of: RankOrder.ascending(keys, of: all))
    var starts = [Int32](repeating: -1, count: thread.count + 1)
    for (place, index) in all.enumerated().reversed() {
      starts[Int(thread.parents[Int(index)]) + 1] = Int32(place)
    }
    var result: [Int32] = []
    result.reserveCapacity(all.count)
    // Where in the list each open run is.
    var open: [Int] = starts[0] >= 0 ? [Int(starts[0])] : []
    while let place = open.popLast() {
      let index = all[place]
      result.append(index)
      if place + 1 < all.count, thread.parents[Int(all[place + 1])] == thread.parents[Int(index)] {
        open.append(place + 1)
      }
      let first = starts[Int(index) + 1]
      if first >= 0 { open.append(Int(first)) }
    }
    return result
  }
}
