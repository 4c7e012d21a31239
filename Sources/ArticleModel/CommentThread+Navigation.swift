extension CommentThread {
  /// The comment that `index` answers, or `nil` at top level.
  @inlinable public func parent(of index: Int) -> Int? {
    let parent = Int(shape.parents[sourceIndex(of: index)])
    guard parent >= 0 else { return nil }
    return order == nil ? parent : place(ofSource: parent)
  }

  /// How deep `index` is, 0 at top level.
  @inlinable public func depth(of index: Int) -> Int { Int(shape.depths[sourceIndex(of: index)]) }

  /// The number of levels.
  ///
  /// - Complexity: O(comments).
  public var levels: Int {
    guard let order else { return Int(shape.depths.max() ?? -1) + 1 }
    return Int(order.comments.lazy.map { shape.depths[Int($0)] }.max() ?? -1) + 1
  }

  /// How many entries are `index` and what is below it.
  @inlinable public func subtreeCount(of index: Int) -> Int {
    let source = sourceIndex(of: index)
    let count = Int(shape.subtreeCounts[source])
    guard let order else { return count }
    return order.count(in: source..<source + count)
  }

  /// The top-level comment above `index` (or `index` itself).
  ///
  /// - Complexity: O(depth).
  public func root(of index: Int) -> Int {
    var current = index
    while let above = parent(of: current) { current = above }
    return current
  }

  /// The next comment with the same parent, or `nil`.
  public func nextSibling(of index: Int) -> Int? {
    let next = index + subtreeCount(of: index)
    return next < count && areSiblings(index, next) ? next : nil
  }

  /// The previous comment with the same parent, or `nil`.
  ///
  /// - Complexity: O(depth of the previous subtree).
  public func previousSibling(of index: Int) -> Int? {
    guard index > 0, parent(of: index) != index - 1 else { return nil }
    var current = index - 1
    while !areSiblings(current, index), let above = parent(of: current) { current = above }
    return current
  }

  /// Whether two comments answer the same one.
  private func areSiblings(_ one: Int, _ other: Int) -> Bool {
    shape.parents[sourceIndex(of: one)] == shape.parents[sourceIndex(of: other)]
  }

  /// The comments above `index`, from the top-level one to the parent.
  ///
  /// - Complexity: O(depth).
  public func ancestors(of index: Int) -> [Int] {
    var chain: [Int] = []
    var current = index
    while let above = parent(of: current) {
      chain.append(above)
      current = above
    }
    return chain.reversed()
  }

  /// How many entries are below `index`.
  public func descendantCount(of index: Int) -> Int { subtreeCount(of: index) - 1 }

  /// How many comments are below `index`; stubs are not counted.
  ///
  /// - Complexity: O(log n) in the number of stubs.
  public func commentCount(below index: Int) -> Int {
    let entries = index + 1..<index + subtreeCount(of: index)
    guard !asides.isEmpty else { return entries.count }
    let first = asides.partitioningIndex { $0 >= Int32(entries.lowerBound) }
    let end = asides.partitioningIndex { $0 >= Int32(entries.upperBound) }
    return entries.count - (end - first)
  }

  /// The number of a comment among those of the thread, from 1; for an entry that is no comment that of the one before it.
  ///
  /// - Complexity: O(log n) in the number of such entries.
  public func number(of index: Int) -> Int { index + 1 - asides.partitioningIndex { $0 > Int32(index) } }

  /// The comment of a number, from 1; the nearest one for a number that none has, `nil` without comments.
  ///
  /// - Complexity: O(log²(comments)).
  public func comment(numbered number: Int) -> Int? {
    guard commentCount > 0 else { return nil }
    let wanted = max(1, min(number, commentCount))
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self.number(of: middle) < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many comments answer `index` directly.
  ///
  /// - Complexity: O(number of direct replies).
  public func replyCount(of index: Int) -> Int {
    var replies = 0
    var next: Int? = subtreeCount(of: index) > 1 ? index + 1 : nil
    while let reply = next {
      replies += 1
      next = nextSibling(of: reply)
    }
    return replies
  }
}
