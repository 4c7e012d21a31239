/// Cuts text into segments at the line break opportunities of UAX #14.
struct LineBreakScanner {
  /// The text between two opportunities.
  struct Segment {
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

  /// Makes a scanner; the bytes from `lower` to `upper` must be readable while it is used.
  init(_ bytes: UnsafePointer<UInt8>, lower: Int, upper: Int) {
    self.bytes = bytes
    self.upper = upper
    position = lower
  }

  /// The next segment, or `nil` at the end.
  mutating func next() -> Segment? {
    guard position < upper else { return nil }
    var segment = Segment(lower: position, contentUpper: position)
    var cluster: ClusterState?
    while position < upper {
      if let run = letterRun() {
        segment.columns += segment.spaces + run
        segment.spaces = 0
        segment.contentUpper = position
        cluster = nil
        continue
      }
      let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: upper)
      let properties = UnicodeTables.lineBreakProperties(scalar)
      let next = properties.lineBreakClass
      if LineBreakClassSet.newlines.contains(next) {
        let isPair = next == .cr && position + 1 < upper && bytes[position + 1] == 0x0A
        position += isPair ? 2 : length
        state = LineBreakState()
        segment.endsLine = true
        return segment
      }
      let isEastAsian = properties.isEastAsian
      let clusterProperties = UnicodeTables.clusterProperties(scalar)
      let isJoined = cluster?.joins(clusterProperties.graphemeClass) ?? false
      if position > segment.lower, !isJoined,
        state.allowsBreak(
          before: next, isEastAsian: isEastAsian, following: { following(position + length) })
      {
        return segment
      }
      state.append(next, isEastAsian: isEastAsian)
      position += length
      if next == .sp {
        segment.spaces += 1
        cluster = ClusterState(first: .other)
        continue
      }
      segment.columns += segment.spaces
      segment.spaces = 0
      segment.contentUpper = position
      if isJoined, var joined = cluster {
        if !joined.isJoinedToPictograph(clusterProperties) { segment.columns += clusterProperties.columns }
        joined.append(clusterProperties.graphemeClass)
        cluster = joined
      } else {
        segment.columns += scalar < 0x80 ? ColumnWidth.of(scalar) : clusterProperties.columns
        cluster = ClusterState(first: clusterProperties.graphemeClass)
      }
    }
    return segment
  }

  /// Skips ASCII letters inside of a word; returns how many, or `nil` when there is none.
  ///
  /// Only called for its speed: no line ends between letters, and none changes what the rules remember.
  @inline(__always)
  private mutating func letterRun() -> Int? {
    guard state.before == .al else { return nil }
    let start = position
    while position < upper, Self.isLetter(bytes[position]) { position += 1 }
    return position > start ? position - start : nil
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

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
