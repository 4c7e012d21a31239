import ArticleModel

/// A JSON Feed: its only item is the article; several stand one below the other, each under its title.
struct JSONFeed: JSONSystem {
  let name = "json-feed"

  func matches(_ document: JSONDocument) -> Bool {
    document.root["version"].line?.contains("jsonfeed.org/version") ?? false
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let root = document.root
    let items = root["items"].items
    discussion.site = root["title"].markupLine
    discussion.language = root["language"].line
    if items.count == 1, let item = items.first {
      discussion.title = item["title"].markupLine ?? discussion.site
      discussion.byline = Self.authors(item) ?? Self.authors(root)
      discussion.published = item["date_published"].time
      discussion.language = item["language"].line ?? discussion.language
      discussion.address = item.firstLine(["url", "external_url"])
      discussion.body = Self.content(item)
      return
    }
    discussion.title = discussion.site
    discussion.byline = Self.authors(root)
    for item in items {
      discussion.body.append(Self.heading(item))
      discussion.body.append(Self.content(item))
    }
    if items.isEmpty { discussion.body = JSONBodies.text(root["description"].escaped, .plain) }
  }

  /// The title of an item, which leads to it, and below it who wrote it and when.
  private static func heading(_ item: JSONValue) -> RichText {
    var builder = RichTextBuilder()
    let address = item.firstLine(["url", "external_url"]) ?? ""
    builder.begin(.heading(level: 2))
    let isLinked = !address.isEmpty && HTMLLink.isSafe(Array(address.utf8))
    if isLinked { builder.openLink(to: address) }
    builder.append(item["title"].markupLine ?? address)
    if isLinked { builder.closeInline() }
    let facts = [authors(item), item["date_published"].time.map { String($0.iso8601.prefix(10)) }]
      .compactMap { $0 }
    if !facts.isEmpty {
      builder.begin(.paragraph)
      builder.open(.emphasis)
      builder.append(facts.joined(separator: ", "))
      builder.closeInline()
    }
    return builder.finish()
  }

  private static func content(_ item: JSONValue) -> RichText {
    if item["content_html"].text != nil { return JSONBodies.text(item["content_html"].escaped, .html) }
    let words = item.first(["content_text", "summary"])
    return JSONBodies.text(words.escaped, .plain)
  }

  private static func authors(_ value: JSONValue) -> String? {
    let list = value["authors"].isArray ? value["authors"].items : value["author"].items
    let names = list.compactMap { $0["name"].line }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
