import ArticleModel
import Testing

@testable import ArticleLibrary

struct ListingTests {
  private func filled(_ folder: Folder) throws -> ArticleLibrary {
    let library = try folder.library()
    let articles: [(String, String, [String])] = [
      (
        "harbour", "The dredging of the outer harbour is nearly complete.",
        ["By whose count?", "I was there"]
      ),
      ("school", "The school board voted on the roof.", []),
      ("bridge", "The bridge over the outer channel opens in café weather.", ["A harbour without a bridge"]),
    ]
    for (number, (title, words, comments)) in articles.enumerated() {
      try library.keep(
        Fixtures.kept(title, paragraphs: [words], comments: comments), now: Int64(100 + number),
        isOpened: false)
    }
    return library
  }

  private func titles(_ library: ArticleLibrary, _ query: LibraryQuery) throws -> [String] {
    try library.entries(query).map(\.title)
  }

  @Test(
    "The list is ordered",
    arguments: [
      (.opened, ["bridge", "school", "harbour"]), (.added, ["bridge", "school", "harbour"]),
      (.title, ["bridge", "harbour", "school"]), (.comments, ["harbour", "bridge", "school"]),
      (.length, ["bridge", "harbour", "school"]),
    ] as [(LibraryQuery.Order, [String])])
  func orders(order: LibraryQuery.Order, expected: [String]) throws {
    let folder = try Folder()
    #expect(try titles(try filled(folder), LibraryQuery(order: order)) == expected)
  }

  @Test(
    "Words are found wherever they are",
    arguments: [
      ("harbour", ["harbour", "bridge"]), ("harb", ["harbour", "bridge"]), ("har", []),
      ("outer", ["bridge", "harbour"]),
      ("\"outer harbour\"", ["harbour"]), ("outer -channel", ["harbour"]), ("comment:harbour", ["bridge"]),
      ("title:school", ["school"]), ("cafe", ["bridge"]), ("CAFÉ", ["bridge"]), ("count whose", ["harbour"]),
      ("nothing", []), ("\"", []), ("' OR 1 --", []), ("a\" NEAR(", []), ("*", []), ("comment:", []),
      ("-x", []),
      ("title:school AND bridge", []), ("by:marten roof", ["school"]),
    ] as [(String, [String])])
  func searching(text: String, expected: [String]) throws {
    let folder = try Folder()
    let library = try filled(folder)
    let query = LibraryQuery(shelf: .all, text: text)
    #expect(Set(try titles(library, query)) == Set(expected))
    #expect(try library.count(query) == expected.count)
  }

  @Test("A search with more matches than a list takes shows those that were added last")
  func manyMatches() throws {
    let folder = try Folder()
    let library = try folder.library()
    try library.together { () throws(LibraryFailure) in
      for number in 0..<2100 {
        try library.keep(Fixtures.kept("a\(number)", bytes: [1]), now: Int64(number), isOpened: false)
      }
    }
    let query = LibraryQuery(shelf: .all, text: "gate")
    #expect(try library.count(query) == 2000)
    #expect(try library.entries(query, limit: 1).map(\.title) == ["a2099"])
    #expect(try library.entries(query, offset: 1999).map(\.title) == ["a100"])
    let ordered = LibraryQuery(shelf: .all, order: .title, text: "gate")
    #expect(try library.entries(ordered, limit: 1).map(\.title) == ["a100"])
    // What was added since is found, and what was deleted is not.
    let id = try library.keep(Fixtures.kept("newest", bytes: [1]), now: 9999, isOpened: false).id
    #expect(try library.entries(query, limit: 1).map(\.title) == ["newest"])
    try library.delete(id, now: 9999)
    #expect(try library.entries(query, limit: 1).map(\.title) == ["a2099"])
  }

