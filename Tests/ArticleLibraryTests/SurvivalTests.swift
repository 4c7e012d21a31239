import ArticleModel
import Foundation
import TestSupport
import Testing

@testable import ArticleLibrary

/// What may happen to a library from outside.
struct SurvivalTests {
  private func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  @Test("A file that is no database is moved aside, kept, and told")
  func noDatabase() throws {
    let folder = try Folder()
    try write(Array(String(repeating: "not a database at all. ", count: 200).utf8), folder.file)
    let library = try folder.library()
    let aside = try #require(library.movedAside)
    #expect(try Data(contentsOf: URL(fileURLWithPath: aside)).starts(with: Array("not a database".utf8)))
    try library.keep(Fixtures.kept("a"), now: 1, isOpened: true)
    #expect(try folder.library().count(LibraryQuery()) == 1)
  }

  @Test("A damaged library never crashes, and damage that shows is moved aside")
  func damage() throws {
    var generator = SeededGenerator(seed: 21)
    let original = try Folder()
    do {
      let library = try original.library()
      for number in 0..<30 {
        try library.keep(
          Fixtures.kept("a\(number)", comments: ["x", "y"]), now: Int64(number), isOpened: true)
      }
      try library.perform { connection throws(DatabaseProblem) in
        try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
    let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: original.file)))
    for round in 0..<40 {
      let folder = try Folder()
      var bytes = good
      if round % 4 == 0 {
        bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
      } else {
        for _ in 0..<(round % 3 == 0 ? 2000 : 20) {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
            in: 0...255, using: &generator)
        }
      }
      try write(bytes, folder.file)
      var opened: ArticleLibrary?
      do {
        let library = try folder.library()
        opened = library
        _ = try library.entries(LibraryQuery(shelf: .all))
        _ = try library.entries(LibraryQuery(shelf: .all, text: "gate"))
        for entry in try library.entries(LibraryQuery(shelf: .all)) { _ = try? library.sources(of: entry.id) }
        try library.keep(Fixtures.kept("new"), now: 99, isOpened: true)
      } catch let failure as LibraryFailure {
        guard case .damaged = failure, let library = opened else { continue }
        let fresh = try ArticleLibrary.replacing(library)
        #expect(fresh.movedAside != nil)
        try fresh.keep(Fixtures.kept("new"), now: 99, isOpened: true)
      }
    }
  }

  @Test("A database of another program is left alone")
  func foreign() throws {
    let folder = try Folder()
    do {
      let connection = try Connection(path: folder.file, isReadOnly: false)
      try connection.execute("CREATE TABLE recipe (name TEXT)")
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    #expect(throws: LibraryFailure.foreign(folder.file)) { try folder.library() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == before)
  }

  @Test("A library of a newer version is left alone")
  func newer() throws {
    let folder = try Folder()
    do {
      let library = try folder.library()
      try library.change { connection throws(DatabaseProblem) in
        try connection.run("INSERT INTO migration VALUES ('holograms', 1)")
      }
    }
    #expect(throws: LibraryFailure.newer(folder.file)) { try folder.library() }
    #expect(folder.names.contains("library.sqlite"))
  }

  @Test("An older library is brought up to date, once, with what is in it")
  func upgrade() throws {
    let folder = try Folder()
    do {
      // As the first migration alone leaves it.
      let connection = try Connection(path: folder.file, isReadOnly: false)
      try connection.execute(
        "CREATE TABLE migration (name TEXT PRIMARY KEY, applied INTEGER NOT NULL) STRICT, WITHOUT ROWID")
      try connection.execute(Schema.migrations[0].sql)
      try connection.run("INSERT INTO migration VALUES (?, 1)", .text(Schema.migrations[0].name))
      try connection.execute("PRAGMA application_id = \(Schema.applicationIdentifier)")
      try connection.execute(
        """
        INSERT INTO article (key, address, format, title, added, words, comments, bytes)
        VALUES ('k', 'a', 'text', 'old', 1, 2, 0, 0)
        """)
    }
    for _ in 0..<2 {
      let library = try folder.library()
      #expect(try library.entries(LibraryQuery()).map(\.title) == ["old"])
      let applied = try library.perform { connection throws(DatabaseProblem) in
        try connection.number("SELECT count(*) FROM migration")
      }
      #expect(applied == Int64(Schema.migrations.count))
    }
  }

  @Test("A full disk keeps what was there and says so")
  func fullDisk() throws {
    let folder = try Folder()
    let library = try folder.library()
    try library.keep(Fixtures.kept("small"), now: 1, isOpened: true)
    try library.perform { connection throws(DatabaseProblem) in
      let pages = try connection.number("PRAGMA page_count") ?? 0
      try connection.execute("PRAGMA max_page_count = \(pages + 2)")
    }
    var generator = SeededGenerator(seed: 3)
    let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(throws: LibraryFailure.full) {
      try library.keep(Fixtures.kept("large", bytes: noise), now: 2, isOpened: true)
    }
    #expect(try library.entries(LibraryQuery()).map(\.title) == ["small"])
    #expect(try library.problems() == [])
  }

  @Test("A folder that cannot be made is told")
  func noFolder() throws {
    let folder = try Folder()
    try write([1], folder.path + "/file")
    guard
      case .failure(.noFolder(let path, _)) = Result(catching: { () throws(LibraryFailure) in
        try ArticleLibrary(folder: folder.path + "/file/under")
      })
    else {
      Issue.record("a library in a file")
      return
    }
    #expect(path.hasSuffix("/file/under"))
  }

  @Test("The folder is the one that XDG names")
  func usualFolder() {
    #expect(ArticleLibrary.usualFolder { ["XDG_DATA_HOME": "/d", "HOME": "/h"][$0] } == "/d/pullquote")
    #expect(
      ArticleLibrary.usualFolder { ["XDG_DATA_HOME": "d", "HOME": "/h"][$0] } == "/h/.local/share/pullquote")
    #expect(ArticleLibrary.usualFolder { _ in nil } == nil)
  }

  /// The permissions of the files in a folder, by name.
  private func modes(in folder: Folder) -> [String: Int] {
    Dictionary(
      uniqueKeysWithValues: folder.names.map { name in
        var status = stat()
        return (name, stat(folder.path + "/" + name, &status) == 0 ? Int(status.st_mode & 0o777) : -1)
      })
  }

  @Test("A library in a folder that others may read is for its owner only, with all that stands beside it")
  func newIsPrivate() throws {
    let folder = try Folder()
    #expect(chmod(folder.path, 0o755) == 0)
    let library = try folder.library()
    try library.keep(Fixtures.kept("a"), now: 1, isOpened: true)
    let modes = modes(in: folder)
    #expect(Set(modes.keys) == ["library.sqlite", "library.sqlite-wal", "library.sqlite-shm"])
    #expect(Set(modes.values) == [0o600])
  }

  @Test("A file that others may read is none any more before SQLite makes one beside it")
  func createdPrivate() throws {
    let folder = try Folder()
    LibraryPrivacy.create(folder.file)
    #expect(modes(in: folder) == ["library.sqlite": 0o600])
    // There already: it stays as it is.
    try write([1, 2, 3], folder.file)
    LibraryPrivacy.create(folder.file)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == Data([1, 2, 3]))
  }

  @Test(
    "A library that others could read is taken from them when it is opened; a damaged one when it is moved")
  func existingBecomesPrivate() throws {
    let folder = try Folder()
    do { try folder.library().keep(Fixtures.kept("a"), now: 1, isOpened: true) }
    #expect(chmod(folder.file, 0o644) == 0)
    let library = try folder.library()
    try library.keep(Fixtures.kept("b"), now: 2, isOpened: true)
    #expect(Set(modes(in: folder).values) == [0o600])
    #expect(try library.count(LibraryQuery()) == 2)

    let other = try Folder()
    try write(Array(String(repeating: "not a database at all. ", count: 200).utf8), other.file)
    #expect(chmod(other.file, 0o644) == 0)
    _ = try other.library()
    #expect(Set(modes(in: other).values) == [0o600])
  }

  @Test("The mode of another program's database is left alone, too")
  func foreignMode() throws {
    let folder = try Folder()
    do {
      let connection = try Connection(path: folder.file, isReadOnly: false)
      try connection.execute("CREATE TABLE recipe (name TEXT)")
    }
    #expect(chmod(folder.file, 0o644) == 0)
    #expect(throws: LibraryFailure.foreign(folder.file)) { try folder.library() }
    #expect(modes(in: folder)["library.sqlite"] == 0o644)
  }

  @Test("A library that cannot be written to is read")
  func readOnly() throws {
    let folder = try Folder()
    do { try folder.library().keep(Fixtures.kept("a"), now: 1, isOpened: true) }
    // Root may write everywhere, so the connection itself is opened for reading.
    let connection = try Connection(path: folder.file, isReadOnly: true)
    #expect(try connection.number("SELECT count(*) FROM article") == 1)
    // In a folder where not even SQLite's own files can be made.
    let strange = folder.path + "/100% a?b#c.sqlite"
    try FileManager.default.copyItem(atPath: folder.file, toPath: strange)
    let frozen = try Connection(path: strange, isReadOnly: true, isFrozen: true)
    #expect(try frozen.number("SELECT count(*) FROM article") == 1)
    #expect(throws: DatabaseProblem.self) { try frozen.execute("DELETE FROM article") }
    #expect(throws: DatabaseProblem.self) { try connection.execute("DELETE FROM article") }
    do {
      try connection.execute("DELETE FROM article")
    } catch {
      #expect(LibraryFailure(error, path: "p") == .readOnly("p"))
    }
  }
}
