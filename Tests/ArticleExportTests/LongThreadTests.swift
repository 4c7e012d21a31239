import ArticleExport
import ArticleModel
import Synchronization
import Testing

@Suite("Exports of long threads")
struct LongThreadTests {
  private static let chain: Article = {
    var builder = CommentThread.Builder(capacity: 100_000)
    let author = builder.author("Echo")
    var sketch = TextSketch()
    sketch.add(.paragraph, "no")
    for depth in 0..<100_000 {
      builder.append(ThreadComment(author: author), depth: depth, body: sketch.text)
    }
    var article = Article(source: ArticleSource(location: .stream, format: .html))
    article.thread = builder.finish()
    return article
  }()

  @Test("A chain of 100,000 replies nests in JSON without overflow")
  func json() {
    let output = JSONExport(isPretty: false).comments(Self.chain)
    var depth = 0
    var deepest = 0
    output.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        if byte == 0x7B || byte == 0x5B { depth &+= 1 }
        if byte == 0x7D || byte == 0x5D { depth &-= 1 }
        if depth > deepest { deepest = depth }
      }
    }
    #expect(depth == 0)
    #expect(deepest == 200_003)
  }

  @Test("Indented JSON of a chain of 100,000 replies stays linear in size")
  func indented() {
    let output = JSONExport(isPretty: true).comments(Self.chain)
    #expect(output.count < 100_000_000)
    #expect(output.last == UInt8(ascii: "]"))
  }

  @Test("A chain of 100,000 replies is written as text, Markdown and CSV")
  func others() {
    let text = TextExport(width: 80).comments(Self.chain)
    #expect(text.count < 30_000_000)
    #expect(String(decoding: text.suffix(200), as: UTF8.self).contains("level 100000"))
    let markdown = MarkdownExport().comments(Self.chain)
    #expect(markdown.count < 20_000_000)
    #expect(String(decoding: markdown.suffix(100), as: UTF8.self).contains("level 100000"))
    #expect(CSVExport().comments(Self.chain).filter { $0 == 0x0A }.count == 100_001)
  }

  private final class CountingBodies: CommentBodySource {
    let asked = Mutex<[Int]>([])
    var count: Int { 3 }

    func body(at index: Int) -> RichText {
      asked.withLock { $0.append(index) }
      var sketch = TextSketch()
      sketch.add(.paragraph, "body \(index)")
      return sketch.text
    }

  }

  @Test("Bodies that are still encoded are decoded one by one, each once")
  func encoded() {
    let bodies = CountingBodies()
    var builder = CommentThread.Builder()
    for depth in 0..<3 { builder.append(ThreadComment(), depth: depth) }
    var article = Article(source: ArticleSource(location: .stream, format: .hackerNews))
    article.thread = builder.finish(bodies: .encoded(bodies))
    let exports: [(Article) -> [UInt8]] = [
      { JSONExport(isPretty: false).comments($0) }, { CSVExport().comments($0) },
      { MarkdownExport().comments($0) }, { TextExport(width: 40).comments($0) },
    ]
    for export in exports {
      bodies.asked.withLock { $0 = [] }
      let output = String(decoding: export(article), as: UTF8.self)
      #expect(bodies.asked.withLock { $0 } == [0, 1, 2])
      #expect(output.contains("body 2"))
    }
  }
}
