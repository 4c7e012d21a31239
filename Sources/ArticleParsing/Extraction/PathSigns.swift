/// Parts of addresses that tell what a link leads to.
struct PathSigns {
  private let signs: [StaticString]

  /// Makes signs; each begins with a slash, in lower case.
  init(_ signs: [StaticString]) { self.signs = signs }

  /// Whether an address has one of the parts.
  ///
  /// - Complexity: O(length of the address + number of slashes × number of signs).
  func match(_ address: ArraySlice<UInt8>) -> Bool {
    address.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        if bytes[position] == UInt8(ascii: "/"),
          signs.contains(where: { ASCII.matches($0, in: bytes, at: position) })
        {
          return true
        }
        position += 1
      }
      return false
    }
  }
}
