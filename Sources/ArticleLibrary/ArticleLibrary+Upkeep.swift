import ArticleModel

/// How much a library keeps, and for how long.
public struct LibrarySettings: Hashable, Sendable {
  /// The most bytes of sources, compressed; `nil` for no limit.
  public var maximumBytes: Int64?
  /// How many days an article is kept after it was last read; `nil` for ever.
  public var keepDays: Int?

  /// Everything for ever.
  public init(maximumBytes: Int64? = nil, keepDays: Int? = nil) {
    self.maximumBytes = maximumBytes
    self.keepDays = keepDays
  }
}

extension ArticleLibrary {
  /// The settings.
  public func settings() throws(LibraryFailure) -> LibrarySettings {
    try perform { connection throws(DatabaseProblem) in
      let read = { (name: String) throws(DatabaseProblem) in
        try connection.first("SELECT value FROM setting WHERE name = ?", [.text(name)]) { $0.text(0) }
      }
      return LibrarySettings(
        maximumBytes: try read("maximum-bytes").flatMap { Int64($0) },
        keepDays: try read("keep-days").flatMap { Int($0) })
    }
  }

  /// Changes the settings.
  public func set(_ settings: LibrarySettings) throws(LibraryFailure) {
    try change { connection throws(DatabaseProblem) in
      try connection.run("DELETE FROM setting")
      if let bytes = settings.maximumBytes {
        try connection.run("INSERT INTO setting VALUES ('maximum-bytes', ?)", .text("\(bytes)"))
      }
      if let days = settings.keepDays {
        try connection.run("INSERT INTO setting VALUES ('keep-days', ?)", .text("\(days)"))
      }
    }
  }

  /// Takes out for good what was deleted a month ago, and what the settings do not want kept.
  ///
  /// Articles with a star, a tag or a highlight stay whatever the settings say.
  ///
  /// - Returns: How many articles were taken out.
  @discardableResult
  public func tidy(now: Int64) throws(LibraryFailure) -> Int {
    let settings = try settings()
    let isFree =
      "starred = 0 AND id NOT IN (SELECT article FROM tag) AND id NOT IN (SELECT article FROM highlight)"
    let count = try change { connection throws(DatabaseProblem) in
      var gone = try connection.all(
        "SELECT id FROM article WHERE deleted < ?", [.integer(now - Self.undoSeconds)]
      ) { $0.integer(0) }
      if let days = settings.keepDays {
        gone += try connection.all(
          "SELECT id FROM article WHERE deleted IS NULL AND recent < ? AND \(isFree)",
          [.integer(now - Int64(days) * 86_400)]
        ) { $0.integer(0) }
      }
      if let most = settings.maximumBytes {
        var total = try connection.number("SELECT total(bytes) FROM article") ?? 0
        if total > most {
          let candidates = try connection.all(
            "SELECT id, bytes FROM article WHERE \(isFree) ORDER BY deleted IS NULL, recent"
          ) {
            ($0.integer(0), $0.integer(1))
          }
          for (id, bytes) in candidates where total > most {
            gone.append(id)
            total -= bytes
          }
        }
      }
      try connection.run("DELETE FROM read_entry WHERE read < ?", .integer(now - Self.entrySeconds))
      for id in Set(gone) {
        try connection.run("DELETE FROM search WHERE rowid = ?", .integer(id))
        try connection.run("DELETE FROM article WHERE id = ?", .integer(id))
      }
      return Set(gone).count
    }
    if count > 0 {
      try perform { connection throws(DatabaseProblem) in try connection.execute("PRAGMA incremental_vacuum")
      }
    }
    return count
  }

  /// How large the library is.
  public func size() throws(LibraryFailure) -> (articles: Int, bytes: Int64) {
    try perform { connection throws(DatabaseProblem) in
      try connection.first("SELECT count(*), total(bytes) FROM article WHERE deleted IS NULL") {
        ($0.int(0), $0.integer(1))
      } ?? (0, 0)
    }
  }

  /// Looks at everything in the library.
  ///
  /// - Returns: What is wrong, in words; nothing when all is well.
  /// - Complexity: O(size of the library).
  public func problems() throws(LibraryFailure) -> [String] {
    var problems = try perform { connection throws(DatabaseProblem) in
      var found = try connection.all("PRAGMA integrity_check(100)") { $0.text(0) }.filter { $0 != "ok" }
      try connection.rows("PRAGMA foreign_key_check") { row throws(DatabaseProblem) in
        found.append("\(row.text(0)) \(row.integer(1)) belongs to no article")
      }
      if !isReadOnly {
        do throws(DatabaseProblem) {
          try connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        } catch {
          found.append("the search index: \(error.words)")
        }
      }
      try connection.rows("SELECT id FROM article EXCEPT SELECT rowid FROM search") {
        row throws(DatabaseProblem) in
        found.append("article \(row.integer(0)) cannot be searched")
      }
      return found
    }
    let ids = try perform { connection throws(DatabaseProblem) in
      try connection.all("SELECT id FROM article ORDER BY id") { $0.integer(0) }
    }
    for id in ids {
      do throws(LibraryFailure) {
        _ = try sources(of: id)
      } catch {
        problems.append("article \(id) has no source that can be unpacked")
      }
    }
    return problems
  }
}
