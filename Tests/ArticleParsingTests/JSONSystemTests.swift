import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

@Suite("Systems that answer in JSON")
struct JSONSystemTests {
  private static let names = Set(JSONSystemRegistry.systems.map(\.name)).sorted() + [GenericJSON.name]
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  private static func answers(of system: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: fixtures.appendingPathComponent(system), includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
  }

  private static func read(_ url: URL) throws -> Article {
    try ArticleParser().parse(ParseRequest(bytes: SourceBytes([UInt8](try Data(contentsOf: url)))))
  }

  @Test("The fixture answers give the recorded trees", arguments: names)
  func goldens(system: String) throws {
    let answers = try Self.answers(of: system)
    #expect(!answers.isEmpty)
    for answer in answers {
      let article = try Self.read(answer)
      try expectGolden(tree(of: article), beside: answer)
      if let thread = article.thread { expectSound(thread) }
    }
  }

  @Test("Each fixture is read by the system it is for", arguments: names)
  func recognised(system: String) throws {
    for answer in try Self.answers(of: system) where answer.lastPathComponent != "neither.json" {
      #expect(try Self.read(answer).source.commentSystem == system, "\(answer.lastPathComponent)")
    }
  }

  @Test("An answer that was cut off anywhere gives what stands before the cut, and says so", arguments: names)
  func truncated(system: String) throws {
    guard let answer = try Self.answers(of: system).first else { return }
    let whole = [UInt8](try Data(contentsOf: answer))
    let count = try Self.read(answer).thread?.count ?? 0
    for length in stride(from: 2, to: whole.count - 3, by: max(1, whole.count / 61)) {
      let article = JSONReader().read(
        SourceBytes(Array(whole[..<length])), decoder: TextDecoder(),
        request: ParseRequest(bytes: SourceBytes([])))
      #expect(!article.diagnostics.isEmpty)
      if let thread = article.thread {
        #expect(thread.count <= count + 1)
        expectSound(thread)
      }
    }
  }

  @Test("Answers in UTF-16 or with a byte order mark are read like those in UTF-8")
  func encodings() throws {
    let answer = Self.fixtures.appendingPathComponent("reddit/thread.json")
    let text = String(decoding: try Data(contentsOf: answer), as: UTF8.self)
    let expected = tree(of: try Self.read(answer))
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [marked, [0xFF, 0xFE] + wide, wide] {
      let article = try ArticleParser().parse(ParseRequest(bytes: SourceBytes(bytes)))
      #expect(tree(of: article) == expected)
    }
  }

  @Test("A chain of 20,000 replies in nested listings is read without recursion")
  func deep() throws {
    let levels = 12_000
    let open =
      #"{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"x","author":"a","body":"b","replies":"#
    let text = String(repeating: open, count: levels) + #""""# + String(repeating: "}}]}}", count: levels)
    let article = try ArticleParser().parse(ParseRequest(text: text))
    #expect(article.thread?.count == levels)
    #expect(article.thread?.shape.depths.last == Int32(levels - 1))
    #expect(article.diagnostics.isEmpty)
  }

  @Test("More nesting than is read is left out, and the source says so")
  func tooDeep() throws {
    let levels = 20_000
    let open =
      #"{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"x","author":"a","body":"b","replies":"#
    let text = String(repeating: open, count: levels) + #""""# + String(repeating: "}}]}}", count: levels)
    let article = try ArticleParser().parse(ParseRequest(text: text))
    #expect(article.thread?.count ?? 0 > 13_000)
    #expect(article.diagnostics.map(\.message).first?.contains("nested too deeply") == true)
    #expect(article.thread?.note != nil)
  }

  @Test("Comments that answer each other in a circle are all there")
  func circle() throws {
    let text = #"""
      {"comments":[{"id":"a","pid":"b","text":"1","user":{"name":"x"}},{"id":"b","pid":"a","text":"2","user":{"name":"y"}},
      {"id":"c","pid":"c","text":"3","user":{"name":"z"}}]}
      """#
    let thread = try #require(try ArticleParser().parse(ParseRequest(text: text)).thread)
    #expect(thread.count == 3)
    expectSound(thread)
  }
}
