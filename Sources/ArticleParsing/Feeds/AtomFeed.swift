import ArticleModel
import XMLTree

/// Reads Atom 1.0 and 0.3.
struct AtomFeed {
  private let document: XMLDocument
  private let root: Int
  /// What stands before the names: nothing in a feed that forgot its namespace.
  private let prefix: String

  static func feed(_ document: XMLDocument, root: Int) -> Feed {
    AtomFeed(
      document: document, root: root,
      prefix: document.name(of: root)?.hasPrefix("atom:") == true ? "atom:" : ""
    )
    .feed()
  }

  private func child(_ name: String, of node: Int) -> Int? { document.child(of: node, named: prefix + name) }

  private func feed() -> Feed {
    var feed = Feed()
    feed.title = child("title", of: root).flatMap { line($0) }
    feed.address = link(of: root, relation: "alternate")
    feed.id = document.line(prefix + "id", of: root) ?? link(of: root, relation: "self") ?? feed.address ?? ""
    feed.language = FeedText.language(document.cleanAttribute("xml:lang", of: root))
    feed.subtitle = (child("subtitle", of: root) ?? child("tagline", of: root)).map { html($0) } ?? []
    let author = author(of: root)
    // A single entry is a document of its own.
    let isEntry = document.name(of: root) == prefix + "entry"
    let entries = isEntry ? [root] : document.children(of: root, named: prefix + "entry")
    feed.entries = entries.map { entry($0, feedAuthor: author) }
    return feed
  }

  private func entry(_ node: Int, feedAuthor: String?) -> Feed.Entry {
    var entry = Feed.Entry()
    entry.title = child("title", of: node).flatMap { line($0) }
    entry.address = link(of: node, relation: "alternate")
    entry.id = document.line(prefix + "id", of: node) ?? entry.address ?? ""
    entry.author = author(of: node) ?? document.plainLine("dc:creator", of: node) ?? feedAuthor
    let date =
      ["published", "issued", "created", "updated", "modified"].lazy.compactMap {
        document.line(prefix + $0, of: node)
      }.first
    entry.setDate(date)
    if let content = child("content", of: node) { entry.content = html(content) }
    if entry.content.allSatisfy({ $0 <= 0x20 }), let summary = child("summary", of: node) {
      entry.content = html(summary)
      entry.isExcerpt = true
    }
    for category in document.children(of: node, named: prefix + "category")
    where document.cleanAttribute("scheme", of: category)?.hasSuffix("#kind") == true {
      entry.kind = document.cleanAttribute("term", of: category)?.split(separator: "#").last.map(String.init)
    }
    if let type = document.line("blogger:type", of: node) { entry.kind = type.lowercased() }
    entry.repliesTo = document.children(of: node, named: "thr:in-reply-to").compactMap {
      document.cleanAttribute("ref", of: $0)
    }
    entry.repliesToAddress = document.child(of: node, named: "thr:in-reply-to").flatMap {
      document.cleanAttribute("href", of: $0)
    }
    if let post = document.line("blogger:parent", of: node) { entry.repliesTo.append(post) }
    entry.related = document.children(of: node, named: prefix + "link").filter {
      document.cleanAttribute("rel", of: $0) == "related"
    }.compactMap { document.cleanAttribute("href", of: $0)?.split(separator: "/").last.map(String.init) }
    if let comment = document.line("blogger:inreplyto", of: node) { entry.related.append(comment) }
    return entry
  }

  private func author(of node: Int) -> String? {
    guard let author = child("author", of: node) else { return nil }
    return (document.plainLine(prefix + "name", of: author) ?? document.line(of: author)).flatMap {
      PersonName.shown($0)
    }
  }

  /// The address of a link with a relation; one without a relation is `alternate`.
  private func link(of node: Int, relation: String) -> String? {
    let links = document.children(of: node, named: prefix + "link").filter {
      (document.cleanAttribute("rel", of: $0) ?? "alternate") == relation
    }
    let page =
      links.first { document.cleanAttribute("type", of: $0)?.hasPrefix("text/html") ?? true } ?? links.first
    return page.flatMap { document.cleanAttribute("href", of: $0) }.map { $0.filter { $0 > " " } }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A text construct as HTML.
  private func html(_ node: Int) -> [UInt8] {
    let type = document.cleanAttribute("type", of: node) ?? ""
    let mode = document.cleanAttribute("mode", of: node)
    if type == "xhtml" || mode == "xml" || mode == nil && type == "application/xhtml+xml" {
      return document.markup(inside: node)
    }
    let text = document.text(of: node)
    if mode == "base64" { return Base64.decoded(text) }
    if type == "html" || type == "text/html" || mode == "escaped" { return text }
    // Words that are called plain and are full of tags were meant as HTML, and elements in them too.
    if Array(document.children(of: node)).count > 0 { return document.markup(inside: node) }
    return type.isEmpty && Self.hasTags(text) ? text : FeedText.html(ofPlainText: text)
  }

  private func line(_ node: Int) -> String? { FeedText.line(ofHTML: html(node)) }

  private static func hasTags(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { ASCII.find("</", in: $0) != nil || ASCII.find("<br", in: $0) != nil }
  }
}
