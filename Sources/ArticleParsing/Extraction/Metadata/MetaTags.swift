/// What the head of a page says: meta tags, the title element, links.
struct MetaTags {
  /// The contents by name or property, in lower case; the first counts.
  private(set) var values: [String: String] = [:]
  /// All authors that meta tags name, in order.
  private(set) var authors: [String] = []
  /// The title element.
  private(set) var title: String?
  /// The address that the page gives as its own.
  private(set) var canonical: String?
  /// The language that the page declares.
  private(set) var language: String?

  private static let authorNames: Set<String> = [
    "author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author",
    "byl", "byline", "dc.contributor", "article:author", "og:article:author", "article:author_name",
    "article.author", "cxenseparse:author", "shareaholic:article_author_name", "authors", "creator",
  ]

  /// Reads the head.
  ///
  /// - Complexity: O(number of nodes).
  init(_ document: HTMLDocument) {
    for node in document.nodes.indices {
      switch document.tag(node) {
      case .meta: readMeta(node, in: document)
      case .title:
        // Drawings have titles too.
        if title == nil, let parent = document.parent(of: node), document.tag(parent) != .svg {
          let text = document.text(of: node)
          if !text.isEmpty { title = text }
        }
      case .link:
        if canonical == nil, let relation = document.attributeBytes("rel", of: node),
          relation.elementsEqual("canonical".utf8)
        {
          canonical = document.attribute("href", of: node)
        }
      case .html:
        language =
          language
          ?? Self.languageTag(
            document.attribute("lang", of: node) ?? document.attribute("xml:lang", of: node))
      default: break
      }
    }
    let others = [values["content-language"], values["og:locale"], values["dc.language"], values["language"]]
    for other in others where language == nil { language = Self.languageTag(other) }
    canonical = canonical ?? values["og:url"]
    // Link previews label what they show.
    for (label, data) in [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")] {
      guard let word = values[label]?.lowercased(), let name = values[data] else { continue }
      let isAuthor = [
        "written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da",
        "geschreven door",
        "napisane przez", "skriven av", "автор", "posted by", "author",
      ].contains(word)
      if isAuthor, authors.isEmpty { authors.append(name) }
    }
  }

  private mutating func readMeta(_ node: Int, in document: HTMLDocument) {
    guard let content = document.attribute("content", of: node) ?? document.attribute("value", of: node),
      !content.isEmpty
    else { return }
    for key in ["property", "name", "itemprop", "http-equiv"] {
      guard let attribute = document.attribute(key, of: node) else { continue }
      // Some pages list several names in one attribute.
      for part in attribute.split(separator: " ").prefix(4) {
        let name = part.lowercased()
        if values[name] == nil { values[name] = content }
        if Self.authorNames.contains(name), authors.count < 12 { authors.append(content) }
      }
    }
  }

  /// The first value of several names.
  func first(_ names: [String]) -> String? {
    names.lazy.compactMap { values[$0] }.first
  }

  /// A language tag in its usual form, or `nil` when it is none.
  static func languageTag(_ text: String?) -> String? {
    guard let text, let first = text.split(separator: ",").first else { return nil }
    let tag = String(first.map { $0 == "_" ? "-" : $0 })
    let isTag = tag.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || $0 <= 0x39 }
    return (2...16).contains(tag.utf8.count) && isTag ? tag : nil
  }
}
