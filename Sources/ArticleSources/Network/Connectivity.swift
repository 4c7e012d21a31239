import Glibc

/// Whether the machine has a network at all, so that a machine without one is told at once and not after a timeout.
enum Connectivity {
  /// Whether any interface but the loopback one is up and has an address.
  static var isOnline: Bool {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return true }
    defer { freeifaddrs(first) }
    var next = first
    while let interface = next {
      defer { next = interface.pointee.ifa_next }
      let flags = Int32(bitPattern: interface.pointee.ifa_flags)
      guard let address = interface.pointee.ifa_addr, flags & Int32(IFF_UP) != 0,
        flags & Int32(IFF_LOOPBACK) == 0
      else { continue }
      switch Int32(address.pointee.sa_family) {
      case AF_INET: return true
      case AF_INET6:
        // Every interface gives itself a link-local address, cable or not.
        let isLinkLocal = UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
          var copy = $0.pointee.sin6_addr
          return withUnsafeBytes(of: &copy) { $0[0] == 0xFE && $0[1] & 0xC0 == 0x80 }
        }
        if !isLinkLocal { return true }
      default: continue
      }
    }
    return false
  }
}
