import ArticleModel

/// A JSON Feed: every item is an article.
struct JSONFeed: JSONSystem {
  let name = "json-feed"

  func matches(_ document: JSONDocument) -> Bool {
    document.root["version"].line?.contains("jsonfeed.org/version") ?? false
  }

  /// Reads the only item, or what a feed without items says of itself.
  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    if let first = Self.articles(of: document).first { discussion = first }
  }

  /// The articles of a feed, at least one.
  static func articles(of document: JSONDocument) -> [JSONDiscussion] {
    let root = document.root
    let items = root["items"].items
    var feed = JSONDiscussion()
    feed.site = root["title"].markupLine
    feed.language = root["language"].line
    feed.byline = authors(root)
    guard !items.isEmpty else {
      feed.title = feed.site
      feed.body = JSONMarkup.plain.text(ofEscaped: root["description"].escaped)
      return [feed]
    }
    return items.map { item in
      var article = feed
      article.title = item["title"].markupLine ?? (items.count == 1 ? feed.site : nil)
      article.byline = authors(item) ?? feed.byline
      article.published = item["date_published"].time
      article.language = item["language"].line ?? feed.language
      article.address = item.firstLine(["url", "external_url"])
      article.canonical = article.address
      article.body = content(item)
      return article
    }
  }

  private static func content(_ item: JSONValue) -> RichText {
    if item["content_html"].text != nil {
      return JSONMarkup.html.text(ofEscaped: item["content_html"].escaped)
    }
    let words = item.first(["content_text", "summary"])
    return JSONMarkup.plain.text(ofEscaped: words.escaped)
  }

  private static func authors(_ value: JSONValue) -> String? {
    let list = value["authors"].isArray ? value["authors"].items : value["author"].items
    let names = list.compactMap { $0["name"].line }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
