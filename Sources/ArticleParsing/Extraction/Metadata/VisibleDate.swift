import ArticleModel

/// Finds the date that a page prints: marked elements and short lines with a date, near the headline.
struct VisibleDate {
  /// The day.
  var day: Timestamp
  /// The date as printed.
  var text: String?
  /// How firmly the page says that it is the date of publication: 0 is firmest.
  var rank: Int

  /// The best date printed for the article, or `nil`.
  ///
  /// - Complexity: O(number of nodes).
  static func find(in scope: MetadataScope, blocks: [PageBlock], isMonthFirst: Bool) -> VisibleDate? {
    var best: (date: VisibleDate, distance: Int)?
    func offer(_ date: VisibleDate, distance: Int) {
      if let old = best, (old.date.rank, old.distance) <= (date.rank, distance) { return }
      best = (date, distance)
    }
    let document = scope.page.document
    for node in document.nodes.indices
    where document.nodes[node].attributeCount > 0 || document.tag(node) == .time {
      guard scope.allows(node) || document.tag(node) == .meta, let rank = rank(of: node, on: scope.page),
        let date = date(at: node, rank: rank, in: document, isMonthFirst: isMonthFirst)
      else { continue }
      let distance = scope.distance(of: node)
      if distance < 900 {
        offer(date, distance: distance)
      } else if rank == 0 || scope.isInRoot(node) {
        offer(VisibleDate(day: date.day, text: date.text, rank: rank + 4), distance: distance)
      }
    }
    if let best, best.date.rank < 3 { return best.date }
    for block in blocks where block.length < 90 && block.statistics.digits >= 4 {
      let node = block.nodes.lowerBound
      let distance = scope.distance(of: node)
      guard distance < 500, scope.allows(node) else { continue }
      let text = block.nodes.lazy.filter { document.tag($0) == .text }.map { document.text(of: $0) }
        .joined(separator: " ")
      if let match = DateText.first(in: text.utf8, isMonthFirst: isMonthFirst) {
        offer(VisibleDate(day: match.day, text: printed(text, match.range), rank: 3), distance: distance)
      }
    }
    return best?.date
  }

  private static func rank(of node: Int, on page: PageNodes) -> Int? {
    let document = page.document
    if let property = document.attributeBytes("itemprop", of: node) {
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
    for attribute in ["datetime", "content", "title", "data-date"] {
      if let value = document.attribute(attribute, of: node),
        let stamp = PublicationDate.stamp(value, isMonthFirst: isMonthFirst)
      {
        return VisibleDate(day: stamp, text: text.isEmpty || text.utf8.count > 80 ? nil : text, rank: rank)
      }
    }
    guard text.utf8.count < 200, let match = DateText.first(in: text.utf8, isMonthFirst: isMonthFirst) else {
      return nil
    }
    return VisibleDate(day: match.day, text: printed(text, match.range), rank: rank)
  }

  /// The part of a text that is the date.
  private static func printed(_ text: String, _ range: Range<Int>) -> String {
    if text.utf8.count < 60 { return text }
    let bytes = Array(text.utf8)
    guard range.upperBound <= bytes.count else { return text }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
