import ArticleLayout

/// Where a pane is scrolled to, in a form that survives other widths.
///
/// The top row is remembered together with the width at which the user put it there and with the words it showed.
/// Another width finds those words again; coming back to the old width brings back the very same row, so that
/// dragging a window's edge to and fro moves nothing.
public struct ScrollPosition: Hashable, Sendable {
  /// The row at the top, at the current width.
  public private(set) var top: FlowPosition
  /// The words at the top: a byte offset in the article's body, or in the body of the comment `top.item`; -1 is
  /// what stands above the words.
  public private(set) var offset: Int
  private var homeTop: FlowPosition
  private var homeWidth: Int

  /// The beginning.
  public init() {
    top = FlowPosition(item: 0)
    homeTop = top
    offset = -1
    homeWidth = -1
  }

  /// Scrolls because the user wants to.
  public mutating func move(to top: FlowPosition, width: Int, offset: Int) {
    self.top = top
    self.offset = offset
    homeTop = top
    homeWidth = width
  }

  /// Follows a change of the width.
  ///
  /// - Parameters:
  ///   - width: The new width.
  ///   - find: Finds the row that shows an offset at the new width.
  public mutating func refit(width: Int, find: (Int) -> FlowPosition) {
    if homeWidth < 0 { homeWidth = width }
    top = width == homeWidth ? homeTop : find(offset)
  }
}
