extension CommentThread {
  /// The comment that `index` answers, or `nil` at top level.
  public func parent(of index: Int) -> Int? {
    parents[index] >= 0 ? Int(parents[index]) : nil
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
    let next = index + Int(subtreeCounts[index])
    return next < count && parents[next] == parents[index] ? next : nil
  }

  /// The previous comment with the same parent, or `nil`.
  ///
  /// - Complexity: O(depth of the previous subtree).
  public func previousSibling(of index: Int) -> Int? {
    guard index > 0, index - 1 != Int(parents[index]) else { return nil }
    var current = index - 1
    while parents[current] != parents[index] { current = Int(parents[current]) }
    return current
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
  public func descendantCount(of index: Int) -> Int { Int(subtreeCounts[index]) - 1 }

  /// How many comments are below `index`; stubs are not counted.
  ///
  /// - Complexity: O(log n) in the number of stubs.
  public func commentCount(below index: Int) -> Int {
    let entries = index + 1..<index + Int(subtreeCounts[index])
    guard !asides.isEmpty else { return entries.count }
    let first = asides.partitioningIndex { $0 >= Int32(entries.lowerBound) }
    let end = asides.partitioningIndex { $0 >= Int32(entries.upperBound) }
    return entries.count - (end - first)
  }

  /// How many comments answer `index` directly.
  ///
  /// - Complexity: O(number of direct replies).
  public func replyCount(of index: Int) -> Int {
    var replies = 0
    var next: Int? = subtreeCounts[index] > 1 ? index + 1 : nil
    while let reply = next {
      replies += 1
      next = nextSibling(of: reply)
    }
    return replies
  }
}
