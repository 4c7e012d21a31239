import ArticleModel

/// Title, byline, site, date and language of a page, by agreement between what it states and what it prints.
struct PageMetadata {
  private(set) var title: String?
  private(set) var byline: String?
  private(set) var site: String?
  private(set) var published: Timestamp?
  private(set) var publishedText: String?
  private(set) var language: String?
  /// The address that the page gives as its own.
  private(set) var canonical: String?
  /// What the page says of itself in a sentence or two.
  private(set) var summary: String?
  /// The article's words as the page states them apart from what it shows.
  private(set) var statedBody: StatedBody?
  /// The node of the article's headline.
  private(set) var headline: Int
  /// The nodes of the byline that is printed near it.
  private(set) var bylinePlace: Range<Int>?

  /// Reads the metadata of a page.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - meta: What its head says.
  ///   - selection: Which of it is the article.
  ///   - threads: The elements that hold comments.
  ///   - firstPost: The first post of a topic, when the page is of a forum.
  ///   - address: Where the page came from, if known.
  /// - Complexity: O(number of nodes and bytes).
  init(
    _ page: PageNodes, meta: MetaTags, selection: ArticleSelection, threads: [Int], firstPost: FirstPost?,
    address: String?
  ) {
    let document = page.document
    let linked = LinkedData(document)
    var scope = MetadataScope(page, selection: selection, threads: threads)
    language = meta.language ?? MetaTags.languageTag(linked.language)
    site = meta.values["og:site_name"] ?? linked.site ?? meta.values["application-name"]
    statedBody = linked.articleBody.map { StatedBody($0) }
    canonical = meta.canonical.map { HTMLLink.resolve($0, base: address) }
      .flatMap { $0.contains("://") && HTMLLink.isSafe(Array($0.utf8)) ? $0 : nil }
    summary = meta.first(["og:description", "description", "twitter:description"])
    let addresses = [meta.canonical, meta.values["og:url"], address].compactMap { $0 }
    let hosts = addresses.compactMap { PageAddress.siteName(in: $0) }
    let siteNames =
      [site, linked.site, meta.values["application-name"], meta.values["apple-mobile-web-app-title"]]
      .compactMap { $0 } + hosts
    title = PageTitle.find(Self.titleSources(scope, linked: linked, meta: meta, siteNames: siteNames))
    scope.place(title: title)
    headline = scope.headline
    let isMonthFirst = Self.isMonthFirst(language: language, address: addresses.first)
    let stated = StatedDate(linked: linked, meta: meta, isMonthFirst: isMonthFirst)
    let visible = VisibleDate.find(
      in: scope, blocks: selection.blocks, stated: stated?.stamp, isMonthFirst: isMonthFirst)
    let date = PublicationDate.find(
      stated: stated, linked: linked, meta: meta, visible: visible, firstPost: firstPost,
      inAddress: addresses.lazy.compactMap { PublicationDate.day(inAddress: $0) }.first,
      isMonthFirst: isMonthFirst)
    published = date?.stamp
    publishedText = date?.text
    let names = NameText(siteNames: siteNames)
    let printed = VisibleByline(in: scope, blocks: selection.blocks, with: names, host: hosts.first)
    let authors = Authors.find(
      linked: linked, meta: meta, visible: printed,
      firstPost: firstPost, isHome: addresses.first.map(PageAddress.isHome) ?? false, text: names)
    byline = authors.isEmpty ? nil : authors.joined(separator: ", ")
    // A line that names others says more than the byline above the article.
    bylinePlace = printed.names.allSatisfy(authors.contains) ? printed.place : nil
  }

  private static func titleSources(
    _ scope: MetadataScope, linked: LinkedData, meta: MetaTags, siteNames: [String]
  ) -> PageTitle.Sources {
    let document = scope.page.document
    var headings: [PageTitle.Heading] = []
    var marked: String?
    for node in document.nodes.indices {
      guard let level = document.tag(node).headingLevel,
        level == 1 ? scope.allowsMarked(node) : scope.allows(node)
      else { continue }
      if level <= 2, headings.count < 60 {
        let text = PageTitle.withoutAnchor(document.text(of: node))
        if !text.isEmpty {
          headings.append(
            PageTitle.Heading(
              text: text, level: level, isInArticle: scope.isInRoot(node), isBeside: !scope.allows(node)))
        }
      }
      if marked == nil, scope.page.flags[node].contains(.isHeadline) { marked = document.text(of: node) }
    }
    return PageTitle.Sources(
      headings: headings, marked: marked, openGraph: meta.values["og:title"], linked: linked.headline,
      element: meta.title,
      others: ["twitter:title", "dc.title", "title", "sailthru.title", "parsely-title"].compactMap {
        meta.values[$0]
      },
      siteNames: siteNames)
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
