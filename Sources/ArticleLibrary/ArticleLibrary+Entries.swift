import ArticleModel

/// Which entries of feeds were read: most of them are looked at in their list only, and are no articles of the library.
extension ArticleLibrary {
  /// How long is remembered that an entry was read; feeds drop their entries long before.
  static let entrySeconds: Int64 = 400 * 86_400

  /// Those of the keys that were marked as read.
  ///
  /// - Complexity: O(n log m) in the number of keys and of entries that were read.
  public func readEntries(among keys: [String]) throws(LibraryFailure) -> Set<String> {
    guard knowsEntries else { return [] }
    return try perform { connection throws(DatabaseProblem) in
      var read: Set<String> = []
      for key in keys
      where try connection.number("SELECT 1 FROM read_entry WHERE key = ?", .text(key)) != nil {
        read.insert(key)
      }
      return read
    }
  }

  /// Marks entries as read, or as not read.
  public func setRead(_ flag: Bool, entries keys: [String], now: Int64) throws(LibraryFailure) {
    try change { connection throws(DatabaseProblem) in
      for key in keys where !key.isEmpty {
        if flag {
          try connection.run(
            "INSERT INTO read_entry VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET read = ?2", .text(key),
            .integer(now))
        } else {
          try connection.run("DELETE FROM read_entry WHERE key = ?", .text(key))
        }
      }
    }
  }
}
