import ArticleModel

/// A discussion of the Guardian: comments with one level of responses.
struct GuardianDiscussion: JSONSystem {
  let name = "guardian"

  func matches(_ document: JSONDocument) -> Bool {
    guard let first = Self.comments(document.root).elements.first else { return false }
    return first.has("userProfile", "body") && first.has("numRecommends")
  }

  func read(_ document: JSONDocument, into discussion: inout JSONDiscussion) {
    let root = document.root
    let about = root["discussion"]
    discussion.site = "The Guardian"
    discussion.title = about["title"].markupLine
    discussion.address = about["webUrl"].line
    discussion.statedCount = about["commentCount"].integer.map { Int(clamping: $0) }
    if let pages = root["pages"].integer, pages > 1 {
      discussion.missingReason = "This is page \(root["currentPage"].integer ?? 1) of \(pages)."
    }
    if let page = root["currentPage"].integer, let pages = root["pages"].integer, page < pages {
      discussion.hasNextPage = true
    }
    discussion.appendNested(Self.comments(root), replies: { $0["responses"] }) { value, _, discussion in
      if let stated = value["metaData"]["responseCount"].integer {
        let held = value["responses"].elements.reduce(into: 0) { count, _ in count += 1 }
        discussion.leaveOut(Int(clamping: stated) - held, below: discussion.contributions.count)
      }
      let profile = value["userProfile"]
      var comment = JSONDiscussion.Contribution(
        id: value["id"].identifier, author: profile["displayName"].line, posted: value["isoDateTime"].time,
        body: JSONBody(value["body"], .html))
      comment.facts.postedText = value["date"].line
      comment.facts.score = value["numRecommends"].score
      if let status = value["status"].line, status != "visible" { comment.facts.flags.insert(.removed) }
      if value["isHighlighted"].isTrue { comment.facts.flags.insert(.highlighted) }
      if profile["badge"].elements.contains(where: { $0["name"].line?.contains("Staff") ?? false }) {
        comment.facts.flags.insert(.moderator)
      }
      return comment
    }
  }

  private static func comments(_ root: JSONValue) -> JSONValue {
    let list = root["discussion"]["comments"]
    return list.isArray ? list : root["comments"]
  }
}
