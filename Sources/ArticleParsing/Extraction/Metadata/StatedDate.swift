import ArticleModel

/// A day as a page states it for machines.
struct StatedDate {
  /// As it is written.
  let text: String
  /// What that means.
  let stamp: Timestamp

  /// The first day of publication that a page states.
  ///
  /// `nil` when it states none.
  init?(linked: LinkedData, meta: MetaTags, isMonthFirst: Bool) {
    for text in [linked.published] + Self.publishedNames.map({ meta.values[$0] }) {
      if let text, let stamp = Self.stamp(text, isMonthFirst: isMonthFirst) {
        self.text = text
        self.stamp = stamp
        return
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

  private static let publishedNames = [
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate", "publish-date", "publish_date", "article:published", "article.published", "sailthru.date",
    "parsely-pub-date", "citation_publication_date", "citation_online_date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date", "date.release",
    "publication_date", "published_on", "pub_date", "article_date_original", "cxenseparse:recs:publishtime",
    "last-published", "published_at", "rnews:datepublished", "og:pubdate", "timestamp",
    "originalpublicationdate", "cdate", "shareaholic:article_published_time", "article:create_at", "created",
    "release_date", "firstpublished", "og:release_date", "ms.date", "gsa_publish_date",
  ]
}

extension Substring {
  /// The text without white space at its ends.
  fileprivate func trimming() -> String {
    split(separator: " ").joined(separator: " ")
  }
}
