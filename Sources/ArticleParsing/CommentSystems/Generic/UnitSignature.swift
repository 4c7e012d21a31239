/// By what the units of a repeated structure are told: element and the letters of a numbered identifier, or class words.
struct UnitSignature {
  /// Equal for elements of the same kind.
  private(set) var hash = WordHash.seed
  /// Whether anything but the element is known.
  private(set) var isNamed = false
  /// Whether the identifier is a word with a number, as comments have.
  private(set) var isNumbered = false

  /// The signature of an element.
  ///
  /// - Complexity: O(length of its class and identifier).
  init(_ node: Int, in document: HTMLDocument) {
    for byte in document.tag(node).rawValue.utf8 { hash = WordHash.add(byte, to: hash) }
    if let prefix = Self.numberedPrefix(document.attributeBytes("id", of: node)) {
      // Such identifiers are the same for all units; classes may tell their states.
      hash = (hash ^ prefix) &* 0x100_0000_01b3
      isNamed = true
      isNumbered = true
      return
    }
    var words: [UInt64] = []
    if let classes = document.attributeBytes("class", of: node) {
      classes.prefix(300).withUnsafeBufferPointer { bytes in
        var position = 0
        while position < bytes.count, words.count < 8 {
          while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
          let start = position
          while position < bytes.count, bytes[position] > 0x20 { position += 1 }
          if let word = Self.word(bytes, start..<position), !words.contains(word) { words.append(word) }
        }
      }
    }
    for word in words.sorted().prefix(4) {
      hash = (hash ^ word) &* 0x100_0000_01b3
      isNamed = true
    }
  }

  /// Adds the names of a part of the element, for an element that has none.
  mutating func take(_ part: UnitSignature) {
    hash = (hash ^ part.hash) &* 0x100_0000_01b3
    isNamed = part.isNamed
  }

  /// The hash of a class word without digits; `nil` for words that differ between units of one kind.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64? {
    guard !range.isEmpty, range.count < 60 else { return nil }
    let token = UnsafeBufferPointer(rebasing: bytes[range])
    for part in varying where ASCII.find(part, in: token) != nil { return nil }
    var hash = WordHash.seed
    var count = 0
    for byte in token where !ASCII.isDigit(byte) && byte != 0x2D && byte != 0x5F {
      hash = WordHash.add(ASCII.lowercased(byte), to: hash)
      count += 1
    }
    return count == 0 || states.contains(hash) ? nil : hash
  }

  /// The letters before the number of an identifier like `comment-123`, `c_ab12cd`, `dsq-comment-7`.
  private static func numberedPrefix(_ identifier: ArraySlice<UInt8>?) -> UInt64? {
    guard let identifier, (2...60).contains(identifier.count), let first = identifier.first,
      ASCII.isLetter(first)
    else { return nil }
    var hash = WordHash.seed
    var digits = 0
    var letters = 0
    for byte in identifier {
      if ASCII.isDigit(byte) {
        digits += 1
      } else if digits == 0, ASCII.isLetter(byte) || byte == 0x2D || byte == 0x5F || byte == 0x3A {
        hash = WordHash.add(ASCII.lowercased(byte), to: hash)
        letters += 1
      } else if !ASCII.isLetter(byte), byte != 0x5F, byte != 0x2D {
        return nil
      }
    }
    return digits > 0 && letters <= 30 ? hash : nil
  }

  private static let varying: [StaticString] = [
    "depth", "level", "thread-", "comment-author", "role", "group-", "status-", "user-", "-of-", "--",
    "recommended", "toplevel", "indented",
  ]

  private static let states: Set<UInt64> = Set(
    [
      "odd", "even", "alt", "first", "last", "parent", "byuser", "bypostauthor", "active", "hidden",
      "clearfix",
      "cf", "new", "op", "collapsed", "expanded", "noncollapsed", "selected", "highlighted", "alternate",
    ].map { WordHash.of($0) })
}
