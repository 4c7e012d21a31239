/// A 64-bit hash (FNV-1a) by which words are known again: equal words have equal fingerprints, on every machine.
public struct Fingerprint: Hashable, Sendable, Comparable {
  /// The hash.
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of nothing.
  public init() {}

  /// The fingerprint with a hash that was computed before.
  public init(value: UInt64) { self.value = value }

  /// Takes in bytes.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Whether `lhs` has the smaller hash.
  public static func < (lhs: Fingerprint, rhs: Fingerprint) -> Bool { lhs.value < rhs.value }
}

extension CommentThread {
  /// What every comment is known by at the next visit: its identifier, else its author and words.
  ///
  /// - Complexity: O(number of comments), or O(length of the bodies) where the source gives no identifiers.
  public func fingerprints() -> [Fingerprint] {
    comments.indices.map { index in
      var fingerprint = Fingerprint()
      if comments[index].id.isEmpty {
        fingerprint.add((author(of: index) ?? "").utf8)
        fingerprint.add([0])
        fingerprint.add(body(of: index).utf8)
      } else {
        fingerprint.add([1])
        fingerprint.add(comments[index].id.utf8)
      }
      // Further discussions may use the same identifiers.
      if let section = sectionIndex(of: index), section > 0 {
        fingerprint.add([2])
        fingerprint.add((sections[section].source.commentSystem ?? "").utf8)
        fingerprint.add(sections[section].title.utf8)
      }
      return fingerprint
    }
  }
}

extension RichText {
  /// What every block is known by in another version of the text: its words.
  ///
  /// - Complexity: O(length of the text).
  public func blockFingerprints() -> [Fingerprint] {
    blocks.map { block in
      var fingerprint = Fingerprint()
      fingerprint.add(utf8[block.range.indices])
      return fingerprint
    }
  }
}

/// What the blocks and comments of an article are known by; computed once, away from the screen.
public struct ArticleFingerprints: Hashable, Sendable {
  /// The blocks of the body, in order.
  public var blocks: [Fingerprint]
  /// The comments, in pre-order.
  public var comments: [Fingerprint]

  /// Computes them.
  ///
  /// - Complexity: O(length of the article and, without identifiers, of its comments).
  public init(_ article: Article) {
    blocks = article.body.blockFingerprints()
    comments = article.thread?.fingerprints() ?? []
  }
}
