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

  /// Whether an address is one of a further page of a topic, whose first post is not the one that opened it:
  /// `/page-3`, `&page=3`, `&start=20`.
  static func isFurtherPage(_ address: String) -> Bool {
    let text = Array(address.utf8)
    return text.withUnsafeBufferPointer { bytes in
      for (word, first) in [("page", 2), ("start", 1), ("st", 1)] as [(StaticString, Int)] {
        var position = 0
        while let place = ASCII.find(word, in: bytes, from: position) {
          position = place + word.utf8CodeUnitCount
          guard place > 0, [0x2F, 0x3F, 0x26, 0x3B].contains(bytes[place - 1]), position < bytes.count,
            [0x2D, 0x3D, 0x2F].contains(bytes[position])
          else { continue }
          let digits = bytes[(position + 1)...].prefix(while: ASCII.isDigit).prefix(9)
          if let number = Int(String(decoding: digits, as: UTF8.self)), number >= first { return true }
        }
      }
      return false
    }
  }

  private static let hosts: Set<String> = [
    "forum", "forums", "foren", "board", "boards", "bbs", "foro", "foros",
  ]
  private static let paths = PathSigns([
    "/forum/", "/forums/", "/foren/", "/foro/", "/threads/", "/viewtopic.php", "/showthread.php",
    "/forumdisplay.php", "/index.php?topic=",
  ])
}
