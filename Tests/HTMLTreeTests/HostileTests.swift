import Glibc
import HTMLTree
import Testing

/// Input made to be slow takes time in proportion to its length.
@Suite("Hostile input")
struct HostileTests {
  /// A page that repeats something.
  struct Hostile: CustomTestStringConvertible, Sendable {
    var name: String
    var start = ""
    var unit: String
    var isNumbered = false
    var end = ""
    var shortening: HTMLDocument.Shortening = []

    var testDescription: String { name }

    /// The page at a size of about `count` bytes.
    func bytes(_ count: Int) -> [UInt8] {
      var bytes = Array(start.utf8)
      var number = 0
      while bytes.count < count {
        bytes += Array(isNumbered ? unit.replacing("#", with: "\(number)").utf8 : unit.utf8)
        number += 1
      }
      return bytes + Array(end.utf8)
    }
  }

  static let cases: [Hostile] = [
    Hostile(name: "nested blocks", unit: "<div>", end: "deep words", shortening: .depth),
    Hostile(name: "nested blocks with words", unit: "<div>x", shortening: .depth),
    Hostile(name: "nested unknown elements", unit: "<x/>", shortening: .depth),
    Hostile(name: "nested drawings", unit: "<svg><desc>", shortening: .depth),
    Hostile(name: "nested tables", unit: "<table><td>", shortening: .depth),
    Hostile(name: "nested templates", unit: "<template>", shortening: .depth),
    Hostile(name: "unclosed formatting", unit: "<b><i><u>", shortening: .depth),
    Hostile(name: "formatting in paragraphs", unit: "<p><b><i>", shortening: .formatting),
    Hostile(
      name: "formatting with attributes", unit: "<p><font a=#>x", isNumbered: true, shortening: .formatting),
    Hostile(name: "formatting in a table", start: "<table>", unit: "<b>x<tr>", shortening: .formatting),
    Hostile(
      name: "formatting with many attributes",
      unit: "<p><b " + (0..<24).map { "a\($0) " }.joined() + "z=#>x", isNumbered: true,
      shortening: .formatting),
    Hostile(name: "links in links", unit: "<a><div>x", shortening: .depth),
    Hostile(name: "blocks in formatting", unit: "<b><div></b>x", shortening: .depth),
    Hostile(
      name: "end tags for deep formatting",
      start: String(repeating: "<b>", count: 3) + String(repeating: "<div>", count: 480), unit: "</b>"),
    Hostile(name: "unclosed paragraphs", unit: "<p>x"), Hostile(name: "unclosed items", unit: "<li>x"),
    Hostile(name: "unclosed terms", unit: "<dt>x<dd>y"),
    Hostile(name: "unclosed cells", start: "<table>", unit: "<td>x"),
    Hostile(name: "paragraphs in spans", start: String(repeating: "<span>", count: 480), unit: "<p>x"),
    Hostile(name: "end tags that fit nothing", start: String(repeating: "<span>", count: 480), unit: "</x>"),
    Hostile(
      name: "end tags that fit no drawing", start: "<svg>" + String(repeating: "<a>", count: 480),
      unit: "</g>"),
    Hostile(name: "words in a table", start: "<table>", unit: "x<tr>"),
    Hostile(name: "words and decoded values in a table", start: "<table>", unit: "x<tr title='&amp;'>"),
    Hostile(
      name: "many attributes", start: "<a ", unit: "b# ", isNumbered: true, end: ">x", shortening: .attributes
    ),
    Hostile(name: "an attribute again and again", start: "<a ", unit: "b ", end: ">x"),
    Hostile(name: "bodies with attributes", unit: "<body a#=1><i b>", isNumbered: true, shortening: .depth),
    Hostile(name: "many names", unit: "<x#></x#>", isNumbered: true),
    Hostile(name: "a long attribute", start: "<a b='", unit: "x", end: "'>"),
    Hostile(name: "a long attribute with references", start: "<a b='", unit: "&amp;", end: "'>"),
    Hostile(name: "an attribute that does not end", start: "<a b='", unit: "x"),
    Hostile(name: "values without quotation marks", start: "<a ", unit: "b=c "),
    Hostile(name: "a comment that does not end", start: "<!--", unit: "x>"),
    Hostile(name: "dashes", start: "<!--", unit: "-"), Hostile(name: "comments in comments", unit: "<!--"),
    Hostile(name: "a script that does not end", start: "<script>", unit: "</scrip"),
    Hostile(name: "scripts in a script", start: "<script><!--", unit: "<script>"),
    Hostile(name: "CDATA that does not end", start: "<svg><![CDATA[", unit: "]\0"),
    Hostile(name: "less-than signs", unit: "<"), Hostile(name: "ampersands", unit: "&"),
    Hostile(name: "nearly a reference", unit: "&CounterClockwiseContourIntegra"),
    Hostile(name: "a long number", start: "&#", unit: "9"), Hostile(name: "NULs", unit: "a\0"),
    Hostile(name: "carriage returns", unit: "\r"), Hostile(name: "end tags", unit: "</p>"),
  ]

  @Test("Eight times the input makes a tree of at most about eight times the size", arguments: cases)
  func size(hostile: Hostile) {
    func size(_ count: Int) -> Int {
      let document = hostile.bytes(count).withUnsafeBufferPointer { HTMLDocument(parsing: $0) }
      if count > 100_000 {
        expectSound(document)
        #expect(document.shortenings == hostile.shortening)
      }
      return document.nodes.count + document.attributes.count + document.bytes.count
    }
    #expect(size(120_000) <= 10 * size(15_000) + 10_000)
  }

  @Test(
    "Eight times the input takes far less than sixty-four times the time, in the same run", arguments: cases)
  func time(hostile: Hostile) {
    func time(_ count: Int) -> Int {
      let bytes = hostile.bytes(count)
      return (0..<3).map { _ in
        let start = Self.threadTime()
        let document = bytes.withUnsafeBufferPointer { HTMLDocument(parsing: $0) }
        return document.nodes.isEmpty ? 0 : Self.threadTime() - start
      }.min() ?? 0
    }
    // Eight is what linear work takes; the first bytes may be the dear ones.
    #expect(time(80_000) <= 24 * time(10_000) + 2_000_000)
  }

  /// The processor time of this thread in nanoseconds.
  private static func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  @Test("Words inside tags that were ignored stay, and end tags find their own")
  func words() {
    let html =
      String(repeating: "<div>", count: 2_000) + "deep" + String(repeating: "</div>", count: 2_000)
      + "<p>after"
    let document = HTMLDocument(html)
    let words = document.nodes.indices.filter { document.tag($0) == .text }
    #expect(words.map { String(decoding: document.textBytes($0), as: UTF8.self) } == ["deep", "after"])
    #expect(document.nodes.last.map { document.tag(Int($0.parent)) } == .p)
    #expect(document.parent(of: document.nodes.count - 2).map { document.tag($0) } == .body)
  }

  @Test("A page that never closes its blocks keeps its paragraphs")
  func paragraphs() {
    let document = HTMLDocument(
      String(repeating: "<div>", count: 600) + String(repeating: "<p>x", count: 100))
    #expect(document.nodes.filter { $0.tag == .p }.count == 100)
  }
}
