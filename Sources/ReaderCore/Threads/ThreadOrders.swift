import ArticleModel

/// The comments of a large thread in each order, found out in the background so that changing the order is at once.
public struct ThreadOrders: Sendable {
  /// For each order that was looked into the comments, by their numbers in the source; none for an order for which the
  /// thread has nothing to go by.
  private var lists: [ThreadOrder: [Int32]] = [:]
  /// What the thread is known by: an order of another one would put replies above what they answer.
  private var shape = ThreadShape()

  /// Nothing was looked into.
  public init() {}

  /// Looks into the orders that go by what a thread itself says.
  ///
  /// - Complexity: O(number of comments).
  public init(of thread: CommentThread) {
    shape = thread.shape
    for order in [ThreadOrder.oldest, .newest, .replies, .score] {
      look(into: order, of: thread, ReferenceCounts())
    }
  }

  /// Looks into the order by references.
  ///
  /// - Complexity: O(number of comments).
  public mutating func take(_ references: [ArticleReference], of thread: CommentThread) {
    look(into: .references, of: thread, ReferenceCounts(references))
  }

  /// Whether these are orders of a thread.
  ///
  /// - Complexity: O(1) for the thread that they were found for, else O(number of comments).
  func belong(to thread: CommentThread) -> Bool { shape == thread.shape }

  /// The comments in an order; `nil` when that was not looked into, empty when the thread has nothing to go by.
  subscript(order: ThreadOrder) -> [Int32]? { lists[order] }

  private mutating func look(into order: ThreadOrder, of thread: CommentThread, _ references: ReferenceCounts)
  {
    let isUseful = order.isUseful(for: thread, references: references)
    lists[order] = isUseful ? order.list(of: thread, references: references) : []
  }
}

extension ThreadOrder {
  /// The comments of a thread in this order, by their numbers in the source.
  ///
  /// A subtree takes as many places as it has comments: from the place of a comment and the order of its replies follow
  /// theirs. Siblings are near each other in the source, where this reads and writes.
  ///
  /// - Complexity: O(number of comments).
  func list(of thread: CommentThread, references: ReferenceCounts) -> [Int32] {
    guard self != .source else { return (0..<thread.count).map { Int32($0) } }
    let sizes = thread.shape.subtreeCounts
    let ranks = ranks(of: thread, references: references)
    var places = [Int32](repeating: 0, count: thread.count)
    var siblings: [Int32] = []
    for parent in -1..<thread.count where parent < 0 || sizes[parent] > 1 {
      siblings.removeAll(keepingCapacity: true)
      var child = parent + 1
      let end = parent < 0 ? thread.count : parent + Int(sizes[parent])
      while child < end {
        siblings.append(Int32(child))
        child += Int(sizes[child])
      }
      Self.sort(&siblings, by: ranks)
      if parent < 0, !thread.sections.isEmpty {
        siblings = RankOrder.ascending(Self.sectionRanks(of: thread), of: siblings)
      }
      var place = parent < 0 ? 0 : places[parent] + 1
      for sibling in siblings {
        places[Int(sibling)] = place
        place += sizes[Int(sibling)]
      }
    }
    var list = [Int32](repeating: 0, count: thread.count)
    for (index, place) in places.enumerated() { list[Int(place)] = Int32(index) }
    return list
  }

  /// Sorts siblings; those of equal ranks stay as they stand.
  private static func sort(_ siblings: inout [Int32], by ranks: [UInt64]) {
    guard siblings.count <= fewSiblings else {
      siblings = RankOrder.ascending(ranks, of: siblings)
      return
    }
    for end in siblings.indices.dropFirst() {
      let sibling = siblings[end]
      let rank = ranks[Int(sibling)]
      var place = end
      while place > 0, ranks[Int(siblings[place - 1])] > rank {
        siblings[place] = siblings[place - 1]
        place -= 1
      }
      siblings[place] = sibling
    }
  }

  /// So few siblings are sorted by putting each where it belongs: counting pays for more.
  private static let fewSiblings = 24

  /// What puts the comments at the top of a thread below the headings of their sections.
  private static func sectionRanks(of thread: CommentThread) -> [UInt64] {
    (0..<thread.count).map { index in
      UInt64(thread.sectionIndex(of: index) ?? 0) << 1 | (thread.isSectionHeading(index) ? 0 : 1)
    }
  }
}
