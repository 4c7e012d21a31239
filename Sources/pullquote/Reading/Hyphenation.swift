import CHyphen
import Glibc

/// The hyphenation patterns of a language, from the packages `hyphen-…`.
///
/// Loaded on a thread of its own and handed over whole; afterwards only the main thread asks.
final class Hyphenation: @unchecked Sendable {
  private let patterns: UnsafeMutableRawPointer

  private static let folder = "/usr/share/hyphen/hyph_"
  /// Words of more bytes are not divided.
  private static let longestWord = 60

  /// Loads the patterns for a language tag; `nil` when they are not installed.
  init?(language: String?) {
    let tag = language ?? "en"
    let name = tag.split(separator: "-").map(String.init)
    let files =
      switch name.first ?? "en" {
      case "en": name.count > 1 && name[1] == "GB" ? ["en_GB", "en_US"] : ["en_US", "en_GB"]
      case "de": ["de_DE", "de"]
      case "fr": ["fr", "fr_FR"]
      case "es": ["es", "es_ES"]
      default: [tag.split(separator: "-").joined(separator: "_")]
      }
    for file in files {
      let path = Self.folder + file + ".dic"
      if access(path, R_OK) == 0, let loaded = ch_load(path) {
        patterns = loaded
        return
      }
    }
    return nil
  }

  deinit { ch_free(patterns) }

  /// The bytes of a word before which it may be divided, ascending; signs around its letters do not matter.
  func points(in word: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard word.count <= Self.longestWord else { return [] }
    var first = 0
    while first < word.count, !Self.isLetter(word, first) { first += 1 }
    var letters: [CChar] = []
    // Where each letter of the word begins.
    var starts: [Int] = []
    var position = first
    while position < word.count, Self.isLetter(word, position) {
      starts.append(position)
      let byte = word[position]
      if byte < 0x80 {
        letters.append(CChar(bitPattern: byte | 0x20))
        position += 1
      } else {
        let isCapital = byte == 0xC3 && (0x80...0x9E).contains(word[position + 1])
        letters.append(CChar(bitPattern: byte))
        letters.append(CChar(bitPattern: word[position + 1] + (isCapital ? 0x20 : 0)))
        position += 2
      }
    }
    guard starts.count >= 5 else { return [] }
    var marks = [CChar](repeating: 0, count: letters.count + 8)
    letters.append(0)
    guard ch_hyphenate(patterns, letters, Int32(letters.count - 1), &marks) != 0 else { return [] }
    // Two letters stay before a hyphen and three after it.
    return (1..<starts.count - 3).filter { marks[$0] & 1 == 1 }.map { starts[$0 + 1] }
  }

  /// Whether a letter begins here: A to Z, or a letter of the Latin supplements.
  private static func isLetter(_ word: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let byte = word[position]
    if byte < 0x80 { return (0x61...0x7A).contains(byte | 0x20) }
    return (0xC3...0xC5).contains(byte) && position + 1 < word.count
  }
}
