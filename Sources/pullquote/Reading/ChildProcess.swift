import CNcurses
import Glibc

/// Other programs, started without a shell.
enum ChildProcess {
  /// Runs a program and waits for it.
  ///
  /// - Parameters:
  ///   - words: The program and its arguments.
  ///   - input: What it reads from its standard input; `nil` leaves it the terminal.
  ///   - isQuiet: Whether its output is thrown away; else it has the terminal.
  /// - Returns: Its exit status; -1 when it could not be started.
  static func run(_ words: [String], input: [UInt8]?, isQuiet: Bool) -> Int32 {
    let copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var list: [UnsafePointer<CChar>?] = copies.map { UnsafePointer($0) }
    list.append(nil)
    guard let input else { return pq_run(list, nil, 0, isQuiet ? 1 : 0) }
    return input.withUnsafeBufferPointer { pq_run(list, $0.baseAddress, $0.count, isQuiet ? 1 : 0) }
  }

  /// The words of a command in a variable of the environment, as `EDITOR="vim -u NONE"`; `nil` when it is not set.
  static func command(in variables: [String]) -> [String]? {
    for name in variables {
      guard let value = getenv(name).map({ String(cString: $0) }) else { continue }
      let words = value.split(separator: " ").map(String.init)
      if !words.isEmpty { return words }
    }
    return nil
  }
}
