/// What one or two columns of a terminal show: a character and the marks on it, a flag, or joined pictographs.
public struct CellText {
  /// The most scalars that a cell of the screen keeps: a base and four more.
  public static let capacity = 5

  /// The first byte that the cell shows.
  public var lower: Int
  /// The byte after the last that the cell shows, marks that were dropped included.
  public var upper: Int
  /// The columns: 1 or 2.
  public var columns: Int
  /// The base and what is drawn with it; only the first `scalarCount` have a meaning.
  public var scalars: InlineArray<5, UInt32>
  /// How many scalars there are: 1 to ``capacity``.
  public var scalarCount: Int
}

/// Cuts UTF-8 text into what a terminal cell can hold.
///
/// A cell holds a base and up to four marks without width; further marks are dropped, and so are variation selectors
/// and other format characters, on which terminals disagree. A flag is one cell, and so are joined pictographs that fit;
/// longer ones are shown side by side, see ``PictographSequence``. A cluster becomes several cells when it has several
/// parts with columns (an Indic conjunct, a letter and its spacing mark). The cells together take the columns of the
/// cluster. A tab is shown as a space, a byte that is not valid UTF-8 as U+FFFD; other controls and marks without a base
/// are not shown.
///
/// The bytes must stay valid while the iterator is used.
public struct CellTextIterator: IteratorProtocol {
  private let utf8: UnsafeBufferPointer<UInt8>
  private let upper: Int
  private var position: Int
  private var cluster = ClusterState()
  /// Where the pictographs end that are shown side by side.
  private var apartUpper = 0

  /// Makes an iterator over the bytes from `lower` to `upper`; bounds outside of the text are moved to it.
  public init(_ utf8: UnsafeBufferPointer<UInt8>, lower: Int, upper: Int) {
    self.utf8 = utf8
    self.upper = min(max(upper, 0), utf8.count)
    position = min(max(lower, 0), self.upper)
  }

  /// The next cell, or `nil` at the end.
  ///
  /// - Complexity: O(number of bytes that the cell covers); for the first of pictographs that are shown side by side,
  ///   of all of them.
  public mutating func next() -> CellText? {
    guard let bytes = utf8.baseAddress else { return nil }
    var cell = CellText(
      lower: position, upper: position, columns: 0, scalars: InlineArray(repeating: 0), scalarCount: 0)
    while position < upper {
      let (scalar, length) = ScalarDecoder.decode(bytes, at: position, upper: upper)
      var properties = UnicodeTables.clusterProperties(scalar)
      if scalar == 0x09 { properties.columns = 1 }
      let joins = cluster.joins(properties.graphemeClass)
      let isTone =
        joins && properties.graphemeClass != .pictograph && cluster.isJoinedToPictograph(properties)
      let isBase = properties.columns > 0 && !isTone
      let isSecondOfFlag = joins && properties.graphemeClass == .regionalIndicator && cell.isHalfOfFlag
      if cell.scalarCount > 0, isBase || !joins, !isSecondOfFlag { break }
      if joins {
        _ = cluster.append(properties)
      } else {
        cluster = ClusterState(first: properties)
      }
      let place = position
      position += length
      if isSecondOfFlag {
        cell.append(scalar)
        cell.columns = 2
      } else if isBase {
        cell.lower = place
        cell.columns = properties.columns
        cell.append(scalar == 0x09 ? 0x20 : scalar)
        if properties.graphemeClass == .pictograph, place >= apartUpper, takePictographs(bytes, into: &cell) {
          break
        }
      } else if cell.scalarCount > 0, isTone || !Self.isDropped(scalar) {
        cell.append(scalar)
        if isTone { cell.columns = 2 }
      }
    }
    guard cell.scalarCount > 0 else { return nil }
    cell.upper = position
    return cell
  }

  /// Takes what is joined to the pictograph before `position` into its cell, when there is anything and all of it fits.
  private mutating func takePictographs(_ bytes: UnsafePointer<UInt8>, into cell: inout CellText) -> Bool {
    var whole = cell
    var state = cluster
    var end = position
    while end < upper {
      let (scalar, length) = ScalarDecoder.decode(bytes, at: end, upper: upper)
      let properties = UnicodeTables.clusterProperties(scalar)
      guard state.joins(properties.graphemeClass),
        properties.columns == 0 || state.isJoinedToPictograph(properties)
      else { break }
      _ = state.append(properties)
      end += length
      if scalar == 0x200D || scalar == 0xFE0F || !Self.isDropped(scalar) { whole.append(scalar) }
    }
    guard let sequence = state.sequence, sequence.isJoined else { return false }
    guard sequence.isWhole else {
      apartUpper = end
      return false
    }
    // A joiner at the end would join the next cell's letter on some terminals.
    while whole.scalarCount > 1, whole.scalars[whole.scalarCount - 1] == 0x200D { whole.scalarCount -= 1 }
    whole.columns = sequence.columns
    cell = whole
    cluster = state
    position = end
    return true
  }

  /// Joiners, variation selectors and tags ask for glyphs that terminals disagree on, outside of joined pictographs.
  private static func isDropped(_ scalar: UInt32) -> Bool {
    scalar == 0x200D || scalar == 0x200C || (0xFE00...0xFE0F).contains(scalar) || scalar >= 0xE0000
      || (0x200B...0x200F).contains(scalar) || (0x202A...0x202E).contains(scalar)
      || (0x2060...0x206F).contains(scalar) || scalar == 0xFEFF || scalar == 0xAD
  }
}

extension CellText {
  /// Whether it is a single regional indicator.
  fileprivate var isHalfOfFlag: Bool { scalarCount == 1 && (0x1F1E6...0x1F1FF).contains(scalars[0]) }

  /// Adds a scalar; what is too much is dropped.
  fileprivate mutating func append(_ scalar: UInt32) {
    guard scalarCount < Self.capacity else { return }
    scalars[scalarCount] = scalar
    scalarCount += 1
  }
}
