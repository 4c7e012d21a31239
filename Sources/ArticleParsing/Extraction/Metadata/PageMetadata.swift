import ArticleModel

/// Title, byline, site, date and language of a page, by agreement between what it states and what it prints.
struct PageMetadata {
  private(set) var title: String?
  private(set) var byline: String?
  private(set) var site: String?
  private(set) var published: Timestamp?
  private(set) var publishedText: String?
  private(set) var language: String?
  /// The article's words as the page states them apart from what it shows.
  private(set) var statedBody: StatedBody?
  /// The node of the article's headline.
  private(set) var headline: Int

  /// Reads the metadata of a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - selection: Which of it is the article.
  ///   - threads: The elements that hold comments.
  ///   - address: Where the page came from, if known.
  /// - Complexity: O(number of nodes and bytes).
  init(_ page: PageNodes, selection: ArticleSelection, threads: [Int], address: String?) {
    let document = page.document
    let linked = LinkedData(document)
    let meta = MetaTags(document)
    var scope = MetadataScope(page, selection: selection, threads: threads)
    language = meta.language ?? MetaTags.languageTag(linked.language)
    site = meta.values["og:site_name"] ?? linked.site ?? meta.values["application-name"]
    statedBody = linked.articleBody.map { StatedBody($0) }
    let addresses = [meta.canonical, meta.values["og:url"], address].compactMap { $0 }
    let hosts = addresses.compactMap { Self.hostName($0) }
    let siteNames =
      [site, linked.site, meta.values["application-name"], meta.values["apple-mobile-web-app-title"]]
      .compactMap { $0 } + hosts
    title = PageTitle.find(Self.titleSources(scope, linked: linked, meta: meta, siteNames: siteNames))
    scope.place(title: title)
    headline = scope.headline
    let isMonthFirst = Self.isMonthFirst(language: language, address: addresses.first)
    let visible = VisibleDate.find(in: scope, blocks: selection.blocks, isMonthFirst: isMonthFirst)
    let date = PublicationDate.find(
      linked: linked, meta: meta, visible: visible, addresses: addresses, isMonthFirst: isMonthFirst)
    published = date?.stamp
    publishedText = date?.text
    let names = NameText(siteNames: Set(siteNames.map(PageTitle.folded)))
    let authors = Authors.find(
      linked: linked, meta: meta,
      visible: { VisibleByline.names(in: scope, blocks: selection.blocks, with: names) }, text: names)
    byline = authors.isEmpty ? nil : authors.joined(separator: ", ")
  }

  private static func titleSources(
    _ scope: MetadataScope, linked: LinkedData, meta: MetaTags, siteNames: [String]
  ) -> PageTitle.Sources {
    let document = scope.page.document
    var headings: [String] = []
    var marked: String?
    for node in document.nodes.indices {
      if document.tag(node) == .h1, headings.count < 20, scope.allows(node) {
        let text = document.text(of: node)
        if !text.isEmpty { headings.append(text) }
      }
      if marked == nil, scope.page.flags[node].contains(.isHeadline), document.tag(node) != .meta,
        document.tag(node).headingLevel != nil, scope.allows(node)
      {
        marked = document.text(of: node)
      }
    }
    return PageTitle.Sources(
      headings: headings, marked: marked, openGraph: meta.values["og:title"], linked: linked.headline,
      element: meta.title,
      others: [meta.values["twitter:title"], meta.values["dc.title"], meta.values["title"]].compactMap { $0 },
      siteNames: siteNames)
  }

  /// The name in an address: "example" of `https://www.example.co.uk/`.
  static func hostName(_ address: String) -> String? {
    guard let mark = address.firstIndex(of: ":"), address[mark...].hasPrefix("://") else { return nil }
    let host = address[address.index(mark, offsetBy: 3)...].prefix { $0 != "/" && $0 != ":" && $0 != "?" }
    let labels = host.lowercased().split(separator: ".").filter { $0 != "www" }
    guard labels.count >= 2 else { return nil }
    let isShort = labels.count >= 3 && labels[labels.count - 2].utf8.count <= 3
    return String(labels[labels.count - (isShort ? 3 : 2)])
  }

  /// Whether dates in figures begin with the month: in American English.
  private static func isMonthFirst(language: String?, address: String?) -> Bool {
    let tag = language?.lowercased() ?? "en"
    guard tag.hasPrefix("en") else { return false }
    if tag.utf8.count > 2 { return tag.hasPrefix("en-us") || tag.hasPrefix("en-ca") }
    guard let address, let mark = address.firstIndex(of: ":") else { return true }
    let host = address[mark...].dropFirst(3).prefix { $0 != "/" }
    return ![".uk", ".au", ".nz", ".ie", ".in", ".za"].contains { host.hasSuffix($0) }
  }
}
