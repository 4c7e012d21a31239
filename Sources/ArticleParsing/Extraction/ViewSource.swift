import HTMLTree

/// Pages that show the source of another page, as browsers save them from their view of it.
enum ViewSource {
  /// The source of the page that is shown; `nil` when the document is a page of its own.
  ///
  /// Firefox names the body `viewsource` and puts the source into `pre` elements; Chromium makes a table with the number
  /// and the words of each line.
  ///
  /// - Complexity: O(size of the document).
  static func source(in document: HTMLDocument) -> [UInt8]? {
    guard let body = document.nodes.indices.first(where: { document.tag($0) == .body }) else { return nil }
    let isFirefox = document.attribute("id", of: body) == "viewsource"
    if !isFirefox {
      guard let cell = document.nodes.indices.first(where: { document.tag($0) == .td }),
        document.hasClass("line-number", cell)
      else { return nil }
    }
    var source: [UInt8] = []
    var next = body
    while next < document.nodes.count {
      guard isFirefox ? document.tag(next) == .pre : document.hasClass("line-content", next) else {
        next += 1
        continue
      }
      let subtree = document.subtree(of: next)
      for node in subtree where document.tag(node) == .text {
        source.append(contentsOf: document.textBytes(node))
      }
      source.append(0x0A)
      next = subtree.upperBound
    }
    return source.contains(UInt8(ascii: "<")) ? source : nil
  }
}
