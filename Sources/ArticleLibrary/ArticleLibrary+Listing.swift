import ArticleModel

extension ArticleLibrary {
  /// Above so many matches a search shows the last added first: to weigh them all takes longer than a screen may.
  private static let weighedMatches: Int64 = 2000

  /// A window of the list.
  ///
  /// - Parameters:
  ///   - query: What to show, and in which order; a search shows the best matches first.
  ///   - offset: The number of entries before the window.
  ///   - limit: The most entries of the window.
  /// - Returns: The entries.
  /// - Throws: Why the library cannot be read.
  /// - Complexity: O(`offset` + `limit`) without words to search for.
  public func entries(_ query: LibraryQuery, offset: Int = 0, limit: Int = 200) throws(LibraryFailure)
    -> [LibraryEntry]
  {
    try perform { connection throws(DatabaseProblem) in
      let plan = try Plan(query, connection)
      if plan.isEmpty { return [] }
      return try connection.all(
        "SELECT \(Self.entryColumns) \(plan.source) ORDER BY \(plan.order) LIMIT ? OFFSET ?",
        plan.values + [DatabaseValue(limit), DatabaseValue(offset)], Self.entry)
    }
  }

  /// The number of entries of the list.
  public func count(_ query: LibraryQuery) throws(LibraryFailure) -> Int {
    try perform { connection throws(DatabaseProblem) in
      let plan = try Plan(query, connection)
      if plan.isEmpty { return 0 }
      return try connection.first("SELECT count(*) \(plan.source)", plan.values) { $0.int(0) } ?? 0
    }
  }

  /// An entry by its number.
  public func entry(_ id: Int64) throws(LibraryFailure) -> LibraryEntry {
    let found = try perform { connection throws(DatabaseProblem) in
      try connection.first(
        "SELECT \(Self.entryColumns) FROM article a WHERE a.id = ?", [.integer(id)], Self.entry)
    }
    guard let found else { throw .noArticle(id) }
    return found
  }

  /// All tags with the number of articles that have them.
  public func tags() throws(LibraryFailure) -> [(name: String, count: Int)] {
    try perform { connection throws(DatabaseProblem) in
      try connection.all(
        """
        SELECT name, count(*) FROM tag JOIN article ON article.id = tag.article WHERE deleted IS NULL
        GROUP BY name ORDER BY name
        """
      ) { ($0.text(0), $0.int(1)) }
    }
  }

  private static let entryColumns = """
    a.id, a.address, a.title, a.byline, a.site, a.published, a.added, a.opened, a.words, a.comments, a.new_comments,
    a.percent, a.starred, a.archived,
    (SELECT group_concat(name, ' ') FROM (SELECT name FROM tag WHERE article = a.id ORDER BY name)),
    (SELECT count(*) FROM highlight WHERE article = a.id)
    """

  private static func entry(_ row: Row) -> LibraryEntry {
    LibraryEntry(
      id: row.integer(0), address: row.text(1), title: row.text(2), byline: row.optionalText(3),
      site: row.optionalText(4), published: row.optionalInteger(5), added: row.integer(6),
      opened: row.optionalInteger(7), words: row.int(8), comments: row.int(9), newComments: row.int(10),
      percent: row.int(11), isStarred: row.flag(12), isArchived: row.flag(13),
      tags: row.text(14).split(separator: " ").map(String.init), highlights: row.int(15))
  }

  /// A query in SQL.
  private struct Plan {
    var source: String
    var values: [DatabaseValue] = []
    var order: String
    var isEmpty = false

    init(_ query: LibraryQuery, _ connection: Connection) throws(DatabaseProblem) {
      var conditions = ["a.deleted IS NULL"]
      switch query.shelf {
      case .reading: conditions.append("a.archived = 0")
      case .unread: conditions += ["a.archived = 0", "a.percent < 100"]
      case .starred: conditions.append("a.starred = 1")
      case .new: conditions.append("a.new_comments > 0")
      case .archived: conditions.append("a.archived = 1")
      case .all: break
      }
      order =
        switch query.order {
        case .opened: "a.recent DESC, a.id DESC"
        case .added: "a.added DESC, a.id DESC"
        case .published: "a.published DESC, a.id DESC"
        case .title: "a.title COLLATE NOCASE, a.id"
        case .site: "a.site COLLATE NOCASE, a.title COLLATE NOCASE, a.id"
        case .comments: "a.comments DESC, a.id DESC"
        case .length: "a.words DESC, a.id DESC"
        }
      source = "FROM article a"
      if !query.text.isEmpty {
        guard let expression = SearchExpression(query.text).expression else {
          isEmpty = true
          source += " WHERE 0"
          return
        }
        let matches = try connection.number(
          "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT \(weighedMatches + 1))",
          .text(expression))
        source = "FROM search JOIN article a ON a.id = search.rowid"
        conditions.insert("search MATCH ?", at: 0)
        values.append(.text(expression))
        if matches ?? 0 > weighedMatches {
          order = "search.rowid DESC"
        } else if query.order == .opened {
          order = "bm25(search, 10, 4, 1, 4, 2, 0.5)"
        }
      }
      if let tag = query.tag {
        conditions.append("a.id IN (SELECT article FROM tag WHERE name = ?)")
        values.append(.text(tag))
      }
      source += " WHERE " + conditions.joined(separator: " AND ")
    }
  }
}
