import ArticleModel
import TerminalText
import XMLTree

/// Reads the export of a WordPress site (WXR): posts and pages with their comments.
struct WordPressExport {
  private static let system = "wordpress-export"

  private let document: XMLDocument
  private let channel: Int
  private var source: ArticleSource
  /// The names to show for login names, and their numbers.
  private var authors: [String: (name: String, id: String?)] = [:]

  /// Takes an export; `nil` when the document is another kind of RSS.
  init?(_ document: XMLDocument, root: Int, source: ArticleSource) {
    let channel = document.child(of: root, named: "channel") ?? root
    guard
      document.index(ofName: "wp:post_type") != nil || document.index(ofName: "wp:comment") != nil
        || document.index(ofName: "wp:wxr_version") != nil
    else { return nil }
    self.document = document
    self.channel = channel
    self.source = source
    self.source.commentSystem = Self.system
    for author in document.children(of: channel, named: "wp:author") {
      guard let login = document.line("wp:author_login", of: author) else { continue }
      authors[login] = (
        document.plainLine("wp:author_display_name", of: author) ?? login,
        document.line("wp:author_id", of: author)
      )
    }
  }

  /// The posts and pages that have words or comments, in the order of the export.
  ///
  /// - Complexity: O(size of the document).
  func articles() -> [Article] {
    let items = document.children(of: channel, named: "item")
    var articles: [Article] = []
    for item in items {
      let type = document.line("wp:post_type", of: item) ?? "post"
      let comments = document.children(of: item, named: "wp:comment")
      let status = document.line("wp:status", of: item)
      guard !comments.isEmpty || !Self.otherTypes.contains(type) else { continue }
      guard status != "trash", status != "auto-draft" else { continue }
      let article = article(of: item, comments: comments)
      // What plugins keep in posts of their own types is no article unless it has words.
      if comments.isEmpty, article.body.blocks.isEmpty, type != "post", type != "page" { continue }
      articles.append(article)
    }
    if articles.isEmpty {
      var empty = Article(source: source, title: document.plainLine("title", of: channel))
      empty.diagnostics.append(Diagnostic(severity: .note, message: "The export has no posts and no pages."))
      articles.append(empty)
    }
    return articles
  }

  /// Types of posts that are no articles.
  private static let otherTypes: Set<String> = [
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
    "user_request",
    "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face",
  ]

  private func article(of item: Int, comments: [Int]) -> Article {
    var article = Article(source: source, title: document.plainLine("title", of: item))
    article.canonical = document.line("link", of: item)
    article.site = document.plainLine("title", of: channel)
    article.language = FeedText.language(document.line("language", of: channel))
    let login = document.line("dc:creator", of: item)
    let author = login.flatMap { authors[$0] }
    article.byline = author?.name ?? login
    article.publishedText = date(item, "wp:post_date") ?? document.line("pubdate", of: item)
    article.published =
      (date(item, "wp:post_date_gmt") ?? document.line("pubdate", of: item) ?? article.publishedText).flatMap
    {
      InternetDate.read($0)
    }
    let content = document.child(of: item, named: "content:encoded").map { document.text(of: $0) } ?? []
    article.body = WordPressText.html(of: content).withUnsafeBufferPointer {
      PageReader.articleText(ofHTML: $0, base: article.canonical)
    }
    if !comments.isEmpty { article.thread = thread(of: comments, author: author?.id) }
    return article
  }

  /// A date; the zeros of drafts are none.
  private func date(_ node: Int, _ name: String) -> String? {
    document.line(name, of: node).flatMap { $0.hasPrefix("0000") ? nil : $0 }
  }

  private func thread(of nodes: [Int], author: String?) -> CommentThread {
    var assembly = ReplyList()
    for node in nodes {
      let approved = document.line("wp:comment_approved", of: node) ?? "1"
      var comment = Comment(id: document.line("wp:comment_id", of: node) ?? "")
      comment.postedText = date(node, "wp:comment_date")
      comment.posted =
        (date(node, "wp:comment_date_gmt") ?? comment.postedText).flatMap { InternetDate.read($0) }
      switch approved {
      case "1", "approve": break
      case "0", "hold": comment.flags.insert(.pending)
      // Spam and trash: what moderators took out keeps its place, as everywhere.
      default: comment.flags.insert(.removed)
      }
      let type = document.line("wp:comment_type", of: node)
      if type == "pingback" || type == "trackback" { comment.flags.insert(.pingback) }
      let user = document.line("wp:comment_user_id", of: node)
      if let user, user != "0", user == author { comment.flags.insert(.originalPoster) }
      let parent = document.line("wp:comment_parent", of: node)
      let content = document.child(of: node, named: "wp:comment_content").map { document.text(of: $0) } ?? []
      assembly.append(
        comment, author: document.plainLine("wp:comment_author", of: node),
        parentID: parent == "0" ? nil : parent,
        body: WordPressText.html(of: content).withUnsafeBufferPointer {
          HTMLFragmentReader.read($0)
        })
    }
    return assembly.thread()
  }
}
