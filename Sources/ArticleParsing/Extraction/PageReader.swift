import ArticleModel

/// Reads a web page: the comments first, because what finds articles would throw them away; then the article.
struct PageReader: ArticleReader {
  static var format: InputFormat { .html }

  func read(_ bytes: SourceBytes, decoder: TextDecoder, request: ParseRequest) -> Article {
    decoder.withUTF8(bytes, isMarkup: true) {
      read(utf8: $0, location: request.location, commentSystem: request.commentSystem)
    }
  }

  /// Reads a page as an article; what is neither article nor comment becomes boilerplate.
  ///
  /// - Parameters:
  ///   - utf8: The page, decoded to UTF-8.
  ///   - location: Where it came from; an address makes links complete.
  ///   - commentSystem: The name of the system to read the discussion with; `nil` detects it.
  /// - Returns: The best article that can be had; never fails.
  func read(
    utf8: UnsafeBufferPointer<UInt8>, location: ArticleSource.Location, commentSystem: String? = nil
  ) -> Article {
    var article = Article(source: ArticleSource(location: location, format: .html))
    var document = HTMLParser.parse(utf8, diagnostics: &article.diagnostics)
    if let source = ViewSource.source(in: document) {
      document = source.withUnsafeBufferPointer { HTMLParser.parse($0, diagnostics: &article.diagnostics) }
    }
    let base = Self.base(of: document, location: location)
    var page = Self.nodes(of: document)
    if let view = ReaderModePage(document) {
      return Self.article(of: view, page, base: base, location: location)
    }
    let candidate = CommentPage(page, base: base)
    let found = Self.discussion(candidate, system: commentSystem)
    var address: String?
    if case .url(let url) = location { address = url }
    let meta = MetaTags(document)
    if found.isContent || Self.isForum(meta, address: address) { page.isForum = true }
    article.source.commentSystem = found.system
    article.thread = found.thread
    article.diagnostics += MissedComments.diagnostics(
      on: candidate, units: found.units, hasThread: found.thread != nil)
    var selection = ArticleSelection(page, threads: page.isForum ? [] : found.containers)
    let metadata = PageMetadata(
      page, meta: meta, selection: selection, threads: found.containers,
      firstPost: Self.firstPost(
        of: found, isTopic: page.isForum && selection.keptLength(before: found.containers.first ?? 0) < 250,
        addresses: [address, meta.canonical].compactMap { $0 }),
      address: address)
    article.title = metadata.title
    article.byline = metadata.byline
    article.site = metadata.site
    article.published = metadata.published
    article.publishedText = metadata.publishedText
    article.language = metadata.language
    article.canonical = metadata.canonical
    if !page.isForum {
      selection.separate(headline: metadata.headline, page: page)
      if let place = metadata.bylinePlace { selection.setAside(byline: place, page: page) }
    }
    if let stated = Self.statedBody(metadata, of: utf8, shown: selection.keptLength) {
      article.diagnostics.append(
        Diagnostic(
          severity: .note, message: "The page shows little; the text is from its data for machines."))
      article.body = stated.text
      selection.keepNothing()
    } else if selection.keptLength == 0, !selection.blocks.isEmpty {
      article.diagnostics.append(
        Diagnostic(severity: .note, message: "No article was found; everything that the page shows is here."))
      selection.keepEverything()
    }
    let writer = ArticleWriter(
      page, selection: selection, threads: found.containers, title: article.title, base: base)
    if article.body.blocks.isEmpty { article.body = writer.body }
    article.boilerplate = writer.boilerplate
    if article.body.blocks.isEmpty, let summary = metadata.summary {
      article.diagnostics.append(
        Diagnostic(severity: .warning, message: "The page shows no words; this is its summary of itself."))
      article.body = StatedBody(summary).text
    }
    return article
  }

  /// The article's words as a page states them for machines, when it shows much less.
  private static func statedBody(
    _ metadata: PageMetadata, of page: UnsafeBufferPointer<UInt8>, shown: Int
  ) -> StatedBody? {
    func isMuchMore(_ body: StatedBody) -> Bool { body.characters > 500 && shown * 4 < body.characters }
    if let stated = metadata.statedBody, isMuchMore(stated) { return stated }
    guard shown < 400, let state = StateScripts(page).body, isMuchMore(state) else { return nil }
    return state
  }

  /// The article of a reader view: all that it shows.
  private static func article(
    of view: ReaderModePage, _ page: PageNodes, base: String?, location: ArticleSource.Location
  ) -> Article {
    var article = Article(source: ArticleSource(location: location, format: .html), title: view.title)
    article.byline = view.byline
    article.site = view.site
    var writer = PageWriter(
      page.document, base: base, isHidden: page.flags.map { $0.contains(.isHidden) },
      setAside: { _, _ in false })
    article.body = writer.write(view.content)
    return article
  }

