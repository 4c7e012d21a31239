import HTMLTree
import Testing

@Suite("Character references")
struct CharacterReferenceTests {
  private func text(_ html: String) -> String {
    let document = HTMLDocument("<p>\(html)")
    guard document.nodes.count > 5 else { return "" }
    return String(decoding: document.textBytes(5), as: UTF8.self)
  }

  @Test(
    "In texts the longest name counts, and old names may lack their semicolon",
    arguments: [
      ("&lt;&gt;&amp;", "<>&"), ("&eacute;&Eacute;", "éÉ"), ("&hellip;&mdash;&ndash;&nbsp;", "…—–\u{A0}"),
      ("&ltb", "<b"), ("&copy2", "©2"), ("&notin;", "∉"), ("&noti;", "¬i;"), ("&hellip", "&hellip"),
      ("&bne;", "=\u{20E5}"), ("&CounterClockwiseContourIntegral;", "∳"), ("&zwnj;", "\u{200C}"),
      ("&AMP;", "&"),
      ("&unheardof;", "&unheardof;"), ("& &; &&", "& &; &&"), ("a&b;c", "a&b;c"), ("&", "&"), ("&A", "&A"),
    ])
  func names(html: String, expected: String) { #expect(text(html) == expected) }

  @Test(
    "Numbers name scalars; those that cannot be become the replacement character",
    arguments: [
      ("&#65;&#x42;&#X43;", "ABC"), ("&#65B", "AB"), ("&#8217;", "’"), ("&#x1F600;", "😀"),
      ("&#150;&#x80;", "–€"),
      ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"),
      ("&#;&#x;&#xg;", "&#;&#x;&#xg;"), ("&#", "&#"),
    ])
  func numbers(html: String, expected: String) { #expect(text(html) == expected) }

  @Test(
    "In attributes a name without semicolon before a letter, digit or = is an address",
    arguments: [
      ("?a=1&copy=2", "?a=1&copy=2"), ("?a&lt", "?a<"), ("?a&ltx", "?a&ltx"), ("a&amp;b&quot;", "a&b\""),
      ("&gt.", ">."), ("&#38;copy", "&copy"),
    ])
  func attributes(value: String, expected: String) {
    for html in ["<a href=\"\(value)\">", "<a href='\(value)'>", "<a href=\(value)>"] {
      let document = HTMLDocument(html)
      #expect(document.attributeBytes("href", of: 4).map { String(decoding: $0, as: UTF8.self) } == expected)
    }
  }

  @Test("A reference says how long it is")
  func lengths() {
    let bytes = Array("&amp;&lt3&#x41;&nGt;".utf8)
    bytes.withUnsafeBufferPointer {
      #expect(CharacterReference(at: 0, in: $0)?.length == 5)
      #expect(CharacterReference(at: 5, in: $0)?.length == 3)
      #expect(CharacterReference(at: 9, in: $0)?.length == 6)
      #expect(CharacterReference(at: 15, in: $0)?.second != nil)
      #expect(CharacterReference(at: 19, in: $0) == nil && CharacterReference(at: 99, in: $0) == nil)
    }
  }
}
