/// Finds the element that holds the article.
struct MainContent {
  /// The element that holds the article.
  private(set) var root: Int
  /// The bytes of text outside links below each node, boilerplate and comments left out.
  private(set) var mass: [Int32]
  private let document: HTMLDocument

  /// Looks for the article in a page.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - isCut: For each node, whether it and its descendants are out of the question.
  init(_ document: HTMLDocument, isCut: [Bool]) {
    self.document = document
    mass = Self.masses(document, isCut: isCut)
    let body = document.firstDescendant(of: 0) { document.tag($0) == .body } ?? 0
    root = body
    root = startingPoint(body: body)
    descend()
  }

  /// The element that names itself the article when it holds a fair part of the page's words, else the body.
  private func startingPoint(body: Int) -> Int {
    var best = body
    for node in document.descendants(of: body) where isContentElement(node) && mass[node] > 0 {
      // The outermost of equally heavy elements keeps the headline and the lead.
      if best == body || mass[node] > mass[best] { best = node }
    }
    return Int(mass[best]) * 5 >= Int(mass[body]) * 2 ? best : body
  }

  private func isContentElement(_ node: Int) -> Bool {
    switch document.tag(node) {
    case .article, .main: return true
    case .text: return false
    default: break
    }
    guard document.nodes[node].attributeCount > 0 else { return false }
    if let property = document.attributeBytes("itemprop", of: node),
      property.elementsEqual("articleBody".utf8)
    {
      return true
    }
    if let role = document.attributeBytes("role", of: node), role.elementsEqual("main".utf8) { return true }
    return false
  }

  /// Goes down while one child holds nearly everything; never below what names itself an article.
  private mutating func descend() {
    while true {
      let share: Int32 = isContentElement(root) ? 95 : 82
      guard document.tag(root) != .article,
        let child = document.children(of: root).first(where: {
          mass[$0] > 0 && Int(mass[$0]) * 100 >= Int(mass[root]) * Int(share)
        }),
        Self.isContainer(document.tag(child))
      else { return }
      root = child
    }
  }

  private static func isContainer(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .p, .ul, .ol, .blockquote, .pre, .dl, .table, .h1, .h2: false
    default: !tag.isInline || tag == .span
    }
  }

  /// The bytes of text below each node; words in links count a quarter.
  static func masses(_ document: HTMLDocument, isCut: [Bool]) -> [Int32] {
    var mass = [Int32](repeating: 0, count: document.nodes.count)
    var linkEnd = 0
    var cutEnd = 0
    for node in document.nodes.indices {
      if node < cutEnd { continue }
      if isCut[node] {
        cutEnd = Int(document.nodes[node].end)
      } else if document.tag(node) == .a {
        linkEnd = max(linkEnd, Int(document.nodes[node].end))
      } else if document.tag(node) == .text {
        // Links count a quarter: a list of teasers is not an article, an article full of links is one.
        let count = document.textBytes(node).reduce(Int32(0)) { $1 > 0x20 ? $0 + 1 : $0 }
        mass[node] = node < linkEnd ? count / 4 : count
      }
    }
    for node in document.nodes.indices.reversed() {
      guard let parent = document.parent(of: node) else { continue }
      mass[parent] &+= mass[node]
    }
    return mass
  }
}
