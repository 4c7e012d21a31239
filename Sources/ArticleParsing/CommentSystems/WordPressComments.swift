import ArticleModel

/// The comment list of WordPress itself, as most themes print it.
///
/// A comment is a `li` (or `div`, `article`) that carries the core classes or an identifier `comment-N`; replies are
/// inside it.
struct WordPressComments: CommentSystem {
  let name = "wordpress"

  func matches(_ document: HTMLDocument) -> Bool { !units(in: document).isEmpty }

  func thread(from document: HTMLDocument, base: String?) -> (thread: CommentThread, containers: [Int]) {
    let units = units(in: document)
    let reader = CommentListReader(document: document, base: base, parts: Self.parts)
    return (reader.thread(of: units), Self.containers(of: units, in: document))
  }

  /// The comments of the page; only those in the comments' own section when there is one, because sidebars reuse the
  /// markup for comments on other articles.
  private func units(in document: HTMLDocument) -> [CommentListReader.Unit] {
    var units: [CommentListReader.Unit] = []
    var open: [(end: Int, id: String)] = []
    for node in document.nodes.indices where document.nodes[node].attributeCount > 0 {
      guard let unit = unit(at: node, in: document) else { continue }
      while let last = open.last, last.end <= node { open.removeLast() }
      // Themes repeat the identifier on an element inside the comment.
      if let last = open.last, !unit.id.isEmpty, last.id == unit.id { continue }
      open.append((document.subtree(of: node).upperBound, unit.id))
      units.append(unit)
    }
    let sections = document.nodes.indices.filter {
      guard let id = document.attributeBytes("id", of: $0) else { return false }
      return id.elementsEqual("comments".utf8) || id.elementsEqual("comment".utf8)
    }
    for section in sections.prefix(8) {
      let range = document.subtree(of: section)
      let inside = units.filter { range.contains($0.node) }
      if !inside.isEmpty { return inside }
    }
    return units
  }

  private func unit(at node: Int, in document: HTMLDocument) -> CommentListReader.Unit? {
    guard [.li, .div, .article].contains(document.tag(node)), mayBeComment(node, in: document) else {
      return nil
    }
    let classes = (document.attribute("class", of: node) ?? "").split(separator: " ")
    let isPing = classes.contains("pingback") || classes.contains("trackback")
    let hasDepth = classes.contains { $0.hasPrefix("depth-") }
    let isComment = classes.contains("comment") || isPing
    var id = identifier(of: node, allowsBareNumber: hasDepth, in: document)
    if id == nil, isComment, hasDepth {
      // Some themes print it on the first element inside.
      id =
        document.descendants(of: node).prefix(6).lazy.compactMap {
          identifier(of: $0, allowsBareNumber: false, in: document)
        }.first
    }
    guard isComment && hasDepth || id != nil && (isComment || document.tag(node) != .div) else { return nil }
    var unit = CommentListReader.Unit(node: node, id: id ?? "")
    if classes.contains("bypostauthor") { unit.flags.insert(.originalPoster) }
    if isPing { unit.flags.insert(.pingback) }
    if document.descendants(of: node).prefix(60).contains(where: {
      document.hasClass("comment-awaiting-moderation", $0)
    }) {
      unit.flags.insert(.pending)
    }
    return unit
  }

  /// Whether the names of an element have the words that all units have; most elements are told by this.
  private func mayBeComment(_ node: Int, in document: HTMLDocument) -> Bool {
    for name in ["class", "id"] {
      guard let value = document.attributeBytes(name, of: node) else { continue }
      let isMarked = value.withUnsafeBufferPointer { bytes in
        ASCII.find("comment", in: bytes) != nil || ASCII.find("back", in: bytes) != nil
          || ASCII.find("depth-", in: bytes) != nil
      }
      if isMarked { return true }
    }
    return document.attributeBytes("data-comment-id", of: node) != nil
  }

  /// The number in an element's identifier, when it is a comment's.
  private func identifier(of node: Int, allowsBareNumber: Bool, in document: HTMLDocument) -> String? {
    guard document.nodes[node].attributeCount > 0 else { return nil }
    for attribute in ["id", "data-comment-id"] {
      guard let value = document.attribute(attribute, of: node) else { continue }
      for prefix in ["li-comment-", "div-comment-", "comment-", ""] where value.hasPrefix(prefix) {
        let digits = value.dropFirst(prefix.count)
        let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if isNumber, !prefix.isEmpty || allowsBareNumber { return String(digits) }
      }
    }
    return nil
  }

  /// The lists around the comments, or the whole section when nothing else is in it.
  static func containers(of units: [CommentListReader.Unit], in document: HTMLDocument) -> [Int] {
    var containers: Set<Int> = []
    let isUnit = Set(units.map(\.node))
    for unit in units {
      guard let list = document.parent(of: unit.node) else { continue }
      containers.insert([.ol, .ul, .section].contains(document.tag(list)) ? list : unit.node)
    }
    for node in document.nodes.indices where document.nodes[node].attributeCount > 0 {
      guard let id = document.attribute("id", of: node), id == "comments" || id == "respond" else { continue }
      let holdsArticle = document.descendants(of: node).contains {
        document.tag($0) == .article && !isUnit.contains(document.parent(of: $0) ?? -1)
          && !isUnit.contains($0) || document.tag($0) == .h1
      }
      if !holdsArticle || id == "respond" { containers.insert(node) }
    }
    return containers.sorted()
  }

  private static let parts = CommentListReader.Parts(
    author: [
      "fn", "comment-author-name", "comment__author-name", "comment__author", "comment-author-link",
      "comment-author",
      "commentauthor", "comment_author", "author-name", "author", "vcard",
    ],
    date: [
      "comment-date", "comment_date", "comment__date", "commentmetadata", "comment-metadata", "comment-meta",
      "date",
      "comment-time", "comment-posted-on", "comment__meta", "meta",
    ],
    body: [
      "comment-content", "comment_content", "comment__content", "comment-text", "comment_text",
      "comment__text",
      "comment-entry", "commentcontent", "commenttext", "comment-body-text", "comment__body", "comment-body",
    ],
    score: ["cld-like-count-wrap"],
    residue: [
      "reply", "comment-reply-link", "comment-author", "comment-meta", "commentmetadata", "comment-metadata",
      "says",
      "comment-awaiting-moderation", "comment-edit-link", "cld-like-dislike-wrap", "comment-actions",
      "avatar",
      "comment-reply", "sharedaddy", "comment-likes", "children", "comment-respond", "likes-box",
      "comment-footer",
    ])
}
