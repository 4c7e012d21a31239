import ArticleSources
import TerminalUI

/// Keys in a file, replayed once the article is there (`--script FILE`).
///
/// A line holds keys as in a keymap, with spaces between them; one that begins with `:` is a command and with `"` words to
/// type. Empty lines and those that begin with `#` are left out.
struct KeyScript {
  /// The keys in order.
  let keys: [Key]

  /// Why a script cannot be used; what, where, why.
  struct Problem: Error {
    let message: String
  }

  /// Reads a script.
  init(text: String, name: String) throws(Problem) {
    var keys: [Key] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.drop { $0 == " " || $0 == "\t" }
      guard let first = words.first, first != "#" else { continue }
      if first == ":" {
        keys += words.map { Key(.character($0)) } + [Key(.enter)]
      } else if first == "\"" {
        keys += words.dropFirst().map { Key(.character($0)) }
      } else {
        for name2 in words.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" }) {
          guard let key = Key(String(name2)) else {
            throw Problem(message: "\(name):\(number + 1): there is no key \(name2)")
          }
          keys.append(key)
        }
      }
    }
    self.keys = keys
  }

  /// Reads the script in a file.
  init(path: String) throws(SessionRefusal) {
    do {
      let bytes = try SourceReader().read(.path(path))
      try self.init(text: bytes.withBytes { String(decoding: $0, as: UTF8.self) }, name: path)
    } catch let problem as Problem {
      throw SessionRefusal(problem.message)
    } catch let failure as SourceFailure {
      throw SessionRefusal(failure.message)
    } catch {
      throw SessionRefusal("\(path): \(error)")
    }
  }
}
