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

  /// A stretch of a comment's body as a text of its own, which begins where the stretch does.
  func text(in range: TextRange, of comment: Int) -> RichText {
    var part = RichText()
    part.utf8 = Array(utf8[range.indices])
    for block in blocks(of: comment) where block.range.overlaps(range) {
      var block = block
      block.range = TextRange(
        Int(max(block.range.lower, range.lower) - range.lower),
        Int(min(block.range.upper, range.upper) - range.lower))
      part.blocks.append(block)
    }
    return part
  }

  /// Where a comment's body begins in `utf8`.
  func base(of comment: Int) -> Int { blocks(of: comment).first.map { Int($0.range.lower) } ?? 0 }
}
