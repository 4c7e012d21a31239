#if canImport(Glibc)
  import Glibc
#endif

/// The difference between two frames, as runs of changed cells.
public struct SurfaceDiff: Sequence, IteratorProtocol {
  /// A stretch of a row whose cells changed; it begins and ends with whole clusters.
  ///
  /// Up to `bridge` cells in it may be unchanged: to write them again takes less than to move the cursor over them.
  public struct Run: Equatable, Sendable {
    /// The row.
    public let y: Int
    /// The columns, of which the first and the last changed.
    public let columns: Range<Int>
  }

  /// How many unchanged cells between two changed ones a run goes on over.
  public static let bridge = 5

  private let old: Surface?
  private let isOldBlank: Bool
  private let onlyDrawnRows: Bool
  private let new: Surface
  private var x = 0
  private var y = 0

  /// Compares two frames.
  ///
  /// - Parameters:
  ///   - old: What the terminal shows; `nil`, or another size, means that nothing is known and every cell changed.
  ///   - new: What it should show.
  ///   - onlyDrawnRows: Whether the rows that were not drawn on are known to be those of the old frame; they are not
  ///     looked at then.
  public init(from old: Surface?, to new: Surface, onlyDrawnRows: Bool = false) {
    self.old = old?.size == new.size ? old : nil
    self.onlyDrawnRows = onlyDrawnRows && self.old != nil
    isOldBlank = false
    self.new = new
  }

  /// Compares a frame with a screen that was just cleared: only what is not blank changed.
  public init(fromBlankTo new: Surface) {
    old = nil
    onlyDrawnRows = false
    isOldBlank = true
    self.new = new
  }

  /// The next run of changed cells, top to bottom, left to right; `nil` after the last.
  ///
  /// - Complexity: O(number of cells) over all runs.
  public mutating func next() -> Run? {
    let width = new.size.width
    while y < new.size.height {
      let start = y * width
      if x == 0, (onlyDrawnRows && !new.drawnRows[y]) || isSameRow(start..<start + width) {
        y += 1
        continue
      }
      while x < width, !isChanged(start + x) { x += 1 }
      guard x < width else {
        x = 0
        y += 1
        continue
      }
      var first = x
      while first > 0, new.cells[start + first].width == 0 { first -= 1 }
      var end = x
      while x < width, x - end <= Self.bridge {
        let isPart = isChanged(start + x) || (x == end && new.cells[start + x].width == 0)
        x += 1
        if isPart { end = x }
      }
      while end < width, new.cells[start + end].width == 0 { end += 1 }
      x = end
      return Run(y: y, columns: first..<end)
    }
    return nil
  }

  /// Whether a row is the same in both frames, as most rows are.
  private func isSameRow(_ row: Range<Int>) -> Bool {
    guard let old else { return false }
    return old.cells.withUnsafeBytes { old in
      new.cells.withUnsafeBytes { new in
        let bytes = row.lowerBound * MemoryLayout<Cell>.stride..<row.upperBound * MemoryLayout<Cell>.stride
        guard let one = old.baseAddress, let other = new.baseAddress else { return true }
        return memcmp(one + bytes.lowerBound, other + bytes.lowerBound, bytes.count) == 0
      }
    }
  }

  private static let blank = Cell()

  private func isChanged(_ index: Int) -> Bool {
    guard let old else { return !isOldBlank || new.cells[index] != Self.blank }
    return old.cells[index] != new.cells[index]
  }
}
