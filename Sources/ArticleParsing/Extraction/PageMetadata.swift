import ArticleModel

/// Title, byline, site, date and language of a page.
struct PageMetadata {
  private(set) var title: String?
  private(set) var byline: String?
  private(set) var site: String?
  private(set) var published: Timestamp?
  private(set) var publishedText: String?
  private(set) var language: String?

  private let document: HTMLDocument
  private var properties: [String: String] = [:]

  /// Reads the metadata of a page.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - article: The element that holds the article; dates and bylines in it are trusted more.
  ///   - isCut: For each node, whether it belongs to a comment or is hidden.
  init(_ document: HTMLDocument, article: Int, isCut: [Bool]) {
    self.document = document
    let linked = LinkedData(document)
    var pageTitle: String?
    for node in document.nodes.indices {
      switch document.tag(node) {
      case .meta: readMeta(node)
      case .title where pageTitle == nil: pageTitle = document.text(of: node)
      case .html: language = language ?? Self.languageTag(document.attribute("lang", of: node))
      default: break
      }
    }
    language = language ?? Self.languageTag(properties["content-language"] ?? properties["og:locale"])
    site = properties["og:site_name"] ?? linked.site ?? properties["application-name"]
    title = findTitle(page: pageTitle, headline: linked.headline, article: article, isCut: isCut)
    findDate(linked.published, article: article, isCut: isCut)
    byline = findByline(linked.authors, article: article, isCut: isCut)
  }

  private mutating func readMeta(_ node: Int) {
    guard let content = document.attribute("content", of: node), !content.isEmpty else { return }
    for key in ["property", "name", "itemprop", "http-equiv"] {
      guard let name = document.attribute(key, of: node)?.lowercased(), properties[name] == nil else {
        continue
      }
      properties[name] = content
    }
  }

