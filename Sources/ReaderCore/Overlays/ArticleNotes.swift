import ArticleLayout
import ArticleModel

/// The notes of a text, found from the marks in it that lead to them (`[3]`, `[a]`).
///
/// Readers of pages and Markdown write such marks whatever the source has; notes stand in blocks of their own, which begin
/// with the mark or are items of a numbered list.
struct ArticleNotes {
  private let body: RichText

  init(_ body: RichText) { self.body = body }

  /// The notes whose marks stand in some blocks, each once, in the order of the marks.
  ///
  /// - Complexity: O(length of those blocks + marks in them × blocks of the text).
  func notes(markedIn blocks: Range<Int>) -> [(mark: String, words: String)] {
    var found: [(mark: String, words: String)] = []
    for block in blocks.clamped(to: 0..<body.blocks.count) {
      for mark in marks(in: block) where !found.contains(where: { $0.mark == mark }) {
        if let words = note(mark, after: block) { found.append((mark, words)) }
      }
    }
    return found
  }

  /// The labels in brackets in a block; not one that begins it, which is the note itself.
  private func marks(in block: Int) -> [String] {
    let range = body.blocks[block].range.indices
    var marks: [String] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let mark = position > range.lowerBound ? label(at: position, in: range) : nil
      if let mark { marks.append(mark.text) }
      position = mark?.end ?? position + 1
    }
    return marks
  }

  /// The words of a note: of the last block that begins with its mark, else of the last item of its number.
  private func note(_ mark: String, after block: Int) -> String? {
    var item: String?
    for index in stride(from: body.blocks.count - 1, to: block, by: -1) {
      let range = body.blocks[index].range.indices
      if case .listItem(_, let ordinal?) = body.blocks[index].kind {
        if item == nil, ordinal == Int(mark) { item = words(in: range) }
      } else if let first = range.first, let found = label(at: first, in: range), found.text == mark {
        return words(in: found.end..<range.upperBound)
      }
    }
    return item
  }

  private func words(in range: Range<Int>) -> String {
    let start = range.first { body.utf8[$0] > 0x20 } ?? range.upperBound
    return String(decoding: body.utf8[start..<range.upperBound], as: UTF8.self)
  }

  /// The label of a mark that begins at a place, and where the mark ends: up to sixteen letters, digits or hyphens.
  private func label(at start: Int, in range: Range<Int>) -> (text: String, end: Int)? {
    guard body.utf8[start] == UInt8(ascii: "[") else { return nil }
    var position = start + 1
    while position < range.upperBound, position <= start + 16, Self.isOfLabel(body.utf8[position]) {
      position += 1
    }
    guard position > start + 1, position < range.upperBound, body.utf8[position] == UInt8(ascii: "]") else {
      return nil
    }
    return (String(decoding: body.utf8[start + 1..<position], as: UTF8.self), position + 1)
  }

  private static func isOfLabel(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
  }
}

extension ReaderState {
  /// The blocks of the article that are on screen.
  private var shownBlocks: Range<Int> {
    // Item 0 is the title.
    let first = max(0, article.top.item - 1)
    let last = article.flow.position(article.top, movedBy: article.rows - 1).item
    return first..<max(first, last)
  }

  /// The notes whose marks are on screen, for an overlay.
  func shownNotes() -> [String] {
    ArticleNotes(article.article.body).notes(markedIn: shownBlocks).flatMap {
      ["[\($0.mark)]", $0.words, ""]
    }
    .dropLast()
  }
}
