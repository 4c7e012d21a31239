import CSQLite

/// Why SQLite did not do what it was asked for.
public struct DatabaseProblem: Error, Hashable, Sendable {
  /// What it means for a library.
  public enum Kind: Hashable, Sendable {
    /// The disk, or the room that the library may take, is full.
    case full
    /// The file or its folder cannot be written to.
    case readOnly
    /// The file cannot be opened.
    case cannotOpen
    /// The file is damaged, or is no database.
    case damaged
    /// Another program holds it for too long.
    case busy
    /// A rule of the schema was broken.
    case constraint
    /// Something else.
    case other
  }

  /// What it means.
  public let kind: Kind
  /// SQLite's words.
  public let words: String

  init(kind: Kind, words: String) {
    self.kind = kind
    self.words = words
  }

  init(code: Int32, words: String) {
    let kind: Kind =
      switch code & 0xFF {
      case SQLITE_FULL: .full
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: .readOnly
      case SQLITE_CANTOPEN: .cannotOpen
      case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_CONSTRAINT: .constraint
      default: .other
      }
    self.init(kind: kind, words: words)
  }
}
