import Glibc

/// The calls that need no option parser: one source, or nothing but a pipe.
enum DirectCall {
  /// The source of such a call, or `nil` for any other call.
  static func source(of arguments: [String]) -> String? {
    if arguments.isEmpty { return isatty(0) == 0 ? "-" : nil }
    guard arguments.count == 1, let only = arguments.first, !only.isEmpty else { return nil }
    if only == "-" { return only }
    guard !only.hasPrefix("-"), !PullquoteCommand.subcommandNames.contains(only) else { return nil }
    return only
  }
}
