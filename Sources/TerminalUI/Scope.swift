/// What a stretch of the screen means; a theme says how it looks.
///
/// Names are dotted. A theme that does not say how `quote.speaker.3` looks uses `quote.speaker`, then `quote`.
public enum Scope: UInt8, CaseIterable, Sendable {
  case text = 1, textDim, heading, heading1, strong, emphasis, code, strike, link, blockquote, listMarker
  case tableHeader, tableBorder, divider, picture, caption, title, byline
  case quote, quoteUnattributed, quoteWords, quoteSpeaker
  case quoteSpeaker1, quoteSpeaker2, quoteSpeaker3, quoteSpeaker4
  case quoteSpeaker5, quoteSpeaker6, quoteSpeaker7, quoteSpeaker8
  case quoteSelected
  case figure, figurePercent, figureMoney, figureSelected
  case marginQuote, marginFigure, marginReference
  case commentAuthor, commentAuthorOP, commentAuthorModerator, commentAuthorAnonymous
  case commentMeta, commentScore, commentDeleted, commentSelected, commentFold, commentFolded
  case threadDepth, threadDepth1, threadDepth2, threadDepth3, threadDepth4, threadDepth5, threadDepth6
  case threadDepthNumber, trail
  case status, statusKey, statusPosition, statusMessage, statusError
  case paneBorder, paneBorderFocused, searchMatch, searchCurrent
  case overlay, overlayTitle, overlaySelected, boilerplate, prompt
  case commentAuthorHighlighted, commentContext, scrollbar
  case reference, referenceSelected

  /// The last of all cases.
  public static let last = referenceSelected

  /// The dotted name that themes use.
  public var name: String { Self.names[Int(rawValue) - 1] }

  /// The scope of a dotted name, or `nil`.
  public init?(name: String) {
    // Lengths are compared first, because most names differ in them.
    let length = name.utf8.count
    guard let index = Self.names.firstIndex(where: { $0.utf8.count == length && $0 == name })
    else { return nil }
    self.init(rawValue: UInt8(index + 1))
  }

  /// The scope to use where a theme is silent about this one: the name without its last part; `nil` at the end.
  public var fallback: Scope? {
    var rest = name[...]
    while let dot = rest.utf8.lastIndex(of: UInt8(ascii: ".")) {
      rest = rest[..<dot]
      if let scope = Scope(name: String(rest)) { return scope }
    }
    return nil
  }

  /// The scope of the speaker at `index`; after eight speakers the colours repeat.
  public static func speaker(_ index: Int) -> Scope {
    Scope(rawValue: quoteSpeaker1.rawValue + UInt8(index % 8)) ?? .quoteSpeaker
  }

  /// The scope of a thread guide at `depth`; after six levels the colours repeat.
  public static func depth(_ depth: Int) -> Scope {
    Scope(rawValue: threadDepth1.rawValue + UInt8(depth % 6)) ?? .threadDepth
  }

  /// In the order of the cases.
  private static let names: [String] = [
    "text", "text.dim", "heading", "heading.1", "strong", "emphasis", "code", "strike", "link", "blockquote",
    "list.marker", "table.header", "table.border", "divider", "picture", "caption", "title", "byline",
    "quote", "quote.unattributed", "quote.words", "quote.speaker",
    "quote.speaker.1", "quote.speaker.2", "quote.speaker.3", "quote.speaker.4",
    "quote.speaker.5", "quote.speaker.6", "quote.speaker.7", "quote.speaker.8",
    "quote.selected", "figure", "figure.percent", "figure.money", "figure.selected",
    "margin.quote", "margin.figure", "margin.reference",
    "comment.author", "comment.author.op", "comment.author.moderator", "comment.author.anonymous",
    "comment.meta", "comment.score", "comment.deleted", "comment.selected", "comment.fold", "comment.folded",
    "thread.depth", "thread.depth.1", "thread.depth.2", "thread.depth.3", "thread.depth.4", "thread.depth.5",
    "thread.depth.6", "thread.depth.number", "trail",
    "status", "status.key", "status.position", "status.message", "status.error",
    "pane.border", "pane.border.focused", "search.match", "search.current",
    "overlay", "overlay.title", "overlay.selected", "boilerplate", "prompt",
    "comment.author.highlighted", "comment.context", "scrollbar",
    "reference", "reference.selected",
  ]
}

/// Up to eight scopes on top of one another, the first at the bottom.
///
/// A figure inside a quote inside a link is all three; each scope of a stack changes what its style says and lets
/// the rest shine through.
public struct ScopeStack: Hashable, Sendable {
  /// One byte a scope, the topmost in the lowest byte; 0 is empty.
  public private(set) var packed: UInt64

  /// Makes a stack of scopes, bottom first.
  public init(_ scopes: Scope...) {
    packed = 0
    for scope in scopes { push(scope) }
  }

  /// Puts a scope on top; when eight are there already, the lowest is lost.
  public mutating func push(_ scope: Scope) { packed = packed << 8 | UInt64(scope.rawValue) }

  /// The stack with one more scope on top.
  public func pushing(_ scope: Scope) -> ScopeStack {
    var copy = self
    copy.push(scope)
    return copy
  }

  /// The scopes, bottom first.
  public var scopes: [Scope] {
    (0..<8).reversed().compactMap { Scope(rawValue: UInt8(truncatingIfNeeded: packed >> (UInt64($0) * 8))) }
  }
}
