/// The comments of a thread in the order in which it has them.
///
/// A thread in another order shares the comments with the one that it was arranged from: to copy 100,000 of them would
/// take longer than all the rest of arranging.
public struct ArrangedComments: RandomAccessCollection, Sendable {
  /// The comments as they came.
  @usableFromInline var stored: [Comment] = []
  /// The author of each of them, -1 where the source names none: what all comments are asked for at once takes a
  /// twentieth of the memory of the comments themselves.
  @usableFromInline var authors: [Int32] = []
  /// For each place the comment that stands there; `nil` for all as they came.
  @usableFromInline var order: [Int32]?

  /// Makes an empty list.
  init() {}

  /// The same comments, or some of them, in another order; these are as they came.
  func arranged(_ order: [Int32]) -> ArrangedComments {
    var result = self
    result.order = order
    return result
  }

  /// The first place.
  @inlinable public var startIndex: Int { 0 }

  /// The number of comments.
  @inlinable public var endIndex: Int { order?.count ?? stored.count }

  /// The comment at a place.
  @inlinable public subscript(index: Int) -> Comment {
    guard let order else { return stored[index] }
    return stored[Int(order[index])]
  }

  /// Looks at the comments in order, without copying them, until told to stop.
  ///
  /// - Parameter look: Gets the place and the comment; returns whether to go on.
  @inlinable public func visit(_ look: (Int, borrowing Comment) -> Bool) {
    stored.withUnsafeBufferPointer { stored in
      guard let order else {
        for index in stored.indices where !look(index, stored[index]) { return }
        return
      }
      for (place, index) in order.enumerated() where !look(place, stored[Int(index)]) { return }
    }
  }

  /// Looks at the authors of the comments in order: their numbers among the thread's names, -1 where the source names
  /// none.
  ///
  /// - Parameter look: Gets the place and the author.
  @inlinable public func visitAuthors(_ look: (Int, Int32) -> Void) {
    authors.withUnsafeBufferPointer { authors in
      guard let order else {
        for index in authors.indices { look(index, authors[index]) }
        return
      }
      for (place, index) in order.enumerated() { look(place, authors[Int(index)]) }
    }
  }

  /// Makes room for comments to come.
  mutating func reserveCapacity(_ capacity: Int) {
    stored.reserveCapacity(capacity)
    authors.reserveCapacity(capacity)
  }

  /// Appends a comment to comments that are as they came.
  mutating func append(_ comment: consuming Comment) {
    authors.append(comment.author ?? -1)
    stored.append(comment)
  }

  /// Changes a comment of comments that are as they came.
  mutating func update(_ index: Int, _ change: (inout Comment) -> Void) {
    change(&stored[index])
    authors[index] = stored[index].author ?? -1
  }
}
