import HTMLTree

/// The class words and identifiers of a page, so that patterns which cannot fit anything are told at once.
struct PageVocabulary {
  private var words = WordSet()
  private var identifiers = WordSet()
  /// Where each class word and each identifier stands for the first time.
  private var wordRanges: [Range<Int>] = []
  private var identifierRanges: [Range<Int>] = []
  /// The first eight bytes of each of `wordRanges`, to be compared in one step.
  private var wordBeginnings: [UInt64] = []
  /// For each number of a name whether an attribute of the page has it.
  private var hasAttribute: [Bool]
  private let document: HTMLDocument

  /// Collects the words of a page.
  ///
  /// - Complexity: O(number of attributes and the length of classes and identifiers).
  init(_ document: HTMLDocument) {
    self.document = document
    let classNumber = document.number(ofName: "class")
    let idNumber = document.number(ofName: "id")
    hasAttribute = Array(repeating: false, count: 1024)
    var repeated = RepeatedValues()
    document.bytes.withUnsafeBufferPointer { bytes in
      for attribute in document.attributes {
        let number = Int(attribute.name)
        if number >= hasAttribute.count {
          hasAttribute += Array(repeating: false, count: number + 1024 - hasAttribute.count)
        }
        hasAttribute[number] = true
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
        case (.classes, .hasWordBeginning): hasWord(beginningWith: test)
        case (.classes, .contains): holds(test, among: wordRanges)
        case (.identifier, .equals), (.identifier, .isNumbered): identifiers.contains(test.hash)
        case (.identifier, .begins), (.identifier, .contains): holds(test, among: identifierRanges)
        default: isAnywhere(test)
        }
      }
    }
  }

  /// Whether any attribute of the page is as a test wants it.
  private func isAnywhere(_ test: ElementPattern.Test) -> Bool {
    guard let number = document.number(ofName: test.attribute), Int(number) < hasAttribute.count,
      hasAttribute[Int(number)]
    else { return false }
    return document.bytes.withUnsafeBufferPointer { bytes in
      test.value.withUnsafeBufferPointer { value in
        document.attributes.contains { attribute in
          guard attribute.name == number else { return false }
          let range = Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)
          return test.comparison.holds(UnsafeBufferPointer(rebasing: bytes[range]), value)
        }
      }
    }
  }

  private func hasWord(beginningWith test: ElementPattern.Test) -> Bool {
    let (wanted, mask) = test.value.withUnsafeBufferPointer {
      (Self.beginning(of: $0), $0.count < 8 ? (1 << UInt64($0.count * 8)) &- 1 : UInt64.max)
    }
    guard let first = wordBeginnings.firstIndex(where: { $0 & mask == wanted }) else { return false }
    return test.value.count <= 8 || holds(test, among: wordRanges[first...])
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
