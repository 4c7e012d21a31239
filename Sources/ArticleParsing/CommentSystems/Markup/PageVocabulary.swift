import HTMLTree

/// The class words and identifiers of a page, so that patterns which cannot fit anything are told at once.
struct PageVocabulary {
  private var words: Set<UInt64> = []
  private var identifiers: Set<UInt64> = []
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
        let start = Int(attribute.start)
        let value = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(attribute.count)])
        if attribute.name == idNumber {
          identifiers.insert(WordHash.of(value))
          let stem = value.lastIndex { !ASCII.isDigit($0) } ?? -1
          if stem < value.count - 1 {
            identifiers.insert(WordHash.of(UnsafeBufferPointer(rebasing: value[...stem])))
          }
        } else {
          addWords(of: value)
        }
      }
    }
  }

  private mutating func addWords(of value: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < value.count {
      while position < value.count, value[position] <= 0x20 { position += 1 }
      let start = position
      while position < value.count, value[position] > 0x20 { position += 1 }
      if position > start {
        words.insert(WordHash.of(UnsafeBufferPointer(rebasing: value[start..<position])))
      }
    }
  }

  /// Whether an element of the page may fit the pattern; `false` is certain.
  func mayHave(_ pattern: ElementPattern) -> Bool {
    pattern.compounds.allSatisfy { compound in
      if let name = compound.name, document.number(ofName: name) == nil { return false }
      return compound.tests.allSatisfy { test in
        switch (test.attribute, test.comparison) {
        case ("class", .hasWord): words.contains(Self.hash(test.value))
        case ("id", .equals), ("id", .isNumbered): identifiers.contains(Self.hash(test.value))
        default: document.number(ofName: test.attribute) != nil
        }
      }
    }
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { WordHash.of($0) } }
}
