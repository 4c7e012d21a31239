import ArticleModel

/// Finds the date that a page prints: marked elements and short lines with a date, near the headline.
struct VisibleDate {
  /// The day.
  var day: Timestamp
  /// The date as printed.
  var text: String?
  /// How firmly the page says that it is the date of publication: 0 is firmest.
  var rank: Int
  /// Whether the page calls it the day of a change.
  var isUpdate = false
  /// Whether it stands right at the headline, and hardly anything else in its line.
  var isAtHeadline = false

  /// The best date printed for the article, or `nil`.
  ///
  /// - Parameters:
  ///   - scope: Where to look.
  ///   - blocks: The blocks of the page.
  ///   - stated: The day of publication that the page states for machines: a printed day that agrees is believed.
  ///   - isMonthFirst: Whether `04/05/2020` is the fifth of April.
  /// - Returns: The date and how firm it is.
  /// - Complexity: O(number of nodes).
  static func find(
    in scope: MetadataScope, blocks: [PageBlock], stated: Timestamp?, isMonthFirst: Bool
  ) -> VisibleDate? {
    var best: (date: VisibleDate, distance: Int)?
    func offer(_ date: VisibleDate, at node: Int, distance: Int, standsAlone: Bool = true) {
      var date = date
      date.isAtHeadline =
        date.rank < 4 && standsAlone && (scope.isAfterHeadline(node) ? distance < 300 : distance < 100)
      if let stated, date.isAtHeadline, abs(date.day.seconds - stated.seconds) < 172_800 { date.rank = -1 }
      if let old = best {
        let isWorse =
          (old.date.rank, old.date.isUpdate ? 1 : 0, old.distance)
          <= (date.rank, date.isUpdate ? 1 : 0, distance)
        if isWorse { return }
      }
      best = (date, distance)
    }
    let document = scope.page.document
    let propertyNumber = document.number(ofName: "itemprop")
    for node in document.nodes.indices
    where document.nodes[node].attributeCount > 0 || document.tag(node) == .time {
      guard scope.allowsMarked(node) || document.tag(node) == .meta,
        let rank = rank(of: node, on: scope.page, propertyNumber: propertyNumber),
        let date = date(at: node, rank: rank, in: document, isMonthFirst: isMonthFirst)
      else { continue }
      let distance = scope.distance(of: node)
      guard scope.allows(node) || document.tag(node) == .meta || distance < 300 else { continue }
      if distance < 900 {
        offer(date, at: node, distance: distance)
      } else if rank == 0 || scope.isInRoot(node) {
        var distant = date
        distant.rank += 4
        offer(distant, at: node, distance: distance)
      }
    }
    if let best, best.date.rank < 3 { return best.date }
    for block in blocks where block.statistics.digits >= 4 && !block.statistics.hasCopyright {
      let node = block.nodes.lowerBound
      guard scope.allows(node) else { continue }
      let distance = scope.distance(of: node)
      guard distance < 500 || block.length < 160 else { continue }
      let text = block.text(in: document)
      guard let match = DateText.first(in: text.utf8, isMonthFirst: isMonthFirst) else { continue }
      let label = DateLabel(before: match.range, in: text)
      var found = VisibleDate(day: match.day, text: printed(text, match.range), rank: 3)
      found.isUpdate = label == .update
      if distance < 500, block.length < 90 || match.range.upperBound <= 40 {
        offer(found, at: node, distance: distance, standsAlone: block.length < match.range.count + 12)
      } else if let label {
        // Colophons at the foot of a page say what their dates are.
        found.rank = label == .publication ? 4 : 8
        offer(found, at: node, distance: distance)
      }
    }
    return best?.date
  }

  private static func rank(of node: Int, on page: PageNodes, propertyNumber: UInt16?) -> Int? {
    let document = page.document
    if let property = propertyNumber.flatMap({ document.attributeBytes(numbered: $0, of: node) }) {
      if property.elementsEqual("datePublished".utf8) { return 0 }
      if property.elementsEqual("dateCreated".utf8) { return 1 }
      if property.elementsEqual("dateModified".utf8) { return nil }
    }
    let isTime = document.tag(node) == .time
    if isTime, document.attributeBytes("pubdate", of: node) != nil { return 0 }
    guard document.subtree(of: node).count < 16 else { return nil }
    let isDate = page.traits[node].contains(.date)
    if isTime {
      if document.hasClass("updated", node) || document.hasClass("modified", node) { return 2 }
      return isDate ? 1 : 2
    }
    return isDate && document.tag(node) != .meta ? 2 : nil
  }

  private static func date(
    at node: Int, rank: Int, in document: HTMLDocument, isMonthFirst: Bool
  ) -> VisibleDate? {
    let text = document.text(of: node)
    let match = text.utf8.count < 200 ? DateText.first(in: text.utf8, isMonthFirst: isMonthFirst) : nil
    var found: VisibleDate?
    for attribute in ["datetime", "content", "title", "data-date"] where found == nil {
      if let value = document.attribute(attribute, of: node),
        let stamp = StatedDate.stamp(value, isMonthFirst: isMonthFirst)
      {
        found = VisibleDate(day: stamp, text: text.isEmpty || text.utf8.count > 80 ? nil : text, rank: rank)
        // An instant may fall on another day in UTC than where it is printed.
        if let match, abs(match.day.seconds - stamp.seconds) < 172_800, match.day.date != stamp.date {
          found?.day = match.day
        }
      }
    }
    if found == nil, let match {
      found = VisibleDate(day: match.day, text: printed(text, match.range), rank: rank)
    }
    let label = DateLabel(before: match?.range ?? 0..<0, in: text)
    found?.isUpdate =
      label == .update
      || label == nil
        && (document.hasClass("updated", node) && !document.hasClass("published", node)
          || document.hasClass("modified", node) || DateLabel(beforeElement: node, in: document) == .update)
    return found
  }

  /// The part of a text that is the date.
  private static func printed(_ text: String, _ range: Range<Int>) -> String {
    if text.utf8.count < 60 { return text }
    let bytes = Array(text.utf8)
    guard range.upperBound <= bytes.count else { return text }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