  private static func languageTag(_ text: String?) -> String? {
    guard let text, let first = text.split(separator: ",").first else { return nil }
    let tag = String(first.map { $0 == "_" ? "-" : $0 })
    let isTag = tag.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || $0 <= 0x39 }
    return (2...16).contains(tag.utf8.count) && isTag ? tag : nil
  }

  // MARK: Title

  private func findTitle(page: String?, headline: String?, article: Int, isCut: [Bool]) -> String? {
    let stated = [properties["og:title"], headline, page, properties["twitter:title"]]
      .compactMap { $0 }.filter { !$0.isEmpty }
    let confirmations = stated.map { Self.folded($0) }
    let headings = document.nodes.indices.filter { document.tag($0) == .h1 && !isCut[$0] }
      .map { document.text(of: $0) }.filter { !$0.isEmpty }
    if let confirmed = headings.first(where: { heading in
      let folded = Self.folded(heading)
      return folded.utf8.count > 3 && confirmations.contains { $0.hasPrefix(folded) || $0.hasSuffix(folded) }
        && folded != Self.folded(site ?? "")
    }) {
      return confirmed
    }
    if let title = properties["og:title"] ?? headline { return withoutSite(title) }
    if let page, !page.isEmpty { return withoutSite(page) }
    return headings.first
  }

  /// Letters and digits in lower case.
  static func folded(_ text: String) -> String {
    var folded: [UInt8] = []
    for byte in text.utf8 where byte < 0x80 {
      if (0x41...0x5A).contains(byte) { folded.append(byte | 0x20) }
      if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) { folded.append(byte) }
    }
    guard folded.count < text.utf8.count / 2 || !text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return String(decoding: folded, as: UTF8.self)
    }
    return String(
      text.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
  }

  /// A page's title without the name of the site at either end.
  private func withoutSite(_ title: String) -> String {
    for mark in [" | ", " – ", " — ", " - ", " :: ", " · ", " « ", " » ", " › "] {
      let parts = Self.split(title, at: mark)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      let name = Self.folded(site ?? "")
      if !name.isEmpty {
        if Self.folded(last) == name { return parts.dropLast().joined(separator: mark) }
        if Self.folded(first) == name { return parts.dropFirst().joined(separator: mark) }
      }
      let firstWords = first.split(separator: " ").count
      let restWords = parts.dropFirst().joined(separator: " ").split(separator: " ").count
      if site == nil || mark == " | " || mark == " :: " {
        if firstWords >= 3, firstWords >= last.split(separator: " ").count { return first }
        if firstWords <= 2, restWords >= 4 { return parts.dropFirst().joined(separator: mark) }
      }
    }
    return title
  }

  private static func split(_ text: String, at mark: String) -> [String] {
    var parts: [String] = []
    var rest = Array(text.utf8)[...]
    let wanted = Array(mark.utf8)
    var current: [UInt8] = []
    while let byte = rest.first {
      if rest.starts(with: wanted) {
        parts.append(String(decoding: current, as: UTF8.self))
        current = []
        rest = rest.dropFirst(wanted.count)
      } else {
        current.append(byte)
        rest = rest.dropFirst()
      }
    }
    return parts + [String(decoding: current, as: UTF8.self)]
  }

  // MARK: Date

  private mutating func findDate(_ linked: String?, article: Int, isCut: [Bool]) {
    let names = [
      "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
      "dc.date.issued",
      "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "sailthru.date",
      "parsely-pub-date", "article.published", "date.release", "og:published_time",
      "citation_publication_date",
    ]
    let stated = [linked] + names.map { properties[$0] }
    published = stated.lazy.compactMap { $0.flatMap { Self.timestamp($0) } }.first
    let times = document.descendants(of: article).filter { document.tag($0) == .time && !isCut[$0] }
    let all =
      times.isEmpty ? document.nodes.indices.filter { document.tag($0) == .time && !isCut[$0] } : times
    let marked = all.first {
      document.attribute("itemprop", of: $0) == "datePublished" || document.hasClass("published", $0)
        || document.attributeBytes("pubdate", of: $0) != nil
    }
    if let time = marked ?? all.first {
      let text = document.text(of: time)
      let machine = document.attribute("datetime", of: time).flatMap { Self.timestamp($0) }
      if published == nil { published = machine }
      // The printed date counts only when it is the publication's.
      if !text.isEmpty, text.utf8.count < 80,
        machine == nil || machine?.date ?? (0, 0, 0) == published?.date ?? (0, 0, 0)
      {
        publishedText = text
      }
    }
    if published == nil, let node = document.nodes.indices.first(where: { isDateElement($0) && !isCut[$0] }) {
      let text = document.attribute("content", of: node) ?? document.text(of: node)
      published = Self.timestamp(document.attribute("title", of: node) ?? text) ?? Self.timestamp(text)
      if publishedText == nil, !text.isEmpty, text.utf8.count < 80 { publishedText = text }
    }
  }

  private func isDateElement(_ node: Int) -> Bool {
    guard document.nodes[node].attributeCount > 0, document.tag(node) != .meta else { return false }
    if document.attribute("itemprop", of: node) == "datePublished" { return true }
    return evidence(of: node).contains(.date)
      && document.subtree(of: node).count < 12
      && document.text(of: node).utf8.contains { (0x30...0x39).contains($0) }
  }

  private func evidence(of node: Int) -> ClassEvidence.Traits {
    var evidence = ClassEvidence()
    for name in ["class", "id"] {
      document.attributeBytes(name, of: node)?.withUnsafeBufferPointer { evidence.add($0) }
    }
    return evidence.traits
  }

  private static func timestamp(_ text: String) -> Timestamp? {
    if let time = Timestamp(iso8601: text) { return time }
    return text.utf8.count > 10 ? Timestamp(iso8601: String(text.prefix(10))) : nil
  }

  // MARK: Byline

  private func findByline(_ linked: [String], article: Int, isCut: [Bool]) -> String? {
    let names = linked.compactMap { clean($0) }
    if !names.isEmpty {
      var seen: Set<String> = []
      return names.filter { seen.insert($0).inserted }.joined(separator: ", ")
    }
    for key in [
      "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    ] {
      if let name = properties[key].flatMap({ clean($0) }) { return name }
    }
    let inArticle = Array(document.subtree(of: article))
    for candidates in [inArticle, Array(document.nodes.indices)] {
      for rule in [isAuthorLink, isAuthorProperty, isBylineElement] {
        for node in candidates where !isCut[node] && rule(node) {
          if let name = clean(document.text(of: node)) { return name }
        }
      }
    }
    return nil
  }

  private func isAuthorLink(_ node: Int) -> Bool {
    guard let rel = document.attributeBytes("rel", of: node) else { return false }
    return rel.split(separator: 0x20).contains { $0.elementsEqual("author".utf8) }
  }

  private func isAuthorProperty(_ node: Int) -> Bool {
    guard let property = document.attributeBytes("itemprop", of: node) else { return false }
    return property.elementsEqual("author".utf8) || property.elementsEqual("creator".utf8)
  }

  private func isBylineElement(_ node: Int) -> Bool {
    guard document.nodes[node].attributeCount > 0, document.tag(node) != .text,
      document.subtree(of: node).count < 16
    else { return false }
    return evidence(of: node).contains(.byline)
  }

  /// A name without "by" before it; `nil` for what is no name.
  private func clean(_ text: String) -> String? {
    var words = text.split(separator: " ")
    if let first = words.first,
      ["by", "by:", "von", "par", "por", "di", "door", "author:"].contains(first.lowercased()),
      words.count > 1
    {
      words.removeFirst()
    }
    while let last = words.last, ["|", "·", "-", "–", "•", ","].contains(last) { words.removeLast() }
    let name = words.joined(separator: " ")
    let isAddress = name.contains("://") || name.contains("@") || name.hasPrefix("www.")
    let digits = name.utf8.count { (0x30...0x39).contains($0) }
    guard (2...120).contains(name.utf8.count), !isAddress, words.count <= 12, digits < 4,
      Self.folded(name) != Self.folded(site ?? ""), !["admin", "author", "staff"].contains(name.lowercased())
    else { return nil }
    return name
  }
}
