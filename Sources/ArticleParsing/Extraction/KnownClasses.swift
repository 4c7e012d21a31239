/// What the class names and identifiers of a page say, each judged once.
struct KnownClasses {
  private var values = RepeatedValues()
  private var evidence = [ClassEvidence](repeating: ClassEvidence(), count: RepeatedValues.slots)

  /// What an attribute's value says.
  ///
  /// - Parameters:
  ///   - range: Where the value stands.
  ///   - bytes: The bytes of the page.
  /// - Returns: Its evidence.
  /// - Complexity: O(length).
  mutating func evidence(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> ClassEvidence {
    let (slot, isKnown) = values.find(range, in: bytes)
    if !isKnown {
      var found = ClassEvidence()
      found.add(UnsafeBufferPointer(rebasing: bytes[range]))
      evidence[slot] = found
    }
    return evidence[slot]
  }
}
