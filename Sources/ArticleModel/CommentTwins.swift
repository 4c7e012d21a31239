/// The comments of a thread that another thread has too: a saved page and the interface of its site, say.
///
/// Two comments are the same when their authors and times agree, and either their identifiers and words are equal, or
/// their words are and are more than a phrase that anybody might repeat. Bodies are looked at only where one of these
/// is possible, so threads of different sites cost next to nothing.
struct CommentTwins {
  /// Fewer letters and digits than these may well be written twice, as in "Thank you!".
  private static let leastLetters = 24
  /// Pages print times in zones that they do not name: such times differ by this many seconds at most.
  private static let zoneDifference: Int64 = 26 * 3600

  /// A comment that may be met again.
  private struct Known {
    let place: Int
    let comment: Comment
    let author: String?
    let words: Fingerprint
    let letters: Int
  }

  private var known: [Known] = []
  private var places: [Fingerprint: [Int]] = [:]
  private var authors: Set<String> = []
  private var ids: Set<String> = []

  /// Takes in the comments of a thread that stay in their places.
  ///
  /// - Parameters:
  ///   - thread: The thread.
  ///   - others: The threads that are compared with it; what cannot be in them is left out.
  ///   - place: What a comment's index is told as when it is found; `nil` leaves it out.
  mutating func add(_ thread: CommentThread, comparedWith others: [CommentThread], place: (Int) -> Int?) {
    let names = Set(others.flatMap { $0.authors.map(Self.folded) })
    var identifiers: Set<String> = []
    for other in others {
      for comment in other.comments where !comment.id.isEmpty { identifiers.insert(comment.id) }
    }
    let folded = thread.authors.map(Self.folded)
    for (index, comment) in thread.comments.enumerated() where comment.isComment {
      let author = comment.author.flatMap { folded.indices.contains(Int($0)) ? folded[Int($0)] : nil }
      let isKnownByID = identifiers.contains(comment.id)
      guard isKnownByID || author.map(names.contains) ?? false, let place = place(index) else { continue }
      let (words, letters) = Self.words(of: thread.body(of: index))
      known.append(Known(place: place, comment: comment, author: author, words: words, letters: letters))
      if isKnownByID {
        places[Self.key(id: comment.id), default: []].append(known.count - 1)
        ids.insert(comment.id)
      }
      if let author {
        places[Self.key(author: author, words), default: []].append(known.count - 1)
        authors.insert(author)
      }
    }
  }

  /// The places of the comments of a thread among those that were taken in, -1 for one that is not among them.
  ///
  /// No two comments of the thread are the same one.
  ///
  /// - Complexity: O(comments + length of the bodies that are looked at).
  func places(of thread: CommentThread) -> [Int] {
    var result = [Int](repeating: -1, count: thread.count)
    guard !known.isEmpty else { return result }
    var taken = [Bool](repeating: false, count: known.count)
    // How many of the entries under a key are taken: the same words of one author, again and again, stay linear.
    var skipped: [Fingerprint: Int] = [:]
    let folded = thread.authors.map(Self.folded)
    for (index, comment) in thread.comments.enumerated() where comment.isComment {
      let author = comment.author.flatMap { folded.indices.contains(Int($0)) ? folded[Int($0)] : nil }
      guard ids.contains(comment.id) || author.map(authors.contains) ?? false else { continue }
      let (words, letters) = Self.words(of: thread.body(of: index))
      let other = Known(place: index, comment: comment, author: author, words: words, letters: letters)
      var keys: [Fingerprint] = comment.id.isEmpty ? [] : [Self.key(id: comment.id)]
      if let author, letters >= Self.leastLetters { keys.append(Self.key(author: author, words)) }
      search: for (number, key) in keys.enumerated() {
        guard let list = places[key] else { continue }
        let isByID = number == 0 && !comment.id.isEmpty
        var start = skipped[key] ?? 0
        while start < list.count, taken[list[start]] { start += 1 }
        skipped[key] = start
        // A few are enough: more have the same author, words and time.
        for candidate in list[start..<min(list.count, start + 8)] where !taken[candidate] {
          guard Self.agree(known[candidate], other, byID: isByID) else { continue }
          taken[candidate] = true
          result[index] = known[candidate].place
          break search
        }
      }
    }
    return result
  }

  private static func agree(_ one: Known, _ other: Known, byID: Bool) -> Bool {
    let isGone = !one.comment.flags.union(other.comment.flags).isDisjoint(with: [
      .deleted, .removed, .flagged,
    ])
    guard one.author == other.author || (byID && isGone && (one.author == nil || other.author == nil)) else {
      return false
    }
    if let first = one.comment.posted, let second = other.comment.posted {
      let difference = first.seconds.subtractingReportingOverflow(second.seconds)
      guard !difference.overflow, abs(difference.partialValue) <= zoneDifference else { return false }
    }
    guard byID else { return true }
    let isCut = one.comment.flags.union(other.comment.flags).contains(.truncated)
    return one.words == other.words || isGone || isCut
  }

  private static func folded(_ name: String) -> String { name.lowercased() }

  private static func key(id: String) -> Fingerprint {
    var key = Fingerprint()
    key.add([1])
    key.add(id.utf8)
    return key
  }

  private static func key(author: String, _ words: Fingerprint) -> Fingerprint {
    var key = words
    key.add([0])
    key.add(author.utf8)
    return key
  }

  /// The letters and digits of a text, and how many bytes they have: spaces and marks differ between a page and an
  /// interface.
  private static func words(of text: RichText) -> (Fingerprint, letters: Int) {
    var words = Fingerprint()
    var letters = 0
    for byte in text.utf8 {
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard folded >= 0x80 || (0x61...0x7A).contains(folded) || (0x30...0x39).contains(folded) else {
        continue
      }
      words.add(CollectionOfOne(folded))
      letters += 1
    }
    return (words, letters)
  }
}
