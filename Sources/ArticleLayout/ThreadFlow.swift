import ArticleModel
import TerminalText
import TerminalUI

/// A thread at a width, laid out comment by comment as it is looked at; folded subtrees take one row.
///
/// Row 0 of a comment is its header, then come its words and a blank row that carries the guides. A folded comment
/// is its header alone. A reference type because it is a cache. Owned by the main thread.
public final class ThreadFlow: Flow {
  /// The thread.
  public private(set) var thread: CommentThread { didSet { revision += 1 } }
  /// What is folded.
  public var folding: Folding { didSet { revision += 1 } }
  /// The columns of the pane.
  public private(set) var width: Int { didSet { revision += 1 } }
  /// Changes with everything that rows and layouts depend on.
  public private(set) var revision = 0
  /// Whether the figures in the comments are looked for; not before the article's marks are there, because the first
  /// search makes the tables of words, and the first screen would wait for them.
  public var marksFigures = true {
    didSet {
      guard marksFigures != oldValue else { return }
      revision += 1
      spans.removeAll()
    }
  }
  private let glyphs: Glyphs
  private let findFigures: @Sendable (RichText) -> [Figure]
  private var layouts = LayoutCache<CommentLayout>()
  /// The spans of the comments that were drawn.
  private var spans = LayoutCache<SpanIndex>()
  /// The rows of comments' bodies, which are asked for far more often than the layouts.
  private var bodyRows = LayoutCache<Int>()
  private var top = ClampedTop()

  /// The columns that a comment's text keeps, however deep it is.
  private static let narrowestText = 40
  /// Levels that are indented even where the text gets narrower than that.
  private static let leastLevels = 3

  /// Makes a flow with nothing folded.
  ///
  /// - Parameters:
  ///   - thread: The thread.
  ///   - width: The columns of the pane.
  ///   - glyphs: The signs to draw with.
  ///   - findFigures: Finds the figures of a comment's body.
  public init(
    thread: CommentThread, width: Int, glyphs: Glyphs, findFigures: @escaping @Sendable (RichText) -> [Figure]
  ) {
    self.thread = thread
    self.width = width
    self.glyphs = glyphs
    self.findFigures = findFigures
    folding = Folding(count: thread.count)
  }

  /// Changes the columns of the pane.
  public func resize(to width: Int) {
    guard width != self.width else { return }
    self.width = width
    layouts.removeAll()
    bodyRows.removeAll()
  }

  /// Replaces the thread by the same one with its bodies decoded.
  public func replace(thread: CommentThread) {
    precondition(thread.count == self.thread.count, "the same thread has as many comments")
    self.thread = thread
    layouts.removeAll()
    spans.removeAll()
    bodyRows.removeAll()
  }

  /// The first comment, or `nil` without one.
  public var firstItem: Int? { thread.isEmpty ? nil : 0 }

  /// The last visible comment, or `nil` without one.
  public var lastItem: Int? {
    thread.isEmpty ? nil : folding.visible(thread.count - 1, in: thread)
  }

  /// The visible comment after `item`, or `nil` at the end.
  public func item(after item: Int) -> Int? {
    let next = folding[item] ? item + thread.subtreeCount(of: item) : item + 1
    return next < thread.count ? next : nil
  }

  /// The visible comment before `item`.
  ///
  /// - Complexity: O(levels between the two).
  public func item(before item: Int) -> Int? {
    guard item > 0 else { return nil }
    var result = item - 1
    var current = item - 1
    // Whatever is above both is unfolded, for `item` is visible: look only at the levels below that.
    let shared = thread.parent(of: item)
    while current != shared, let parent = thread.parent(of: current) {
      if parent != shared, folding[parent] { result = parent }
      current = parent
    }
    return result
  }

  /// The rows of a visible comment: 1 when it is folded.
  public func height(of item: Int) -> Int {
    guard !folding[item] else { return 1 }
    if let rows = bodyRows[item] { return 2 + rows }
    let rows = layout(of: item).rows
    bodyRows[item] = rows
    return 2 + rows
  }

  /// The position of a top that shows no blank rows below the end while there are rows above.
  public func clampedTop(_ top: FlowPosition, rows: Int) -> FlowPosition {
    self.top.answer(top, rows: rows, revision: revision) { findClampedTop(top, rows: rows) }
  }

  /// The levels that are drawn at most; deeper comments stand at this indent and say their depth.
  public var plateau: Int { max(min(Self.leastLevels, width / 4), width - 3 - Self.narrowestText) }

  /// The levels by which a comment is indented.
  public func indent(of item: Int) -> Int { min(thread.depth(of: item), plateau) }

  /// The column of a comment's text: guides, the fold mark, a space.
  public func textColumn(of item: Int) -> Int { indent(of: item) + 2 }

  /// The body of a comment, laid out.
  public func layout(of item: Int) -> CommentLayout {
    if let layout = layouts[item] { return layout }
    let layout = CommentLayout(
      body: thread.body(of: item), width: max(8, width - textColumn(of: item) - 1), glyphs: glyphs)
    layouts[item] = layout
    return layout
  }

  /// What the words in a stretch of a comment's body mean, its figures among them.
  public func spans(of item: Int, in range: TextRange) -> [ScopedSpan] {
    if let spans = spans[item] { return spans.spans(in: range) }
    let body = layout(of: item).body
    let found = SpanIndex(ArticleScopes.spans(of: body, figures: marksFigures ? findFigures(body) : []))
    spans[item] = found
    return found.spans(in: range)
  }

  /// A guide column left of a comment.
  public enum Guide: Sendable {
    /// Nothing.
    case blank
    /// A line that goes on below.
    case line
    /// A branch to this comment; more siblings follow.
    case branch
    /// A branch to this comment, the last of its siblings.
    case lastBranch
  }

  /// The guides left of a comment with the depth of each, outermost first.
  ///
  /// Past the plateau only the innermost levels are drawn.
  ///
  /// - Parameters:
  ///   - item: The comment.
  ///   - isHeader: Whether for the header row or for the rows below it.
  /// - Returns: One guide for each indented level.
  /// - Complexity: O(levels drawn).
  public func guides(of item: Int, isHeader: Bool) -> [(guide: Guide, depth: Int)] {
    var result: [(guide: Guide, depth: Int)] = []
    var current = item
    for level in 0..<indent(of: item) {
      let hasNext = thread.nextSibling(of: current) != nil
      let guide: Guide =
        if level == 0 && isHeader { hasNext ? .branch : .lastBranch } else { hasNext ? .line : .blank }
      let depth = thread.depth(of: current) - 1
      result.append((guide, depth))
      guard let parent = thread.parent(of: current) else { break }
      current = parent
    }
    return result.reversed()
  }
}
