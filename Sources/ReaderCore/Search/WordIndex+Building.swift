import ArticleModel

extension WordIndex {
  /// Words that are longer stay out of the vocabulary: addresses, and what is no language.
  private static let longest = 48
  /// The most words: a hostile thread has only different ones.
  private static let most = 1 << 20

  /// Indexes the bodies of a thread.
  ///
  /// - Complexity: O(length of the bodies), about 6 ms a megabyte.
  public init(_ thread: CommentThread) { self.init(thread, most: Self.most) }

  /// Indexes the bodies of a thread with a limit to the number of different words.
  init(_ thread: CommentThread, most: Int) {
    var words = Vocabulary()
    var unlisted = CommentSet(count: thread.count)
    // The words of each comment, one comment after the other, a word of a comment once.
    var entries: [Int32] = []
    var ends: [Int] = []
    ends.reserveCapacity(thread.count)
    /// The last comment that had a word.
    var last: [Int32] = []
    for comment in 0..<thread.count {
      thread.withBody(of: comment) { utf8 in
        var splitter = WordSplitter(utf8)
        while let word = splitter.next() {
          guard word.range.count <= Self.longest,
            let number = words.number(of: word, in: utf8, adding: words.count < most)
          else {
            unlisted[comment] = true
            continue
          }
          if number == last.count { last.append(-1) }
          guard last[number] != comment else { continue }
          last[number] = Int32(comment)
          entries.append(Int32(number))
        }
      }
      ends.append(entries.count)
    }
    let (lists, listStarts) = Self.lists(entries, ends: ends, words: words.count)
    self.init(
      count: thread.count, vocabulary: words.text, starts: words.starts, lists: lists, listStarts: listStarts,
      unlisted: unlisted)
  }

  /// The comments of each word, from the words of each comment.
  private static func lists(_ entries: [Int32], ends: [Int], words: Int) -> (lists: [UInt8], starts: [Int]) {
    let bitmapSize = bitmapSize(comments: ends.count)
    // Bits are read many times as fast as gaps: they are worth four times the room.
    let isBitmap = { (size: Int) in size >= max(1, bitmapSize / 4) }
    var sizes = [Int](repeating: 0, count: words)
    visit(entries, ends: ends, words: words) { word, _, gap in sizes[word] += size(of: gap) }
    var starts = [0]
    starts.reserveCapacity(words + 1)
    for size in sizes { starts.append(starts[starts.count - 1] + (isBitmap(size) ? bitmapSize : size)) }
    var next = starts
    var lists = [UInt8](repeating: 0, count: starts[words])
    lists.withUnsafeMutableBufferPointer { lists in
      visit(entries, ends: ends, words: words) { word, comment, gap in
        guard !isBitmap(sizes[word]) else {
          lists[starts[word] + comment >> 3] |= 1 << UInt8(comment & 7)
          return
        }
        var rest = gap
        while rest >= 0x80 {
          lists[next[word]] = UInt8(rest & 0x7F) | 0x80
          next[word] += 1
          rest >>= 7
        }
        lists[next[word]] = UInt8(rest)
        next[word] += 1
      }
    }
    return (lists, starts)
  }

  /// Calls `look` for each word of each comment with the number of comments since the last one that has the word.
  private static func visit(
    _ entries: [Int32], ends: [Int], words: Int, _ look: (_ word: Int, _ comment: Int, _ gap: Int) -> Void
  ) {
    var last = [Int32](repeating: -1, count: words)
    var entry = 0
    for (comment, end) in ends.enumerated() {
      while entry < end {
        let word = Int(entries[entry])
        look(word, comment, comment - Int(last[word]))
        last[word] = Int32(comment)
        entry += 1
      }
    }
  }

  /// The bytes of a gap, seven bits each.
  private static func size(of gap: Int) -> Int { (gap.bitWidth - gap.leadingZeroBitCount + 6) / 7 }
}

/// The different words of a thread while they are collected: an open-addressing table over one text of them all.
private struct Vocabulary {
  private struct Slot {
    var hash: UInt32 = 0
    /// The number of the word, -1 in a free slot.
    var word: Int32 = -1
  }

  private var slots = Array(repeating: Slot(), count: 1 << 12)
  /// The words in small letters, each with a line feed before it and behind it.
  private(set) var text: [UInt8] = [0x0A]
  /// The place of each word, and the place behind the last line feed.
  private(set) var starts = [1]

  var count: Int { starts.count - 1 }

  /// The number of a word; one that is new gets the next number, or none.
  mutating func number(
    of word: WordSplitter.Word, in utf8: UnsafeBufferPointer<UInt8>, adding: Bool
  ) -> Int? {
    var position = Int(word.hash) & (slots.count - 1)
    while slots[position].word >= 0 {
      if slots[position].hash == word.hash, self.word(Int(slots[position].word), is: word.range, of: utf8) {
        return Int(slots[position].word)
      }
      position = (position + 1) & (slots.count - 1)
    }
    guard adding else { return nil }
    let number = count
    slots[position] = Slot(hash: word.hash, word: Int32(number))
    for place in word.range { text.append(WordSplitter.folded(utf8[place])) }
    text.append(0x0A)
    starts.append(text.count)
    if count * 4 > slots.count * 3 { grow() }
    return number
  }

  private func word(_ number: Int, is range: Range<Int>, of utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - 1 - start == range.count else { return false }
    for offset in 0..<range.count
    where text[start + offset] != WordSplitter.folded(utf8[range.lowerBound + offset]) { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 4)
    for slot in old where slot.word >= 0 {
      var position = Int(slot.hash) & (slots.count - 1)
      while slots[position].word >= 0 { position = (position + 1) & (slots.count - 1) }
      slots[position] = slot
    }
  }
}
