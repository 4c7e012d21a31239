import Glibc

/// The numeric address of a host, as connections are made to it.
///
/// Decides whether an address is on the public internet. A page must not be able to make a reader's machine talk to
/// the machines beside it, so everything else is refused unless the user typed it. Ranges: IANA special-purpose address
/// registries (RFC 6890 and its updates).
struct NetworkAddress: Hashable, Sendable {
  /// 4 or 16 bytes in network order.
  let bytes: [UInt8]

  init?(_ bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Whether machines anywhere may be meant by it.
  var isPublic: Bool { bytes.count == 4 ? Self.isPublic(v4: bytes[...]) : isPublicV6 }

  private static func isPublic(v4: ArraySlice<UInt8>) -> Bool {
    let address = v4.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    for (network, length) in reserved where (address ^ network) >> UInt32(32 - length) == 0 { return false }
    return true
  }

  /// Networks by their first address and the length of their prefix.
  private static let reserved: [(UInt32, Int)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
    (0xAC10_0000, 12),
    (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16), (0xC612_0000, 15),
    (0xC633_6400, 24),
    (0xCB00_7100, 24), (0xE000_0000, 3),
  ]

  private var isPublicV6: Bool {
    // Addresses that carry an IPv4 address are what that one is: mapped, translated (NAT64), and 6to4.
    if bytes[..<10].allSatisfy({ $0 == 0 }) {
      let mark = (bytes[10], bytes[11])
      return mark == (0xFF, 0xFF) && Self.isPublic(v4: bytes[12...])
    }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) {
      return bytes[4..<12].allSatisfy { $0 == 0 } && Self.isPublic(v4: bytes[12...])
    }
    if bytes.starts(with: [0x20, 0x02]) { return Self.isPublic(v4: bytes[2..<6]) }
    // Of the rest, only 2000::/3 is given out; documentation and benchmarking networks are cut out of it.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    let isSpecial =
      bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
      || bytes.starts(with: [0x20, 0x01, 0x00])
        && bytes[3] <= 0x02
      || bytes.starts(with: [0x3F, 0xFF, 0x00])
    return !isSpecial
  }
}

extension NetworkAddress {
  /// Reads a host that is a number: `192.0.2.1` and its older spellings (`0x7f.1`, `2130706433`), or `[::1]`.
  init?(host: String) {
    if host.hasPrefix("["), host.hasSuffix("]") {
      var address = in6_addr()
      guard inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1 else { return nil }
      self.init(withUnsafeBytes(of: &address) { Array($0) })
    } else {
      var address = in_addr()
      guard inet_aton(host, &address) != 0 else { return nil }
      self.init(withUnsafeBytes(of: &address) { Array($0) })
    }
  }
}
