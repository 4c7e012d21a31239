import ArticleModel

/// Names the parts of an article as exports do and turns byte ranges into block and scalar offsets.
struct ArticleLocator {
  /// A range as an export states it.
  struct Place {
    /// The index of the block.
    var block: Int
    /// The first scalar, counted from the block's beginning.
    var start: Int
    /// The scalar after the last.
    var end: Int
  }

  private let body: RichText
  private let scalars: ScalarIndex

  init(_ body: RichText) {
    self.body = body
    scalars = ScalarIndex(body.utf8)
  }

  /// The place of a range; `nil` when the text has no blocks.
  func place(of range: TextRange) -> Place? {
    guard let block = body.blockIndex(at: Int(range.lower)) else { return nil }
    let first = Int(body.blocks[block].range.lower)
    return Place(
      block: block, start: scalars.scalars(from: first, to: Int(range.lower)),
      end: scalars.scalars(from: first, to: Int(range.upper)))
  }

  static func block(_ index: Int) -> String { "b\(index + 1)" }

  static func speaker(_ index: Int) -> String { "s\(index + 1)" }

  static func quote(_ index: Int) -> String { "q\(index + 1)" }

  static func figure(_ index: Int) -> String { "f\(index + 1)" }

  /// The source's identifier of a comment, or its number in the thread.
  static func comment(_ index: Int, of thread: CommentThread) -> String {
    let id = thread.comments[index].id
    return id.isEmpty ? "c\(index + 1)" : id
  }
}
