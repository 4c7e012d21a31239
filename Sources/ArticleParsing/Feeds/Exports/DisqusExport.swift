import ArticleModel
import XMLTree

/// Reads the export of a Disqus forum: threads, which are pages of a site, and the posts on them.
struct DisqusExport {
  private static let system = "disqus-export"

  private let document: XMLDocument
  private let root: Int
  private var source: ArticleSource

  init(_ document: XMLDocument, root: Int, source: ArticleSource) {
    self.document = document
    self.root = root
    self.source = source
    self.source.commentSystem = Self.system
  }

  /// The pages that were commented on, in the order of the export; then those that the export does not describe.
  ///
  /// - Complexity: O(size of the document).
  func articles() -> [Article] {
    var articles: [Article] = []
    var threads: [ReplyList] = []
    var places: [String: Int] = [:]
    for node in document.children(of: root, named: "thread") {
      guard let id = document.cleanAttribute("dsq:id", of: node), places[id] == nil else { continue }
      places[id] = articles.count
      articles.append(article(of: node))
      threads.append(ReplyList())
    }
    for node in document.children(of: root, named: "post") {
      let thread = reference("thread", of: node) ?? ""
      let place = places[thread] ?? articles.count
      if place == articles.count {
        places[thread] = place
        var article = Article(source: source)
        article.diagnostics.append(
          Diagnostic(severity: .warning, message: "The export does not say which page these comments are on.")
        )
        articles.append(article)
        threads.append(ReplyList())
      }
      append(node, to: &threads[place], author: articles[place].byline)
    }
    for index in articles.indices where threads[index].count > 0 {
      articles[index].thread = threads[index].thread()
    }
    let read = articles.filter { $0.thread != nil }
    if read.isEmpty {
      var empty = articles.first ?? Article(source: source)
      empty.diagnostics.append(Diagnostic(severity: .note, message: "The export has no comments."))
      return [empty]
    }
    return read
  }

  private func reference(_ name: String, of node: Int) -> String? {
    document.child(of: node, named: name).flatMap { document.cleanAttribute("dsq:id", of: $0) }
  }

  private func article(of node: Int) -> Article {
    var article = Article(source: source, title: document.plainLine("title", of: node))
    let address = document.line("link", of: node)
    article.canonical = address
    article.published = document.line("createdat", of: node).flatMap { InternetDate.read($0) }
    article.byline = author(of: node)
    let message = document.child(of: node, named: "message").map { document.text(of: $0) } ?? []
    article.body = message.withUnsafeBufferPointer { PageReader.articleText(ofHTML: $0, base: address) }
    if article.body.blocks.isEmpty, let address {
      article.body = LinkParagraph.text("The article is at ", address)
    }
    return article
  }

  private func append(_ node: Int, to thread: inout ReplyList, author articleAuthor: String?) {
    var comment = Comment(id: document.cleanAttribute("dsq:id", of: node) ?? "")
    let date = document.line("createdat", of: node)
    comment.posted = date.flatMap { InternetDate.read($0) }
    if comment.posted == nil { comment.postedText = date }
    if document.line("isdeleted", of: node) == "true" { comment.flags.insert(.deleted) }
    // What moderators took out keeps its place, as everywhere.
    if document.line("isspam", of: node) == "true" { comment.flags.insert(.removed) }
    if document.line("isapproved", of: node) == "false" { comment.flags.insert(.pending) }
    if document.line("ishighlighted", of: node) == "true" { comment.flags.insert(.highlighted) }
    let author = author(of: node)
    if let author, author == articleAuthor { comment.flags.insert(.originalPoster) }
    let message = document.child(of: node, named: "message").map { document.text(of: $0) } ?? []
    thread.append(
      comment, author: author, parentID: reference("parent", of: node),
      body: message.withUnsafeBufferPointer { HTMLFragmentReader.read($0) })
  }

  /// The name of an author, never the address beside it.
  private func author(of node: Int) -> String? {
    guard let author = document.child(of: node, named: "author") else { return nil }
    return (document.plainLine("name", of: author) ?? document.line("username", of: author)).flatMap {
      PersonName.shown($0)
    }
  }
}