  @Test("Shelves, stars, tags and the archive narrow the list")
  func shelves() throws {
    let folder = try Folder()
    let library = try filled(folder)
    let ids = Dictionary(uniqueKeysWithValues: try library.entries(LibraryQuery()).map { ($0.title, $0.id) })
    let bridge = try #require(ids["bridge"])
    let school = try #require(ids["school"])
    try library.setStarred(true, bridge)
    try library.setArchived(true, school)
    try library.setTags(["#water, town", "town"], bridge)
    #expect(try titles(library, LibraryQuery(shelf: .starred)) == ["bridge"])
    #expect(try titles(library, LibraryQuery(shelf: .archived)) == ["school"])
    #expect(try titles(library, LibraryQuery(shelf: .reading)) == ["bridge", "harbour"])
    #expect(try titles(library, LibraryQuery(shelf: .all, tag: "water")) == ["bridge"])
    #expect(try library.entry(bridge).tags == ["town", "water"])
    #expect(try library.tags().map(\.name) == ["town", "water"])
    var visit = Visit()
    visit.percent = 100
    try library.remember(visit, of: bridge, now: 500)
    #expect(try titles(library, LibraryQuery(shelf: .unread)) == ["harbour"])
  }

  @Test("A deleted article is gone from list and search, and comes back as it was")
  func deleting() throws {
    let folder = try Folder()
    let library = try filled(folder)
    let id = try #require(try library.entries(LibraryQuery(text: "school")).first?.id)
    try library.setTags(["roof"], id)
    try library.delete(id, now: 1000)
    #expect(try library.count(LibraryQuery(shelf: .all)) == 2)
    #expect(try library.count(LibraryQuery(shelf: .all, text: "school")) == 0)
    try library.restore(id)
    #expect(try library.entry(id).tags == ["roof"])
    try library.delete(id, now: 1000)
    #expect(try library.tidy(now: 1000 + ArticleLibrary.undoSeconds + 1) == 1)
    #expect(throws: LibraryFailure.noArticle(id)) { try library.restore(id) }
    #expect(try library.problems() == [])
  }

  @Test("What the settings do not want is taken out, the oldest first, and what the user chose stays")
  func retention() throws {
    let folder = try Folder()
    let library = try folder.library()
    var ids: [Int64] = []
    for number in 0..<10 {
      let noise = (0..<1000).map { UInt8(truncatingIfNeeded: ($0 &* 7919 &+ number &* 104_729) >> 3) }
      ids.append(
        try library.keep(
          Fixtures.kept("a\(number)", bytes: noise), now: Int64(number) * 86_400, isOpened: true
        ).id)
    }
    try library.setStarred(true, ids[0])
    try library.keep(Highlight(text: "gate", made: 5), of: ids[1])
    try library.set(LibrarySettings(keepDays: 5))
    #expect(try library.tidy(now: 10 * 86_400) == 3)
    #expect(try Set(library.entries(LibraryQuery(shelf: .all)).map(\.id)) == Set(ids[0...1] + ids[5...]))
    let bytes = try library.size().bytes
    try library.set(LibrarySettings(maximumBytes: bytes / 2))
    try library.tidy(now: 10 * 86_400)
    #expect(try library.size().bytes <= bytes / 2)
    let left = try library.entries(LibraryQuery(shelf: .all)).map(\.id)
    #expect(left.contains(ids[0]) && left.contains(ids[1]) && left.contains(ids[9]) && !left.contains(ids[5]))
    #expect(try library.settings() == LibrarySettings(maximumBytes: bytes / 2))
  }

  @Test("Highlights are kept with their notes")
  func highlights() throws {
    let folder = try Folder()
    let library = try filled(folder)
    let id = try #require(try library.entries(LibraryQuery(text: "harbour")).first?.id)
    let place = Visit.ArticlePlace(block: 0, fingerprint: Fingerprint(value: 9), offset: 4)
    var highlight = Highlight(text: "nearly complete", note: "says who?", place: place, made: 77)
    highlight.id = try library.keep(highlight, of: id)
    #expect(try library.highlights(of: id).map(\.highlight) == [highlight])
    highlight.note = "the minister"
    try library.keep(highlight, of: id)
    #expect(try library.highlights().map(\.highlight.note) == ["the minister"])
    #expect(try library.entry(id).highlights == 1)
    // One that was made in this sitting is known by its words and its time.
    try library.keep(Highlight(text: "raised", made: 78), of: id)
    try library.remove(Highlight(text: "raised", made: 79), of: id)
    #expect(try library.highlights().count == 2)
    try library.remove(Highlight(text: "raised", made: 78), of: id)
    try library.remove(highlight, of: id + 1)
    #expect(try library.highlights().map(\.highlight) == [highlight])
    try library.remove(highlight, of: id)
    #expect(try library.highlights().isEmpty)
  }
}
