import ArticleModel
import Testing

@testable import ArticleLibrary

@Suite("Entries of feeds")
struct EntryTests {
  @Test("Entries are marked as read and unread, and forgotten after more than a year")
  func marks() throws {
    let folder = try Folder()
    do {
      let library = try folder.library()
      try library.setRead(true, entries: ["entry:a", "entry:b", ""], now: 100)
      try library.setRead(true, entries: ["entry:a"], now: 200)
      try library.setRead(false, entries: ["entry:b", "entry:c"], now: 200)
    }
    let library = try folder.library()
    #expect(try library.readEntries(among: ["entry:a", "entry:b", "entry:c"]) == ["entry:a"])
    try library.tidy(now: 200 + ArticleLibrary.entrySeconds)
    #expect(try library.readEntries(among: ["entry:a"]) == ["entry:a"])
    try library.tidy(now: 201 + ArticleLibrary.entrySeconds)
    #expect(try library.readEntries(among: ["entry:a"]).isEmpty)
  }

  @Test("Which article of a source was kept comes back, and goes out and in with exports")
  func choice() throws {
    let folder = try Folder()
    let library = try folder.library()
    let source = SourcePart(address: "feed.xml", article: 3, bytes: [0x61])
    let article = KeptArticle(
      Fixtures.article("third"), key: "entry:https://example.org/3", address: "https://example.org/3",
      sources: [PackedPart(source)])
    let kept = try library.keep(article, now: 1, isOpened: true)
    #expect(try library.sources(of: kept.id) == [source])
    #expect(try LibraryLine(try library.line(of: kept.id)).sources == [source])
  }

  @Test("An older library that cannot be written to is read as it is")
  func olderAndReadOnly() throws {
    let folder = try Folder()
    do {
      let library = try folder.library()
      try library.keep(Fixtures.kept("a"), now: 1, isOpened: true)
      try library.perform { connection throws(DatabaseProblem) in
        try connection.execute(
          "ALTER TABLE source DROP COLUMN entry; DROP TABLE read_entry; DELETE FROM migration WHERE name = 'entries'"
        )
      }
    }
    let library = try ArticleLibrary(folder: folder.path, isReadOnly: true)
    #expect(library.isReadOnly)
    let id = try #require(try library.identifiers().first)
    #expect(try library.sources(of: id).count == 1)
    #expect(try library.readEntries(among: ["entry:a"]).isEmpty)
    #expect(throws: LibraryFailure.readOnly(folder.file)) {
      try library.setRead(true, entries: ["entry:a"], now: 1)
    }
  }
}
