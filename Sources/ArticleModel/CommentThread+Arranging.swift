extension CommentThread {
  /// A thread of some of these comments in another order.
  ///
  /// Bodies stay where they are and are looked up when asked for.
  ///
  /// - Parameter order: Indices of this thread in pre-order of the new one: a comment's parent, when it has one, is in
  ///   the list before it, and what stands between the two descends from that parent.
  /// - Returns: The thread; the names of authors keep their numbers.
  /// - Complexity: O(comments).
  public func arranged(_ order: [Int32]) -> CommentThread {
    var result = self
    var places = [Int32](repeating: -1, count: count)
    for (place, index) in order.enumerated() { places[Int(index)] = Int32(place) }
    result.comments = order.map { comments[Int($0)] }
    result.asides = asides.map { places[Int($0)] }.filter { $0 >= 0 }.sorted()
    if !origins.isEmpty { result.origins = order.map { origins[Int($0)] } }
    result.depths = order.map { depths[Int($0)] }
    result.parents = order.map { index in
      let parent = parents[Int(index)]
      return parent < 0 ? -1 : places[Int(parent)]
    }
    result.subtreeCounts = [Int32](repeating: 1, count: order.count)
    for place in order.indices.reversed() {
      let parent = result.parents[place]
      if parent >= 0 { result.subtreeCounts[Int(parent)] += result.subtreeCounts[place] }
    }
    result.bodies = .encoded(ArrangedBodies(thread: self, order: order))
    return result
  }
}

/// The bodies of a thread's comments, in another order.
private struct ArrangedBodies: CommentBodySource {
  let thread: CommentThread
  let order: [Int32]

  var count: Int { order.count }

  func body(at index: Int) -> RichText { thread.body(of: Int(order[index])) }
}
