/// The words of all comments of a thread, decoded when asked for.
///
/// A thread of 100,000 comments opens in the time of one scan because a reader looks at few of them: a source may
/// leave the bodies in their file format and hand over a decoder. `decoded()` turns such bodies into plain ones.
public enum CommentBodies: Sendable {
  /// Bodies in one text; comment `i` owns the blocks `firstBlocks[i]..<firstBlocks[i + 1]` of it.
  ///
  /// `firstBlocks` has one entry more than there are comments.
  case decoded(RichText, firstBlocks: [Int32])
  /// Bodies still in the source's format; comment `i` is `ranges[i]` of `source`.
  case encoded(any CommentBodySource)

  /// No bodies at all.
  public static var none: CommentBodies { .decoded(RichText(), firstBlocks: [0]) }
}

/// Bodies that are still in their source's format.
public protocol CommentBodySource: Sendable {
  /// The number of comments.
  var count: Int { get }

  /// The body of the comment at `index`, as a text of its own.
  ///
  /// Clean as `RichText` demands; never fails: what cannot be decoded is left out or marked with U+FFFD.
  ///
  /// - Complexity: O(length of the body).
  func body(at index: Int) -> RichText
}

extension RichText {
  /// The blocks `range` of this text as a text of its own, offsets counted from the first of them.
  ///
  /// - Complexity: O(length of the blocks + log n in the number of inlines).
  public func extract(blocks range: Range<Int>) -> RichText {
    guard let first = range.first, let last = range.last else { return RichText() }
    let start = Int(blocks[first].range.lower)
    let bytes = TextRange(start, Int(blocks[last].range.upper))
    var result = RichText(utf8: Array(utf8[bytes.indices]))
    for block in blocks[range] {
      var copy = block
      copy.range = block.range.shifted(by: -start)
      switch block.kind {
      case .table(let index):
        copy.kind = .table(result.tables.count)
        var table = tables[index]
        table.rows = table.rows.map { $0.map { $0.shifted(by: -start) } }
        result.tables.append(table)
      case .picture(let index):
        copy.kind = .picture(result.pictures.count)
        result.pictures.append(pictures[index])
      default: break
      }
      result.blocks.append(copy)
    }
    var position = inlines.partitioningIndex { $0.range.lower >= bytes.lower }
    while position < inlines.count, inlines[position].range.lower < bytes.upper {
      var copy = inlines[position]
      copy.range = copy.range.shifted(by: -start)
      if case .link(let target) = copy.kind {
        copy.kind = .link(result.linkTargets.count)
        result.linkTargets.append(linkTargets[target])
      }
      result.inlines.append(copy)
      position += 1
    }
    return result
  }

  /// Appends `other` after a newline, as the next blocks of this text; a text without blocks adds nothing.
  ///
  /// - Complexity: O(length of `other`).
  public mutating func append(_ other: RichText) {
    guard !other.blocks.isEmpty else { return }
    if !blocks.isEmpty { utf8.append(0x0A) }
    let start = utf8.count
    utf8.append(contentsOf: other.utf8)
    for block in other.blocks {
      var copy = block
      copy.range = block.range.shifted(by: start)
      switch block.kind {
      case .table(let index): copy.kind = .table(index + tables.count)
      case .picture(let index): copy.kind = .picture(index + pictures.count)
      default: break
      }
      blocks.append(copy)
    }
    for inline in other.inlines {
      var copy = inline
      copy.range = inline.range.shifted(by: start)
      if case .link(let index) = inline.kind { copy.kind = .link(index + linkTargets.count) }
      inlines.append(copy)
    }
    for table in other.tables {
      var copy = table
      copy.rows = table.rows.map { $0.map { $0.shifted(by: start) } }
      tables.append(copy)
    }
    linkTargets.append(contentsOf: other.linkTargets)
    pictures.append(contentsOf: other.pictures)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies `predicate`, in a collection where all that do stand last.
  ///
  /// - Complexity: O(log n).
  @inlinable
  public func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
