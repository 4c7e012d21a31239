import Glibc

/// Looks through a page before it is parsed and takes out what would make the parser slow.
///
/// libgumbo is quadratic in nesting depth, in the number of a tag's attributes, and in formatting elements that are
/// never closed (each new block opens them all again). The guard counts these the way an HTML parser would, roughly
/// and never too low, and drops tags beyond the limits. Ordinary pages are passed through without a copy.
struct HTMLSourceGuard {
  /// Elements nested deeper than this are taken out of their tags; their text stays.
  static let deepest = 512
  private static let mostAttributes = 512
  private static let mostReopened = 400_000

  private struct Open {
    var name: UInt64
    /// Whether an empty-element tag inside it is empty (inside `svg` and `math` only).
    var isForeign: Bool
  }

  /// Whether any tag was dropped.
  private(set) var hasCut = false
  private let bytes: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []
  private var copied = 0
  private var open: [Open] = []
  private var formatting: [UInt64] = []
  private var reopened = 0
  private var dropped: [UInt64: Int] = [:]

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Calls `body` with a page that is safe to parse and with whether something was taken out.
  ///
  /// - Complexity: O(number of bytes).
  static func withSafeBytes<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Result
  ) -> Result {
    var source = HTMLSourceGuard(bytes)
    source.scan()
    guard source.hasCut else { return body(bytes, false) }
    source.output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[source.copied...]))
    return source.output.withUnsafeBufferPointer { body($0, true) }
  }

  private mutating func scan() {
    var position = 0
    while let less = find(0x3C, from: position) {
      guard less + 1 < bytes.count else { return }
      switch bytes[less + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): position = declarationEnd(from: less)
      case UInt8(ascii: "/"): position = endTag(at: less)
      case 0x41...0x5A, 0x61...0x7A: position = startTag(at: less)
      default: position = less + 1
      }
    }
  }

  private mutating func startTag(at start: Int) -> Int {
    let (name, nameEnd) = name(from: start + 1)
    let (end, attributes, isEmpty) = tagEnd(from: nameEnd)
    if attributes > Self.mostAttributes {
      cut(start..<end)
      return end
    }
    reopened += formatting.count
    if reopened > Self.mostReopened { closeFormatting(at: start) }
    let isForeign = open.last?.isForeign ?? false
    if Self.formattingNames.contains(name) {
      guard reopened <= Self.mostReopened, formatting.count < Self.deepest else {
        cut(start..<end)
        return end
      }
      formatting.append(name)
    }
    if isForeign && isEmpty && !Self.breakouts.contains(name) || Self.uncounted.contains(name) { return end }
    guard open.count < Self.deepest else {
      cut(start..<end)
      dropped[name, default: 0] += 1
      return end
    }
    if !isForeign, Self.rawTexts.contains(name) { return rawTextEnd(from: end, name: name) }
    let opensForeign = Self.foreignRoots.contains(name)
    let leavesForeign = Self.breakouts.contains(name) || Self.integrationPoints.contains(name)
    open.append(Open(name: name, isForeign: opensForeign || isForeign && !leavesForeign))
    return end
  }

  private mutating func endTag(at start: Int) -> Int {
    guard start + 2 < bytes.count, Self.isLetter(bytes[start + 2]) else {
      return min((find(0x3E, from: start) ?? bytes.count) + 1, bytes.count)
    }
    let (name, nameEnd) = name(from: start + 2)
    let (end, _, _) = tagEnd(from: nameEnd)
    reopened += formatting.count
    if let count = dropped[name], count > 0 {
      dropped[name] = count - 1
      cut(start..<end)
      return end
    }
    if let index = formatting.lastIndex(of: name) { formatting.remove(at: index) }
    if let index = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(index...) }
    return end
  }

  /// Ends all formatting elements here, because opening them again and again has become too much.
  private mutating func closeFormatting(at position: Int) {
    guard !formatting.isEmpty else { return }
    cut(position..<position)
    for name in formatting.reversed() {
      output.append(contentsOf: [0x3C, 0x2F])
      for shift in stride(from: 56, through: 0, by: -8) {
        let byte = UInt8(truncatingIfNeeded: name >> UInt64(shift))
        if byte != 0 { output.append(byte) }
      }
      output.append(0x3E)
    }
    formatting = []
  }

  private mutating func cut(_ range: Range<Int>) {
    hasCut = true
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<range.lowerBound]))
    copied = range.upperBound
  }

  /// The name from `start`, in lower case and packed into a number, and where it ends.
  ///
  /// Of long names the last eight bytes count; none of the names that matter is longer.
  private func name(from start: Int) -> (name: UInt64, end: Int) {
    var name: UInt64 = 0
    var cursor = start
    while cursor < bytes.count, bytes[cursor] > 0x20, bytes[cursor] != 0x3E, bytes[cursor] != 0x2F {
      let byte = bytes[cursor]
      name = name << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      cursor += 1
    }
    return (name, cursor)
  }

  /// The position after a tag, the number of its attributes, and whether it ends in `/>`.
  private func tagEnd(from start: Int) -> (end: Int, attributes: Int, isEmpty: Bool) {
    var cursor = start
    var attributes = 0
    while cursor < bytes.count, bytes[cursor] != 0x3E {
      if bytes[cursor] <= 0x20 || bytes[cursor] == 0x2F {
        cursor += 1
        continue
      }
      attributes += 1
      // An equals sign may be the first byte of a name.
      cursor += 1
      while cursor < bytes.count, bytes[cursor] > 0x20, bytes[cursor] != 0x3E, bytes[cursor] != 0x2F,
        bytes[cursor] != 0x3D
      {
        cursor += 1
      }
      var value = cursor
      while value < bytes.count, bytes[value] <= 0x20 { value += 1 }
      guard value < bytes.count, bytes[value] == 0x3D else { continue }
      value += 1
      while value < bytes.count, bytes[value] <= 0x20 { value += 1 }
      guard value < bytes.count else { return (bytes.count, attributes, false) }
      if bytes[value] == 0x22 || bytes[value] == 0x27 {
        cursor = min((find(bytes[value], from: value + 1) ?? bytes.count) + 1, bytes.count)
      } else {
        while value < bytes.count, bytes[value] > 0x20, bytes[value] != 0x3E { value += 1 }
        cursor = value
      }
    }
    return (min(cursor + 1, bytes.count), attributes, cursor > start && bytes[cursor - 1] == 0x2F)
  }

  private func declarationEnd(from start: Int) -> Int {
    guard start + 3 < bytes.count, bytes[start + 1] == 0x21, bytes[start + 2] == 0x2D,
      bytes[start + 3] == 0x2D
    else { return min((find(0x3E, from: start) ?? bytes.count) + 1, bytes.count) }
    // The dashes that open a comment may be the ones that close it.
    var cursor = start + 2
    while let greater = find(0x3E, from: cursor) {
      let before = bytes[greater - 1] == 0x21 ? greater - 2 : greater - 1
      if before > start + 2, bytes[before] == 0x2D, bytes[before - 1] == 0x2D { return greater + 1 }
      cursor = greater + 1
    }
    return bytes.count
  }

  private func rawTextEnd(from start: Int, name: UInt64) -> Int {
    var cursor = start
    while let less = find(0x3C, from: cursor) {
      if less + 1 < bytes.count, bytes[less + 1] == 0x2F, self.name(from: less + 2).name == name {
        return less
      }
      cursor = less + 1
    }
    return bytes.count
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func packed(_ names: String) -> Set<UInt64> {
    Set(names.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }

  private static let formattingNames = packed("a b big code em font i nobr s small strike strong tt u")
  /// Void elements, and elements that end by themselves when the next of their kind begins.
  private static let uncounted = packed(
    "area base br col embed hr img input link meta param source track wbr keygen frame p li dt dd td th tr tbody "
      + "thead tfoot colgroup caption option optgroup rb rt rp rtc html head body")
  private static let rawTexts = packed("script style textarea title xmp iframe noembed noframes")
  private static let foreignRoots = packed("svg math")
  /// Elements inside `svg` and `math` whose content is HTML (the last eight bytes of long names).
  private static let integrationPoints = packed("desc title gnObject tion-xml mi mo mn ms mtext")
    .union(packed("gnobject"))
  /// Elements that end `svg` and `math`.
  private static let breakouts = packed(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
      + "meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var font ockquote")
}
