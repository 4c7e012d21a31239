import ArticleModel
import ArticleParsing
import TestSupport
import Testing

/// Bytes that nobody should send, and bytes that nobody thought of.
@Suite struct PlainTextHostileTests {
  static let cases: [(String, [UInt8])] = [
    ("NULs among words", Array("one\0two\0\0three\n\nfour".utf8)),
    ("nothing but NULs", Array(repeating: 0, count: 5000)),
    ("a megabyte of one character", Array(repeating: UInt8(ascii: "x"), count: 1 << 20)),
    ("a megabyte of digits", Array(repeating: UInt8(ascii: "7"), count: 1 << 20)),
    ("lone surrogates in UTF-8", [0x61, 0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80, 0x62]),
    ("lone surrogates in UTF-16", [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00, 0x00, 0xDC]),
    ("an odd number of bytes in UTF-16", [0xFE, 0xFF, 0x00, 0x61, 0x00]),
    ("broken UTF-8", [0xC3, 0x28, 0xA0, 0xA1, 0xE2, 0x28, 0xA1, 0xF0, 0x28, 0x8C, 0xBC, 0xFE, 0xFF]),
    ("carriage returns only", Array("a\rb\r\r\rc".utf8)),
    ("a hundred thousand blank lines", Array(repeating: 0x0A, count: 100_000) + [0x78]),
    ("no-break spaces only", Array(repeating: [0xC2, 0xA0], count: 1000).flatMap { $0 }),
    ("half a no-break space at the end", [0x61, 0xC2]),
    ("half a bullet", [0xE2, 0x80, 0x20, 0x61, 0x0A, 0xE2, 0x80, 0xA2]),
    ("escape sequences", Array("\u{1B}[31mred\u{1B}]0;title\u{7} \u{9B}2J".utf8)),
    ("bidirectional overrides", Array("a\u{202E}b\u{2066}c\u{FEFF}".utf8)),
    ("a hundred thousand angle brackets", Array(repeating: UInt8(ascii: ">"), count: 100_000)),
    (
      "numbers too large for anything",
      Array("99999999999999999999 years ago\n\nx\n\n9999999999 points by a 1 hour ago\n".utf8)
    ),
    (
      "a reply to itself",
      Array("2 Comments\nAnn\n1 day ago\n\nx y\n\nReply to Ann\nAnn\n1 day ago\n\nz z\n".utf8)
    ),
    (
      "an empty name",
      Array("2 Comments\n \u{200B}\n1 day ago\n\nwords\n\nReply to \u{A0}\n1 day ago\n\nwords\n".utf8)
    ),
  ]

  @Test("Hostile text is read without a trap and comes out clean", arguments: cases)
  func hostile(name: String, bytes: [UInt8]) {
    check(bytes, name)
  }

  @Test("A million short lines are read")
  func shortLines() throws {
    let article = try parsedText(String(repeating: "a b\n", count: 1_000_000))
    #expect(article.body.blocks.count == 1_000_000)
  }

  @Test("A chain of ten thousand replies is read and nests")
  func deepReplies() throws {
    var text = "10000 Comments\n"
    for index in 0..<10_000 {
      if index > 0 {
        text += "name\(index) replied to name\(index - 1) | 1 day ago | Reply\n\nWords.\n\n"
      } else {
        text += "name0 replied to nobody | 1 day ago | Reply\n\nWords.\n\n"
      }
    }
    let thread = try #require(try parsedText(text).thread)
    #expect(thread.count == 10_000)
    #expect(thread.shape.depths.last == 9_999)
    #expect(thread.comments[0].flags.contains(.unplaced))
  }

  @Test("Any bytes in: no control character out, and the thread keeps its invariants", arguments: 0..<400)
  func anyBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var bytes: [UInt8] = []
    for _ in 0..<random.below(60) {
      switch random.below(6) {
      case 0: for _ in 0..<random.below(30) { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
      case 1: bytes.append(contentsOf: [0x0A, 0x0A])
      default: bytes.append(contentsOf: Self.fragments[random.below(Self.fragments.count)].utf8)
      }
      if random.below(3) == 0 { bytes.append(0x0A) }
    }
    check(bytes, "seed \(seed)")
  }

  private static let fragments = [
    "3 years ago", "Ann", "Reply to  Ann", "Reply", "12 Comments", "vor 8 Stunden", "May 9, 2012 11:47",
    "> quoted",
    "- item", "1. item", "    code(x) = {", "======", "* * *", "A Title", "Leave a Reply", "said", "\t", "  ",
    "A longer sentence that goes on for a while, and ends here.", "| parent | prev | next [–]", "5pts",
    "\u{A0}",
    "points by", "il y a 3 ans", "ann 1 hour ago | root | parent | next", "#1.1 — ", "[x]", "• ", "Ann says:",
    "22.12.2019", "edited by", "# ", "…", "“", "31/31/2020", "99999999999", "\u{2028}", "\r",
  ]

  private func check(_ bytes: [UInt8], _ name: String) {
    let request = ParseRequest(bytes: SourceBytes(bytes), format: .text)
    guard let article = try? ArticleParser().parse(request) else { return }
    expectClean(article.body.utf8, name)
    expectOrdered(article.body, name)
    for item in article.boilerplate {
      expectClean(Array(item.text.utf8), name)
      #expect((item.afterBlock ?? 0) <= max(0, article.body.blocks.count - 1), "\(name)")
    }
    expectClean(Array((article.title ?? "").utf8), name)
    guard let thread = article.thread else { return }
    for index in 0..<thread.count {
      let parent = Int(thread.shape.parents[index])
      #expect(parent < index && parent >= -1, "\(name)")
      #expect(thread.shape.depths[index] == (parent < 0 ? 0 : thread.shape.depths[parent] + 1), "\(name)")
      #expect(index + Int(thread.shape.subtreeCounts[index]) <= thread.count, "\(name)")
      expectClean(thread.body(of: index).utf8, name)
      expectOrdered(thread.body(of: index), name)
      expectClean(Array((thread.comments[index].postedText ?? "").utf8), name)
      expectClean(Array((thread.author(of: index) ?? "").utf8), name)
    }
  }

  private func expectClean(_ utf8: [UInt8], _ name: String) {
    let text = String(decoding: utf8, as: UTF8.self)
    #expect(text.utf8.elementsEqual(utf8), "\(name): valid UTF-8")
    let isClean = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A, 0x09: true
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
      default: true
      }
    }
    #expect(isClean, "\(name)")
  }

  private func expectOrdered(_ text: RichText, _ name: String) {
    var position: Int32 = 0
    for block in text.blocks {
      #expect(block.range.lower >= position && Int(block.range.upper) <= text.utf8.count, "\(name)")
      position = block.range.upper
    }
  }
}