  /// The text of an article that is a fragment of HTML, with its pictures and tables; nothing of it is judged.
  ///
  /// - Parameters:
  ///   - utf8: The fragment.
  ///   - base: The address that its links are relative to.
  /// - Returns: The text.
  /// - Complexity: O(number of bytes).
  static func articleText(ofHTML utf8: UnsafeBufferPointer<UInt8>, base: String?) -> RichText {
    guard !utf8.isEmpty else { return RichText() }
    let page = PageNodes(HTMLDocument(parsing: utf8, omitting: .unseen))
    var writer = PageWriter(
      page.document, base: base, isHidden: page.flags.map { $0.contains(.isHidden) },
      setAside: { _, _ in false })
    return writer.write(page.body)
  }

  /// The nodes of a page; when a browser shows nearly nothing, with what waits for scripts or for their absence.
  static func nodes(of document: HTMLDocument) -> PageNodes {
    var page = PageNodes(document)
    guard page.plainLength(of: page.body) < 1500, page.hiddenLength > 20 else { return page }
    for reading in [PageNodes.Reading.withoutScripts, .everything] {
      let more = PageNodes(document, reading: reading)
      let shown = page.plainLength(of: page.body)
      if more.plainLength(of: more.body) > (shown == 0 ? 0 : 2 * shown + 300) { page = more }
    }
    return page
  }

  /// The post that opened a topic, or its author, where the page shows it.
  private static func firstPost(of found: Discussion, isTopic: Bool, addresses: [String]) -> FirstPost? {
    if let submitter = found.submitter { return FirstPost(author: submitter) }
    guard isTopic, !addresses.contains(where: ForumAddress.isFurtherPage) else { return nil }
    return FirstPost(of: found.thread)
  }

  /// The thread of a page and the elements that hold it.
  struct Discussion {
    var system: String?
    var thread: CommentThread?
    var containers: [Int] = []
    /// The places of its comments.
    var units: [CommentUnit] = []
    /// Whether the contributions are what the page is there for.
    var isContent = false
    /// Who started it, where the page says that apart from the comments.
    var submitter: String?
  }

  /// Looks for the comments of a page: by the systems that are known, then by structure.
  ///
  /// - Parameters:
  ///   - candidate: The page.
  ///   - wanted: The name of the only system to try; `nil` tries all.
  /// - Returns: What was found; nothing when the page has no comments.
  static func discussion(_ candidate: CommentPage, system wanted: String? = nil) -> Discussion {
    let page = candidate.shown
    let systems = CommentSystemRegistry.systems.filter { wanted == nil || $0.name == wanted }
    for system in systems {
      guard let found = system.discussion(of: candidate) else { continue }
      var discussion = Discussion(
        system: system.name, thread: found.thread, containers: found.containers,
        units: found.units)
      discussion.isContent = system.isForum && isMost(found, of: page)
      discussion.submitter = found.submitter
      return discussion
    }
    guard wanted == nil || wanted == GenericComments.name else { return Discussion() }
    // Threads that unfold on demand are hidden at first.
    let hasHidden = page.hiddenLength > 600
    guard
      let generic = GenericComments(page)
        ?? (hasHidden ? GenericComments(PageNodes(page.document, reading: .everything)) : nil)
    else { return stated(page.document) }
    let found = generic.thread(base: candidate.base)
    guard !found.thread.isEmpty else { return stated(page.document) }
    var discussion = Discussion(
      system: GenericComments.name, thread: found.thread, containers: found.containers, units: found.units)
    discussion.isContent = isMost(found, of: page, isCalledComments: generic.isCalledComments)
    return discussion
  }

  /// The comments that a page states for machines only.
  private static func stated(_ document: HTMLDocument) -> Discussion {
    guard let thread = StatedComments.thread(of: document) else { return Discussion() }
    return Discussion(system: LinkedDataDocument().name, thread: thread)
  }

  /// Whether a page is of a forum by its address.
  static func isForum(_ meta: MetaTags, address: String?) -> Bool {
    (meta.canonical.flatMap { $0.contains("://") ? $0 : nil } ?? address).map(ForumAddress.matches) ?? false
  }

  /// Whether a page holds little besides its discussion.
  private static func isMost(
    _ found: FoundThread, of page: PageNodes, isCalledComments: Bool = false
  ) -> Bool {
    var held = 0
    var end = 0
    // A container may stand in another.
    for container in found.containers where container >= end {
      held += page.plainLength(of: container)
      end = page.document.subtree(of: container).upperBound
    }
    let rest = page.plainLength(of: page.body) - held
    return isCalledComments ? found.thread.count > 2 && rest < 400 : held > 2 * rest && rest < 1500
  }

  /// The address that the page's links are relative to.
  private static func base(of document: HTMLDocument, location: ArticleSource.Location) -> String? {
    var address: String?
    if case .url(let url) = location { address = url }
    let element = document.nodes.indices.first { document.tag($0) == .base }
    guard let element, let stated = document.attribute("href", of: element), !stated.isEmpty else {
      return address
    }
    let resolved = HTMLLink.resolve(stated, base: address)
    return HTMLLink.isSafe(Array(resolved.utf8)) ? resolved : address
  }
}
