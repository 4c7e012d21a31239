import HTMLTree

/// Undoes one layer of character references.
enum CharacterReferences {
  /// The text with its references resolved.
  ///
  /// - Complexity: O(number of bytes).
  static func resolved(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      guard text[position] == 0x26, let reference = CharacterReference(at: position, in: text) else {
        output.append(text[position])
        position += 1
        continue
      }
      output.append(contentsOf: String(reference.first).utf8)
      if let second = reference.second { output.append(contentsOf: String(second).utf8) }
      position += reference.length
    }
    return output
  }
}
