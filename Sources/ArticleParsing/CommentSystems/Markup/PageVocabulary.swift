import HTMLTree

/// The class words and identifiers of a page, so that patterns which cannot fit anything are told at once.
struct PageVocabulary {
  private var words: Set<UInt64> = []
  private var identifiers: Set<UInt64> = []
  /// Where each class word and each identifier stands for the first time.
  private var wordRanges: [Range<Int>] = []
  private var identifierRanges: [Range<Int>] = []
  private let document: HTMLDocument

  /// Collects the words of a page.
  ///
  /// - Complexity: O(number of attributes and the length of classes and identifiers).
  init(_ document: HTMLDocument) {
    self.document = document
    let classNumber = document.number(ofName: "class")
    let idNumber = document.number(ofName: "id")
    document.bytes.withUnsafeBufferPointer { bytes in
      for attribute in document.attributes where attribute.name == classNumber || attribute.name == idNumber {
        let range = Int(attribute.start)..<Int(attribute.start) + Int(attribute.count)
        if attribute.name == idNumber {
          addIdentifier(range, in: bytes)
        } else {
          addWords(of: range, in: bytes)
        }
      }
    }
  }

  private mutating func addIdentifier(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    let value = UnsafeBufferPointer(rebasing: bytes[range])
    guard identifiers.insert(WordHash.of(value)).inserted else { return }
    identifierRanges.append(range)
    let stem = value.lastIndex { !ASCII.isDigit($0) } ?? -1
    if stem < value.count - 1 {
      identifiers.insert(WordHash.of(UnsafeBufferPointer(rebasing: value[...stem])))
    }
  }

  private mutating func addWords(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var position = range.lowerBound
    while position < range.upperBound {
      while position < range.upperBound, bytes[position] <= 0x20 { position += 1 }
      let start = position
      while position < range.upperBound, bytes[position] > 0x20 { position += 1 }
      let word = UnsafeBufferPointer(rebasing: bytes[start..<position])
      if !word.isEmpty, words.insert(WordHash.of(word)).inserted { wordRanges.append(start..<position) }
    }
  }

  /// Whether an element of the page may fit the pattern; `false` is certain.
  ///
  /// - Complexity: O(number of class words or attributes).
  func mayHave(_ pattern: ElementPattern) -> Bool {
    pattern.compounds.allSatisfy { compound in
      if let name = compound.name, document.number(ofName: name) == nil { return false }
      return compound.tests.allSatisfy { test in
        switch (test.attribute, test.comparison) {
        case ("class", .hasWord): words.contains(Self.hash(test.value))
        case ("class", .hasWordBeginning), ("class", .contains): holds(test, among: wordRanges)
        case ("id", .equals), ("id", .isNumbered): identifiers.contains(Self.hash(test.value))
        case ("id", .begins), ("id", .contains): holds(test, among: identifierRanges)
        default: isAnywhere(test)
        }
      }
    }
  }

  /// Whether any attribute of the page is as a test wants it.
  private func isAnywhere(_ test: ElementPattern.Test) -> Bool {
    guard let number = document.number(ofName: test.attribute) else { return false }
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

  private func holds(_ test: ElementPattern.Test, among ranges: [Range<Int>]) -> Bool {
    document.bytes.withUnsafeBufferPointer { bytes in
      test.value.withUnsafeBufferPointer { value in
        ranges.contains { test.comparison.holds(UnsafeBufferPointer(rebasing: bytes[$0]), value) }
      }
    }
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { WordHash.of($0) } }
}
