import HTMLTree
import TerminalText

// Named here once, so that the readers of pages need not know where trees come from.
typealias HTMLDocument = HTMLTree.HTMLDocument
typealias HTMLTag = HTMLTree.HTMLTag

extension HTMLDocument {
  /// An attribute's value, cleaned and on one line; `nil` when the element does not have it.
  func attribute(_ name: String, of node: Int) -> String? {
    attributeBytes(name, of: node).map { Sanitizer.cleanLine(String(decoding: $0, as: UTF8.self)) }
  }

  /// The visible words of a subtree on one line.
  ///
  /// - Complexity: O(size of the subtree).
  func text(of node: Int) -> String {
    var words: [UInt8] = []
    var next = node
    let end = subtree(of: node).upperBound
    while next < end {
      let tag = nodes[next].tag
      if tag == .text {
        words.append(contentsOf: textBytes(next))
      } else if tag.isInvisible, next != node {
        next = Int(nodes[next].end)
        continue
      } else if !tag.isInline || tag == .br {
        words.append(0x20)
      }
      next += 1
    }
    return Sanitizer.cleanLine(String(decoding: words, as: UTF8.self))
  }
}
