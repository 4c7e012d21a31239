import ArticleModel

extension Article {
  /// Byline, site and date in words, as far as they are known.
  var shownOrigin: [String] {
    var facts: [String] = []
    if let byline { facts.append("By " + byline) }
    if let site { facts.append(site) }
    if let publishedText {
      facts.append(publishedText)
    } else if let published {
      facts.append(String(published.iso8601.prefix { $0 != "T" }))
    }
    return facts
  }
}

extension CommentThread {
  /// The number of comments in words.
  var shownCount: String { commentCount == 1 ? "1 comment" : "\(commentCount) comments" }
}

extension ThreadNote {
  /// What is missing of the thread, in one sentence.
  var shown: String {
    switch missing {
    case nil: "Some comments are missing: \(reason)"
    case 1: "1 comment is missing: \(reason)"
    case .some(let number): "\(number) comments are missing: \(reason)"
    }
  }
}
