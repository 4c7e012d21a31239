import Testing

@testable import ArticleSources

struct WebAddressTests {
  @Test(
    "An address is shown in one spelling",
    arguments: [
      ("http://example.org", "http://example.org/"),
      ("HTTPS://Example.ORG:443/a b", "https://example.org/a%20b"),
      ("http://example.org:8080/x?q=1#part", "http://example.org:8080/x?q=1#part"),
      ("  http://example.org/\n", "http://example.org/"),
      ("http://example.org/a/./b/../c", "http://example.org/a/c"),
      ("http://example.org/a/..", "http://example.org/"),
      ("http://example.org\\path", "http://example.org/path"),
      ("http://example.org./", "http://example.org/"),
      ("http://[::1]:8000/", "http://[::1]:8000/"),
      ("https://example.org/caf\u{E9}", "https://example.org/caf%C3%A9"),
      ("https://name:secret@example.org/", "https://example.org/"),
      ("https://example.org/\u{202E}x\u{1B}[2J", "https://example.org/%E2%80%AEx%1B[2J"),
    ])
  func spelling(text: String, shown: String) {
    #expect(WebAddress(text)?.text == shown)
  }

  @Test(
    "What cannot be fetched is no address",
    arguments: [
      "", "example.org", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://",
      "http:///x",
      "http://a b/", "http://example.org:0/", "http://example.org:99999/", "http://example.org:8x/",
      "https:/x",
      "http://exa\u{202E}mple.org/", "http://exa[mple.org/", "data:text/html,x", "http://\u{0}/",
    ])
  func noAddress(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test(
    "A reference is resolved against its page",
    arguments: [
      ("/b", "https://example.org/b"), ("b", "https://example.org/news/b"), ("../b", "https://example.org/b"),
      ("?page=2", "https://example.org/news/a?page=2"), ("#c", "https://example.org/news/a?x=1#c"),
      ("//other.example/z", "https://other.example/z"), ("http://other.example", "http://other.example/"),
      ("", "https://example.org/news/a?x=1"), ("./", "https://example.org/news/"),
      ("../../../../z", "https://example.org/z"), ("a:b", nil), ("mailto:x@example.org", nil),
      ("file:///etc/passwd", nil), ("/x:y", "https://example.org/x:y"),
    ] as [(String, String?)])
  func resolving(reference: String, result: String?) throws {
    let page = try #require(WebAddress("https://example.org/news/a?x=1"))
    #expect(page.resolve(reference)?.text == result)
  }

  @Test("Credentials stay with the server that they were typed for")
  func credentials() throws {
    let page = try #require(WebAddress("https://ana:p%40ss@example.org/a"))
    #expect(page.credentials == "ana:p@ss")
    #expect(page.resolve("/b")?.credentials == "ana:p@ss")
    #expect(page.resolve("https://other.example/")?.credentials == nil)
    #expect(page.resolve("http://example.org/")?.credentials == nil)
  }

  @Test(
    "Addresses of one article compare equal",
    arguments: [
      "http://www.example.org/story/", "https://example.org/story#comments", "https://m.example.org/story",
      "https://example.org/story?utm_source=feed&utm_medium=rss", "https://example.org/story?fbclid=abc",
    ])
  func comparison(text: String) {
    #expect(WebAddress(text)?.comparisonKey == "example.org/story")
  }

  @Test("A parameter that chooses the article is kept for comparison")
  func parameters() {
    #expect(WebAddress("https://example.org/?p=12&utm_id=3")?.comparisonKey == "example.org?p=12")
    #expect(WebAddress("https://example.org/item?id=12&b=%20c")?.parameter("b") == " c")
  }
}
