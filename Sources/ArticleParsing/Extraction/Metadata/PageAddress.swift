/// What the address of a page says of it.
enum PageAddress {
  /// Whether an address is that of a whole site.
  static func isHome(_ address: String) -> Bool {
    guard let mark = address.firstIndex(of: ":"), address[mark...].hasPrefix("://") else { return false }
    let path = address[mark...].dropFirst(3).drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
    return ["", "/", "/index.html", "/index.htm", "/index.php"].contains(String(path))
  }

  /// The name of the site in an address: "example" of `https://www.example.co.uk/`.
  static func siteName(in address: String) -> String? {
    guard let mark = address.firstIndex(of: ":"), address[mark...].hasPrefix("://") else { return nil }
    let host = address[address.index(mark, offsetBy: 3)...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    let labels = host.lowercased().split(separator: ".").filter { $0 != "www" }
    guard labels.count >= 2 else { return nil }
    let isShort = labels.count >= 3 && labels[labels.count - 2].utf8.count <= 3
    return String(labels[labels.count - (isShort ? 3 : 2)])
  }
}
