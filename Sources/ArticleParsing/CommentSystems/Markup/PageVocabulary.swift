import HTMLTree

/// The class words and identifiers of a page, so that patterns which cannot fit anything are told at once.
struct PageVocabulary {
  private var words = WordSet()
  private var identifiers = WordSet()
  /// Where each class word and each identifier stands for the first time.
  private var wordRanges: [Range<Int>] = []
  private var identifierRanges: [Range<Int>] = []
  /// The first eight bytes of each of these, to be compared in one step.
  private var wordBeginnings: [UInt64] = []
  private var identifierBeginnings: [UInt64] = []
  /// For each number of a name the last attribute that has it, and for each attribute the one before it; -1 for none.
  private var lastAttributes: [Int32]
  private var attributesBefore: [Int32]
  private let document: HTMLDocument

  /// Collects the words of a page.
  ///
  /// - Complexity: O(number of attributes and the length of classes and identifiers).
  init(_ document: HTMLDocument) {
    self.document = document
    let classNumber = document.number(ofName: "class")
    let idNumber = document.number(ofName: "id")
    lastAttributes = Array(repeating: -1, count: 1024)
    attributesBefore = Array(repeating: -1, count: document.attributes.count)
    var repeated = RepeatedValues()
    document.bytes.withUnsafeBufferPointer { bytes in
      for index in document.attributes.indices {
        let attribute = document.attributes[index]
        let number = Int(attribute.name)
        if number >= lastAttributes.count {
          lastAttributes += Array(repeating: -1, count: number + 1024 - lastAttributes.count)
        }
        attributesBefore[index] = lastAttributes[number]
        lastAttributes[number] = Int32(truncatingIfNeeded: index)
        guard attribute.name == classNumber || attribute.name == idNumber else { continue }
        let range = Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)
        if attribute.name == idNumber {
          addIdentifier(range, in: bytes)
        } else if !repeated.find(range, in: bytes).isKnown {
          addWords(of: range, in: bytes)
        }
      }
    }
  }

  private mutating func addIdentifier(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let value = UnsafeBufferPointer(rebasing: bytes[range])
    guard identifiers.insert(WordHash.of(value)) else { return }
    identifierRanges.append(range)
    identifierBeginnings.append(Self.beginning(of: value))
    let stem = value.lastIndex { !ASCII.isDigit($0) } ?? -1
    if stem < value.count - 1 {
      _ = identifiers.insert(WordHash.of(UnsafeBufferPointer(rebasing: value[...stem])))
    }
  }

  private mutating func addWords(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var position = range.lowerBound
    while position < range.upperBound {
      while position < range.upperBound, bytes[position] <= 0x20 { position += 1 }
      let start = position
      while position < range.upperBound, bytes[position] > 0x20 { position += 1 }
      let word = UnsafeBufferPointer(rebasing: bytes[start..<position])
      if !word.isEmpty, words.insert(WordHash.of(word)) {
        wordRanges.append(start..<position)
        wordBeginnings.append(Self.beginning(of: word))
      }
    }
  }

  /// Whether an element of the page may fit the pattern; `false` is certain.
  ///
  /// - Complexity: O(number of class words or attributes).
  func mayHave(_ pattern: ElementPattern) -> Bool {
    pattern.compounds.allSatisfy { compound in
      if let name = compound.name, document.number(ofName: name) == nil { return false }
      return compound.tests.allSatisfy { test in
        switch (test.subject, test.comparison) {
        case (.classes, .hasWord): words.contains(test.hash)
        case (.classes, .hasWordBeginning): begins(with: test, among: wordRanges, wordBeginnings)
        case (.classes, .contains): holds(test, among: wordRanges)
        case (.identifier, .equals), (.identifier, .isNumbered): identifiers.contains(test.hash)
        case (.identifier, .begins): begins(with: test, among: identifierRanges, identifierBeginnings)
        case (.identifier, .contains): holds(test, among: identifierRanges)
        default: isAnywhere(test)
        }
      }
    }
  }

  /// Whether any attribute of the page is as a test wants it.
  private func isAnywhere(_ test: ElementPattern.Test) -> Bool {
    guard let number = document.number(ofName: test.attribute), Int(number) < lastAttributes.count
    else { return false }
    var index = Int(lastAttributes[Int(number)])
    if test.comparison == .present { return index >= 0 }
    return document.bytes.withUnsafeBufferPointer { bytes in
      test.value.withUnsafeBufferPointer { value in
        while index >= 0 {
          let start = Int(document.attributes[index].start)
          let range = start..<start + Int(document.attributes[index].count)
          if test.comparison.holds(UnsafeBufferPointer(rebasing: bytes[range]), value) { return true }
          index = Int(attributesBefore[index])
        }
        return false
      }
    }
  }

  /// Whether any of some words begins as a test wants it.
  private func begins(
    with test: ElementPattern.Test, among ranges: [Range<Int>], _ beginnings: [UInt64]
  ) -> Bool {
    let (wanted, mask) = test.value.withUnsafeBufferPointer {
      (Self.beginning(of: $0), $0.count < 8 ? (1 << UInt64($0.count * 8)) &- 1 : UInt64.max)
    }
    guard let first = beginnings.firstIndex(where: { $0 & mask == wanted }) else { return false }
    return test.value.count <= 8 || holds(test, among: ranges[first...])
  }

  /// The first eight bytes of a word as one number, the first byte the lowest; zeros for those it does not have.
  private static func beginning(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var result: UInt64 = 0
    for offset in 0..<min(8, word.count) { result |= UInt64(word[offset]) << UInt64(offset * 8) }
    return result
  }

  private func holds(_ test: ElementPattern.Test, among ranges: some Sequence<Range<Int>>) -> Bool {
    document.bytes.withUnsafeBufferPointer { bytes in
      test.value.withUnsafeBufferPointer { value in
        ranges.contains { test.comparison.holds(UnsafeBufferPointer(rebasing: bytes[$0]), value) }
      }
    }
  }
}
