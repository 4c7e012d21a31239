import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

/// An article and its thread, a line for each fact, block and comment.
func dumpArticle(_ article: Article) -> String {
  var lines: [String] = []
  func add(_ name: String, _ value: String?) { if let value { lines.append("\(name): \(value)") } }
  add("title", article.title)
  add("byline", article.byline)
  add("site", article.site)
  add("published", article.published?.iso8601)
  add("publishedText", article.publishedText)
  add("language", article.language)
  add("address", article.canonical)
  add("system", article.source.commentSystem)
  lines += article.diagnostics.map { "\($0.severity.rawValue): \($0.message)" }
  lines += dump(article.body).map { "  \($0)" }
  lines += article.boilerplate.map { "boilerplate \($0.evidence.rule): \($0.text)" }
  guard let thread = article.thread else { return lines.joined(separator: "\n") + "\n" }
  add("note", thread.note?.reason)
  for index in 0..<thread.count {
    let comment = thread.comments[index]
    let indent = String(repeating: "  ", count: Int(thread.shape.depths[index]))
    var line = "\(indent)- \(comment.id) \(thread.author(of: index) ?? "(no name)")"
    if let posted = comment.posted { line += " at \(posted.iso8601)" }
    if let text = comment.postedText { line += " “\(text)”" }
    if !comment.flags.names.isEmpty { line += " [\(comment.flags.names.joined(separator: ", "))]" }
    lines.append(line)
    lines += dump(thread.body(of: index)).map { "\(indent)  | \($0)" }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// Compares what the files of a fixture folder give with what was recorded beside them.
///
/// With RECORD_GOLDENS=1 the goldens are written anew, and the run fails; with CI=true that is refused.
func expectGoldens(in folder: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures/\(folder)")
  let sources = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    .filter { $0.pathExtension != "tree" }.sorted { $0.path < $1.path }
  #expect(!sources.isEmpty, sourceLocation: sourceLocation)
  let environment = ProcessInfo.processInfo.environment
  for source in sources {
    let bytes = [UInt8](try Data(contentsOf: source))
    let articles = try ArticleParser().parseAll(
      ParseRequest(bytes: SourceBytes(bytes), location: .path(source.lastPathComponent)))
    let tree = articles.map(dumpArticle).joined(separator: "\n")
    let golden = source.deletingPathExtension().appendingPathExtension("tree")
    if environment["RECORD_GOLDENS"] == "1" {
      guard environment["CI"] != "true" else {
        Issue.record("goldens are not recorded in continuous integration", sourceLocation: sourceLocation)
        return
      }
      try Data(tree.utf8).write(to: golden)
      Issue.record("recorded \(golden.lastPathComponent)", sourceLocation: sourceLocation)
      continue
    }
    let recorded = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(tree == recorded, "\(source.lastPathComponent)", sourceLocation: sourceLocation)
    for article in articles {
      expectSound(article.body, sourceLocation: sourceLocation)
      if let thread = article.thread { expectSound(thread, sourceLocation: sourceLocation) }
    }
  }
}
