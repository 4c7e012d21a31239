/// The formats that can be read; the raw value is the name on the command line.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  /// A web page.
  case html
  /// Plain text, or a text dump of a page.
  case text
  /// A feed or an export of articles and comments in XML: RSS, Atom, WordPress, Blogger, Disqus.
  case feed
  /// A list of feeds (OPML), as feed readers export it.
  case opml
  /// A mailbox, or a single message of mail.
  case mail
  /// A page with its pictures in one file, as browsers save it (MHTML).
  case mhtml
  /// Markdown.
  case markdown
  /// Pages of the web in an archive (WARC).
  case warc
  /// A Hacker News item as its search API answers it.
  case hackerNews = "hn"
  /// JSON: the answer of another comment system, a feed, or an article or discussion of unknown shape.
  case json
}
