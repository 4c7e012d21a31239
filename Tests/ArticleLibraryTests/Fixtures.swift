import ArticleModel
import Foundation

@testable import ArticleLibrary

/// A folder for one test, gone with it.
final class Folder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("pullquote-library-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    _ = try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    try? FileManager.default.removeItem(atPath: path)
  }

  var file: String { path + "/library.sqlite" }

  func library() throws -> ArticleLibrary { try ArticleLibrary(folder: path) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

/// Invented articles.
enum Fixtures {
  /// An article with paragraphs and comments; comments have identifiers unless told otherwise.
  static func article(
    _ title: String, paragraphs: [String] = ["The gate was raised on Monday."], comments: [String] = [],
    withIDs: Bool = true
  ) -> Article {
    var bytes: [UInt8] = []
    var blocks: [Block] = []
    for paragraph in paragraphs {
      if !bytes.isEmpty { bytes.append(0x0A) }
      let start = bytes.count
      bytes += Array(paragraph.utf8)
      blocks.append(Block(kind: .paragraph, range: TextRange(start, bytes.count)))
    }
    var body = RichText(utf8: bytes)
    body.blocks = blocks
    var article = Article(source: ArticleSource(location: .stream, format: .text), title: title, body: body)
    article.byline = "Ilse Marten"
    if !comments.isEmpty {
      var builder = CommentThread.Builder()
      for (index, words) in comments.enumerated() {
        var text = RichText(utf8: Array(words.utf8))
        text.blocks = [Block(kind: .paragraph, range: TextRange(0, words.utf8.count))]
        let author = builder.author(index % 2 == 0 ? "Bo" : "Ana")
        builder.append(Comment(id: withIDs ? "c\(words)" : "", author: author), depth: index % 3, body: text)
      }
      article.thread = builder.finish()
    }
    return article
  }

  /// The same, ready to be kept.
  static func kept(
    _ title: String, key: String? = nil, paragraphs: [String] = ["The gate was raised on Monday."],
    comments: [String] = [], bytes: [UInt8]? = nil
  ) -> KeptArticle {
    KeptArticle(
      article(title, paragraphs: paragraphs, comments: comments), key: key ?? "example.org/\(title)",
      address: "https://example.org/\(title)",
      sources: [PackedPart(source(title, bytes: bytes))])
  }

  /// What such an article was read from.
  static func source(_ title: String, bytes: [UInt8]? = nil) -> SourcePart {
    SourcePart(
      address: "https://example.org/\(title)", contentType: "text/html", entityTag: "\"1\"",
      bytes: bytes ?? Array(String(repeating: "<p>\(title) ", count: 40).utf8))
  }
}
