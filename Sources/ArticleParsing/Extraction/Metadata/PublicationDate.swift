import ArticleModel

/// Settles on a date of publication among those that a page states and prints.
enum PublicationDate {
  /// A date, and its text as the page writes it.
  struct Finding {
    var stamp: Timestamp
    var text: String?
  }

  /// The date, or `nil` rather than one of something else.
  ///
  /// Statements about publication are believed first, then what is printed at the headline, then the day in the
  /// address, at last the day of the latest change.
  static func find(
    linked: LinkedData, meta: MetaTags, visible: VisibleDate?, addresses: [String], isMonthFirst: Bool
  ) -> Finding? {
    var stated: [(text: String, stamp: Timestamp)] = []
    for text in [linked.published] + publishedNames.map({ meta.values[$0] }) {
      if let text, let stamp = stamp(text, isMonthFirst: isMonthFirst) { stated.append((text, stamp)) }
    }
    if let first = stated.first {
      let printed = visible.flatMap { isSameDay($0.day, first.stamp) ? $0.text : nil }
      return Finding(stamp: localDay(first.text, first.stamp), text: printed)
    }
    if let visible, visible.rank < 4 { return Finding(stamp: visible.day, text: visible.text) }
    for address in addresses {
      if let day = day(inAddress: address) { return Finding(stamp: day) }
    }
    if let visible { return Finding(stamp: visible.day, text: visible.text) }
    for text in [linked.modified] + modifiedNames.map({ meta.values[$0] }) {
      if let text, let stamp = stamp(text, isMonthFirst: isMonthFirst) {
        return Finding(stamp: localDay(text, stamp))
      }
    }
    return nil
  }

  /// Reads a date as statements write it: ISO 8601, maybe without zone, or any printed form.
  static func stamp(_ text: String, isMonthFirst: Bool) -> Timestamp? {
    let trimmed = Substring(text).trimming()
    let found =
      Timestamp(iso8601: trimmed) ?? Timestamp(iso8601: String(trimmed.prefix(19)))
      ?? Timestamp(iso8601: String(trimmed.prefix(16))) ?? Timestamp(iso8601: String(trimmed.prefix(10)))
      ?? DateText.first(in: trimmed.utf8, isMonthFirst: isMonthFirst)?.day
    guard let found, (1990...2099).contains(found.date.year) else { return nil }
    return found
  }

  /// The day as written when the instant falls on another day in UTC, else the instant.
  ///
  /// Readers know an article by the day that its own place had.
  private static func localDay(_ text: String, _ stamp: Timestamp) -> Timestamp {
    guard let day = DateText.first(in: text.utf8, isMonthFirst: false)?.day, day.date != stamp.date,
      isSameDay(day, stamp)
    else { return stamp }
    return day
  }

  private static func isSameDay(_ left: Timestamp, _ right: Timestamp) -> Bool {
    abs(left.seconds / 86_400 - right.seconds / 86_400) <= 1
  }

  /// The day in an address like `/2016/08/10/` or `/20160810`.
  static func day(inAddress address: String) -> Timestamp? {
    let path = Array(address.utf8.prefix(400))
    var position = 0
    while position + 8 <= path.count {
      guard ASCII.isDigit(path[position]), position == 0 || !ASCII.isDigit(path[position - 1]) else {
        position += 1
        continue
      }
      var end = position
      while end < path.count, ASCII.isDigit(path[end]) || end - position < 12 && isSeparator(path[end]) {
        end += 1
      }
      if let match = DateText.first(
        in: path[position..<end].map { isSeparator($0) ? 0x2D : $0 }, isMonthFirst: false),
        (1995...2099).contains(match.day.date.year), match.range.lowerBound == 0
      {
        return match.day
      }
      position = max(end, position + 1)
    }
    return nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D || byte == 0x5F }

  private static let publishedNames = [
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "article:published", "article.published", "sailthru.date",
    "parsely-pub-date", "citation_publication_date", "citation_online_date", "dc.date.issued",
    "dcterms.issued",
    "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date", "date.release",
    "publication_date",
    "article_date_original", "cxenseparse:recs:publishtime", "last-published", "published_at",
    "rnews:datepublished",
    "og:pubdate", "timestamp", "originalpublicationdate", "cdate", "shareaholic:article_published_time",
    "article:create_at", "created", "release_date", "firstpublished", "og:release_date",
  ]
  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "revised", "lastmod", "modified", "updated",
  ]
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate func trimming() -> String {
    split(separator: " ").joined(separator: " ")
  }
}
