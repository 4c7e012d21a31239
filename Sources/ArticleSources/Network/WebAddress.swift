/// An http or https address, taken apart.
///
/// Everything but letters that may stand in an address is percent-encoded, so that no address ever breaks a request or
/// a line on the screen. Credentials are kept apart: they are sent, and never shown or stored.
public struct WebAddress: Hashable, Sendable {
  /// The schemes that are fetched.
  public enum Scheme: String, Hashable, Sendable {
    case http, https
  }

  /// The scheme.
  public var scheme: Scheme
  /// `name:password` as the user typed it, decoded; `nil` when none was given.
  public var credentials: String?
  /// The host in lower case; an IPv6 address is in brackets.
  public var host: String
  /// The port when it is not the scheme's usual one.
  public var port: Int?
  /// The path, which begins with `/`, and the query with its `?`; percent-encoded.
  public var path: String
  /// The part behind `#`, which is never sent.
  public var fragment: String?

  /// Reads an address; `nil` when it is none that could be fetched.
  public init?(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  private init?(utf8 source: [UInt8]) {
    let bytes = Self.trimmed(source)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      let scheme = Scheme(rawValue: String(decoding: bytes[..<colon], as: UTF8.self).lowercased())
    else { return nil }
    var rest = bytes[(colon + 1)...]
    guard rest.count > 2, Self.isSlash(rest[rest.startIndex]), Self.isSlash(rest[rest.startIndex + 1]) else {
      return nil
    }
    rest = rest.dropFirst(2)
    let authorityEnd = rest.firstIndex { Self.isSlash($0) || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
    var authority = rest[..<authorityEnd]
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      credentials = Self.decoded(authority[..<at])
      authority = authority[(at + 1)...]
    }
    guard let (host, port) = Self.hostAndPort(authority) else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port == (scheme == .http ? 80 : 443) ? nil : port
    (path, fragment) = Self.pathAndFragment(rest[authorityEnd...])
  }

  /// The address as it is shown, stored and compared: without credentials.
  public var text: String { textWithoutFragment + (fragment.map { "#" + $0 } ?? "") }

  /// The address as it is asked for.
  public var textWithoutFragment: String {
    "\(scheme.rawValue)://\(host)\(port.map { ":\($0)" } ?? "")\(path)"
  }

  /// The port that is connected to.
  public var effectivePort: Int { port ?? (scheme == .http ? 80 : 443) }

  /// Whether two addresses belong to the same server: same host and port.
  public func isSameServer(as other: WebAddress) -> Bool {
    host == other.host && effectivePort == other.effectivePort
  }

  /// The path without the query.
  public var pathWithoutQuery: Substring { path.prefix { $0 != "?" } }

  /// The parts of the path between slashes, empty ones left out.
  public var pathParts: [Substring] { pathWithoutQuery.split(separator: "/") }

  /// The value of a parameter of the query, decoded.
  public func parameter(_ name: String) -> String? {
    guard let mark = path.firstIndex(of: "?") else { return nil }
    for pair in path[path.index(after: mark)...].split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      if let key = sides.first, key == name {
        return Self.decoded(Array((sides.count > 1 ? sides[1] : "").utf8)[...])
      }
    }
    return nil
  }

  /// The same server with another path, which may have a query.
  public func with(path: String) -> WebAddress {
    var copy = self
    (copy.path, copy.fragment) = Self.pathAndFragment(Array(path.utf8)[...])
    return copy
  }

  // MARK: Parts

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  /// Without white space at the ends and without tabs and newlines inside, as browsers read addresses.
  private static func trimmed(_ source: [UInt8]) -> [UInt8] {
    var bytes = source.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    return Array(bytes[start...])
  }

