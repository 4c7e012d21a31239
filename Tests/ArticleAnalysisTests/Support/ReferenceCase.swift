import ArticleModel
import Testing

@testable import ArticleAnalysis

/// The comments of a chain of replies, and what is found in them: `comment passage kind target`.
struct ReferenceCase: CustomTestStringConvertible, Sendable {
  var name: String
  var comments: [String]
  var found: [String]
  var testDescription: String { name }

  init(_ name: String, _ comments: [String], _ found: [String]) {
    self.name = name
    self.comments = comments
    self.found = found
  }

  /// What is found when the comments are about an article.
  func lines(in articleText: String) -> [String] {
    var article = analyzed(articleText)
    var builder = CommentThread.Builder()
    for (depth, words) in comments.enumerated() {
      builder.append(ArticleModel.Comment(), depth: depth, body: richText(words))
    }
    article.thread = builder.finish()
    AnalysisPipeline().addReferences(to: &article)
    return referenceLines(article)
  }
}
