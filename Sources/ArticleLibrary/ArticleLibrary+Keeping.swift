import ArticleModel

extension ArticleLibrary {
  /// What came of keeping an article.
  public struct Kept: Sendable {
    /// Its number.
    public let id: Int64
    /// Where the reader was the last time; `nil` the first time.
    public let visit: Visit?
  }

  /// Keeps an article, or its new version.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - now: The time, in seconds since 1970.
  ///   - isOpened: Whether it is being read, and not only added.
  /// - Returns: Its number and the last visit.
  /// - Throws: Why it is not kept; the library is as it was.
  @discardableResult
  public func keep(_ article: KeptArticle, now: Int64, isOpened: Bool) throws(LibraryFailure) -> Kept {
    return try change { connection throws(DatabaseProblem) in
      let known = try connection.number("SELECT id FROM article WHERE key = ?", .text(article.key))
      var visit: Visit?
      if let known { visit = try Self.visit(of: known, connection) }
      let news = visit?.newComments(among: article.fingerprints.comments).count ?? 0
      let size = article.sources.reduce(0) { $0 + $1.data.count }
      try connection.run(
        """
        INSERT INTO article (key, address, format, title, byline, site, language, published, added, opened, words,
          comments, new_comments, bytes)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (key) DO UPDATE SET address = ?2, format = ?3, title = ?4, byline = ?5, site = ?6, language = ?7,
          published = ?8, opened = coalesce(?10, opened), words = ?11, comments = ?12, new_comments = ?13, bytes = ?14,
          deleted = NULL
        """,
        [
          .text(article.key), .text(article.address), .text(article.format), .text(article.title),
          DatabaseValue(article.byline), DatabaseValue(article.site), DatabaseValue(article.language),
          DatabaseValue(article.published), .integer(now), isOpened ? .integer(now) : .null,
          DatabaseValue(article.words), DatabaseValue(article.comments), DatabaseValue(news),
          DatabaseValue(size),
        ])
      let id = known ?? connection.lastRow
      try connection.run("DELETE FROM source WHERE article = ?", .integer(id))
      for (index, part) in article.sources.enumerated() {
        try connection.run(
          "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          [
            .integer(id), DatabaseValue(index), .text(part.role.rawValue), DatabaseValue(part.address),
            DatabaseValue(part.format), DatabaseValue(part.contentType), DatabaseValue(part.entityTag),
            DatabaseValue(part.lastModified), DatabaseValue(part.size), DatabaseValue(part.isCompressed),
            .blob(part.data), DatabaseValue(part.article.map { Int64($0) }),
          ])
      }
      try connection.run("DELETE FROM search WHERE rowid = ?", .integer(id))
      try connection.run(
        "INSERT INTO search (rowid, title, byline, article, speakers, quotes, comments) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          .integer(id), .text(article.title),
          .text([article.byline, article.site].compactMap(\.self).joined(separator: "\n")),
          .text(article.text),
          .text(article.speakers), .text(article.quotes), .text(article.discussion),
        ])
      return Kept(id: id, visit: visit)
    }
  }

  /// The bytes that an article was read from.
  ///
  /// - Throws: `LibraryFailure.damaged` when a part cannot be unpacked.
  public func sources(of id: Int64) throws(LibraryFailure) -> [SourcePart] {
    var isDamaged = false
    let parts = try perform { connection throws(DatabaseProblem) in
      try connection.all(
        """
        SELECT role, address, format, content_type, entity_tag, last_modified, size, is_compressed, data,
          \(knowsEntries ? "entry" : "NULL")
        FROM source
        WHERE article = ? ORDER BY part
        """, [.integer(id)]
      ) { row -> SourcePart in
        var bytes = row.blob(8)
        if row.flag(7) {
          let unpacked = Compression.decompressed(bytes, size: row.int(6))
          isDamaged = isDamaged || unpacked == nil
          bytes = unpacked ?? []
        }
        return SourcePart(
          role: SourcePart.Role(rawValue: row.text(0)) ?? .article, address: row.optionalText(1),
          format: row.optionalText(2), article: row.optionalInteger(9).map { Int($0) },
          contentType: row.optionalText(3), entityTag: row.optionalText(4),
          lastModified: row.optionalText(5), bytes: bytes)
      }
    }
    if isDamaged { throw .damaged(path) }
    guard !parts.isEmpty else { throw .noArticle(id) }
    return parts
  }

  /// The number and address of the article with a key, unless it was deleted.
  public func find(key: String) throws(LibraryFailure) -> Int64? {
    try perform { connection throws(DatabaseProblem) in
      try connection.number("SELECT id FROM article WHERE key = ? AND deleted IS NULL", .text(key))
    }
  }

  /// The address and key of an article.
  public func address(of id: Int64) throws(LibraryFailure) -> (address: String, key: String) {
    let found = try perform { connection throws(DatabaseProblem) in
      try connection.first("SELECT address, key FROM article WHERE id = ?", [.integer(id)]) {
        ($0.text(0), $0.text(1))
      }
    }
    guard let found else { throw .noArticle(id) }
    return found
  }
}
