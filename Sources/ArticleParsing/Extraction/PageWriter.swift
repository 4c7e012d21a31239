import ArticleModel

/// Writes a subtree of a page as blocks.
///
/// A loop over the nodes in document order with a stack of open elements; depth costs nothing.
struct PageWriter {
  private let document: HTMLDocument
  private let base: String?
  private let isHidden: [Bool]
  /// Elements that are block quotations whatever their tags: posts of social networks.
  private let quotations: Set<Int>
  /// Called for each element and text before it is written; returns `true` when the element has been dealt with.
  private let setAside: (Int, Int) -> Bool
  private var flow: TextFlow
  private var open: [(tag: TextTag, end: Int)] = []

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - base: The page's address, for links; `nil` leaves them as they are.
  ///   - isHidden: For each node, whether it and its descendants are left out.
  ///   - quotations: Elements that are block quotations whatever their tags.
  ///   - quotesMarkedLines: Whether a line that starts with `>` is a block quotation.
  ///   - setAside: Called for each element and text with the number of blocks before it; `true` leaves it out.
  init(
    _ document: HTMLDocument, base: String?, isHidden: [Bool], quotations: Set<Int> = [],
    quotesMarkedLines: Bool = false, setAside: @escaping (Int, Int) -> Bool
  ) {
    self.document = document
    self.base = base
    self.isHidden = isHidden
    self.setAside = setAside
    self.quotations = quotations
    flow = TextFlow(quotesMarkedLines: quotesMarkedLines)
  }

  /// Writes what is inside `root`.
  ///
  /// - Complexity: O(size of the subtree).
  mutating func write(_ root: Int) -> RichText { write(nodes: document.subtree(of: root)) }

  /// Writes elements that follow one another, with what is inside them.
  ///
  /// - Complexity: O(number of nodes).
  mutating func write(nodes: Range<Int>) -> RichText {
    var next = nodes.lowerBound
    while next < nodes.upperBound {
      while let top = open.last, top.end <= next {
        flow.close(top.tag)
        open.removeLast()
      }
      next = step(next)
    }
    while let top = open.popLast() { flow.close(top.tag) }
    return flow.finish()
  }

  /// Writes one node; returns the next one to look at.
  private mutating func step(_ node: Int) -> Int {
    let tag = document.tag(node)
    let end = document.subtree(of: node).upperBound
    if isHidden[node] { return end }
    if tag == .text {
      if setAside(node, flow.blockCount) { return end }
      document.bytes.withUnsafeBufferPointer { bytes in
        let range = document.textBytes(node).indices
        flow.append(UnsafeBufferPointer(rebasing: bytes[range]))
      }
      return node + 1
    }
    if tag.isInvisible { return end }
    if setAside(node, flow.blockCount) {
      if tag == .li { flow.skipItem(number: number(of: node)) }
      return end
    }
    switch tag {
    case .img:
      appendPicture(node)
      return end
    case .other where PagePicture.isImage(node, in: document):
      appendPicture(node)
      return end
    case .figure: if appendFigure(node) { return end }
    case .a, .sup, .pre, .span, .td:
      if let sign = NoteSign(node, in: document) {
        append(sign, of: node)
        return end
      }
    case .table:
      appendCaption(of: node)
      if let table = PageTable(node, in: document, isHidden: isHidden) {
        flow.appendTable(rows: table.rows, headerRows: table.headerRows)
        return end
      }
    default: break
    }
    let isUnknown = tag == .other && !PageNodes.isBlock(tag, node, document)
    var meaning = isUnknown ? TextTag.other : TextTag(tag)
    if quotations.contains(node), meaning == .division || meaning == .other || meaning == .p {
      meaning = .blockquote
    }
    guard meaning != .other else { return node + 1 }
    let target = tag == .a ? document.attribute("href", of: node) : nil
    if tag == .a, !(target.map { HTMLLink.isSafe(Array($0.utf8)) } ?? false) { return node + 1 }
    flow.open(
      meaning, target: target.map { Array(HTMLLink.resolve($0, base: base).utf8) },
      firstNumber: number(of: node))
    if end > node + 1 || meaning != .br { open.append((meaning, end)) }
    return node + 1
  }

  /// The number that an ordered list begins with or an item has, where the page states it.
  private func number(of node: Int) -> Int? {
    switch document.tag(node) {
    case .ol: document.attribute("start", of: node).flatMap { Int($0) }
    case .li: document.attribute("value", of: node).flatMap { Int($0) }
    default: nil
    }
  }

  /// Writes an image as a picture; small ones that stand for a character as their alternative text.
  private mutating func appendPicture(_ node: Int) {
    if let picture = PagePicture(node, in: document, base: base) {
      flow.append(picture)
    } else if let text = document.attribute("alt", of: node), !text.isEmpty, text.unicodeScalars.count <= 4 {
      var copy = text
      copy.withUTF8 { flow.append($0) }
    }
  }

  /// Writes a sign as words, when the text it stands for would be written.
  private mutating func append(_ sign: NoteSign, of node: Int) {
    guard case .words(var words) = sign,
      let text = document.firstDescendant(of: node, where: { document.tag($0) == .text }), !isHidden[text],
      !setAside(text, flow.blockCount)
    else { return }
    words.withUTF8 { flow.append($0) }
  }

  /// Writes the caption of a table as a paragraph before it.
  private mutating func appendCaption(of table: Int) {
    guard let caption = document.children(of: table).first(where: { document.tag($0) == .caption }),
      !isHidden[caption]
    else { return }
    let texts = document.descendants(of: caption).filter { document.tag($0) == .text }
    guard let first = texts.first, !setAside(first, flow.blockCount) else { return }
    var words = document.text(of: caption)
    guard !words.isEmpty else { return }
    flow.open(.p, target: nil, firstNumber: nil)
    words.withUTF8 { flow.append($0) }
    flow.close(.p)
  }

  /// Writes a figure of images with its caption; `false` when it shows something else.
  private mutating func appendFigure(_ node: Int) -> Bool {
    var pictures = document.descendants(of: node).compactMap {
      PagePicture($0, in: document, base: base)
    }
    guard let last = pictures.indices.last,
      document.firstDescendant(of: node, where: { [.table, .pre, .blockquote].contains(document.tag($0)) })
        == nil
    else { return false }
    if let caption = document.firstDescendant(of: node, where: { document.tag($0) == .figcaption }) {
      pictures[last].caption = document.text(of: caption)
    }
    var seen: Set<String> = []
    for picture in pictures where seen.insert(picture.source).inserted || !picture.caption.isEmpty {
      flow.append(picture)
    }
    return true
  }
}
