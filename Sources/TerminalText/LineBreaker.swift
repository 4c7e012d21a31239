/// Wraps text to a number of columns at the line break opportunities of UAX #14.
///
/// Greedy: each line takes as much as fits. Thai, Lao, Khmer and other scripts that write no spaces need a dictionary
/// for their words; here they are broken before vowels that start a syllable (Thai, Lao), and else between clusters,
/// but only where a word would be too wide for a line.
public enum LineBreaker {
  /// Appends the lines of `utf8[lower..<upper]`.
  ///
  /// Line ends in the text end lines, the last one adds no empty line after it; an empty text has no lines. Spaces at
  /// the end of a line are not part of it, spaces at the start of the text or after a line end are. A word wider than
  /// `width` is cut between clusters. No line is wider than its width, except by a single cluster that is wider.
  /// When the first word fits into `width` but not into `firstWidth`, the first line stays empty.
  ///
  /// - Parameters:
  ///   - utf8: The text; bytes that are not valid UTF-8 take one column each.
  ///   - lower: The first byte; bounds outside of the text are moved to it.
  ///   - upper: The byte after the last.
  ///   - firstWidth: The columns of the first line.
  ///   - width: The columns of the other lines; less than 1 counts as 1.
  ///   - hyphenate: Finds the bytes of a word before which it may be divided, counted from its first; a line that ends
  ///     so has room for the hyphen.
  ///   - lines: Where the lines are appended.
  /// - Complexity: O(number of bytes).
  public static func wrap(
    _ utf8: UnsafeBufferPointer<UInt8>, lower: Int, upper: Int, firstWidth: Int, width: Int,
    hyphenate: ((UnsafeBufferPointer<UInt8>) -> [Int])? = nil, into lines: inout [TextLine]
  ) {
    let upper = min(max(upper, 0), utf8.count, Int(Int32.max))
    let lower = max(lower, 0)
    guard lower < upper, let bytes = utf8.baseAddress else { return }
    var scanner = LineBreakScanner(bytes, lower: lower, upper: upper)
    var line = OpenLine(lower: lower, limit: max(firstWidth, 0))
    let width = max(width, 1)
    while let segment = scanner.next() {
      if segment.contentUpper == segment.lower {
        line.spaces &+= segment.spaces
      } else if line.columns &+ line.spaces &+ segment.columns <= line.limit {
        line.append(segment)
      } else if let hyphenate, segment.columns <= width,
        let cut = cut(segment, of: utf8, room: line.limit - line.columns - line.spaces - 1, hyphenate)
      {
        line.append(cut.first)
        line.end(at: cut.first.contentUpper, isHyphenated: true, into: &lines)
        line.limit = width
        line.append(cut.rest)
      } else {
        if line.isEmpty && (segment.columns <= line.limit || segment.columns > width) {
          line.skip(to: segment.lower)
        } else {
          line.end(at: segment.lower, into: &lines)
          line.limit = width
        }
        if segment.columns <= line.limit {
          line.append(segment)
        } else {
          appendInPieces(segment, of: utf8, to: &line, width: width, into: &lines)
        }
      }
      line.isOpen = true
      if segment.endsLine {
        line.end(at: scanner.position, into: &lines)
        line.limit = width
      }
    }
    if line.isOpen { line.end(at: upper, into: &lines) }
  }

  /// Divides a word so that as much of it as possible fits into some columns; `nil` when none does.
  private static func cut(
    _ segment: LineBreakScanner.Segment, of utf8: UnsafeBufferPointer<UInt8>, room: Int,
    _ hyphenate: (UnsafeBufferPointer<UInt8>) -> [Int]
  ) -> (first: LineBreakScanner.Segment, rest: LineBreakScanner.Segment)? {
    guard room > 1 else { return nil }
    let points = hyphenate(UnsafeBufferPointer(rebasing: utf8[segment.lower..<segment.contentUpper]))
    for point in points.reversed() where point > 0 && segment.lower + point < segment.contentUpper {
      let place = segment.lower + point
      let columns = ColumnWidth.of(UnsafeBufferPointer(rebasing: utf8[segment.lower..<place]))
      guard columns <= room else { continue }
      var first = segment
      first.contentUpper = place
      first.columns = columns
      first.spaces = 0
      first.endsLine = false
      var rest = segment
      rest.lower = place
      rest.columns = segment.columns - columns
      return (first, rest)
    }
    return nil
  }

  /// Cuts a segment that is wider than a line between its clusters; what is left opens the next line.
  private static func appendInPieces(
    _ segment: LineBreakScanner.Segment, of utf8: UnsafeBufferPointer<UInt8>, to line: inout OpenLine,
    width: Int, into lines: inout [TextLine]
  ) {
    var clusters = ClusterIterator(utf8, lower: segment.lower, upper: segment.contentUpper)
    while let cluster = clusters.next() {
      if line.columns &+ cluster.columns > line.limit && cluster.columns > 0 {
        if !line.isEmpty || line.limit < min(width, cluster.columns) {
          line.end(at: cluster.lower, into: &lines)
          line.limit = width
        }
      }
      line.columns &+= cluster.columns
      line.contentUpper = cluster.upper
    }
    line.spaces = segment.spaces
  }
}

/// The line that is being filled.
private struct OpenLine {
  var lower: Int
  var contentUpper: Int
  var columns = 0
  /// The spaces after `contentUpper`, which count when something follows.
  var spaces = 0
  var limit: Int
  var isOpen = false

  init(lower: Int, limit: Int) {
    self.lower = lower
    contentUpper = lower
    self.limit = limit
  }

  var isEmpty: Bool { contentUpper == lower }

  @inline(__always)
  mutating func append(_ segment: LineBreakScanner.Segment) {
    columns &+= spaces &+ segment.columns
    spaces = segment.spaces
    contentUpper = segment.contentUpper
  }

  /// Leaves the spaces at the start out.
  mutating func skip(to start: Int) {
    lower = start
    contentUpper = start
    spaces = 0
  }

  /// Appends the line and opens the next one at `next`.
  @inline(__always)
  mutating func end(at next: Int, isHyphenated: Bool = false, into lines: inout [TextLine]) {
    lines.append(
      TextLine(
        lower: Int32(lower), upper: Int32(contentUpper), columns: Int32(clamping: columns),
        isHyphenated: isHyphenated))
    lower = next
    contentUpper = next
    columns = 0
    spaces = 0
    isOpen = false
  }
}
