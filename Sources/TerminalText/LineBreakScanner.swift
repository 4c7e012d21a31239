/// Cuts text into segments at the line break opportunities of UAX #14.
struct LineBreakScanner {
  /// The text between two opportunities.
  struct Segment: Equatable {
    /// The first byte.
    var lower = 0
    /// The byte after the last one that is neither space nor line end.
    var contentUpper = 0
    /// The columns up to `contentUpper`.
    var columns = 0
    /// The spaces after `contentUpper`.
    var spaces = 0
    /// Whether the line must end here.
    var endsLine = false
  }

  private let bytes: UnsafePointer<UInt8>
  private let upper: Int
  private(set) var position: Int
  private var state = LineBreakState()
  /// Whether `position` is the start of the text or follows a line end or spaces: what was before does not matter.
  private var isAtWordStart = true

  /// Makes a scanner; the bytes from `lower` to `upper` must be readable while it is used.
  init(_ bytes: UnsafePointer<UInt8>, lower: Int, upper: Int) {
    self.bytes = bytes
    self.upper = upper
    position = lower
  }

  /// The next segment, or `nil` at the end.
  @inline(__always)
  mutating func next() -> Segment? {
    guard position < upper else { return nil }
    if isAtWordStart, let segment = plainWord() { return segment }
    return anySegment()
  }

  /// An ASCII word with the spaces or the line end after it, when no rule looks closer at any of its characters.
  ///
  /// Only there for its speed: ``anySegment()`` finds the same segments.
  @inline(__always)
  private mutating func plainWord() -> Segment? {
    let kinds = PlainText.kinds
    let lower = position
    var end = lower
    while end < upper, kinds[Int(bytes[end])] & PlainText.opens != 0 { end += 1 }
    let run = end
    end = PlainText.skipLetters(bytes, from: end, upper: upper)
    while end < upper, kinds[Int(bytes[end])] & PlainText.holds != 0 { end += 1 }
    guard end > run else { return nil }
    while end < upper, kinds[Int(bytes[end])] & PlainText.closes != 0 { end += 1 }
    var after = end
    while after < upper, bytes[after] == 0x20 { after += 1 }
    var segment = Segment(
      lower: lower, contentUpper: end, columns: end - lower, spaces: after - end, endsLine: false)
    if after < upper {
      let byte = bytes[after]
      if byte == 0x0A {
        segment.endsLine = true
        after += 1
      } else if after == end || kinds[Int(byte)] & PlainText.begins == 0 {
        return nil
      }
    }
    position = after
    return segment
  }

  /// A segment of any text, by the rules.
  ///
  /// The rules see Thai and Lao as one long word between spaces; between clusters, lines may also end before a vowel
  /// that is written before its consonant, because that is always the start of a syllable.
  @inline(never)
  mutating func anySegment() -> Segment? {
    var state = isAtWordStart ? LineBreakState() : self.state
    var segment = Segment(lower: position, contentUpper: position)
    var cluster = ClusterState()
    defer { self.state = state }
    while position < upper {
      let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: upper)
      let properties = UnicodeTables.lineBreakProperties(scalar)
      let next = properties.lineBreakClass
      if LineBreakClassSet.newlines.contains(next) {
        let isPair = next == .cr && position + 1 < upper && bytes[position + 1] == 0x0A
        position += isPair ? 2 : length
        segment.endsLine = true
        isAtWordStart = true
        return segment
      }
      let isEastAsian = properties.isEastAsian
      let clusterProperties = UnicodeTables.clusterProperties(scalar)
      let isJoined = cluster.joins(clusterProperties.graphemeClass)
      if position > segment.lower, !isJoined {
        let startsSyllable = next == .sa && state.before == .sa && Self.isLeadingVowel(scalar)
        if startsSyllable
          || state.allowsBreak(
            before: next, isEastAsian: isEastAsian, following: { following(position + length) })
        {
          isAtWordStart = segment.spaces > 0
          return segment
        }
      }
      state.append(next, isEastAsian: isEastAsian)
      position += length
      if next == .sp {
        segment.spaces += 1
        cluster = ClusterState(first: clusterProperties)
        continue
      }
      segment.columns += segment.spaces
      segment.spaces = 0
      segment.contentUpper = position
      if isJoined {
        segment.columns += cluster.append(clusterProperties)
      } else {
        segment.columns += scalar < 0x80 ? UnicodeTables.columns(scalar) : clusterProperties.columns
        cluster = ClusterState(first: clusterProperties)
      }
      if next == .al && scalar < 0x80 {
        // No line ends between letters, and a second one changes nothing that the rules remember.
        let end = PlainText.skipLetters(bytes, from: position, upper: upper)
        segment.columns += end - position
        segment.contentUpper = end
        position = end
      }
    }
    return segment
  }

  /// The vowels of Thai and Lao that come before their consonant.
  private static func isLeadingVowel(_ scalar: UInt32) -> Bool {
    (0x0E40...0x0E44).contains(scalar) || (0x0EC0...0x0EC4).contains(scalar)
  }

  /// What comes after a scalar that ends at `position`.
  private func following(_ position: Int) -> LineBreakState.Following {
    var following = LineBreakState.Following()
    var position = position
    while position < upper {
      let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: upper)
      let properties = UnicodeTables.lineBreakProperties(scalar)
      position += length
      if LineBreakClassSet.marks.contains(properties.lineBreakClass) { continue }
      if following.first == nil {
        following.first = properties.lineBreakClass
        following.isFirstEastAsian = properties.isEastAsian
        if properties.lineBreakClass != .isClass { break }
      } else {
        following.second = properties.lineBreakClass
        break
      }
    }
    return following
  }
}
