/// Parts of addresses that tell what a link leads to.
struct PathSigns {
  private let signs: [StaticString]
  /// For each byte whether it follows the slash of a sign, in upper or lower case.
  private var followsSlash = [Bool](repeating: false, count: 256)

  /// Makes signs; each begins with a slash, in lower case.
  init(_ signs: [StaticString]) {
    self.signs = signs
    for byte in UInt8.min...UInt8.max {
      followsSlash[Int(byte)] = signs.contains {
        $0.utf8CodeUnitCount > 1 && $0.utf8Start[1] == ASCII.lowercased(byte)
      }
    }
  }

  /// Whether an address has one of the parts.
  ///
  /// - Complexity: O(length of the address + number of slashes × number of signs).
  func match(_ address: ArraySlice<UInt8>) -> Bool {
    address.withUnsafeBufferPointer { bytes in
      var position = 0
      while position + 1 < bytes.count {
        if bytes[position] == UInt8(ascii: "/"), followsSlash[Int(bytes[position + 1])],
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
