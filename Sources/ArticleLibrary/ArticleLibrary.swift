import ArticleModel
import Glibc

/// The articles that were read, with their threads, in one SQLite file.
///
/// Several programs may use a library at once (write-ahead log); every change is a transaction, so that the end of a
/// program at any moment leaves the state before or after it. An object is used by one thread at a time.
public final class ArticleLibrary {
  /// The file.
  public let path: String
  /// Whether nothing can be kept, because the file or its folder is read-only.
  public let isReadOnly: Bool
  /// Where a damaged library that stood in the way was moved to.
  public let movedAside: String?
  let connection: Connection
  /// Whether the tables know of entries of feeds: an older library that cannot be written to stays as it is.
  let knowsEntries: Bool
  /// What the last search found, and the version of the library that it looked in.
  var lastMatches: (version: String, matches: Matches)?
  /// The file that was opened, whatever stands in its place later.
  private let inode: UInt

  /// The folder of libraries by the rules of XDG, or `nil` without a home.
  public static func usualFolder(
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) -> String? {
    if let folder = environment("XDG_DATA_HOME"), folder.hasPrefix("/") { return folder + "/pullquote" }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/share/pullquote"
  }

  /// Opens the library in a folder; both are made when they are missing.
  ///
  /// A damaged file is moved aside and an empty library takes its place; one of another program, or of a newer version
  /// of this one, is left alone.
  ///
  /// - Throws: Why there is no library. Reading is possible without one.
  public convenience init(folder: String) throws(LibraryFailure) {
    try self.init(folder: folder, isReadOnly: false)
  }

  /// Opens the library in a folder, for reading only when that is wanted.
  convenience init(folder: String, isReadOnly: Bool) throws(LibraryFailure) {
    if let why = Self.make(folder: folder) { throw .noFolder(folder, why) }
    let path = folder + "/library.sqlite"
    do throws(DatabaseProblem) {
      try self.init(path: path, movedAside: nil, isReadOnly: isReadOnly)
    } catch {
      switch error.kind {
      case .damaged: break
      case .constraint where error.words == Self.foreignMark: throw .foreign(path)
      case .constraint where error.words == Self.newerMark: throw .newer(path)
      default: throw LibraryFailure(error, path: path)
      }
      let moved = try Self.moveAside(path)
      do throws(DatabaseProblem) {
        try self.init(path: path, movedAside: moved)
      } catch {
        throw LibraryFailure(error, path: path)
      }
    }
  }

  /// Begins a new library in the place of one that turned out to be damaged while it was used, and moves that aside.
  public static func replacing(_ damaged: ArticleLibrary) throws(LibraryFailure) -> ArticleLibrary {
    let moved = try moveAside(damaged.path, inode: damaged.inode)
    do throws(DatabaseProblem) {
      return try ArticleLibrary(path: damaged.path, movedAside: moved)
    } catch {
      throw LibraryFailure(error, path: damaged.path)
    }
  }

  private static func inode(of path: String) -> UInt {
    var status = stat()
    return stat(path, &status) == 0 ? UInt(status.st_ino) : 0
  }

  private static let foreignMark = "foreign"
  private static let newerMark = "newer"

  private init(path: String, movedAside: String?, isReadOnly: Bool = false) throws(DatabaseProblem) {
    self.path = path
    self.movedAside = movedAside
    // A file that cannot be written to can still be read from.
    var connection: Connection
    var isReadOnly = isReadOnly || access(path, F_OK) == 0 && access(path, W_OK) != 0
    do throws(DatabaseProblem) {
      if isReadOnly { throw DatabaseProblem(kind: .readOnly, words: "read-only") }
      LibraryPrivacy.create(path)
      connection = try Connection(path: path, isReadOnly: false)
      try Self.prepare(connection, path: path, isReadOnly: false)
    } catch {
      guard error.kind == .readOnly else { throw error }
      isReadOnly = true
      connection = try Self.openForReading(path)
    }
    self.isReadOnly = isReadOnly
    self.connection = connection
    let entries = try connection.number("SELECT count(*) FROM migration WHERE name = 'entries'")
    knowsEntries = entries == 1
    inode = Self.inode(of: path)
  }

  /// Opens a library that cannot be written to, in a folder that perhaps cannot be written to either.
  private static func openForReading(_ path: String) throws(DatabaseProblem) -> Connection {
    do throws(DatabaseProblem) {
      let connection = try Connection(path: path, isReadOnly: true)
      try prepare(connection, path: path, isReadOnly: true)
      return connection
    } catch {
      var log = stat()
      let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
      guard error.kind == .readOnly || error.kind == .cannotOpen, !hasLog else { throw error }
      let connection = try Connection(path: path, isReadOnly: true, isFrozen: true)
      try prepare(connection, path: path, isReadOnly: true)
      return connection
    }
  }

