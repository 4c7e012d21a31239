import ArticleModel
import ArticleParsing
import Foundation
import TestSupport
import Testing

@Suite struct PlainTextBeginningTests {
  /// Checks that the blocks of the beginning are the first blocks of the whole; returns how many there are.
  private func compare(_ bytes: [UInt8], limit: Int, _ name: String) throws -> Int {
    let request = ParseRequest(bytes: SourceBytes(bytes), format: .text)
    guard let beginning = ArticleParser().beginning(of: request, limit: limit) else { return 0 }
    let whole = try ArticleParser().parse(request)
    #expect(beginning.title == whole.title, "\(name)")
    let count = beginning.body.blocks.count
    #expect(count <= whole.body.blocks.count, "\(name)")
    for index in 0..<min(count, whole.body.blocks.count) {
      let early = beginning.body.blocks[index]
      let late = whole.body.blocks[index]
      #expect(early == late, "\(name), block \(index)")
      #expect(beginning.body.string(early.range) == whole.body.string(late.range), "\(name), block \(index)")
      if early != late { break }
    }
    return count
  }

  @Test(
    "The beginning of a long text has the same first blocks as the whole", arguments: [2000, 4096, 16_384])
  func prose(limit: Int) throws {
    var random = SeededGenerator(seed: UInt64(limit))
    var text = "On Harbours\n\n"
    for index in 0..<400 {
      if index % 7 == 3 { text += "Part number \(index)\n\n" }
      if index % 11 == 5 { text += "- one thing\n- another thing\n\n" }
      let words = (0..<20 + random.below(80)).map { _ in String(repeating: "a", count: 1 + random.below(9)) }
      text += "The " + words.joined(separator: " ") + ".\n\n"
    }
    #expect(try compare(Array(text.utf8), limit: limit, "prose") > 1)
  }

  @Test("A text whose end nobody has seen shows nothing that could turn into a comment")
  func thread() throws {
    var text = "The council voted on Monday to close the old ferry landing for good, after long talks.\n\n"
    text += "It was the third vote in as many years, and the closest of them all by some distance.\n\n"
    text += "Nobody was surprised by it.\n\n40 Comments\n\n"
    for index in 0..<40 { text += "Ann\n\(index + 1) days ago\n\nI say so too, every day.\n\nReply\n" }
    #expect(try compare(Array(text.utf8), limit: 700, "thread") == 1)
  }

  @Test("A short text is begun whole")
  func short() throws {
    #expect(try compare(Array("One.\n\nTwo.\n".utf8), limit: 16_384, "short") == 2)
  }

  @Test("A page cannot be begun early")
  func page() {
    let request = ParseRequest(text: "<!DOCTYPE html><p>Words", location: .stream)
    #expect(ArticleParser().beginning(of: request, limit: 100) == nil)
  }

  // Skipped in a checkout without the shared data beside it.
  @Test(
    "The beginning of a recorded dump has the same first blocks as the whole",
    .enabled(if: !DumpThreadTests.dumps.isEmpty), arguments: DumpThreadTests.dumps)
  func dumps(dump: URL) throws {
    let bytes = Array(try Data(contentsOf: dump))
    for limit in [1000, 4000, 16_384] { _ = try compare(bytes, limit: limit, dump.path) }
  }
}
