import ArticleModel

/// Finds a pattern in text, byte by byte, without laying anything out.
///
/// Smart case, as in vim and less: a pattern without capitals finds both cases of the letters A to Z; a pattern with
/// a capital is taken as it stands. The search looks at sixteen places at a time for the pattern's two rarest bytes and
/// compares the rest only where both stand, so that most text is passed at memory speed.
public struct TextSearch: Hashable, Sendable {
  /// The words to find.
  public let pattern: String
  private let needle: [UInt8]
  /// Whether capitals A to Z are found as well.
  let foldsCase: Bool
  /// The needle's two rarest bytes; the same one twice in a needle of one.
  private let anchors: (Anchor, Anchor)

  /// Makes a search; `nil` for an empty pattern.
  public init?(_ pattern: String) {
    guard !pattern.isEmpty else { return nil }
    self.pattern = pattern
    let needle = Array(pattern.utf8)
    self.needle = needle
    foldsCase = !pattern.contains { $0.isUppercase }
    let rarer = { (one: Int, other: Int) in Self.frequency(needle[one]) < Self.frequency(needle[other]) }
    let rarest = needle.indices.min(by: rarer) ?? 0
    let next = needle.indices.filter { $0 != rarest }.min(by: rarer) ?? rarest
    anchors = (
      Anchor(needle[rarest], at: rarest, folds: foldsCase), Anchor(needle[next], at: next, folds: foldsCase)
    )
  }

  /// Two searches are equal when they are for the same words.
  public static func == (one: TextSearch, other: TextSearch) -> Bool { one.pattern == other.pattern }

  /// Hashes the words.
  public func hash(into hasher: inout Hasher) { hasher.combine(pattern) }

  /// The first match that begins at `lower` or later and ends by `upper`.
  ///
  /// - Complexity: O(distance) but for patterns that repeat themselves, which cost their length at each candidate.
  public func first(in utf8: UnsafeBufferPointer<UInt8>, from lower: Int, to upper: Int) -> TextRange? {
    guard lower >= 0, upper <= utf8.count, upper - lower >= needle.count, let base = utf8.baseAddress else {
      return nil
    }
    let last = upper - needle.count
    var start = lower
    // A block of starts ends with one at which the needle fits: nothing behind `upper` is read.
    while start + Anchor.lanes - 1 <= last {
      let candidates = unsafeBitCast(
        anchors.0.places(in: base + start) .& anchors.1.places(in: base + start), to: SIMD2<UInt64>.self)
      for half in 0..<2 where candidates[half] != 0 {
        var lanes = candidates[half]
        while lanes != 0 {
          let lane = lanes.trailingZeroBitCount >> 3
          let match = start + 8 * half + lane
          if matches(base + match) { return TextRange(match, match + needle.count) }
          lanes &= ~(0xFF << UInt64(8 * lane))
        }
      }
      start += Anchor.lanes
    }
    while start <= last {
      if matches(base + start) { return TextRange(start, start + needle.count) }
      start += 1
    }
    return nil
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

/// A byte of a needle, looked for at sixteen places at once.
private struct Anchor: Sendable {
  static let lanes = 16

  private let offset: Int
  private let byte: SIMD16<UInt8>
  /// What makes small letters of capitals, where both are looked for; of other bytes it makes none of the letters.
  private let fold: SIMD16<UInt8>

  init(_ byte: UInt8, at offset: Int, folds: Bool) {
    self.offset = offset
    self.byte = SIMD16(repeating: byte)
    fold = SIMD16(repeating: folds && (0x61...0x7A).contains(byte) ? 0x20 : 0)
  }

  /// At which of the sixteen starts from `start` on the byte stands where it must.
  @inline(__always) func places(in start: UnsafePointer<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    let bytes = UnsafeRawPointer(start + offset).loadUnaligned(as: SIMD16<UInt8>.self)
    return bytes | fold .== byte
  }
}
