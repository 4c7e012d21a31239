import ArticleModel
import TestSupport
import Testing

@testable import ArticleLibrary

struct KeepingTests {
  @Test("What an article was read from comes back byte by byte, whatever it is")
  func sources() throws {
    let folder = try Folder()
    let library = try folder.library()
    var generator = SeededGenerator(seed: 9)
    for count in [0, 1, 63, 64, 65, 5000, 200_000] {
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for bytes in [noise, [UInt8](repeating: 0x61, count: count)] {
        let kept = try library.keep(Fixtures.kept("bytes", bytes: bytes), now: 100, isOpened: true)
        let parts = try library.sources(of: kept.id)
        #expect(parts.map(\.bytes) == [bytes])
        #expect(parts.first?.entityTag == "\"1\"")
      }
    }
    #expect(try library.size().articles == 1)
  }

  @Test("Pages are kept compressed")
  func compression() throws {
    let folder = try Folder()
    let library = try folder.library()
    try library.keep(
      Fixtures.kept("large", bytes: [UInt8](repeating: 0x20, count: 1_000_000)), now: 1, isOpened: true)
    #expect(try library.size().bytes < 10_000)
  }

  @Test("A second reading keeps one article, and tells the first visit")
  func secondReading() throws {
    let folder = try Folder()
    let library = try folder.library()
    let first = try library.keep(Fixtures.kept("gate", comments: ["a", "b"]), now: 100, isOpened: true)
    #expect(first.visit == nil)
    var visit = Visit()
    visit.percent = 40
    visit.article = Visit.ArticlePlace(block: 3, fingerprint: Fingerprint(value: .max), offset: 7)
    visit.thread = Visit.ThreadPlace(comment: Fingerprint(value: 1 << 63), index: 1)
    visit.isInThread = true
    visit.folded = [Fingerprint(value: 5)]
    visit.seen = Fixtures.kept("gate", comments: ["a", "b"]).fingerprints.comments.sorted()
    visit.blocks = [Fingerprint(value: 2), Fingerprint(value: 1)]
    visit.marks = [
      Visit.Mark(letter: "a", article: visit.article), Visit.Mark(letter: "b", thread: visit.thread),
    ]
    try library.remember(visit, of: first.id, now: 110)
    let second = try library.keep(Fixtures.kept("gate", comments: ["a", "b", "c"]), now: 200, isOpened: true)
    #expect(second.id == first.id)
    #expect(second.visit == visit)
    let entry = try library.entry(first.id)
    #expect(entry.newComments == 1)
    #expect(entry.percent == 40)
    #expect(entry.added == 100)
    #expect(entry.opened == 200)
    try library.remember(visit, of: first.id, now: 210)
    #expect(try library.entry(first.id).newComments == 0)
  }

  @Test("New comments are told by their identifiers, else by author and words")
  func newComments() {
    for withIDs in [true, false] {
      let old = Fixtures.article("gate", comments: ["a", "b"], withIDs: withIDs)
      var visit = Visit()
      visit.seen = ArticleFingerprints(old).comments.sorted()
      let new = Fixtures.article("gate", comments: ["a", "b", "c", "d"], withIDs: withIDs)
      #expect(visit.newComments(among: ArticleFingerprints(new).comments) == [2, 3])
    }
    #expect(Visit().newComments(among: [Fingerprint(value: 3)]) == [])
  }

  @Test("A place is found again by its words when paragraphs were put before it")
  func movedPlace() throws {
    let old = Fixtures.article("gate", paragraphs: ["one", "two two", "three"]).body
    let place = Visit.ArticlePlace(block: 1, fingerprint: old.blockFingerprints()[1], offset: 4)
    let new = Fixtures.article("gate", paragraphs: ["zero", "one", "two two", "three"]).body
    #expect(place.offset(in: new, fingerprints: new.blockFingerprints()) == 13)
    let gone = Fixtures.article("gate", paragraphs: ["zero", "one"]).body
    #expect(place.offset(in: gone, fingerprints: gone.blockFingerprints()) == 5)
    #expect(place.offset(in: RichText(), fingerprints: []) == nil)
    // The beginning of the article, whose place has not been read yet.
    let whole = [Fingerprint](repeating: Fingerprint(value: 7), count: 40) + new.blockFingerprints()
    #expect(place.offset(in: gone, fingerprints: whole) == 5)
    var visit = Visit()
    visit.blocks = old.blockFingerprints()
    #expect(visit.changedBlocks(among: new.blockFingerprints()) == [0])
  }

  @Test("Two readers use one library at once")
  func twoReaders() throws {
    let folder = try Folder()
    let one = try folder.library()
    let other = try folder.library()
    for number in 0..<20 {
      try one.keep(Fixtures.kept("one \(number)"), now: Int64(number), isOpened: true)
      try other.keep(Fixtures.kept("other \(number)"), now: Int64(number), isOpened: true)
    }
    #expect(try one.count(LibraryQuery(shelf: .all)) == 40)
    #expect(try other.count(LibraryQuery(shelf: .all)) == 40)
    #expect(try one.problems() == [])
  }

  @Test("Several articles are kept together or not at all")
  func together() throws {
    let folder = try Folder()
    let library = try folder.library()
    #expect(throws: LibraryFailure.self) {
      try library.together { () throws(LibraryFailure) in
        try library.keep(Fixtures.kept("a"), now: 1, isOpened: false)
        throw .busy
      }
    }
    #expect(try library.count(LibraryQuery(shelf: .all)) == 0)
  }
}
