/// Puts comments that know their parents into the order of a thread: each before its replies, siblings as they came.
struct ThreadArrangement {
  /// The comments in pre-order, each with its depth.
  private(set) var order: [(index: Int, depth: Int)] = []
  /// For each comment whether another answers it.
  private(set) var hasReplies: [Bool]

  /// Arranges comments.
  ///
  /// - Parameter parents: For each comment the index of the one it answers, or -1; it may come later in the list. Where
  ///   comments answer each other in a circle, the first of them stands at top level.
  /// - Complexity: O(number of comments).
  init(parents: [Int]) {
    let count = parents.count
    hasReplies = Array(repeating: false, count: count)
    order.reserveCapacity(count)
    var firstChild = [Int](repeating: -1, count: count)
    var nextSibling = firstChild
    for index in parents.indices.reversed() {
      let parent = parents[index]
      guard parents.indices.contains(parent), parent != index else { continue }
      nextSibling[index] = firstChild[parent]
      firstChild[parent] = index
      hasReplies[parent] = true
    }
    var isPlaced = [Bool](repeating: false, count: count)
    for root in parents.indices where !parents.indices.contains(parents[root]) || parents[root] == root {
      place(root, firstChild, nextSibling, &isPlaced)
    }
    for index in parents.indices where !isPlaced[index] { place(index, firstChild, nextSibling, &isPlaced) }
  }

  private mutating func place(
    _ root: Int, _ firstChild: [Int], _ nextSibling: [Int], _ isPlaced: inout [Bool]
  ) {
    isPlaced[root] = true
    order.append((root, 0))
    // The children still to be placed of each open comment, outermost first.
    var open = [firstChild[root]]
    while let next = open.last {
      guard next >= 0 else {
        open.removeLast()
        continue
      }
      open[open.count - 1] = nextSibling[next]
      guard !isPlaced[next] else { continue }
      isPlaced[next] = true
      order.append((next, open.count))
      open.append(firstChild[next])
    }
  }
}
