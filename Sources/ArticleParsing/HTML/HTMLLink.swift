/// Decides which link targets are worth keeping.
enum HTMLLink {
  /// Whether a target can be followed from an article: an address or a relative path, no script and no inline data.
  static func isSafe(_ target: [UInt8]) -> Bool {
    let start = target.firstIndex { $0 > 0x20 } ?? target.endIndex
    guard start < target.endIndex else { return false }
    var scheme: [UInt8] = []
    for byte in target[start...].prefix(32) {
      if byte == UInt8(ascii: ":") { return schemes.contains(scheme) }
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      // Anything but a scheme's letters before the first colon makes the target relative. Browsers drop tabs and
      // newlines inside a scheme, so they must not end it here.
      if byte == 0x09 || byte == 0x0A || byte == 0x0D { continue }
      guard (0x61...0x7A).contains(lower) || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D
      else { return true }
      scheme.append(lower)
    }
    return true
  }

  private static let schemes: [[UInt8]] = ["http", "https", "mailto", "ftp", "gemini", "gopher", "tel"].map {
    Array($0.utf8)
  }

  /// A target as a full address, when the address of the page is known.
  static func resolve(_ target: String, base: String?) -> String {
    guard let base, let scheme = schemeMark(in: base), !target.isEmpty, !hasScheme(target) else {
      return target
    }
    let prefix = base[..<scheme.lowerBound]
    if target.hasPrefix("//") { return "\(prefix):\(target)" }
    let path = base[scheme.upperBound...].firstIndex(of: "/") ?? base.endIndex
    if target.hasPrefix("/") { return String(base[..<path]) + target }
    let pageEnd = base.firstIndex { $0 == "#" || $0 == "?" } ?? base.endIndex
    if target.hasPrefix("#") { return String(base[..<(base.firstIndex(of: "#") ?? base.endIndex)]) + target }
    if target.hasPrefix("?") { return String(base[..<pageEnd]) + target }
    guard path < pageEnd, let slash = base[path..<pageEnd].lastIndex(of: "/") else {
      return String(base[..<pageEnd]) + "/" + target
    }
    return String(base[...slash]) + target
  }

  private static func schemeMark(in address: String) -> Range<String.Index>? {
    guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else { return nil }
    return colon..<address.index(colon, offsetBy: 3)
  }

  private static func hasScheme(_ target: String) -> Bool {
    for byte in target.utf8 {
      if byte == UInt8(ascii: ":") { return true }
      guard
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D
      else { return false }
    }
    return false
  }
}
