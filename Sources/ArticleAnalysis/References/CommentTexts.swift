import ArticleModel

/// The bodies of a thread's comments as stretches of one text.
struct CommentTexts {
  var utf8: [UInt8] { text.utf8 }
  private let text: RichText
  private let firstBlocks: [Int32]

  /// The bodies of a thread; those that are still encoded are decoded.
  init(_ thread: CommentThread) {
    guard case .decoded(let text, let firstBlocks) = thread.decoded().bodies else {
      text = RichText()
      self.firstBlocks = [0]
      return
    }
    self.text = text
    self.firstBlocks = firstBlocks
  }

  /// The blocks of a comment's body, with ranges in `utf8`.
  func blocks(of comment: Int) -> ArraySlice<Block> {
    guard comment + 1 < firstBlocks.count else { return [] }
    return text.blocks[Int(firstBlocks[comment])..<Int(firstBlocks[comment + 1])]
  }

  /// The body of a comment as a text of its own.
  func body(of comment: Int) -> RichText {
    guard comment + 1 < firstBlocks.count else { return RichText() }
    return text.extract(blocks: Int(firstBlocks[comment])..<Int(firstBlocks[comment + 1]))
  }

  /// Where a comment's body begins in `utf8`.
  func base(of comment: Int) -> Int { blocks(of: comment).first.map { Int($0.range.lower) } ?? 0 }
}
