import ArticleModel

extension ArticleLibrary {
  /// How long a deleted article can be brought back, in seconds.
  public static let undoSeconds: Int64 = 30 * 86_400

  /// Gives an article a star, or takes it.
  public func setStarred(_ isStarred: Bool, _ id: Int64) throws(LibraryFailure) {
    try set("starred", DatabaseValue(isStarred), id)
  }

  /// Puts an article into the archive, or takes it out.
  public func setArchived(_ isArchived: Bool, _ id: Int64) throws(LibraryFailure) {
    try set("archived", DatabaseValue(isArchived), id)
  }

  /// Deletes an article; it can be brought back for thirty days.
  public func delete(_ id: Int64, now: Int64) throws(LibraryFailure) {
    try set("deleted", .integer(now), id)
  }

  /// Brings a deleted article back.
  public func restore(_ id: Int64) throws(LibraryFailure) {
    try set("deleted", .null, id)
  }

  private func set(_ column: String, _ value: DatabaseValue, _ id: Int64) throws(LibraryFailure) {
    let count = try change { connection throws(DatabaseProblem) in
      try connection.run("UPDATE article SET \(column) = ?2 WHERE id = ?1", .integer(id), value)
      return connection.changes
    }
    if count == 0 { throw .noArticle(id) }
  }

  /// Gives an article the tags in a list, and takes all others; white space and leading `#` are no part of a tag.
  public func setTags(_ tags: [String], _ id: Int64) throws(LibraryFailure) {
    let names = Set(tags.flatMap(Self.tagNames(in:)))
    try change { connection throws(DatabaseProblem) in
      try connection.run("DELETE FROM tag WHERE article = ?", .integer(id))
      for name in names.sorted() {
        try connection.run(
          "INSERT INTO tag SELECT id, ?2 FROM article WHERE id = ?1", .integer(id), .text(name))
      }
    }
  }

  /// The tags in what the user typed: words, with or without `#`.
  public static func tagNames(in text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "," }.map { word in
      String(word.drop { $0 == "#" }.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F })
    }.filter { !$0.isEmpty }
  }

  // MARK: Highlights

  /// The highlights of an article, in the order in which they were made; of all articles without one.
  public func highlights(of id: Int64? = nil) throws(LibraryFailure) -> [(
    article: Int64, highlight: Highlight
  )] {
    try perform { connection throws(DatabaseProblem) in
      try connection.all(
        """
        SELECT h.article, h.id, h.text, h.note, h.made, h.block, h.block_words, h.block_offset, h.comment
        FROM highlight h JOIN article a ON a.id = h.article
        WHERE a.deleted IS NULL AND (?1 IS NULL OR h.article = ?1) ORDER BY h.article, h.made, h.id
        """, [DatabaseValue(id)]
      ) { row in
        let comment = row.optionalInteger(8).map { Fingerprint(value: UInt64(bitPattern: $0)) }
        return (
          row.integer(0),
          Highlight(
            id: row.integer(1), text: row.text(2), note: row.text(3), place: Self.articlePlace(row, at: 5),
            comment: comment, made: row.integer(4))
        )
      }
    }
  }

  /// Keeps a highlight; one that has a number is changed.
  @discardableResult
  public func keep(_ highlight: Highlight, of id: Int64) throws(LibraryFailure) -> Int64 {
    try change { connection throws(DatabaseProblem) in
      try connection.run(
        "INSERT OR REPLACE INTO highlight VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [highlight.id == 0 ? .null : .integer(highlight.id), .integer(id)] + Self.values(highlight.place) + [
          DatabaseValue(highlight.comment.map { Int64(bitPattern: $0.value) }), .text(highlight.text),
          .text(highlight.note), .integer(highlight.made),
        ])
      return connection.lastRow
    }
  }

  /// Takes a highlight of an article away; one without a number, by its words and the time it was made.
  public func remove(_ highlight: Highlight, of id: Int64) throws(LibraryFailure) {
    try change { connection throws(DatabaseProblem) in
      try connection.run(
        "DELETE FROM highlight WHERE article = ?1 AND (id = ?2 OR ?2 = 0 AND text = ?3 AND made = ?4)",
        .integer(id),
        .integer(highlight.id), .text(highlight.text), .integer(highlight.made))
    }
  }
}
