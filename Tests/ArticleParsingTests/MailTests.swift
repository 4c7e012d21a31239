import ArticleModel
import Foundation
import TestSupport
import Testing

@testable import ArticleParsing

@Suite("Mail")
struct MailTests {
  private static func articles(_ text: String) throws -> [Article] {
    try ArticleParser().parseAll(ParseRequest(bytes: SourceBytes(Array(text.utf8)), format: .mail))
  }

  @Test("The fixtures give the recorded articles and threads")
  func goldens() throws { try expectGoldens(in: "mail") }

  @Test("Addresses are not shown as names")
  func privacy() throws {
    let article = try #require(
      try Self.articles("From: <ann@example.org>\nSubject: x\nDate: x\n\nWords.").first)
    #expect(article.byline == "ann")
  }

  @Test(
    "Encoded words are decoded",
    arguments: [
      ("plain", "plain"), ("=?utf-8?q?caf=C3=A9?=", "café"), ("=?ISO-8859-1?Q?caf=E9_noir?=", "café noir"),
      ("=?utf-8?B?Y2Fmw6k=?= =?utf-8?b?IG5vaXI=?=", "café noir"), ("a =?utf-8?q?b?= c", "a b c"),
      ("=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é"), ("=?utf-8*en?q?x?=", "x"), ("=?x?z?y?=", "=?x?z?y?="),
      ("=?", "=?"),
      ("=?utf-8?q?a", "=?utf-8?q?a"), ("1 = 2 ?= 3", "1 = 2 ?= 3"),
      ("=?iso-2022-jp?b?GyRCRnxLXBsoQg==?=", "日本"),
    ])
  func encodedWords(value: String, expected: String) {
    #expect(String(decoding: EncodedWords.decoded(Array(value.utf8)), as: UTF8.self) == expected)
  }

  @Test(
    "Quoted-printable is decoded",
    arguments: [
      ("a=20b", "a b"), ("a=\nb", "ab"), ("a= \r\nb", "ab"), ("a=zz", "a=zz"), ("=", ""), ("=C3=a9", "é"),
      ("a=4", "a=4"),
    ])
  func quotedPrintable(text: String, expected: String) {
    #expect(String(decoding: QuotedPrintable.decoded(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test(
    "Base64 is decoded",
    arguments: [
      ("", ""), ("YQ==", "a"), ("YWI=", "ab"), ("YWJj", "abc"), ("YW Jj\r\n", "abc"), ("YQ==YQ==", "aa"),
      ("YWI", "ab"),
      ("!", ""),
    ])
  func base64(text: String, expected: String) {
    #expect(String(decoding: Base64.decoded(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test("Parameters of a type are read in all their forms")
  func parameters() {
    let type = ContentType(
      Array("Text/Plain; Charset=\"utf-8\" ; name*0*=utf-8'en'a%20; name*1=b; q=\"x\\\"y\" ; odd; z".utf8))
    #expect(type.name == "text/plain")
    #expect(type.word("charset") == "utf-8")
    #expect(type.text("name") == "a b")
    #expect(type.text("q") == "x\"y")
    #expect(type.bytes("z") == nil)
  }

  @Test("A line that begins with From is a separator only before a header, with a date")
  func separators() {
    let text =
      "From a Mon May 13 10:00:00 2024\nSubject: x\n\nFrom here on 10:00 2024\nwords\n\nFrom b Mon May 13 10:00 2024\nTo: x\n"
    let count = Array(text.utf8).withUnsafeBufferPointer { Mailbox.messages(in: $0).count }
    #expect(count == 2)
  }

  @Test("Messages that answer one another in a circle are read once each")
  func circle() throws {
    let box = (1...3).map { number in
      "From a Mon May 13 10:00:00 2024\nMessage-ID: <\(number)@x>\nIn-Reply-To: <\(number % 3 + 1)@x>\n\nWords \(number).\n"
    }.joined(separator: "\n")
    let articles = try Self.articles(box)
    #expect(articles.count == 1)
    #expect(articles.first?.thread?.count == 2)
  }

  @Test("A chain of twenty thousand answers is a thread like any other")
  func chain() throws {
    let box = (1...20_000).map { number in
      "From a Mon May 13 10:00:00 2024\nMessage-ID: <\(number)@x>\nIn-Reply-To: <\(number - 1)@x>\n\nW.\n"
    }.joined(separator: "\n")
    let articles = try Self.articles(box)
    #expect(articles.count == 1)
    #expect(articles.first?.thread?.shape.depths.max() == 19_998)
  }

  @Test("Parts in one another without end are taken apart to a depth only")
  func nesting() throws {
    var message = "Words."
    for level in 0..<200 {
      message =
        "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(message)\n--b\(level)--\n"
    }
    let articles = try Self.articles("From: a\nMIME-Version: 1.0\n" + message)
    #expect(articles.count == 1)
  }

  @Test(
    "Mail is told from text by its first fields",
    arguments: [
      ("From a@b Mon May 13 10:00:00 2024\nSubject: x\n\nw", InputFormat.mail),
      ("From: a\nDate: b\n\nw", .mail),
      ("Received: x\n\tby y\nMIME-Version: 1.0\n\nw", .mail), ("From here on nothing is sure.\n", .text),
      ("Note: this is\nno mail\n", .text), ("From: <Saved by Blink>\nMIME-Version: 1.0\n\n", .mhtml),
      ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", .mhtml),
      ("Question: x\nAnswer: y\n\n", .text),
    ])
  func detection(text: String, format: InputFormat) throws {
    #expect(try FormatDetection.format(of: ParseRequest(text: text)) == format)
  }

  @Test("Random pieces of mail give sound articles", arguments: 0..<30)
  func pieces(seed: Int) throws {
    let pieces = [
      "From a Mon May 13 10:00:00 2024\n", "Subject: ", "From: ", "=?utf-8?q?=C3?=", "=?", "Content-Type: ",
      "multipart/mixed; boundary=b\n", "multipart/alternative; boundary=\"b\n", "text/html\n",
      "message/rfc822\n",
      "multipart/digest; boundary=b\n", "Content-Transfer-Encoding: base64\n", "Message-ID: <1>\n",
      "In-Reply-To: <1>\n",
      "\n", "\n\n", "--b\n", "--b--\n", "words ", "> ", ">", "-- \n", "diff --git a b\n", "@@ -1 +1 @@\n",
      "\t", "\u{1}", "é",
      "<p>", "\r\n", "format=flowed; delsp=yes\n", "text/plain; charset=utf-16\n",
    ]
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<60 {
      var source = "From: a\n"
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        source += pieces.randomElement(using: &random) ?? ""
      }
      for article in try Self.articles(source) {
        expectSound(article.body)
        if let thread = article.thread { expectSound(thread) }
      }
    }
  }
}
