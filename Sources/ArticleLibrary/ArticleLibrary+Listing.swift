import ArticleModel

extension ArticleLibrary {
  /// The most matches of a search, the last added ones: to weigh more takes longer than a screen may.
  private static let mostMatches = 2000

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
      let plan = Plan(query, try matches(of: query, connection))
      return try connection.all(
        "SELECT \(Self.entryColumns) \(plan.source) ORDER BY \(plan.order) LIMIT ? OFFSET ?",
        plan.values + [DatabaseValue(limit), DatabaseValue(offset)], Self.entry)
    }
  }

  /// The number of entries of the list.
  public func count(_ query: LibraryQuery) throws(LibraryFailure) -> Int {
    try perform { connection throws(DatabaseProblem) in
      let plan = Plan(query, try matches(of: query, connection), isCounting: true)
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

  /// What a search finds, the last added first; `nil` for a query without words.
  ///
  /// One pass over the search index, remembered until something in the library changes: a list asks for its size and for
  /// several windows of the same search.
  private func matches(of query: LibraryQuery, _ connection: Connection) throws(DatabaseProblem) -> Matches? {
    guard !query.text.isEmpty else { return nil }
    let search = SearchExpression(query.text)
    guard var expression = search.expression, let wholeWords = search.wholeWords else {
      return Matches(expression: "", ids: [])
    }
    let version =
      "\(try connection.number("PRAGMA data_version") ?? 0) \(connection.totalChanges) \(query.text)"
    if let last = lastMatches, last.version == version { return last.matches }
    // To complete a word means to merge all words that begin so; where the word as it is fills the list, nobody asks.
    var ids = try identifiers(matching: wholeWords, connection)
    if ids.count > Self.mostMatches || wholeWords == expression {
      expression = wholeWords
    } else {
      ids = try identifiers(matching: expression, connection)
    }
    let matches = Matches(expression: expression, ids: ids)
    lastMatches = (version, matches)
    return matches
  }

  private func identifiers(
    matching expression: String, _ connection: Connection
  ) throws(DatabaseProblem) -> [Int64] {
    try connection.all(
      "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT \(Self.mostMatches + 1)",
      [.text(expression)]
    ) { $0.integer(0) }
  }

  /// The articles that a search found.
  struct Matches {
    let expression: String
    let ids: [Int64]
  }

  /// A query in SQL.
  private struct Plan {
    var source = "FROM article a"
    var values: [DatabaseValue] = []
    var order: String

    /// Makes SQL of a query.
    ///
    /// - Parameters:
    ///   - query: The query.
    ///   - matches: What its words find.
    ///   - isCounting: Whether only the number is wanted: then the shelf decides the index, and else the order does, which
    ///     the plus in front of a column says.
    init(_ query: LibraryQuery, _ matches: Matches?, isCounting: Bool = false) {
      let archived = isCounting ? "a.archived" : "+a.archived"
      var conditions = ["a.deleted IS NULL"]
      switch query.shelf {
      case .reading: conditions.append("\(archived) = 0")
      case .unread: conditions += ["\(archived) = 0", "a.percent < 100"]
      case .starred: conditions.append("a.starred = 1")
      case .new: conditions.append("a.new_comments > 0")
      case .archived: conditions.append("a.archived = 1")
      case .all: break
      }
      order =
        switch query.order {
        case .opened: "a.recent DESC"
        case .added: "a.added DESC"
        case .published: "a.published DESC"
        case .title: "a.title COLLATE NOCASE"
        case .site: "a.site COLLATE NOCASE, a.title COLLATE NOCASE"
        case .comments: "a.comments DESC"
        case .length: "a.words DESC"
        }
      if let matches {
        if !isCounting, query.order == .opened, matches.ids.count <= mostMatches, !matches.ids.isEmpty {
          source = "FROM search JOIN article a ON a.id = search.rowid"
          conditions.insert("search MATCH ?", at: 0)
          values.append(.text(matches.expression))
          order = "bm25(search, 10, 4, 1, 4, 2, 0.5)"
        } else {
          conditions.insert("a.id IN (SELECT value FROM json_each(?))", at: 0)
          values.append(
            .text("[" + matches.ids.prefix(mostMatches).map(String.init).joined(separator: ",") + "]"))
          if query.order == .opened { order = "a.id DESC" }
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
