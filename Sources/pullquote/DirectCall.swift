import Glibc

/// The calls that need no option parser: one source, or nothing but a pipe.
enum DirectCall {
  /// The source of such a call, or `nil` for any other call.
  static func source(of arguments: [String]) -> String? {
    if arguments.isEmpty { return isatty(0) == 0 ? "-" : nil }
    guard arguments.count == 1, let only = arguments.first, !only.isEmpty else { return nil }
    if only == "-" { return only }
    guard !only.hasPrefix("-"), !isCommand(only) else { return nil }
    return only
  }

  /// Whether a word is a command and not a source.
  ///
  /// A switch, because the first use of a set or dictionary costs a tenth of the time to the first screen.
  static func isCommand(_ word: String) -> Bool {
    switch word {
    case "read", "export", "quotes", "figures", "comments", "references", "themes", "keys", "library",
      "config",
      "help":
      true
    default: false
    }
  }
}
