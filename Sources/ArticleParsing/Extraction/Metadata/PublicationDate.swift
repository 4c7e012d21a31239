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
  /// What is printed at the headline is the day that readers know an article by. Statements for machines confirm it, often
  /// with another day: in UTC, or of the first version of a page that was published anew. So a printed day counts when it
  /// stands at the headline and does not call itself an update; else statements about publication, then the day in the
  /// address, then other printed days, at last the day of the latest change. A topic of a forum has the day of its first
  /// post.
  ///
  /// - Parameters:
  ///   - stated: The day of publication that the page states for machines.
  ///   - linked: What the page says in JSON-LD.
  ///   - meta: What its head says.
  ///   - visible: The date that it prints.
  ///   - firstPost: The first post of a topic, when the page is of a forum.
  ///   - inAddress: The day in its address.
  ///   - isMonthFirst: Whether `04/05/2020` is the fifth of April.
  /// - Returns: The date and its text, or `nil`.
  static func find(
    stated: StatedDate?, linked: LinkedData, meta: MetaTags, visible: VisibleDate?, firstPost: FirstPost?,
    inAddress: Timestamp?, isMonthFirst: Bool
  ) -> Finding? {
    if let firstPost, let posted = firstPost.posted, stated.map({ posted < $0.stamp }) ?? true {
      return Finding(stamp: posted, text: firstPost.postedText)
    }
    var visible = visible
    if let printed = visible?.day, let inAddress, isSwapped(printed, inAddress) { visible?.day = inAddress }
    if let stated {
      let day = localDay(stated.text, stated.stamp)
      if let visible, !visible.isUpdate {
        if isSameDay(visible.day, day) {
          let isSame = visible.day.date == day.date || visible.text == nil && !isUniversal(stated.text)
          return Finding(stamp: isSame ? day : visible.day, text: visible.text)
        }
        if visible.isAtHeadline { return Finding(stamp: visible.day, text: visible.text) }
      }
      if let inAddress, isSameDay(inAddress, day), inAddress.date != day.date, isUniversal(stated.text) {
        return Finding(stamp: inAddress)
      }
      return Finding(stamp: day)
    }
    if let visible, visible.rank < 4, !visible.isUpdate {
      return Finding(stamp: visible.day, text: visible.text)
    }
    if let inAddress { return Finding(stamp: inAddress) }
    if let visible { return Finding(stamp: visible.day, text: visible.text) }
    for text in [linked.modified] + modifiedNames.map({ meta.values[$0] }) {
      if let text, let stamp = StatedDate.stamp(text, isMonthFirst: isMonthFirst) {
        return Finding(stamp: localDay(text, stamp))
      }
    }
    return nil
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

  /// Whether two days differ by nothing but the order of day and month.
  private static func isSwapped(_ left: Timestamp, _ right: Timestamp) -> Bool {
    let (one, other) = (left.date, right.date)
    return one.year == other.year && one.month == other.day && one.day == other.month && one.day != one.month
  }

  /// Whether a statement gives the time in UTC, so that the day of its place may be another.
  private static func isUniversal(_ text: String) -> Bool {
    ["Z", "z", "+00:00", "+0000", "GMT", "UTC"].contains { text.hasSuffix($0) }
  }

  /// The day in an address like `/2016/08/10/`, `/2016/aug/10/` or `/20160810`.
  static func day(inAddress address: String) -> Timestamp? {
    let path = Array(address.utf8.prefix(400))
    var position = 0
    while position + 8 <= path.count {
      guard ASCII.isDigit(path[position]), position == 0 || !ASCII.isDigit(path[position - 1]) else {
        position += 1
        continue
      }
      var end = position
      var segments = 0
      while end < path.count, segments < 3, end - position < 18 {
        if isSeparator(path[end]) {
          segments += 1
        } else if !ASCII.isDigit(path[end]), !(segments == 1 && ASCII.isLetter(path[end])) {
          break
        }
        end += 1
      }
      if let match = DateText.first(
        in: path[position..<end].map { isSeparator($0) ? 0x2D : $0 }, isMonthFirst: false),
        (1995...2099).contains(match.day.date.year), match.range.lowerBound == 0
      {
        return match.day
      }
      while position < path.count, ASCII.isDigit(path[position]) { position += 1 }
    }
    return nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D || byte == 0x5F }

  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "revised", "lastmod", "modified", "updated",
  ]
}
