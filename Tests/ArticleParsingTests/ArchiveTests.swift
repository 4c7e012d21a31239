import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

@Suite("Compressed sources and archives")
struct ArchiveTests {
  private static func bytes(_ base64: String) -> [UInt8] { Base64.decoded(base64.utf8) }

  private static func unpacked(_ bytes: [UInt8], limit: Int = 1 << 20) -> String {
    bytes.withUnsafeBufferPointer { packed in
      switch Unpacking.unpacked(packed, limit: limit) {
      case .bytes(let bytes, let isWhole):
        bytes.withBytes { String(decoding: $0, as: UTF8.self) } + (isWhole ? "" : " (cut)")
      case .tooLarge: "too large"
      case .damaged: "damaged"
      }
    }
  }

  /// "One line of words, " and "and another one." as two members of a gzip file.
  private static let members =
    "H4sIAAAAAAACA/PPS1XIyQQS+WkK5flFKcU6CgDbrwUYEwAAAB+LCAAAAAAAAgNLzEtRSMzLL8lILVLIz0vV4wIAV3V/aREAAAA="
  /// A page.
  private static let page =
    "H4sIAAAAAAACAz1Puw7CMAz8lWNHjditLMAMEl0YQxNI1DZGiauqf0/aVAy2T/eQznS43M7t836Fl3HQtG9nrCYJMjjdhphJVUyqKi+2iyaTJHQr60+7qwD66ta75GDKjCYukCIhRIh3mDkN9ggTLZzpPPi90iNCRuIp2gYPRjbBbu4Sx+y53N7lzVijReLp4wXC6CPPCNKQ+pZ6/0qqVlTbPz9wY+yu5QAAAA=="

  @Test("All members of a gzip file are unpacked, and so are the two kinds of deflate")
  func kinds() {
    #expect(Self.unpacked(Self.bytes(Self.members)) == "One line of words, and another one.\n")
    #expect(Self.unpacked(Self.bytes("eJxLSU3LSSxJTVEozy9KKQYAKTUFiQ==")) == "deflated words")
    #expect(Self.unpacked(Self.bytes("K0osVyjPL0opBgA=")) == "raw words")
  }

  @Test("A file that is cut off gives what it holds, and never more than the limit")
  func limits() {
    let whole = Self.bytes(Self.members)
    for count in 0..<whole.count {
      let text = Self.unpacked(Array(whole[..<count]))
      #expect(text == "damaged" || text.hasSuffix(" (cut)") || text == "One line of words, ", "\(count)")
    }
    #expect(Self.unpacked(whole, limit: 36) == "One line of words, and another one.\n")
    #expect(Self.unpacked(whole, limit: 20) == "too large")
    #expect(Self.unpacked([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF]) == "damaged")
  }

  @Test("A compressed source is read as what is in it")
  func compressed() throws {
    let page = try ArticleParser().parse(
      ParseRequest(bytes: SourceBytes(Self.bytes(Self.page)), location: .path("tins.html.gz")))
    #expect(page.title == "Tins")
    #expect(page.source.format == .html)
    let text = try ArticleParser().parse(ParseRequest(bytes: SourceBytes(Self.bytes(Self.members))))
    #expect(text.body.string == "One line of words, and another one.")
    let cut = try ArticleParser().parse(
      ParseRequest(bytes: SourceBytes(Array(Self.bytes(Self.members).dropLast(12)))))
    #expect(cut.diagnostics.contains { $0.message.contains("cut off") })
  }

  private static func record(_ fields: String, _ block: [UInt8]) -> [UInt8] {
    Array("WARC/1.0\r\n\(fields)Content-Length: \(block.count)\r\n\r\n".utf8) + block + Array("\r\n\r\n".utf8)
  }

  private static func response(_ address: String, _ answer: [UInt8]) -> [UInt8] {
    record(
      "WARC-Type: response\r\nWARC-Target-URI: <\(address)>\r\nContent-Type: application/http;msgtype=response\r\n",
      answer)
  }

  private static let html = Array(
    "<!DOCTYPE html><title>Ropes</title><body><article><h1>Ropes</h1><p>There are many <a href='/r'>ropes</a> in the world, and each of them is long. So said the man who makes them.</p></article>"
      .utf8)

