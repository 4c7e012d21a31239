import TerminalText

/// Names of people as mail and feeds write them, without their addresses.
enum PersonName {
  /// The name to show for a person who is written as "Name <address>", "address (Name)" or one of both.
  ///
  /// Of an address alone, what stands before the `@` is shown; never the whole.
  static func shown(_ text: String) -> String? {
    var name = Sanitizer.cleanLine(text)[...]
    if let open = name.lastIndex(of: "<"), name[open...].contains("@") || name.hasSuffix(">") {
      let address = name[open...]
      name = name[..<open]
      if trimmed(name).isEmpty { return local(address.dropFirst()) }
    } else if let open = name.firstIndex(of: "("), name[..<open].contains("@"),
      let close = name.lastIndex(of: ")"),
      open < close
    {
      let inner = trimmed(name[name.index(after: open)..<close])
      if !inner.isEmpty { return String(inner) }
      name = name[..<open]
    }
    let plain = trimmed(name)
    if plain.isEmpty { return nil }
    // Names may hold an "@"; an address has one and no space.
    if plain.contains("@"), !plain.contains(" "), !plain.hasPrefix("@") { return local(plain) }
    return String(plain)
  }

  /// What stands before the `@` of an address.
  private static func local(_ address: Substring) -> String? {
    let part = trimmed(address.prefix { $0 != "@" && $0 != ">" })
    return part.isEmpty ? nil : String(part.hasPrefix("mailto:") ? part.dropFirst(7) : part)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var name = text
    while let first = name.first, first == " " || first == "\"" || first == "'" { name = name.dropFirst() }
    while let last = name.last, last == " " || last == "\"" || last == "'" || last == "," {
      name = name.dropLast()
    }
    return name
  }
}
