import Foundation
import TestSupport
import Testing
import XMLTree

/// The folder of hostile inputs, next to the repository or where PULLQUOTE_SHARED says; `nil` when there is none.
private let hostile: URL? = {
  let shared =
    ProcessInfo.processInfo.environment["PULLQUOTE_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared").standardizedFileURL
  let folder = shared.appendingPathComponent("data/hostile")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

@Suite("Hostile XML")
struct XMLHostileTests {
  private struct Sample: Decodable {
    var id: String
    var b64: String
  }

  /// Whether every node lies in its parent, and every range in the document.
  private static func isSound(_ document: XMLDocument) -> Bool {
    document.nodes.indices.allSatisfy { node in
      let subtree = document.subtree(of: node)
      _ = document.text(of: node)
      guard subtree.upperBound <= document.nodes.count, !subtree.isEmpty else { return false }
      guard let parent = document.parent(of: node) else { return node == 0 }
      return parent < node && document.subtree(of: parent).upperBound >= subtree.upperBound
    }
  }

  @Test(
    "Files that break XML readers give a sound tree", .enabled(if: hostile != nil),
    arguments: [
      "xml/libxml2-errors.jsonl", "xml/libxml2-recurse.jsonl", "fuzz-seeds/xml.jsonl",
      "feeds/feedparser-illformed.jsonl", "feeds/feedparser-sanitize.jsonl",
    ])
  func collections(name: String) throws {
    let file = try #require(hostile).appendingPathComponent(name)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let sample = try JSONDecoder().decode(Sample.self, from: Data(line.utf8))
      let bytes = Array(try #require(Data(base64Encoded: sample.b64)))
      let document = bytes.withUnsafeBufferPointer { XMLDocument(parsing: $0) }
      #expect(Self.isSound(document), "\(sample.id)")
      #expect(document.nodes.count <= bytes.count + 1, "\(sample.id)")
    }
  }

  @Test("Random pieces of XML give a sound tree", arguments: 0..<40)
  func pieces(seed: Int) {
    let pieces = [
      "<a>", "</a>", "<b c='d'>", "</b>", "<b", ">", "/>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&x;",
      "&#0;",
      "&#65;", "<?p i?>", "<!DOCTYPE a [", "<!ENTITY x 'y'>", "]>", "xmlns='", "'", "\"", "words", "é",
      "\u{1}", "<x:y>",
      "</x:y>", " xmlns:x='http://example.org/'",
    ]
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      var source = Bool.random(using: &random) ? "<a>" : ""
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        source += pieces.randomElement(using: &random) ?? ""
      }
      let document = Array(source.utf8).withUnsafeBufferPointer { XMLDocument(parsing: $0) }
      #expect(Self.isSound(document), "\(source)")
      if let root = document.root { _ = document.markup(inside: root) }
    }
  }
}
