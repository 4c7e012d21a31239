import HTMLTree
import TerminalText

// Named here once, so that the readers of pages need not know where trees come from.
typealias HTMLDocument = HTMLTree.HTMLDocument
typealias HTMLTag = HTMLTree.HTMLTag

extension HTMLDocument {
  /// An attribute's value, cleaned and on one line; `nil` when the element does not have it.
  func attribute(_ name: String, of node: Int) -> String? {
    attributeBytes(name, of: node).map { $0.withUnsafeBufferPointer { Sanitizer.cleanLine($0) } }
  }

  /// The visible words of a subtree on one line.
  ///
  /// - Complexity: O(size of the subtree).
  func text(of node: Int) -> String {
    if nodes[node].tag == .text { return textBytes(node).withUnsafeBufferPointer { Sanitizer.cleanLine($0) } }
    var words: [UInt8] = []
    var next = node
    let end = subtree(of: node).upperBound
    while next < end {
      let tag = nodes[next].tag
      if tag == .text {
        words += textBytes(next)
      } else if tag.isInvisible, next != node {
        next = Int(nodes[next].end)
        continue
      } else if !tag.isInline || tag == .br {
        words.append(0x20)
      }
      next += 1
    }
    return words.withUnsafeBufferPointer { Sanitizer.cleanLine($0) }
  }
}
