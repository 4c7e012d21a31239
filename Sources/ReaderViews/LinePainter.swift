import ArticleLayout
import ArticleModel
import ReaderCore
import TerminalText
import TerminalUI
import Themes

/// Draws the pieces of a line with the spans that lie over them.
struct LinePainter {
  let theme: Theme

  /// Draws a line.
  ///
  /// - Parameters:
  ///   - pieces: What is on the line.
  ///   - text: The text that the pieces' ranges belong to.
  ///   - spans: The spans on the line, in the order of their starts.
  ///   - raised: Spans that lie over all others: matches, the selection.
  ///   - x: The column of the left edge of the text.
  ///   - y: The row.
  ///   - limit: The column before which everything is cut.
  ///   - surface: What is drawn on.
  func draw(
    _ pieces: [LinePiece], of text: RichText, spans: [ScopedSpan], raised: [ScopedSpan], x: Int, y: Int,
    limit: Int,
    on surface: inout Surface
  ) {
    let all = spans + raised
    for piece in pieces {
      let edge = min(limit, piece.limit == .max ? limit : x + piece.limit)
      switch piece.content {
      case .literal(let sign):
        surface.write(sign, x: x + piece.x, y: y, limit: edge, style: theme.style(piece.scopes))
      case .text(let lower, let upper):
        draw(text, Int(lower), Int(upper), all, piece.scopes, x: x + piece.x, y: y, edge: edge, on: &surface)
      }
    }
  }

  /// Draws the letters of links over the beginnings of their words.
  func draw(
    _ hints: [LinkHint], on pieces: [LinePiece], of text: RichText, x: Int, y: Int, limit: Int,
    _ surface: inout Surface
  ) {
    for hint in hints {
      for piece in pieces {
        guard case .text(let lower, let upper) = piece.content, hint.offset >= lower, hint.offset < upper
        else {
          continue
        }
        let before = text.utf8.withUnsafeBufferPointer {
          ColumnWidth.of(UnsafeBufferPointer(rebasing: $0[Int(lower)..<hint.offset]))
        }
        surface.write(
          hint.label, x: x + piece.x + before, y: y, limit: limit, style: theme.style(.searchCurrent))
      }
    }
  }

  private func draw(
    _ text: RichText, _ lower: Int, _ upper: Int, _ spans: [ScopedSpan], _ base: ScopeStack, x: Int, y: Int,
    edge: Int, on surface: inout Surface
  ) {
    text.utf8.withUnsafeBufferPointer { utf8 in
      var column = x
      var start = lower
      while start < upper, column < edge {
        // As far as no span begins or ends, and with the scopes of those that lie over it.
        var end = upper
        var scopes = base
        for span in spans {
          let (first, last) = (Int(span.range.lower), Int(span.range.upper))
          if first <= start, start < last {
            scopes.push(span.scope)
            end = min(end, last)
          } else if first > start {
            end = min(end, first)
          }
        }
        column = surface.write(
          UnsafeBufferPointer(rebasing: utf8[start..<end]), x: column, y: y, limit: edge,
          style: theme.style(scopes))
        start = end
      }
    }
  }
}
