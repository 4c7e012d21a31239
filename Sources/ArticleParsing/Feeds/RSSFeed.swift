import ArticleModel
import XMLTree

/// Reads RSS of all versions: 0.9x and 2.0, and 1.0, whose items stand beside the channel.
enum RSSFeed {
  static func feed(_ document: XMLDocument, root: Int) -> Feed {
    let channel = document.child(of: root, named: "channel") ?? root
    var feed = Feed()
    feed.title = document.plainLine("title", of: channel)
    feed.address = document.line("link", of: channel)
    feed.id = feed.address ?? ""
    feed.language = FeedText.language(
      document.line("language", of: channel) ?? document.line("dc:language", of: channel))
    feed.subtitle = document.child(of: channel, named: "description").map { document.text(of: $0) } ?? []
    let author = person(document, channel)
    let items =
      document.children(of: channel, named: "item")
      + (channel == root ? [] : document.children(of: root, named: "item"))
    feed.entries = items.map { entry(document, $0, feedAuthor: author) }
    return feed
  }

  private static func entry(_ document: XMLDocument, _ item: Int, feedAuthor: String?) -> Feed.Entry {
    var entry = Feed.Entry()
    entry.title = document.plainLine("title", of: item)
    let identifier = document.child(of: item, named: "guid")
    entry.address = document.line("link", of: item) ?? document.cleanAttribute("rdf:about", of: item)
    entry.id = identifier.flatMap { document.line(of: $0) } ?? entry.address ?? ""
    if entry.address == nil, let identifier,
      document.cleanAttribute("ispermalink", of: identifier) != "false",
      entry.id.hasPrefix("http")
    {
      entry.address = entry.id
    }
    entry.author = person(document, item) ?? feedAuthor
    let date =
      document.line("pubdate", of: item) ?? document.line("dc:date", of: item)
      ?? document.line("dcterms:created", of: item)
    entry.setDate(date)
    if let body = document.child(of: item, named: "xhtml:body")
      ?? document.child(of: item, named: "xhtml:div")
    {
      entry.content = document.markup(inside: body)
    }
    let description = document.child(of: item, named: "description").map { document.text(of: $0) } ?? []
    let encoded = document.child(of: item, named: "content:encoded").map { document.text(of: $0) } ?? []
    // Some put the whole into one element and the summary into the other, whichever.
    if entry.content.isEmpty { entry.content = encoded.count >= description.count ? encoded : description }
    entry.repliesTo = document.children(of: item, named: "thr:in-reply-to").compactMap {
      document.cleanAttribute("ref", of: $0)
    }
    return entry
  }

  private static func person(_ document: XMLDocument, _ node: Int) -> String? {
    for name in ["dc:creator", "author", "itunes:author", "managingeditor"] {
      if let words = document.plainLine(name, of: node), let found = PersonName.shown(words) { return found }
    }
    return nil
  }
}
