import CNcurses
import Glibc

/// The calls that need no option parser: one source, or nothing but a pipe.
enum DirectCall {
  /// The source of such a call, or `nil` for any other call.
  ///
  /// Takes the arguments one by one: the first list of strings costs a tenth of the time to the first screen.
  static var source: String? {
    guard let first = pq_argument(1) else { return isatty(0) == 0 ? "-" : nil }
    guard pq_argument(2) == nil else { return nil }
    let only = String(cString: first)
    if only == "-" { return only }
    guard !only.isEmpty, !only.hasPrefix("-"), !isCommand(only) else { return nil }
    return only
  }

  /// Whether a word is a command and not a source.
  ///
  /// A switch, because the first use of a set or dictionary costs a tenth of the time to the first screen.
  private static func isCommand(_ word: String) -> Bool {
    switch word {
    case "read", "export", "quotes", "figures", "comments", "references", "themes", "keys", "library",
      "config",
      "help":
      true
    default: false
    }
  }
}
