/// Tells pages of forums by their addresses.
enum ForumAddress {
  /// Whether an address is one of a forum: by its host (`forum.example.org`) or the scripts and folders of forum software.
  static func matches(_ address: String) -> Bool {
    guard let mark = address.firstIndex(of: ":"), address[mark...].hasPrefix("://") else { return false }
    let rest = Array(address[mark...].dropFirst(3).utf8)
    let host = rest.prefix { $0 != 0x2F && $0 != 0x3A && $0 != 0x3F }
    let labels = host.split(separator: 0x2E).map { String(decoding: $0, as: UTF8.self).lowercased() }
    return labels.dropLast().contains { hosts.contains($0) } || paths.match(rest[host.endIndex...])
  }

  private static let hosts: Set<String> = [
    "forum", "forums", "foren", "board", "boards", "bbs", "foro", "foros",
  ]
  private static let paths = PathSigns([
    "/forum/", "/forums/", "/foren/", "/foro/", "/threads/", "/viewtopic.php", "/showthread.php",
    "/forumdisplay.php", "/index.php?topic=",
  ])
}
