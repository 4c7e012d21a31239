import CNcurses
import CursesBackend
import Glibc

/// Copies words: through the terminal (OSC 52), or with a command that the user configured.
struct Clipboard {
  /// The command that takes the words on its standard input; `nil` to use the terminal.
  let command: [String]?

  /// What terminals are known to take at least, in bytes of base64.
  private static let limit = 74_994

  /// Copies words; returns why it failed, or `nil`.
  func copy(_ text: String, through terminal: CursesTerminal) -> String? {
    if let command {
      let status = ChildProcess.run(command, input: Array(text.utf8), isQuiet: true)
      return status == 0 ? nil : "\(command[0]) failed: nothing was copied"
    }
    let encoded = Self.base64(Array(text.utf8))
    guard encoded.count <= Self.limit else {
      return "too long for the terminal's clipboard; copy-command in the configuration has no limit"
    }
    let sequence = "\u{1B}]52;c;\(String(decoding: encoded, as: UTF8.self))\u{7}"
    // tmux keeps the plain form in its own buffer where set-clipboard is on, and hands on what is in its envelope, each
    // escape doubled, where allow-passthrough is.
    if getenv("TMUX") != nil { terminal.send("\u{1B}Ptmux;\u{1B}\(sequence)\u{1B}\\") }
    terminal.send(sequence)
    return nil
  }

  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let rest = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if rest > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if rest > 2 { group |= UInt32(bytes[index + 2]) }
      for place in 0..<4 {
        result.append(place <= rest ? digits[Int(group >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
      index += 3
    }
    return result
  }
}
