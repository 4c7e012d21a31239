extension CommentThread {
  /// The same thread with some of its comments in another order.
  ///
  /// Nothing is copied: where a comment stands, and its words, are looked up in the source when they are asked for. What
  /// an order shows of this thread must be whole upwards: with a comment everything that it answers, and above it.
  ///
  /// - Parameter order: What is shown of this thread, which is one as its source has it.
  /// - Returns: The thread; the names of authors keep their numbers.
  /// - Complexity: O(entries that are no comments), and O(comments that are shown) when there are sections.
  public func arranged(_ order: CommentOrder) -> CommentThread {
    precondition(self.order == nil, "an order tells comments by their numbers in the source")
    var result = self
    result.order = order
    result.comments = comments.arranged(order.comments)
    result.asides = asides.compactMap { order.place(of: Int($0)) }.map { Int32($0) }.sorted()
    if !origins.isEmpty { result.origins = order.comments.map { origins[Int($0)] } }
    result.bodies = .encoded(ArrangedBodies(thread: self, order: order))
    return result
  }

  /// The number in the source of the comment at a place.
  @inlinable public func sourceIndex(of place: Int) -> Int {
    guard let order else { return place }
    return Int(order.comments[place])
  }

  /// The place of a comment of the source; `nil` when it is not shown, or there is none.
  public func place(ofSource index: Int) -> Int? {
    guard let order else { return comments.indices.contains(index) ? index : nil }
    return order.place(of: index)
  }
}

/// The bodies of a thread's comments, in another order.
private struct ArrangedBodies: CommentBodySource {
  let thread: CommentThread
  let order: CommentOrder

  var count: Int { order.comments.count }

  func body(at index: Int) -> RichText { thread.body(of: Int(order.comments[index])) }
}
