/// Which comments of a thread are shown, and in which order; comments are told by their numbers in the source.
///
/// It never changes, and everything that shows the thread this way shares it.
public final class CommentOrder: Sendable {
  /// The comments by place.
  public let comments: [Int32]
  /// The comments that are shown.
  private let shown: RankedCommentSet
  /// The place of each comment that is shown; `nil` in the order of the source, where it is the rank.
  private let places: [Int32]?

  /// Shows some comments in the order of the source.
  ///
  /// - Complexity: O(number of comments that are shown + comments of the thread / 64).
  public init(_ shown: CommentSet) {
    comments = shown.list()
    self.shown = RankedCommentSet(shown)
    places = nil
  }

  /// Shows comments in another order.
  ///
  /// - Parameters:
  ///   - list: All comments of the thread, in pre-order of the new order.
  ///   - shown: Which of them are shown; `nil` for all.
  /// - Complexity: O(comments of the thread).
  public init(_ list: [Int32], of shown: CommentSet? = nil) {
    comments = shown.map { shown in list.filter { shown[Int($0)] } } ?? list
    var places = [Int32](repeating: 0, count: list.count)
    for (place, comment) in comments.enumerated() { places[Int(comment)] = Int32(place) }
    self.shown = RankedCommentSet(shown ?? CommentSet(all: list.count))
    self.places = places
  }

  /// The place of a comment; `nil` when it is not shown, or not in the thread.
  public func place(of comment: Int) -> Int? {
    guard shown.set[comment] else { return nil }
    return places.map { Int($0[comment]) } ?? shown.count(below: comment)
  }

  /// How many comments of a stretch of the source are shown.
  public func count(in stretch: Range<Int>) -> Int { shown.count(in: stretch) }
}
