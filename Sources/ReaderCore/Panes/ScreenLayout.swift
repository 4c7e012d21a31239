import TerminalUI

/// Where everything is on a screen of a size.
///
/// Row 0 is the title bar, the last row the status line. Pure geometry: the same input gives the same rectangles.
public struct ScreenLayout: Hashable, Sendable {
  /// What decides the geometry.
  public struct Input: Hashable, Sendable {
    /// The size of the screen.
    public var size: Size
    /// The choice of the user.
    public var arrangement: Arrangement
    /// Whether the focused pane takes the whole screen.
    public var isMaximized: Bool
    /// The pane with the focus.
    public var focus: Pane
    /// Whether there is a discussion.
    public var hasThread: Bool
    /// The columns that article text wants.
    public var textWidth: Int
    /// How far the user moved the divider between columns.
    public var columnShift: Int
    /// How far the user moved the divider between rows.
    public var rowShift: Int
    /// The rows the whole article takes, when that is less than its share.
    public var articleRows: Int?

    /// Makes an input.
    public init(
      size: Size, arrangement: Arrangement = .automatic, isMaximized: Bool = false, focus: Pane = .article,
      hasThread: Bool = true, textWidth: Int = 72, columnShift: Int = 0, rowShift: Int = 0,
      articleRows: Int? = nil
    ) {
      self.size = size
      self.arrangement = arrangement
      self.isMaximized = isMaximized
      self.focus = focus
      self.hasThread = hasThread
      self.textWidth = textWidth
      self.columnShift = columnShift
      self.rowShift = rowShift
      self.articleRows = articleRows
    }
  }

  /// The arrangement in force; never `automatic`.
  public let arrangement: Arrangement
  /// The title bar; empty on a screen of one or two rows.
  public let titleBar: Rect
  /// The status line; empty on a screen of one row.
  public let statusLine: Rect
  /// The article's rows, or `nil` when it is not shown.
  public private(set) var article: Rect?
  /// The discussion's rows, or `nil` when it is not shown.
  public private(set) var comments: Rect?
  /// The index's rows, or `nil` when it is not shown.
  public private(set) var index: Rect?
  /// The row between article and discussion in the stacked arrangement.
  public private(set) var rowDivider: Rect?
  /// The columns between panes.
  public private(set) var columnDividers: [Rect] = []

  /// The columns left of article text where marks stand.
  public static let margin = 3
  /// The columns of the index.
  public static let indexWidth = 36
  static let narrowestPane = 20
  static let lowestPane = 3

  /// Computes the geometry.
  public init(_ input: Input) {
    let size = input.size
    let hasStatus = size.height > 1
    let hasTitle = size.height > 2
    titleBar = Rect(x: 0, y: 0, width: hasTitle ? size.width : 0, height: hasTitle ? 1 : 0)
    statusLine = Rect(x: 0, y: size.height - 1, width: hasStatus ? size.width : 0, height: hasStatus ? 1 : 0)
    let content = Rect(
      x: 0, y: hasTitle ? 1 : 0, width: size.width,
      height: size.height - (hasTitle ? 1 : 0) - (hasStatus ? 1 : 0))
    let arrangement = Self.arrangement(input, content)
    self.arrangement = arrangement
    switch arrangement {
    case .automatic, .single:
      switch input.focus {
      case .comments where input.hasThread: comments = Self.padded(content)
      case .index: index = content
      default: article = content
      }
    case .stacked: stack(content, input)
    case .sideBySide, .threeColumns: placeColumns(content, input, hasIndex: arrangement == .threeColumns)
    }
  }

  /// The rectangle of a pane, or `nil` when it is not shown.
  public func rect(of pane: Pane) -> Rect? {
    switch pane {
    case .article: article
    case .comments: comments
    case .index: index
    }
  }

  /// The panes that are shown, in the order of the focus keys.
  public var panes: [Pane] { Pane.allCases.filter { rect(of: $0) != nil } }

  /// The pane at a place.
  public func pane(at point: Point) -> Pane? {
    panes.first { rect(of: $0)?.contains(point) ?? false }
  }

  /// The columns of article text in a pane, and the column where they begin: centred, right of the margin.
  public static func textColumns(in pane: Rect, textWidth: Int) -> (x: Int, width: Int) {
    let side = pane.width >= 44 ? margin : min(2, pane.width / 10)
    let width = max(1, min(textWidth, pane.width - side - 1))
    return (pane.x + max(side, (pane.width - width) / 2), width)
  }

  private static func arrangement(_ input: Input, _ content: Rect) -> Arrangement {
    let size = input.size
    if input.isMaximized { return .single }
    let canShare = content.height >= 2 * lowestPane + 1 && size.width >= 24
    let canColumn = size.width >= 2 * narrowestPane + 1 && content.height > 0
    switch input.arrangement {
    case .single: return .single
    case .stacked where input.hasThread && canShare: return .stacked
    case .sideBySide where input.hasThread && canColumn: return .sideBySide
    case .threeColumns where size.width >= indexWidth + 2 * narrowestPane + 2: return .threeColumns
    default: break
    }
    if size.width >= 170, size.height >= 16 { return .threeColumns }
    guard input.hasThread, size.width >= 60, size.height >= 16 else { return .single }
    return size.width < 110 ? .stacked : .sideBySide
  }

  private mutating func stack(_ content: Rect, _ input: Input) {
    let rows = content.height - 1
    var share = (rows * 11 + 10) / 20
    if let needed = input.articleRows { share = min(share, max(Self.lowestPane, needed)) }
    let above = max(Self.lowestPane, min(rows - Self.lowestPane, share + input.rowShift))
    article = Rect(x: 0, y: content.y, width: content.width, height: above)
    rowDivider = Rect(x: 0, y: content.y + above, width: content.width, height: 1)
    comments = Self.padded(Rect(x: 0, y: content.y + above + 1, width: content.width, height: rows - above))
  }

  /// One column of air on the left, where there is room for it.
  private static func padded(_ rect: Rect) -> Rect {
    rect.width < 44 ? rect : Rect(x: rect.x + 1, y: rect.y, width: rect.width - 1, height: rect.height)
  }

  private mutating func placeColumns(_ content: Rect, _ input: Input, hasIndex: Bool) {
    var rest = content
    if hasIndex {
      let width = Self.indexWidth
      index = Rect(x: content.maxX - width, y: content.y, width: width, height: content.height)
      columnDividers.append(Rect(x: content.maxX - width - 1, y: content.y, width: 1, height: content.height))
      rest.width -= width + 1
    }
    guard input.hasThread else {
      article = rest
      return
    }
    let wanted = input.textWidth + Self.margin + 2
    let share = max(min(wanted, 65), min(wanted, rest.width * 58 / 100))
    let left = max(Self.narrowestPane, min(rest.width - 1 - Self.narrowestPane, share + input.columnShift))
    article = Rect(x: rest.x, y: rest.y, width: left, height: rest.height)
    columnDividers.append(Rect(x: rest.x + left, y: rest.y, width: 1, height: rest.height))
    comments = Self.padded(
      Rect(x: rest.x + left + 1, y: rest.y, width: rest.width - left - 1, height: rest.height))
  }
}
