import ArticleParsing
import HTMLTree

/// What a page says, for machines, of itself and of where its discussion is.
struct PageSigns: Sendable {
  /// The address that the page gives as its own.
  var canonical: WebAddress?
  /// Where the thread that the page shows a part of is to be had whole.
  var thread: ThreadSource?
  /// Discussions elsewhere that the page links to.
  var linked: [DiscussionAddress] = []
  /// Whether a Discourse forum made the page.
  var isDiscourse = false

  /// Interfaces that give a thread in pages.
  enum ThreadSource: Hashable, Sendable {
    /// `wp/v2/comments`, a hundred a page.
    case wordPress(WebAddress)
    /// The feed of a post's comments, five hundred a page.
    case blogger(WebAddress)
    /// A post of Substack; its answer tells the number that its comments are asked for by.
    case substack(WebAddress)
    /// One answer.
    case whole(WebAddress)
  }

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page; its signs are ASCII in every encoding that the web uses.
  ///   - address: Where it came from.
  ///   - services: Where discussions are known.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at address: WebAddress, services: DiscussionServices) {
    let document = HTMLDocument(parsing: bytes, omitting: .unseen)
    var reader = Reader(document: document, address: address)
    reader.walk()
    canonical = reader.canonical
    isDiscourse = reader.isDiscourse
    thread = reader.thread(canonical: canonical ?? address)
    for link in reader.links {
      guard let target = address.resolve(link),
        let discussion = DiscussionAddress(target, services: services),
        !discussion.isGuess, !linked.contains(discussion)
      else { continue }
      linked.append(discussion)
    }
  }
}

/// One walk over a page's elements.
private struct Reader {
  let document: HTMLDocument
  let address: WebAddress
  var canonical: WebAddress?
  var links: [String] = []
  var isDiscourse = false
  private var wordPressRoot: WebAddress?
  private var wordPressPost: String?
  private var hasWordPressComments = false
  private var devPost: String?
  private var guardianKey: String?
  private var isBlogger = false
  private var bloggerPost: String?
  private var isSubstack = false

  init(document: HTMLDocument, address: WebAddress) {
    self.document = document
    self.address = address
  }

  mutating func walk() {
    for node in document.nodes.indices
    where document.tag(node).isElement && document.nodes[node].attributeCount > 0 {
      switch document.name(of: node) {
      case "link": readLink(node)
      case "meta":
        let name = (attribute("name", node) ?? attribute("property", node) ?? "").lowercased()
        let content = attribute("content", node) ?? ""
        if name == "generator", content.hasPrefix("Discourse") { isDiscourse = true }
        if name == "generator", content.lowercased() == "blogger" { isBlogger = true }
        if attribute("itemprop", node) == "postId" { bloggerPost = bloggerPost ?? Self.digits(content[...]) }
      case "body":
        for name in (attribute("class", node) ?? "").split(separator: " ") where name.hasPrefix("postid-") {
          wordPressPost = wordPressPost ?? Self.digits(name.dropFirst(7))
        }
      case "a":
        if let target = attribute("href", node),
          target.contains("ycombinator") || target.contains("lobste.rs") || target.contains("reddit.com")
        {
          links.append(target)
        }
      default:
        if document.tag(node) == .li || document.tag(node) == .div { readUnit(node) }
        if let id = attribute("data-article-id", node), address.host == "dev.to" {
          devPost = Self.digits(id[...])
        }
        if let key = attribute("data-short-url", node) { guardianKey = key }
      }
    }
  }

  private mutating func readLink(_ node: Int) {
    guard let target = attribute("href", node).flatMap({ address.resolve($0) }) else { return }
    let relations = (attribute("rel", node) ?? "").lowercased().split(separator: " ")
    let type = attribute("type", node) ?? ""
    if relations.contains("canonical"), canonical == nil { canonical = target }
    if target.host == "substackcdn.com" { isSubstack = true }
    if relations.contains("https://api.w.org/") { wordPressRoot = target }
    if relations.contains("shortlink") {
      wordPressPost = wordPressPost ?? target.parameter("p").flatMap { Self.digits($0[...]) }
    }
    if relations.contains("alternate") {
      let parts = target.pathParts
      if parts.count == 4, parts[0] == "feeds", parts[2] == "comments", parts[3] == "default" {
        bloggerPost = bloggerPost ?? Self.digits(parts[1])
      }
      if type == "application/json", parts.count >= 4, parts.suffix(2).first == "posts",
        parts.contains("wp-json")
      {
        wordPressPost = parts.last.flatMap { Self.digits($0) }
      }
    }
  }

  /// A comment, or the form for one, of WordPress.
  private mutating func readUnit(_ node: Int) {
    guard !hasWordPressComments, let id = attribute("id", node) else { return }
    hasWordPressComments =
      id.hasPrefix("comment-") || id.hasPrefix("li-comment-") || id == "respond" || id == "wpdcom"
      || id == "comments"
  }

  func thread(canonical: WebAddress) -> PageSigns.ThreadSource? {
    let path = canonical.pathParts
    if let devPost, let target = address.resolve("/api/comments?a_id=\(devPost)") { return .whole(target) }
    if address.host.hasSuffix("theguardian.com"), let guardianKey,
      let place = guardianKey.firstRange(of: "/p/"),
      let target = WebAddress(
        "https://discussion.theguardian.com/discussion-api/discussion\(guardianKey[place.lowerBound...])?displayThreaded=true&pageSize=100&orderBy=oldest"
      )
    {
      return .whole(target)
    }
    if isBlogger, let bloggerPost,
      let target = address.resolve(
        "/feeds/\(bloggerPost)/comments/default?alt=atom&max-results=\(AtomEntries.pageSize)")
    {
      return .blogger(target)
    }
    if isSubstack, path.count == 2, path[0] == "p", let target = address.resolve("/api/v1/posts/\(path[1])") {
      return .substack(target)
    }
    guard hasWordPressComments, let post = wordPressPost else { return nil }
    // Only the server of the page itself is asked: what a page says of others is no request of the user's.
    let root =
      wordPressRoot.flatMap { $0.isSameServer(as: address) ? $0 : nil } ?? address.resolve("/wp-json/")
    guard path.count > 0 || address.path.contains("p="), let root,
      let target = root.path.contains("rest_route=")
        ? root.with(path: root.path + "wp/v2/comments&post=\(post)&per_page=100&order=asc")
        : root.resolve("wp/v2/comments?post=\(post)&per_page=100&order=asc")
    else { return nil }
    return .wordPress(target)
  }

  private func attribute(_ name: String, _ node: Int) -> String? {
    document.attributeBytes(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func digits(_ text: Substring) -> String? {
    !text.isEmpty && text.utf8.count < 20 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? String(text) : nil
  }
}
