import ArticleModel
import TerminalText
import TerminalUI

/// A part of a line: words of the text, or a sign that layout adds.
public struct LinePiece: Sendable {
  /// What is drawn.
  public enum Content: Sendable {
    /// Bytes of the text that the line belongs to.
    case text(lower: Int32, upper: Int32)
    /// A sign of ours.
    case literal(String)
  }

  /// What is drawn.
  public var content: Content
  /// The column where it starts, from the left edge of the text.
  public var x: Int
  /// The column before which it is cut.
  public var limit: Int
  /// What it means, before spans of the text are laid over it.
  public var scopes: ScopeStack

  /// Makes a piece.
  public init(_ content: Content, x: Int, limit: Int = .max, scopes: ScopeStack) {
    self.content = content
    self.x = x
    self.limit = limit
    self.scopes = scopes
  }
}

extension LinePiece {
  /// The offset of the byte of the text that is drawn at a column; `nil` beside the words.
  func offset(at column: Int, in text: RichText) -> Int? {
    guard case .text(let lower, let upper) = content, column >= x else { return nil }
    return text.utf8.withUnsafeBufferPointer { utf8 in
      var clusters = ClusterIterator(utf8, lower: Int(lower), upper: Int(upper))
      var right = x
      while let cluster = clusters.next() {
        right += cluster.columns
        if column < right { return cluster.lower }
      }
      return nil
    }
  }
}
