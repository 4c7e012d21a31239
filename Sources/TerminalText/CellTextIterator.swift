/// What one or two cells of a terminal show: a character and the marks on it.
public struct CellText {
  /// The most scalars that ncurses keeps in a cell: a base and four marks.
  public static let capacity = 5

  /// The first byte that the cell shows.
  public var lower: Int
  /// The byte after the last that the cell shows, marks that were dropped included.
  public var upper: Int
  /// The columns: 1 or 2.
  public var columns: Int
  /// The base and its marks; only the first `scalarCount` have a meaning.
  public var scalars: InlineArray<5, UInt32>
  /// How many scalars there are: 1 to ``capacity``.
  public var scalarCount: Int
}

/// Cuts UTF-8 text into what a terminal cell can hold.
///
/// A cell holds a base and up to four marks without width, further marks are dropped. A cluster becomes several cells
/// when it has several parts with columns (an Indic conjunct, a letter and its spacing mark, a flag), which together
/// take the columns of the cluster. Of pictographs that are joined, the first is shown. A tab is shown as a space, a
/// byte that is not valid UTF-8 as U+FFFD; other controls and marks without a base are not shown.
///
/// The bytes must stay valid while the iterator is used.
public struct CellTextIterator: IteratorProtocol {
  private let utf8: UnsafeBufferPointer<UInt8>
  private let upper: Int
  private var position: Int
  private var cluster = ClusterState(first: .control)

  /// Makes an iterator over the bytes from `lower` to `upper`; bounds outside of the text are moved to it.
  public init(_ utf8: UnsafeBufferPointer<UInt8>, lower: Int, upper: Int) {
    self.utf8 = utf8
    self.upper = min(max(upper, 0), utf8.count)
    position = min(max(lower, 0), self.upper)
  }

  /// The next cell, or `nil` at the end.
  ///
  /// - Complexity: O(number of bytes that the cell covers).
  public mutating func next() -> CellText? {
    guard let bytes = utf8.baseAddress else { return nil }
    var cell = CellText(
      lower: position, upper: position, columns: 0, scalars: InlineArray(repeating: 0), scalarCount: 0)
    var isJoinedPictograph = false
    while position < upper {
      let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: upper)
      var properties = UnicodeTables.clusterProperties(scalar)
      if scalar == 0x09 { properties.columns = 1 }
      let joins = cluster.joins(properties.graphemeClass)
      let joinsPictograph = joins && cluster.isJoinedToPictograph(properties)
      let isBase = properties.columns > 0 && !joinsPictograph
      if cell.scalarCount > 0 && (isBase || !joins) { break }
      if joins {
        cluster.append(properties.graphemeClass)
      } else {
        cluster = ClusterState(first: properties.graphemeClass)
      }
      if isBase {
        cell.lower = position
        cell.columns = properties.columns
        cell.scalars[0] = scalar == 0x09 ? 0x20 : scalar
        cell.scalarCount = 1
      } else if cell.scalarCount > 0 {
        // What is joined to a pictograph cannot be kept, and the marks after it belong to it.
        isJoinedPictograph = isJoinedPictograph || properties.columns > 0
        if !isJoinedPictograph && cell.scalarCount < CellText.capacity {
          cell.scalars[cell.scalarCount] = scalar
          cell.scalarCount += 1
        }
      }
      position += length
    }
    guard cell.scalarCount > 0 else { return nil }
    cell.upper = position
    // A joiner has nothing left to join.
    if cell.scalars[cell.scalarCount - 1] == 0x200D { cell.scalarCount -= 1 }
    return cell
  }
}
