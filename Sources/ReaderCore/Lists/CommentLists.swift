import ArticleModel

/// Who wrote comments, and the comments of one of them.
enum CommentLists {
  /// The authors, those with most comments first.
  static func authors(of article: Article) -> IndexList {
    guard let thread = article.thread else {
      return IndexList(IndexList.Source(count: 0) { _ in .init(text: "") })
    }
    var counted = [UInt32](repeating: 0, count: thread.authors.count)
    thread.comments.visitAuthors { _, author in
      if counted.indices.contains(Int(author)) { counted[Int(author)] += 1 }
    }
    let counts = counted
    let order = RankOrder.ascending(counts.map { UInt64(UInt32.max - $0) }).prefix(counts.count { $0 > 0 })
    let author = { (row: Int) in Int(order[row]) }
    return IndexList(
      IndexList.Source(
        count: order.count,
        entry: { row in
          let count = counts[author(row)]
          return IndexList.Entry(
            text: thread.authors[author(row)], detail: "\(count) comment\(count == 1 ? "" : "s")",
            destination: .author(Int32(author(row))))
        },
        matcher: { search in
          let isNamed = search.isFound(inEach: thread.authors)
          return { row in isNamed[author(row)] }
        }))
  }

  /// The comments of an author in the source's order.
  static func comments(by author: Int32, of article: Article) -> IndexList {
    guard let thread = article.thread else {
      return IndexList(IndexList.Source(count: 0) { _ in .init(text: "") })
    }
    let rows = thread.comments(by: author)
    return IndexList(
      IndexList.Source(
        count: rows.count,
        entry: { row in
          let words = thread.withBody(of: rows[row]) { String(decoding: $0.prefix(400), as: UTF8.self) }
          return IndexList.Entry(text: words, destination: .comment(rows[row]))
        },
        matcher: { search in
          var listed = CommentSet(count: thread.count)
          for row in rows { listed[row] = true }
          let found = BodySearch(search, in: thread).comments(of: listed)
          return { row in found[rows[row]] }
        }))
  }
}