  @Test("Every page and text that a server answered is an article; the rest of an archive is none")
  func archive() throws {
    let archive =
      Self.record("WARC-Type: warcinfo\r\n", Array("software: none\r\n".utf8))
      + Self.record("WARC-Type: request\r\n", Array("GET / HTTP/1.1\r\n\r\n".utf8))
      + Self.response(
        "https://a.example/tins",
        Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8)
          + Self.bytes(Self.page))
      + Self.response(
        "https://a.example/gone",
        Array("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone".utf8))
      + Self.response(
        "https://a.example/x.png", Array("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG".utf8))
      + Self.response(
        "https://a.example/ropes",
        Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
          + Array("\(String(Self.html.count, radix: 16));x=y\r\n".utf8) + Self.html
          + Array("\r\n0\r\n\r\n".utf8))
      + Self.record(
        "WARC-Type: conversion\r\nWARC-Target-URI: https://a.example/text\r\nContent-Type: text/plain\r\n",
        Array("Words of a page that somebody made a text of.\n".utf8))
    let request = ParseRequest(bytes: SourceBytes(archive), location: .path("a.warc"))
    let articles = try ArticleParser().parseAll(request)
    #expect(articles.map { $0.title ?? "-" } == ["Tins", "Ropes", "-"])
    #expect(
      articles.map(\.canonical) == [
        "https://a.example/tins", "https://a.example/ropes", "https://a.example/text",
      ])
    #expect(articles[1].body.linkTargets == ["https://a.example/r"])
    #expect(articles.allSatisfy { $0.source.location == .path("a.warc") })
    var second = request
    second.article = 2
    #expect(try ArticleParser().parse(second).title == "Ropes")
    #expect(try ArticleParser().parse(request).title == "Tins")
    second.article = 4
    #expect(throws: ParseError.noArticle(4, count: 3)) { try ArticleParser().parse(second) }
  }

  @Test(
    "An article that is cut out of its source is the same article",
    arguments: [
      "feeds/rss2.xml", "feeds/rss1.xml", "feeds/atom.xml", "feeds/wordpress-export.xml",
      "feeds/blogger-export.xml",
      "feeds/reddit.xml", "feeds/disqus.xml", "mail/thread.mbox",
    ])
  func excerpts(name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/\(name)")
    let bytes = SourceBytes([UInt8](try Data(contentsOf: file)))
    let request = ParseRequest(bytes: bytes, location: .path(file.path))
    let articles = try ArticleParser().parseAll(request)
    let excerpts = ArticleParser().excerpts(request, count: articles.count)
    for (index, article) in articles.enumerated() {
      guard let own = excerpts.bytes(of: index, article) else {
        // Only what is simple enough is cut.
        #expect(
          !["feeds/rss2.xml", "feeds/atom.xml", "mail/thread.mbox"].contains(name) || articles.count == 1)
        continue
      }
      #expect(own.count < bytes.count)
      let read = try ArticleParser().parseAll(
        ParseRequest(bytes: SourceBytes(own), location: .path(file.path)))
      #expect(read.map(\.id) == [article.id] && read[0].thread?.count == article.thread?.count)
    }
  }

  @Test("A page is cut out of an archive, and what is damaged or no collection is not cut")
  func archiveExcerpts() throws {
    let archive =
      Self.record("WARC-Type: warcinfo\r\n", Array("software: none\r\n".utf8))
      + Self.response("https://a.example/1", Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + Self.html)
      + Self.record(
        "WARC-Type: conversion\r\nWARC-Target-URI: https://a.example/text\r\nContent-Type: text/plain\r\n",
        Array("Words of a page that somebody made a text of.\n".utf8))
    let request = ParseRequest(bytes: SourceBytes(archive), location: .path("a.warc"))
    let articles = try ArticleParser().parseAll(request)
    let excerpts = ArticleParser().excerpts(request, count: 2)
    let own = try #require(excerpts.bytes(of: 1, articles[1]))
    #expect(String(decoding: own, as: UTF8.self).hasPrefix("WARC/1.0\r\nWARC-Type: conversion"))
    // Another article than the one that stands there.
    #expect(excerpts.bytes(of: 0, articles[1]) == nil)
    #expect(excerpts.bytes(of: 7, articles[1]) == nil)
    #expect(ArticleParser().excerpts(request, count: 3).bytes(of: 0, articles[0]) == nil)
    let text = ParseRequest(text: "Words.")
    #expect(ArticleParser().excerpts(text, count: 1).bytes(of: 0, try ArticleParser().parse(text)) == nil)
  }

  @Test("An archive that ends too early gives what it holds, and an empty one says so")
  func cut() throws {
    let whole = Self.response("https://a.example/ropes", Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + Self.html)
    for count in stride(from: 10, to: whole.count, by: 7) {
      let articles = try ArticleParser().parseAll(
        ParseRequest(bytes: SourceBytes(Array(whole[..<count])), format: .warc))
      #expect(articles.count == 1)
      expectSound(articles[0].body)
    }
    let empty = try ArticleParser().parse(
      ParseRequest(text: "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"))
    #expect(empty.diagnostics.contains { $0.message.contains("no page") })
  }
}
