import ArticleModel
import Glibc

/// Finds a pattern in text, byte by byte, without laying anything out.
///
/// Smart case, as in vim and less: a pattern without capitals finds both cases of the letters A to Z; a pattern with
/// a capital is taken as it stands. The search looks for the pattern's rarest byte with `memchr` and compares the
/// rest only there, so that most text is passed at memory speed.
public struct TextSearch: Hashable, Sendable {
  /// The words to find.
  public let pattern: String
  private let needle: [UInt8]
  private let foldsCase: Bool
  /// Where in the needle its rarest byte is.
  private let rarest: Int

  /// Makes a search; `nil` for an empty pattern.
  public init?(_ pattern: String) {
    guard !pattern.isEmpty else { return nil }
    self.pattern = pattern
    let needle = Array(pattern.utf8)
    self.needle = needle
    foldsCase = !pattern.contains { $0.isUppercase }
    rarest = needle.indices.min { Self.frequency(needle[$0]) < Self.frequency(needle[$1]) } ?? 0
  }

  /// The first match that begins at `lower` or later and ends by `upper`.
  ///
  /// - Complexity: O(distance) but for patterns that repeat themselves, which cost their length at each candidate.
  public func first(in utf8: UnsafeBufferPointer<UInt8>, from lower: Int, to upper: Int) -> TextRange? {
    guard lower >= 0, upper <= utf8.count, upper - lower >= needle.count, let base = utf8.baseAddress else {
      return nil
    }
    // The rarest byte of a match lies in low..<high.
    let high = upper - needle.count + rarest + 1
    var low = lower + rarest
    // In windows, because one of the two cases may be far away where the other is near: looked for to the end at every
    // match, it would make finding all matches quadratic.
    var window = Self.firstWindow
    while low < high {
      let end = min(high, low + window)
      if let match = first(at: base, rarestIn: low..<end) { return match }
      low = end
      window = min(2 * window, Self.largestWindow)
    }
    return nil
  }

  private static let firstWindow = 256
  private static let largestWindow = 1 << 16

  /// The first match whose rarest byte lies in a stretch.
  private func first(at base: UnsafePointer<UInt8>, rarestIn stretch: Range<Int>) -> TextRange? {
    let high = stretch.upperBound
    var scan = ByteScan(base, byte: needle[rarest], from: stretch.lowerBound, to: high)
    let other = foldsCase ? Self.otherCase(needle[rarest]) : needle[rarest]
    var otherScan =
      other == needle[rarest] ? nil : ByteScan(base, byte: other, from: stretch.lowerBound, to: high)
    while true {
      let candidate = min(scan.position, otherScan?.position ?? high)
      guard candidate < high else { return nil }
      let start = candidate - rarest
      if matches(base + start) { return TextRange(start, start + needle.count) }
      if scan.position == candidate { scan.advance() }
      if otherScan?.position == candidate { otherScan?.advance() }
    }
  }

  /// The last match that begins before `upper` and not before `lower`.
  public func last(in utf8: UnsafeBufferPointer<UInt8>, from lower: Int, before upper: Int) -> TextRange? {
    // Chunks from the end, each searched forwards, so that a match near the end costs no walk over the rest.
    var high = upper
    while high > lower {
      let low = max(lower, high - 32_768)
      var best: TextRange?
      var position = low
      let limit = min(utf8.count, high + needle.count - 1)
      while let match = first(in: utf8, from: position, to: limit), Int(match.lower) < high {
        best = match
        position = Int(match.lower) + 1
      }
      if let best { return best }
      high = low
    }
    return nil
  }

  /// The first match that begins at `lower` or later and ends by `upper`, in a text of which an index may be there.
  ///
  /// - Complexity: O(distance) without an index; with one, a fiftieth of it where the pattern is rare.
  func first(
    in utf8: UnsafeBufferPointer<UInt8>, from lower: Int, to upper: Int, index: NGramIndex?
  ) -> TextRange? {
    guard let chunks = chunks(of: utf8.count, by: index) else {
      return first(in: utf8, from: lower, to: upper)
    }
    for chunk in chunks where chunk.upperBound > lower && chunk.lowerBound < upper {
      let end = min(upper, chunk.upperBound + needle.count - 1, utf8.count)
      if let match = first(in: utf8, from: max(lower, chunk.lowerBound), to: end) { return match }
    }
    return nil
  }

  /// The last match that begins before `upper` and not before `lower`, in a text of which an index may be there.
  func last(
    in utf8: UnsafeBufferPointer<UInt8>, from lower: Int, before upper: Int, index: NGramIndex?
  ) -> TextRange? {
    guard let chunks = chunks(of: utf8.count, by: index) else {
      return last(in: utf8, from: lower, before: upper)
    }
    for chunk in chunks.reversed() where chunk.upperBound > lower && chunk.lowerBound < upper {
      let low = max(lower, chunk.lowerBound)
      if let match = last(in: utf8, from: low, before: min(upper, chunk.upperBound)) { return match }
    }
    return nil
  }

  /// The parts of a text in which a match can begin; `nil` when no index of that text says.
  func chunks(of length: Int, by index: NGramIndex?) -> [Range<Int>]? {
    guard let index, index.length == length else { return nil }
    return index.chunks(for: needle)
  }

  /// All matches inside a stretch, up to a number.
  public func all(in utf8: UnsafeBufferPointer<UInt8>, range: TextRange, limit: Int = 200) -> [TextRange] {
    var result: [TextRange] = []
    var position = Int(range.lower)
    while result.count < limit, let match = first(in: utf8, from: position, to: Int(range.upper)) {
      result.append(match)
      position = Int(match.upper)
    }
    return result
  }

  private func matches(_ start: UnsafePointer<UInt8>) -> Bool {
    for offset in needle.indices {
      let byte = start[offset]
      let wanted = needle[offset]
      if byte != wanted, !foldsCase || byte != Self.otherCase(wanted) { return false }
    }
    return true
  }

  private static func otherCase(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
  }

  /// A rank: how often a byte occurs in prose, roughly.
  private static func frequency(_ byte: UInt8) -> Int {
    switch byte {
    case 0x20: 100
    case 0x61...0x7A: 1 + (Array("zqxjkvbpygfwmucldrhsnioate".utf8).firstIndex(of: byte) ?? 25) * 2
    case 0x41...0x5A, 0x30...0x39: 0
    case 0x80...: 20
    default: 2
    }
  }
}

/// The places of one byte, found as they are asked for.
private struct ByteScan {
  private let base: UnsafePointer<UInt8>
  private let byte: UInt8
  private let end: Int
  /// The current place; `end` when there is none left.
  private(set) var position: Int

  init(_ base: UnsafePointer<UInt8>, byte: UInt8, from start: Int, to end: Int) {
    self.base = base
    self.byte = byte
    self.end = end
    position = start - 1
    advance()
  }

  mutating func advance() {
    let start = position + 1
    guard start < end, let found = memchr(base + start, Int32(byte), end - start) else {
      position = end
      return
    }
    position = UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
