import ArticleModel

/// A thread in the order and with the comments that a reader asked for.
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
  /// Which comments are shown, and where.
  let order: CommentOrder
  /// The comments that the filter found, by their numbers in the source; `nil` without a filter.
  let found: CommentSet?
  /// How many comments the filter found.
  public let foundCount: Int
  /// The thread that is shown.
  let thread: CommentThread

  /// Arranges a thread; an index of its words is used if there is one.
  ///
  /// - Complexity: O(number of comments) for an order, O(length of the bodies) for a filter with words.
  public init(
    _ request: Request, of source: CommentThread, facts: ThreadFacts, index: WordIndex? = nil
  ) {
    self.request = request
    let found = request.filter.map { $0.matches(in: source, facts: facts, index: index) }
    self.found = found
    foundCount = found?.count ?? source.commentCount
    let shown = found.map { Self.withAncestors($0, in: source) }
    if let shown, request.order == .source {
      order = CommentOrder(shown)
    } else {
      // An order for which the thread has nothing to go by, which a configuration can ask for, is known as an empty list.
      let known = facts.orders[request.order].flatMap { $0.isEmpty ? nil : $0 }
      let list = known ?? request.order.list(of: source, references: facts.references)
      order = CommentOrder(list, of: shown)
    }
    thread = source.arranged(order)
  }

  /// The same arrangement of the same thread with its bodies decoded.
  init(_ other: ThreadArrangement, of source: CommentThread) {
    request = other.request
    order = other.order
    found = other.found
    foundCount = other.foundCount
    thread = source.arranged(other.order)
  }

  /// What was found, with everything above it, and the headings of the sections that it stands in.
  private static func withAncestors(_ found: CommentSet, in thread: CommentThread) -> CommentSet {
    var shown = found
    shown.insertAncestors(in: thread.shape)
    var heading: Int?
    for index in 0..<(thread.sections.isEmpty ? 0 : thread.count) {
      if thread.isSectionHeading(index) { heading = index }
      if shown[index], let above = heading { shown[above] = true }
    }
    return shown
  }
}
