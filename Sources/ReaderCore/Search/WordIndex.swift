import ArticleModel

/// Says which comments of a thread can hold a pattern, so that a search reads no others, and mostly none at all.
///
/// An inverted file: the different words of the thread, and for each the comments that have it. A pattern can begin and
/// end inside of a word, so the words are searched themselves, as one text: `hip` is in the comments that have `ship`
/// or `hips`. Lists of comments are kept as gaps in as few bytes as hold them (Zobel and Moffat, "Inverted Files for Text
/// Search Engines", 2006), long ones as a bit for each comment. It takes about a quarter of the size of the text.
public struct WordIndex: Sendable {
  /// What an index says about a pattern.
  struct Candidates {
    /// Comments that hold the pattern.
    var certain: CommentSet
    /// Comments that may hold it, and have to be read; none of the certain ones.
    var possible: CommentSet
  }

  /// The number of comments that were indexed.
  let count: Int
  /// The words in small letters, each with a line feed before it and behind it.
  let vocabulary: [UInt8]
  /// The place of each word in the vocabulary, and the place behind the last line feed.
  let starts: [Int]
  /// The lists of comments, one after the other.
  let lists: [UInt8]
  /// The beginning of each word's list, and the end of the last one.
  let listStarts: [Int]
  /// The comments some of whose words are not in the vocabulary: too long, or too many.
  let unlisted: CommentSet

  /// The bytes of a list that is a bit for each of some comments.
  static func bitmapSize(comments: Int) -> Int { (comments + 63) / 64 * 8 }

  /// The comments that hold a pattern; `nil` when words say nothing about it, as of punctuation.
  ///
  /// - Complexity: O(length of the vocabulary + comments that have the words).
  func candidates(for search: TextSearch) -> Candidates? {
    var pattern = search.pattern
    return pattern.withUTF8 { utf8 in
      var found: [UInt64]?
      var splitter = WordSplitter(utf8)
      var isWhole = false
      while let word = splitter.next() {
        // At an end of the pattern a word of the text may go on.
        let opens = word.range.lowerBound > 0 || word.standsAlone
        let closes = word.range.upperBound < utf8.count || word.standsAlone
        isWhole = !opens && !closes
        let comments = comments(with: utf8[word.range], opens: opens, closes: closes)
        found = found.map { zip($0, comments).map { $0 & $1 } } ?? comments
      }
      guard let found else { return nil }
      let listed = CommentSet(words: found)
      guard isWhole, search.foldsCase else {
        var possible = listed
        possible.insert(unlisted)
        return Candidates(certain: CommentSet(count: count), possible: possible)
      }
      var possible = unlisted
      possible.keep(listed, negated: true)
      return Candidates(certain: listed, possible: possible)
    }
  }

  /// A bit for each comment: whether it has one of the words that hold a part, or that begin or end with it.
  private func comments(with part: Slice<UnsafeBufferPointer<UInt8>>, opens: Bool, closes: Bool) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: (count + 63) / 64)
    let words = (opens ? [0x0A] : []) + part.map(WordSplitter.folded) + (closes ? [0x0A] : [])
    guard let search = TextSearch(String(decoding: words, as: UTF8.self)) else { return bits }
    bits.withUnsafeMutableBufferPointer { bits in
      vocabulary.withUnsafeBufferPointer { vocabulary in
        lists.withUnsafeBytes { lists in
          var word = 0
          var position = 0
          while let match = search.first(in: vocabulary, from: position, to: vocabulary.count) {
            // The line feed before a word is taken for a part of it.
            while starts[word + 1] - 1 <= Int(match.lower) { word += 1 }
            Self.set(lists[listStarts[word]..<listStarts[word + 1]], in: bits)
            position = starts[word + 1] - 1
          }
        }
      }
    }
    return bits
  }

  /// Sets the bits of the comments of a list.
  private static func set(_ list: Slice<UnsafeRawBufferPointer>, in bits: UnsafeMutableBufferPointer<UInt64>)
  {
    guard list.count < bits.count * 8 else {
      let words = UnsafeRawBufferPointer(rebasing: list)
      for place in bits.indices {
        bits[place] |= UInt64(littleEndian: words.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
      }
      return
    }
    var comment = -1
    var index = list.startIndex
    while index < list.endIndex {
      var byte = list[index]
      var gap = Int(byte & 0x7F)
      var shift = 7
      while byte >= 0x80 {
        index += 1
        byte = list[index]
        gap |= Int(byte & 0x7F) << shift
        shift += 7
      }
      index += 1
      comment += gap
      bits[comment >> 6] |= 1 << UInt64(comment & 63)
    }
  }
}
