import ArticleModel
import Foundation
import Testing

@testable import ArticleParsing

/// An article and its thread as lines: facts, blocks, and the comments indented by depth.
func tree(of article: Article) -> String {
  var lines = ["title: \(article.title ?? "-")", "system: \(article.source.commentSystem ?? "-")"]
  lines += dump(article.body).map { "article: " + $0 }
  guard let thread = article.thread else { return (lines + ["no thread"]).joined(separator: "\n") + "\n" }
  if let note = thread.note { lines.append("note: \(note.reason)") }
  for index in 0..<thread.count {
    let comment = thread.comments[index]
    let indent = String(repeating: "  ", count: Int(thread.shape.depths[index]))
    var line = "\(indent)\(comment.id) \(thread.author(of: index) ?? "(no name)")"
    if let posted = comment.posted { line += " at \(posted.iso8601)" }
    if let text = comment.postedText { line += " “\(text)”" }
    if let score = comment.score { line += " score \(score)" }
    if comment.missingReplies > 0 { line += " missing \(comment.missingReplies)" }
    if !comment.flags.names.isEmpty { line += " [\(comment.flags.names.joined(separator: ", "))]" }
    lines.append(line)
    lines += dump(thread.body(of: index)).map { "\(indent)  | \($0)" }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// Compares a tree with the one recorded beside its source.
///
/// With RECORD_GOLDENS=1 the tree is written anew, and the run fails; with CI=true that is refused.
func expectGolden(_ tree: String, beside source: URL, sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  let golden = source.deletingPathExtension().appendingPathExtension("tree")
  let environment = ProcessInfo.processInfo.environment
  guard environment["RECORD_GOLDENS"] == "1" else {
    #expect(
      tree == String(decoding: try Data(contentsOf: golden), as: UTF8.self), "\(golden.lastPathComponent)",
      sourceLocation: sourceLocation)
    return
  }
  guard environment["CI"] != "true" else {
    Issue.record("goldens are not recorded in continuous integration", sourceLocation: sourceLocation)
    return
  }
  try Data(tree.utf8).write(to: golden)
  Issue.record("recorded \(golden.lastPathComponent)", sourceLocation: sourceLocation)
}
