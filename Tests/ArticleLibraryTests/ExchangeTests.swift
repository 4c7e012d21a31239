import ArticleModel
import Testing

@testable import ArticleLibrary

struct ExchangeTests {
  @Test("An article goes out and comes back with everything that belongs to it")
  func roundTrip() throws {
    let folder = try Folder()
    let library = try folder.library()
    let title = "gate \"quoted\"\u{1F30A}"
    let bytes: [UInt8] = [0, 255, 10, 13, 34, 92, 200]
    let article = Fixtures.kept(title, comments: ["a", "b"], bytes: bytes)
    let kept = try library.keep(article, now: 100, isOpened: true)
    var visit = Visit()
    visit.percent = 60
    visit.article = Visit.ArticlePlace(block: 1, fingerprint: Fingerprint(value: .max - 1), offset: 2)
    visit.seen = article.fingerprints.comments.sorted()
    visit.blocks = article.fingerprints.blocks
    visit.marks = [Visit.Mark(letter: "q", article: visit.article)]
    try library.remember(visit, of: kept.id, now: 120)
    try library.setTags(["water", "town"], kept.id)
    try library.setStarred(true, kept.id)
    try library.keep(Highlight(text: "raised", note: "by\nwhom?", place: visit.article, made: 7), of: kept.id)
    let json = try library.line(of: kept.id)
    #expect(!json.contains("\n"))

    let other = try Folder()
    let copy = try other.library()
    let line = try LibraryLine(json)
    #expect(line.sources == [Fixtures.source(title, bytes: bytes)])
    for _ in 0..<2 {
      let again = try copy.keep(article, now: 300, isOpened: false)
      try copy.adopt(line, as: again.id)
    }
    #expect(try copy.count(LibraryQuery(shelf: .all)) == 1)
    let id = try #require(try copy.identifiers().first)
    let entry = try copy.entry(id)
    #expect(entry.isStarred && entry.tags == ["town", "water"] && entry.percent == 60 && entry.added == 100)
    #expect(try copy.visit(of: id) == visit)
    #expect(try copy.highlights().map(\.highlight.note) == ["by\nwhom?"])
    #expect(try copy.line(of: id) == json)
  }

  @Test(
    "What is no line of a library is told",
    arguments: [
      "", "{", "[]", "{}", "{\"schema\":\"other\"}", "{\"schema\":\"pullquote.library/1\",\"key\":\"\"}",
      "{\"schema\":\"pullquote.library/1\",\"key\":\"k\",\"sources\":[]}", "null", "\u{0}",
    ])
  func malformed(json: String) {
    #expect(throws: LibraryFailure.self) { try LibraryLine(json) }
  }

  @Test("A line with values of the wrong kinds gives what can be used")
  func wrongKinds() throws {
    let line = try LibraryLine(
      """
      {"schema":"pullquote.library/1","key":"k","address":7,"added":"x","percent":900,"tags":[1,null,"a b"],
      "visit":{"folded":"!!","seen":"AAAA","blocks":3},"marks":[{"letter":"long"},{"letter":"a"}],
      "highlights":[{"text":""},{}],"sources":[{"bytes":"not base64!"},{"bytes":"YQ=="}]}
      """)
    #expect(line.percent == 100)
    #expect(line.sources.map(\.bytes) == [[], [0x61]])
    let folder = try Folder()
    let library = try folder.library()
    let id = try library.keep(Fixtures.kept("k", key: "k"), now: 1, isOpened: false).id
    try library.adopt(line, as: id)
    #expect(try library.entry(id).tags == ["1", "a", "b"])
  }
}
