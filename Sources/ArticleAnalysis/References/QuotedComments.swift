import ArticleModel

/// Finds which other comment a quoted stretch is from: first among those above, then among all.
struct QuotedComments {
  /// Words of a comment that quotes, and what they are from.
  struct Source {
    var comment: Int
    var range: TextRange
    var isExact: Bool
  }

  /// A stretch that is still looked for.
  struct Wanted {
    var comment: Int
    /// The words, in the comment's own body.
    var range: TextRange
    var isLine: Bool
    /// The folded words.
    var hashes: [UInt64]
    var weight: Float
  }

  let index: ArticleWordIndex
  private var aligner = PassageAligner()
  private var source = FoldedWords()

  /// The comments above that are searched.
  private static let levels = 12
  private static let longestBody = 600

  init(index: ArticleWordIndex) { self.index = index }

  /// The place in a comment above that a stretch repeats, or `nil`.
  ///
  /// - Complexity: O(lengths of the comments above), and of one alignment for each that is short.
  mutating func source(
    of stretch: Range<Int>, in words: FoldedWords, comment: Int, _ bodies: CommentTexts,
    _ thread: CommentThread
  ) -> Source? {
    guard words.weight(of: stretch) >= 1.3, stretch.count >= 2 else { return nil }
    var current = comment
    for _ in 0..<Self.levels {
      guard let above = thread.parent(of: current) else { return nil }
      current = above
      read(above, bodies)
      if let place = exactPlace(of: stretch, words) {
        return Source(
          comment: above, range: range(place..<place + stretch.count, above, bodies), isExact: true)
      }
      guard stretch.count >= PassageMatch.fewestAlteredWords, stretch.count <= 240,
        source.count <= Self.longestBody,
        let found = aligner.align(words, stretch, with: source, 0..<source.count)
      else { continue }
      if found.matched >= 4, found.weight >= words.weight(of: stretch) * 0.6 {
        return Source(comment: above, range: range(found.text, above, bodies), isExact: false)
      }
    }
    return nil
  }

  /// The earliest other comments that have the words of the stretches to the letter.
  ///
  /// - Complexity: O(length of all comments), once for all stretches.
  mutating func sources(of wanted: [Wanted], _ bodies: CommentTexts, count: Int) -> [Int: Source] {
    var byFirst = HashTable(room: wanted.count)
    var next = Array(repeating: Int32(-1), count: wanted.count)
    for position in wanted.indices.reversed() {
      let key = Self.key(wanted[position].hashes, 0)
      next[position] = byFirst[key]
      byFirst[key] = Int32(position)
    }
    var found: [Int: Source] = [:]
    for comment in 0..<count where found.count < wanted.count {
      read(comment, bodies)
      guard source.count >= 3 else { continue }
      for word in 0..<source.count - 2 {
        var candidate = byFirst[Self.key(source[word].hash, source[word + 1].hash, source[word + 2].hash)]
        var tried = 0
        while candidate >= 0, tried < 16 {
          let stretch = wanted[Int(candidate)]
          if found[Int(candidate)] == nil, stretch.comment != comment, isEqual(stretch.hashes, from: word) {
            found[Int(candidate)] = Source(
              comment: comment, range: range(word..<word + stretch.hashes.count, comment, bodies),
              isExact: true)
          }
          candidate = next[Int(candidate)]
          tried += 1
        }
      }
    }
    return found
  }

  private static func key(_ hashes: [UInt64], _ start: Int) -> UInt64 {
    key(hashes[start], hashes[start + 1], hashes[start + 2])
  }

  private static func key(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    var key = first &* 0x9E37_79B9_7F4A_7C15 ^ second
    key = key &* 0xBF58_476D_1CE4_E5B9 ^ third
    return (key ^ key >> 31) &* 0x94D0_49BB_1331_11EB
  }

  private func isEqual(_ hashes: [UInt64], from start: Int) -> Bool {
    start + hashes.count <= source.count
      && hashes.indices.allSatisfy { source[start + $0].hash == hashes[$0] }
  }

  private mutating func read(_ comment: Int, _ bodies: CommentTexts) {
    source.removeAll()
    for block in bodies.blocks(of: comment) where !block.range.isEmpty {
      source.append(bodies.utf8, block.range.indices)
    }
  }

  private func range(_ words: Range<Int>, _ comment: Int, _ bodies: CommentTexts) -> TextRange {
    source.range(of: words).shifted(by: -bodies.base(of: comment))
  }

  private func exactPlace(of stretch: Range<Int>, _ words: FoldedWords) -> Int? {
    guard source.count >= stretch.count, let first = stretch.first else { return nil }
    let wanted = words[first].hash
    for place in 0...(source.count - stretch.count) where source[place].hash == wanted {
      if stretch.allSatisfy({ source[place + $0 - first].hash == words[$0].hash }) { return place }
    }
    return nil
  }
}