  /// Checks that a file is a library and brings it up to date.
  private static func prepare(_ connection: Connection, path: String, isReadOnly: Bool)
    throws(DatabaseProblem)
  {
    // Nothing that a file says makes functions run or is believed without a check.
    try connection.execute(
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON")
    let tables = try connection.number("SELECT count(*) FROM sqlite_schema") ?? 0
    let identifier = try connection.number("PRAGMA application_id") ?? 0
    guard identifier == Schema.applicationIdentifier || (tables == 0 && identifier == 0) else {
      throw DatabaseProblem(kind: .constraint, words: foreignMark)
    }
    if isReadOnly {
      guard tables > 0 else { throw DatabaseProblem(kind: .readOnly, words: "empty") }
    } else {
      // Before anything is written: what stands beside the file takes its mode.
      LibraryPrivacy.restrict(path)
      if tables == 0 { try connection.execute("PRAGMA auto_vacuum = INCREMENTAL") }
      try connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      try migrate(connection)
    }
    let known = Set(Schema.migrations.map(\.name))
    let applied = try connection.all("SELECT name FROM migration") { $0.text(0) }
    guard applied.allSatisfy(known.contains) else {
      throw DatabaseProblem(kind: .constraint, words: newerMark)
    }
  }

  /// Applies the migrations that are missing; all of them or none.
  private static func migrate(_ connection: Connection) throws(DatabaseProblem) {
    // Asked before, so that a library that is up to date is not locked for writing.
    let isNew = try connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'migration'") == 0
    if !isNew {
      let count = try connection.number("SELECT count(*) FROM migration") ?? 0
      if count >= Schema.migrations.count { return }
    }
    try connection.transaction { () throws(DatabaseProblem) in
      try connection.execute(
        "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied INTEGER NOT NULL) STRICT, WITHOUT ROWID"
      )
      let applied = Set(try connection.all("SELECT name FROM migration") { $0.text(0) })
      guard applied.isSubset(of: Schema.migrations.map(\.name)) else { return }
      for migration in Schema.migrations where !applied.contains(migration.name) {
        try connection.execute(migration.sql)
        try connection.run(
          "INSERT INTO migration VALUES (?, ?)", .text(migration.name), .integer(Int64(time(nil))))
      }
      try connection.execute("PRAGMA application_id = \(Schema.applicationIdentifier)")
    }
  }

  /// Makes a folder and those above it; says why when it cannot.
  private static func make(folder: String) -> String? {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EROFS || access(made, F_OK) != 0 {
        let code = errno
        if access(made, X_OK) != 0 { return String(cString: strerror(code)) }
      }
    }
    return nil
  }

  /// Gives a damaged library another name, with its log.
  ///
  /// Under a lock: another program may be doing the same, and must not move the new library.
  private static func moveAside(_ path: String, inode: UInt? = nil) throws(LibraryFailure) -> String? {
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw .damaged(path) }
    defer { close(lock) }
    flock(lock, LOCK_EX)
    if let inode {
      // Somebody else has replaced it already.
      if Self.inode(of: path) != inode { return nil }
    } else if (try? ArticleLibrary(path: path, movedAside: nil)) != nil {
      return nil
    }
    var target = "\(path).damaged-\(time(nil))"
    var number = 1
    while access(target, F_OK) == 0 {
      number += 1
      target = "\(path).damaged-\(time(nil))-\(number)"
    }
    guard rename(path, target) == 0 else { throw .damaged(path) }
    for ending in LibraryPrivacy.companions { rename(path + ending, target + ending) }
    LibraryPrivacy.restrict(target)
    return target
  }

  /// Does something with the database; its problems become failures of the library.
  func perform<T>(
    _ body: (Connection) throws(DatabaseProblem) -> T
  ) throws(LibraryFailure) -> T {
    do throws(DatabaseProblem) {
      return try body(connection)
    } catch {
      throw LibraryFailure(error, path: path)
    }
  }

  /// Does several things at once or none of them.
  func change<T>(_ body: (Connection) throws(DatabaseProblem) -> T) throws(LibraryFailure) -> T {
    if isReadOnly { throw .readOnly(path) }
    return try perform { connection throws(DatabaseProblem) in
      try connection.transaction { () throws(DatabaseProblem) in try body(connection) }
    }
  }

  /// Does several changes at once, which is much faster than one by one.
  public func together(_ body: () throws(LibraryFailure) -> Void) throws(LibraryFailure) {
    if isReadOnly { throw .readOnly(path) }
    var failure: LibraryFailure?
    try perform { connection throws(DatabaseProblem) in
      try connection.transaction { () throws(DatabaseProblem) in
        do throws(LibraryFailure) {
          try body()
        } catch {
          failure = error
          throw DatabaseProblem(kind: .other, words: error.message)
        }
      }
    }
    if let failure { throw failure }
  }
}
