import ArticleModel

extension ArticleLibrary {
  /// Where the reader was when they left an article; `nil` when they never read it.
  public func visit(of id: Int64) throws(LibraryFailure) -> Visit? {
    try perform { connection throws(DatabaseProblem) in try Self.visit(of: id, connection) }
  }

  /// Remembers where the reader is.
  ///
  /// - Parameters:
  ///   - visit: The place, the folds, the marks and what was seen.
  ///   - id: The article.
  ///   - now: The time, in seconds since 1970.
  /// - Throws: Why it is not remembered; the last visit is then what it was.
  public func remember(_ visit: Visit, of id: Int64, now: Int64) throws(LibraryFailure) {
    try change { connection throws(DatabaseProblem) in
      guard try connection.number("SELECT 1 FROM article WHERE id = ?", .integer(id)) != nil else { return }
      try connection.run(
        "UPDATE article SET opened = ?2, percent = max(percent, ?3), new_comments = 0 WHERE id = ?1",
        .integer(id),
        .integer(now), DatabaseValue(visit.percent))
      try connection.run(
        "INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [.integer(id)] + Self.values(visit.article) + Self.values(visit.thread) + [
          DatabaseValue(visit.isInThread), .blob(Self.packed(visit.folded)), .blob(Self.packed(visit.seen)),
          .blob(Self.packed(visit.blocks)),
        ])
      try connection.run("DELETE FROM mark WHERE article = ?", .integer(id))
      for mark in visit.marks {
        try connection.run(
          "INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?, ?, ?, ?)",
          [.integer(id), .text(mark.letter)] + Self.values(mark.article) + Self.values(mark.thread))
      }
    }
  }

  static func visit(of id: Int64, _ connection: Connection) throws(DatabaseProblem) -> Visit? {
    var visit = try connection.first(
      """
      SELECT block, block_words, block_offset, comment, comment_index, in_thread, folded, seen, blocks,
        (SELECT percent FROM article WHERE id = ?1)
      FROM visit WHERE article = ?1
      """, [.integer(id)]
    ) { row -> Visit in
      var visit = Visit()
      visit.article = articlePlace(row, at: 0)
      visit.thread = threadPlace(row, at: 3)
      visit.isInThread = row.flag(5)
      visit.folded = unpacked(row.blob(6))
      visit.seen = unpacked(row.blob(7))
      visit.blocks = unpacked(row.blob(8))
      visit.percent = row.int(9)
      return visit
    }
    visit?.marks = try connection.all(
      "SELECT letter, block, block_words, block_offset, comment, comment_index FROM mark WHERE article = ?",
      [.integer(id)]
    ) { Visit.Mark(letter: $0.text(0), article: articlePlace($0, at: 1), thread: threadPlace($0, at: 4)) }
    return visit
  }

  static func articlePlace(_ row: Row, at column: Int32) -> Visit.ArticlePlace? {
    guard !row.isNull(column) else { return nil }
    return Visit.ArticlePlace(
      block: row.int(column), fingerprint: Fingerprint(value: UInt64(bitPattern: row.integer(column + 1))),
      offset: row.int(column + 2))
  }

  static func threadPlace(_ row: Row, at column: Int32) -> Visit.ThreadPlace? {
    guard !row.isNull(column) else { return nil }
    return Visit.ThreadPlace(
      comment: Fingerprint(value: UInt64(bitPattern: row.integer(column))), index: row.int(column + 1))
  }

  static func values(_ place: Visit.ArticlePlace?) -> [DatabaseValue] {
    guard let place else { return [.null, .null, .null] }
    return [
      DatabaseValue(place.block), .integer(Int64(bitPattern: place.fingerprint.value)),
      DatabaseValue(place.offset),
    ]
  }

  static func values(_ place: Visit.ThreadPlace?) -> [DatabaseValue] {
    guard let place else { return [.null, .null] }
    return [.integer(Int64(bitPattern: place.comment.value)), DatabaseValue(place.index)]
  }

  /// Fingerprints as bytes, the lowest byte first.
  static func packed(_ fingerprints: [Fingerprint]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(fingerprints.count * 8)
    for fingerprint in fingerprints {
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: fingerprint.value >> UInt64(shift)))
      }
    }
    return bytes
  }

  static func unpacked(_ bytes: [UInt8]) -> [Fingerprint] {
    stride(from: 0, to: bytes.count - 7, by: 8).map { start in
      var value: UInt64 = 0
      for index in (start..<start + 8).reversed() { value = value << 8 | UInt64(bytes[index]) }
      return Fingerprint(value: value)
    }
  }
}