  private static func hostAndPort(_ authority: ArraySlice<UInt8>) -> (String, Int?)? {
    var host = authority
    var port: Int?
    let bracket = authority.lastIndex(of: UInt8(ascii: "]"))
    if let colon = authority.lastIndex(of: UInt8(ascii: ":")), colon > bracket ?? -1 {
      let digits = authority[(colon + 1)...]
      host = authority[..<colon]
      if !digits.isEmpty {
        guard digits.count <= 5, let number = Int(String(decoding: digits, as: UTF8.self)),
          (1...65_535).contains(number)
        else { return nil }
        port = number
      }
    }
    var name = String(decoding: host, as: UTF8.self).lowercased()
    while name.hasSuffix(".") { name.removeLast() }
    guard !name.isEmpty, name.utf8.count <= 253 else { return nil }
    let isBracketed = name.hasPrefix("[") && name.hasSuffix("]")
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", ".", "-", "_": continue
      case "[", "]", ":": guard isBracketed else { return nil }
      default:
        // Names in other scripts are left to the resolver; controls and marks of direction are no names.
        guard scalar.value >= 0xA1, scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        else { return nil }
      }
    }
    return (name, port)
  }

  private static func pathAndFragment(_ bytes: ArraySlice<UInt8>) -> (String, String?) {
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let body = bytes[..<(hash ?? bytes.endIndex)]
    let query = body.firstIndex(of: UInt8(ascii: "?")) ?? body.endIndex
    let path = withoutDots(
      encoded(body[..<query].map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }[...]))
    return (path + encoded(body[query...]), hash.map { encoded(bytes[($0 + 1)...]) })
  }

  /// Percent-encodes what may not stand in an address.
  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      let isPlain: Bool
      switch byte {
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: isPlain = true
      default: isPlain = false
      }
      if isPlain {
        result.append(byte)
      } else {
        result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A value for a query, everything but letters and digits percent-encoded.
  public static func encodedForQuery(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: result.append(byte)
      default: result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if bytes[position] == 0x25, position + 2 < bytes.endIndex,
        let value = UInt8(String(decoding: bytes[position + 1...position + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        position += 3
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Takes `.` and `..` out of a path (RFC 3986, 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path.isEmpty ? "/" : withoutDots("/" + path) }
    guard path.contains("/.") else { return path }
    var parts: [Substring] = []
    let all = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      switch part {
      case ".": if isLast { parts.append("") }
      case "..":
        if !parts.isEmpty { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension WebAddress {
  /// The address that a link or a redirect means; `nil` when it is none that could be fetched.
  ///
  /// Credentials do not carry over to another server (RFC 3986, 5.2; RFC 9110, 15.4).
  public func resolve(_ reference: String) -> WebAddress? {
    let trimmed = Array(reference.utf8).filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let text = String(decoding: trimmed.drop { $0 <= 0x20 }, as: UTF8.self)
    if text.isEmpty { return self }
    if text.hasPrefix("//") || text.hasPrefix("\\\\") {
      return WebAddress("\(scheme.rawValue)://\(text.dropFirst(2))").map { keepingCredentials(in: $0) }
    }
    if let colon = text.firstIndex(of: ":"), Self.isScheme(text[..<colon]) {
      return WebAddress(text).map { keepingCredentials(in: $0) }
    }
    if text.hasPrefix("#") {
      var copy = self
      copy.fragment = with(path: path + text).fragment
      return copy
    }
    if text.hasPrefix("?") { return with(path: pathWithoutQuery + text) }
    if text.hasPrefix("/") || text.hasPrefix("\\") { return with(path: text) }
    let folder = pathWithoutQuery.lastIndex(of: "/").map { pathWithoutQuery[...$0] } ?? "/"
    return with(path: folder + text)
  }

  private func keepingCredentials(in other: WebAddress) -> WebAddress {
    var copy = other
    copy.credentials = isSameServer(as: other) && scheme == other.scheme ? credentials : nil
    return copy
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D
        || $0 == 0x2E
    }
  }

  /// What two addresses of the same article have in common: without scheme, `www.`, fragment, final slash and the
  /// parameters that count visitors.
  public var comparisonKey: String {
    var name = host
    for prefix in ["www.", "m.", "amp."] where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    var key = name + (port.map { ":\($0)" } ?? "")
    var plain = pathWithoutQuery
    while plain.hasSuffix("/") { plain.removeLast() }
    key += plain
    if let mark = path.firstIndex(of: "?") {
      let kept = path[path.index(after: mark)...].split(separator: "&").filter { !Self.isTracking($0) }
      if !kept.isEmpty { key += "?" + kept.joined(separator: "&") }
    }
    return key
  }

  private static func isTracking(_ pair: Substring) -> Bool {
    let name = pair.prefix { $0 != "=" }.lowercased()
    if name.hasPrefix("utm_") { return true }
    switch name {
    case "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "ref_src", "cmpid", "ocid",
      "yclid",
      "_hsenc", "_hsmi", "share", "smid", "smtyp":
      return true
    default: return false
    }
  }
}
