import ArticleModel
import TerminalUI

/// A stretch of a text and what it means on screen.
public struct ScopedSpan: Hashable, Sendable {
  /// The stretch.
  public var range: TextRange
  /// What it means.
  public var scope: Scope

  /// Makes a span.
  public init(range: TextRange, scope: Scope) {
    self.range = range
    self.scope = scope
  }
}

/// The spans of a text, ready to be asked for those on one line.
///
/// Spans may nest and overlap; where they do, one that starts later lies on top. Kept sorted by start, with the
/// furthest end so far beside each, so that a line finds its spans by binary search.
public struct SpanIndex: Sendable {
  private let spans: [ScopedSpan]
  private let furthestEnds: [Int32]

  /// Makes an index; empty spans are left out.
  ///
  /// - Complexity: O(n log n).
  public init(_ spans: [ScopedSpan] = []) {
    let sorted = spans.filter { !$0.range.isEmpty }.sorted {
      ($0.range.lower, -$0.range.count) < ($1.range.lower, -$1.range.count)
    }
    var furthest: Int32 = 0
    self.spans = sorted
    furthestEnds = sorted.map {
      furthest = max(furthest, $0.range.upper)
      return furthest
    }
  }

  /// The spans that share a byte with `range`, in the order of their starts.
  ///
  /// - Complexity: O(log n + number of spans between the first and last of them).
  public func spans(in range: TextRange) -> [ScopedSpan] {
    let first = furthestEnds.partitioningIndex { $0 > range.lower }
    let last = spans.partitioningIndex { $0.range.lower >= range.upper }
    guard first < last else { return [] }
    return spans[first..<last].filter { $0.range.overlaps(range) }
  }

  /// Whether a span of one of the scopes `matching` begins inside `range`.
  public func hasStart(in range: TextRange, _ matching: (Scope) -> Bool) -> Bool {
    let first = spans.partitioningIndex { $0.range.lower >= range.lower }
    let last = spans.partitioningIndex { $0.range.lower >= range.upper }
    return first < last && spans[first..<last].contains { matching($0.scope) }
  }
}
